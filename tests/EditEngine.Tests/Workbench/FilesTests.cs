using System.Net;
using System.Text;
using System.Text.Json;
using Xunit;

namespace EditEngine.Tests.Workbench;

/// <summary>Files of the folder: only those, whole or not at all, and no text of somebody else is written over.</summary>
public sealed class FilesTests : IAsyncLifetime
{
    private ServedDesk _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await ServedDesk.Start();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    public static TheoryData<string> NoNames =>
    [
        "", ".", "..", "../outside.edit", "tables/../../outside.edit", "tables/..", "./rules.edit", "tables//a.csv", "/etc/passwd", "//host/share", "C:/Windows/win.ini", "a:b.edit", "..\\outside.edit",
        ".git/config", ".hidden", "tables/.hooks/x", ".rules.edit.edits-unfinished", "CON", "nul.edit", "com1.csv", "tables/AUX.edit", "rules.edit.", "rules.edit ", "a\0b", "a\nb", "what?.edit",
        "escape/outside.edit", "leak.edit",
    ];

    [Theory]
    [MemberData(nameof(NoNames))]
    public async Task What_is_no_name_in_the_folder_is_neither_read_nor_written(string name)
    {
        File.CreateSymbolicLink(Path.Combine(_desk.Folder, "escape"), Path.GetDirectoryName(_desk.Folder)!);
        File.CreateSymbolicLink(Path.Combine(_desk.Folder, "leak.edit"), Path.Combine(Path.GetDirectoryName(_desk.Folder)!, "outside.edit"));
        (HttpStatusCode read, JsonElement said) = await _desk.Get($"api/file?name={Uri.EscapeDataString(name)}");
        Assert.Equal(HttpStatusCode.Forbidden, read);
        Assert.False(said.TryGetProperty("text", out _));
        foreach (string? hash in (string?[])[null, "0"])
        {
            (HttpStatusCode written, _) = await _desk.Save(name, "-- mine\n", hash);
            Assert.Equal(HttpStatusCode.Forbidden, written);
        }

        Assert.Equal("-- not yours\n", File.ReadAllText(Path.Combine(Path.GetDirectoryName(_desk.Folder)!, "outside.edit")));
        Assert.Equal(["escape", "leak.edit", "rules.edit"], Directory.EnumerateFileSystemEntries(_desk.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    public static TheoryData<string, byte[], HttpStatusCode, string> Unopened => new()
    {
        { "big.edit", new byte[50_000_000], HttpStatusCode.RequestEntityTooLarge, "47.7 MB" },
        { "binary.edit", [1, 2, 0, 4], HttpStatusCode.UnsupportedMediaType, "binary.edit, line 1" },
        { "utf16.edit", Encoding.Unicode.GetBytes("pack sample\n"), HttpStatusCode.UnsupportedMediaType, "UTF-16" },
        { "latin.csv", [(byte)'a', (byte)'\n', 0xE9, (byte)'\n'], HttpStatusCode.UnsupportedMediaType, "latin.csv, line 2" },
    };

    [Theory]
    [MemberData(nameof(Unopened))]
    public async Task What_is_no_text_to_read_is_said_and_stays_as_it_is(string name, byte[] bytes, HttpStatusCode expected, string said)
    {
        _desk.Write(name, bytes);
        (HttpStatusCode status, JsonElement body) = await _desk.Get($"api/file?name={name}");
        Assert.Equal(expected, status);
        Assert.Contains(said, body.GetProperty("said").GetString()!, StringComparison.Ordinal);
        (HttpStatusCode written, _) = await _desk.Save(name, "pack sample\n", "0");
        Assert.Equal(expected, written);
        Assert.Equal(bytes, File.ReadAllBytes(Path.Combine(_desk.Folder, name)));
    }

    [Theory]
    [InlineData("tables", HttpStatusCode.UnsupportedMediaType, "a folder")]
    [InlineData("none.edit", HttpStatusCode.NotFound, "There is no file 'none.edit'.")]
    [InlineData("pipe.edit", HttpStatusCode.UnsupportedMediaType, "pipe")]
    public async Task What_is_no_file_is_said(string name, HttpStatusCode expected, string said)
    {
        Directory.CreateDirectory(Path.Combine(_desk.Folder, "tables"));
        System.Diagnostics.Process.Start("mkfifo", Path.Combine(_desk.Folder, "pipe.edit")).WaitForExit();
        (HttpStatusCode status, JsonElement body) = await _desk.Get($"api/file?name={name}");
        Assert.Equal(expected, status);
        Assert.Contains(said, body.GetProperty("said").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_is_saved_over_the_bytes_that_were_opened()
    {
        (string text, string hash) = await _desk.Open("rules.edit");
        Assert.Equal(ServedDesk.Rules, text);
        (HttpStatusCode status, JsonElement saved) = await _desk.Save("rules.edit", text + "-- more\n", hash);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(ServedDesk.Rules + "-- more\n", _desk.ReadText("rules.edit"));
        (HttpStatusCode again, _) = await _desk.Save("rules.edit", text, saved.GetProperty("hash").GetString());
        Assert.Equal(HttpStatusCode.OK, again);
        Assert.Equal(["rules.edit"], Directory.EnumerateFiles(_desk.Folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Of_two_tabs_the_second_is_told_and_gets_both_texts()
    {
        (_, string hash) = await _desk.Open("rules.edit");
        Assert.Equal(HttpStatusCode.OK, (await _desk.Save("rules.edit", "-- first\n", hash)).Status);
        (HttpStatusCode status, JsonElement conflict) = await _desk.Save("rules.edit", "-- second\n", hash);
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Equal("-- first\n", conflict.GetProperty("text").GetString());
        Assert.Equal("-- first\n", _desk.ReadText("rules.edit"));
        (HttpStatusCode chosen, _) = await _desk.Save("rules.edit", "-- second\n", conflict.GetProperty("hash").GetString());
        Assert.Equal(HttpStatusCode.OK, chosen);
        Assert.Equal("-- second\n", _desk.ReadText("rules.edit"));
    }

    [Fact]
    public async Task A_file_that_is_gone_or_new_meanwhile_is_a_conflict_too()
    {
        (_, string hash) = await _desk.Open("rules.edit");
        File.Delete(Path.Combine(_desk.Folder, "rules.edit"));
        (HttpStatusCode gone, JsonElement body) = await _desk.Save("rules.edit", "-- mine\n", hash);
        Assert.Equal(HttpStatusCode.Conflict, gone);
        Assert.False(body.TryGetProperty("hash", out _));
        Assert.False(File.Exists(Path.Combine(_desk.Folder, "rules.edit")));
        Assert.Equal(HttpStatusCode.OK, (await _desk.Save("rules.edit", "-- mine\n", null)).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await _desk.Save("rules.edit", "-- other\n", null)).Status);
        Assert.Equal("-- mine\n", _desk.ReadText("rules.edit"));
    }

    [Fact]
    public async Task Many_saves_at_once_leave_one_whole_text_and_tell_the_others()
    {
        (_, string hash) = await _desk.Open("rules.edit");
        string[] texts = [.. Enumerable.Range(0, 12).Select(number => $"-- {new string((char)('a' + number), 200_000)}\n")];
        (HttpStatusCode Status, JsonElement Body)[] ends = await Task.WhenAll(texts.Select(text => Task.Run(() => _desk.Save("rules.edit", text, hash))));
        Assert.Single(ends, end => end.Status == HttpStatusCode.OK);
        Assert.All(ends, end => Assert.Contains(end.Status, (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.Locked]));
        Assert.Contains(_desk.ReadText("rules.edit"), texts);
        Assert.Equal(["rules.edit"], Directory.EnumerateFiles(_desk.Folder).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("\uFEFFpack a\n", "pack b\n", "\uFEFFpack b\n")]
    [InlineData("pack a\r\nx\r\n", "pack b\r\nx\r\n", "pack b\r\nx\r\n")]
    public async Task Marks_and_ends_of_lines_stay(string before, string text, string after)
    {
        string path = _desk.Write("other.edit", before);
        (_, string hash) = await _desk.Open("other.edit");
        Assert.Equal(HttpStatusCode.OK, (await _desk.Save("other.edit", text, hash)).Status);
        Assert.Equal(Encoding.UTF8.GetBytes(after), File.ReadAllBytes(path));
    }

    [Fact]
    public async Task A_link_inside_the_folder_is_written_through_and_stays_a_link()
    {
        Directory.CreateDirectory(Path.Combine(_desk.Folder, "real"));
        _desk.Write("real/a.edit", "-- a\n");
        string link = Path.Combine(_desk.Folder, "a.edit");
        File.CreateSymbolicLink(link, "real/a.edit");
        (_, string hash) = await _desk.Open("a.edit");
        Assert.Equal(HttpStatusCode.OK, (await _desk.Save("a.edit", "-- b\n", hash)).Status);
        Assert.Equal("real/a.edit", new FileInfo(link).LinkTarget);
        Assert.Equal("-- b\n", _desk.ReadText("real/a.edit"));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"name\":7}")]
    public async Task A_save_that_cannot_be_read_writes_nothing(string body)
    {
        using StringContent content = new(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await _desk.Client.PutAsync("api/file", content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(ServedDesk.Rules, _desk.ReadText("rules.edit"));
    }

    [Fact]
    public async Task The_list_has_what_is_shown_and_nothing_hidden()
    {
        _desk.Write("tables/plans.csv", "plan\n");
        _desk.Write(".git/config", "");
        _desk.Write(".env", "");
        Directory.CreateSymbolicLink(Path.Combine(_desk.Folder, "above"), "..");
        (_, JsonElement body) = await _desk.Get("api/files");
        Assert.Equal(
            ["rules.edit rules", "tables/plans.csv table"],
            body.GetProperty("files").EnumerateArray().Select(file => $"{file.GetProperty("name").GetString()} {file.GetProperty("kind").GetString()}"));
    }
}

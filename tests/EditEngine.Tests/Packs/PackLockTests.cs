using EditEngine.Compiler.Packs;
using EditEngine.Diagnostics;
using Xunit;

namespace EditEngine.Tests.Packs;

public sealed class PackLockTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("lock").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_changed_base_edit_asks_for_review()
    {
        WriteBase("v.units > 3");
        Write("payer/payer.edit", "pack payer version \"1\" extends base\ndisable X because \"not ours\"\n");
        string payer = Path.Combine(_root, "payer");
        Assert.Equal(["EDIT0718"], Ids(payer));

        File.WriteAllText(Path.Combine(payer, PackLock.FileName), PackLock.Write(PackReader.Read(payer)));
        Assert.Empty(Ids(payer));

        WriteBase("v.units > 4");
        Assert.Equal(["EDIT0719"], Ids(payer));
    }

    private const string Base = """
        pack base version "1"
        dates by date of service
        codes @listed : procedure from "listed.csv"
        codes @kept : procedure = @listed - { 99213 }
        table @limits from "limits.csv"
          key code : procedure
          most : units
        table @few
          key code : procedure
          most : units
          | code  | most |
          | 99213 | 1    |
        define many v : line where v.units > 3
        edit X "x"
          for each  many v
          when      v.procedure in @kept
          and       v.units > most of @limits for v.procedure or else 2 units
          and       v.units > most of @few for v.procedure or else 2 units
          then      warn v
          test "a"
            claim professional
              line 1: 99213 x1 on 2025-01-01
            expect clean
        end

        """;

    [Theory]
    [InlineData("limits.csv", "99213,1", "99213,1\n99214,2", "EDIT0793 pack.lock")]
    [InlineData("listed.csv", "99213", "99213\n99214", "EDIT0793 pack.lock")]
    [InlineData("base.edit", "| 99213 | 1    |", "| 99213 | 2    |", "EDIT0793 pack.lock")]
    [InlineData("base.edit", "@listed - { 99213 }", "@listed - { 99214 }", "EDIT0719 payer.edit(2,9)")]
    [InlineData("base.edit", "v.units > 3", "v.units > 4", "EDIT0719 payer.edit(2,9)")]
    [InlineData("base.edit", "most of @few", "most of @limits", "EDIT0719 payer.edit(2,9)")]
    [InlineData("base.edit", "in @kept", "in @listed", "EDIT0719 payer.edit(2,9)")]
    [InlineData("base.edit", "codes @kept", "-- a remark\ncodes   @kept", "")]
    [InlineData("base.edit", "pack base version \"1\"", "pack base version \"2\"", "")]
    [InlineData("base.edit", "test \"a\"", "test \"b\"", "")]
    public void Rows_are_noted_and_what_is_written_is_pinned(string file, string before, string after, string expected)
    {
        Dictionary<string, string> files = new(StringComparer.Ordinal)
        {
            ["base.edit"] = Base,
            ["listed.csv"] = "code\n99213\n",
            ["limits.csv"] = "code,most\n99213,1\n",
        };
        Write("edits.json", "{}");
        Write("payer/payer.edit", "pack payer version \"1\" extends base\ndisable X because \"not ours\"\n");
        foreach ((string name, string text) in files)
        {
            Write("base/" + name, text);
        }

        string payer = Path.Combine(_root, "payer");
        Write("payer/pack.lock", PackLock.Write(PackReader.Read(payer)));
        Assert.Equal("", Shown(payer));
        Assert.Contains(before, files[file], StringComparison.Ordinal);
        Write("base/" + file, files[file].Replace(before, after, StringComparison.Ordinal));
        Assert.Equal(expected, Shown(payer));
    }

    [Theory]
    [InlineData("X 0000\n", "EDIT0794 pack.lock")]
    [InlineData("", "EDIT0794 pack.lock")]
    [InlineData("form 1\nX 0000\n", "EDIT0794 pack.lock")]
    [InlineData("<<<<<<< HEAD\nform 3\nX 0000\n", "EDIT0794 pack.lock")]
    [InlineData("form 4\nX 0000\n", "EDIT0795 pack.lock")]
    [InlineData("form 3\nX 0000\n", "EDIT0719 payer.edit(2,9)")]
    [InlineData("form 3\r\nX 0000\r\n", "EDIT0719 payer.edit(2,9)")]
    [InlineData("form 3\n", "EDIT0718 payer.edit(2,9)")]
    public void A_lock_of_another_form_gives_one_warning_and_stops_nothing(string text, string expected)
    {
        WriteBase("v.units > 3");
        Write("payer/payer.edit", "pack payer version \"1\" extends base\ndisable X because \"not ours\"\n");
        Write("payer/pack.lock", text);
        string payer = Path.Combine(_root, "payer");
        Assert.Equal(expected, Shown(payer));
        Assert.Equal(!expected.StartsWith("EDIT0719", StringComparison.Ordinal), EditCompiler.Compile(PackReader.Read(payer), CompileOptions.Default).Pack is not null);
    }

    private static string Shown(string pack) => PackOnDisk.Shown(EditCompiler.Compile(PackReader.Read(pack), CompileOptions.Default).Diagnostics);

    private static string[] Ids(string pack) =>
        [.. EditCompiler.Compile(PackReader.Read(pack), CompileOptions.Default).Diagnostics.Where(one => one.Severity != Severity.Note).Select(one => one.Id)];

    private void WriteBase(string condition)
    {
        Write("edits.json", "{}");
        Write("base/base.edit", $"pack base version \"1\"\nedit X \"x\"\n  for each  line v\n  when      {condition}\n  then      warn v\nend\n");
    }

    private void Write(string name, string text)
    {
        string path = Path.Combine(_root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!); // A file has a folder.
        File.WriteAllText(path, text);
    }
}

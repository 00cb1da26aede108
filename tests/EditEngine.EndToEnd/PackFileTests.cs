using Xunit;

namespace EditEngine.EndToEnd;

/// <summary>A pack as one file: it stands alone, and whatever takes a folder takes it.</summary>
public sealed class PackFileTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public static TheoryData<string> Packs =>
    [
        "acme/commercial", "cms/ncci", "general/drugs", "acceptance/E05",
    ];

    private string Alone => Directory.CreateDirectory(Path.Combine(_workspace.Folder, "alone")).FullName;

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [MemberData(nameof(Packs))]
    public void A_pack_file_alone_in_a_folder_does_what_its_folder_does(string pack)
    {
        string folder = Repository.Path($"payer-rules/{pack}");
        string claims = Repository.Path("samples/claims");
        string file = Path.Combine(Alone, "a.pack");
        ToolRun written = _workspace.Run("pack", folder, "--out", file);
        Assert.Equal((0, ""), (written.Code, written.Error));
        Assert.Equal([file], Directory.GetFileSystemEntries(Alone));
        Same(["run", folder, claims], ["run", "a.pack", claims]);
        Same(["explain", folder, claims, "--claim", "CLM-2001"], ["explain", "a.pack", claims, "--claim", "CLM-2001"]);
    }

    [Theory]
    [InlineData("run PACK CLAIMS --no-index --as-of 2024-03-01 --map-tables")]
    [InlineData("run PACK CLAIMS --interpret")]
    [InlineData("test PACK")]
    [InlineData("check PACK --lint --format json")]
    [InlineData("cost PACK")]
    [InlineData("needs PACK")]
    [InlineData("tables PACK")]
    public void Every_command_takes_a_pack_file(string command)
    {
        string folder = Repository.Path("payer-rules/acme/commercial");
        string[] words = command.Replace("CLAIMS", Repository.Path("samples/claims"), StringComparison.Ordinal).Split(' ');
        Assert.Equal(0, _workspace.Run("pack", folder, "--out", Path.Combine(Alone, "a.pack")).Code);
        Same([.. words.Select(word => word == "PACK" ? folder : word)], [.. words.Select(word => word == "PACK" ? "a.pack" : word)]);
    }

    [Fact]
    public void A_pack_file_answers_the_sender_as_its_folder_does()
    {
        string folder = Repository.Path("payer-rules/general/structure");
        string claims = Repository.Path("samples/claims/clinic.837");
        Assert.Equal(0, _workspace.Run("pack", folder, "--out", "alone.pack").Code);
        Assert.Equal(_workspace.Run("run", folder, claims, "--out", "a.jsonl", "--ack", "a.ack").Code, _workspace.Run("run", "alone.pack", claims, "--out", "b.jsonl", "--ack", "b.ack").Code);
        foreach (string end in (string[])["jsonl", "ack"])
        {
            Assert.Equal(File.ReadAllBytes(Path.Combine(_workspace.Folder, "a." + end)), File.ReadAllBytes(Path.Combine(_workspace.Folder, "b." + end)));
        }
    }

    [Fact]
    public void Packing_says_what_was_packed_and_gives_the_same_bytes_again()
    {
        ToolRun run = _workspace.Run("pack", "pack", "--out", "one.pack");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Matches("^sample.one@1#[0-9a-f]{12}\nfile   [0-9a-f]{64}\nholds  1 edit, 0 tables\nbytes  [0-9,]+\n$", run.Output);
        Assert.Equal(run.Output, _workspace.Run("pack", "one.pack", "--out", "two.pack").Output);
        ToolRun streamed = _workspace.Shell("edits pack ./pack/one.edit --out - > three.pack");
        Assert.Equal((0, run.Output), (streamed.Code, streamed.Error));
        byte[] bytes = File.ReadAllBytes(Path.Combine(_workspace.Folder, "one.pack"));
        Assert.Equal(bytes, File.ReadAllBytes(Path.Combine(_workspace.Folder, "two.pack")));
        Assert.Equal(bytes, File.ReadAllBytes(Path.Combine(_workspace.Folder, "three.pack")));
    }

    [Theory]
    [InlineData("pack pack --out pack/one.edit", 2, "EDIT8061")]
    [InlineData("pack one.pack --out one.pack", 2, "EDIT8061")]
    [InlineData("run one.pack claims.jsonl --out one.pack", 2, "EDIT8061")]
    [InlineData("pack pack --out none/one.pack", 4, "EDIT8001")]
    [InlineData("pack none --out two.pack", 2, "EDIT0701")]
    [InlineData("pack bad --out two.pack", 1, "EDIT0202")]
    [InlineData("pack cut.pack --out two.pack", 1, "EDIT7004")]
    [InlineData("pin one.pack", 2, "EDIT8007")]
    [InlineData("fmt one.pack", 2, "EDIT8007")]
    [InlineData("fmt one.pack --check", 2, "EDIT8007")]
    [InlineData("run cut.pack claims.jsonl", 1, "EDIT7004")]
    [InlineData("run turned.pack claims.jsonl", 1, "EDIT7005")]
    [InlineData("test turned.pack", 1, "EDIT7005")]
    [InlineData("check turned.pack", 1, "EDIT7005")]
    [InlineData("explain turned.pack claims.jsonl --claim A", 1, "EDIT7005")]
    [InlineData("needs older.pack", 1, "EDIT7003")]
    [InlineData("cost longer.pack", 1, "EDIT7004")]
    [InlineData("run text.pack claims.jsonl", 1, "EDIT0702")]
    public void What_cannot_be_packed_or_loaded_is_told_and_nothing_is_written(string arguments, int code, string id)
    {
        _workspace.Write("claims.jsonl", Workspace.Claim("A"));
        _workspace.Write("bad/one.edit", "pack bad version \"1\"\ndates by date of service\n\nedit ONE \"One\"\n  for each  line v\n  when      v.procedur = 99213\n  then      deny v  reason NONE\nend\n");
        Assert.Equal(0, _workspace.Run("pack", "pack", "--out", "one.pack").Code);
        byte[] whole = File.ReadAllBytes(Path.Combine(_workspace.Folder, "one.pack"));
        _workspace.Write("cut.pack", whole[..^1]);
        _workspace.Write("longer.pack", [.. whole, 0]);
        _workspace.Write("text.pack", "pack one");
        Turned("turned.pack", whole.Length - 3);
        Turned("older.pack", 8);

        ToolRun run = _workspace.Run(arguments.Split(' '));
        Assert.Contains(id, run.Error + run.Output, StringComparison.Ordinal);
        Assert.Equal(code, run.Code);
        Assert.Equal(whole, File.ReadAllBytes(Path.Combine(_workspace.Folder, "one.pack")));
        Assert.False(File.Exists(Path.Combine(_workspace.Folder, "two.pack")));

        void Turned(string name, int at)
        {
            byte[] bytes = [.. whole];
            bytes[at] ^= 1;
            _workspace.Write(name, bytes);
        }
    }

    private void Same(string[] ofFolder, string[] ofFile)
    {
        ToolRun folder = _workspace.Run(ofFolder);
        ToolRun file = Tool.Run(Alone, ofFile);
        Assert.Equal((folder.Code, folder.Output), (file.Code, file.Output));
    }
}

using EditEngine.Compiler.Packs;
using EditEngine.Diagnostics;
using EditEngine.Tests.Tables;
using Xunit;

namespace EditEngine.Tests.Packs;

/// <summary>A pack reads only itself: files below the folder of edits.json, ordinary ones, of a length that such files have.</summary>
public sealed class PackBoundaryTests
{
    private const string Secret = "code,secret\nS3CR3T,hidden\n";

    [Theory]
    [InlineData("../../outside.csv", "EDIT0790")]
    [InlineData("../../../../../../../../../../etc/hostname", "EDIT0790")]
    [InlineData("..\\..\\outside.csv", "EDIT0790")]
    [InlineData("../../no-such-file.csv", "EDIT0790")]
    [InlineData("link.csv", "EDIT0790")]
    [InlineData("folder/outside.csv", "EDIT0790")]
    [InlineData("folder/no-such-file.csv", "EDIT0790")]
    [InlineData("chain.csv", "EDIT0790")]
    [InlineData("dangling.csv", "EDIT0790")]
    [InlineData("circle.csv", "EDIT0790")]
    [InlineData("self/../../outside.csv", "EDIT0403")]
    [InlineData("/etc/hostname", "EDIT0716")]
    [InlineData("/proc/self/environ", "EDIT0716")]
    [InlineData("\\\\server\\share\\t.csv", "EDIT0716")]
    [InlineData("C:t.csv", "EDIT0716")]
    [InlineData("file:///etc/hostname", "EDIT0403")]
    [InlineData("https://example.org/t.csv", "EDIT0403")]
    [InlineData("t.csv\0.csv", "EDIT0403")]
    [InlineData("sub", "EDIT0791")]
    [InlineData(".", "EDIT0791")]
    [InlineData("pipe.csv", "EDIT0791")]
    [InlineData("huge.csv", "EDIT0792")]
    [InlineData("inside.csv", null)]
    [InlineData("../shared/t.csv", null)]
    public void A_file_named_in_rules_lies_below_the_root_and_is_ordinary(string name, string? id)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links and pipes are made as Unix has them.");
        using PackOnDisk disk = new(
            ("outside.csv", Secret), ("root/edits.json", "{}"), ("root/shared/t.csv", "code,name\n1,x\n"), ("root/pack/a.edit", ""), ("root/pack/sub/b.edit", ""));
        string pack = Path.Combine(disk.Path, "root", "pack");
        Link(pack, "link.csv", "../../outside.csv");
        Link(pack, "folder", "../..");
        Link(pack, "chain.csv", "link.csv");
        Link(pack, "dangling.csv", "../../../nowhere.csv");
        Link(pack, "circle.csv", "circle.csv");
        Link(pack, "self", ".");
        Link(pack, "inside.csv", "../shared/t.csv");
        Pipes.Make(Path.Combine(pack, "pipe.csv"));
        Sparse(Path.Combine(pack, "huge.csv"), PackFile.LongestCsv + 1L);
        PackFolderFiles files = new(pack, PackBoundary.Of(pack), default);
        SourceSpan place = new("a.edit", 0, 0, 1, 1);

        Assert.Equal(id is null, files.ReadCsv("a.edit", name, place, out Diagnostic? problem) is not null);
        Assert.Equal(id, problem?.Id);
        Assert.DoesNotContain("S3CR3T", problem?.ToString() ?? "", StringComparison.Ordinal);
        Assert.DoesNotContain("Nearest there: \"../../", problem?.ToString() ?? "", StringComparison.Ordinal);
        if (id is not (null or "EDIT0792"))
        {
            Assert.Null(files.OpenTable("a.edit", name, place, out problem));
            Assert.Equal(id, problem?.Id);
        }
    }

    [Fact]
    public void A_table_and_a_lock_that_are_too_long_are_told()
    {
        const string Base = "pack base version \"1\"\nedit B \"b\"\n  for each  line v\n  when      v.units > 1\n  then      warn v\nend\n";
        using PackOnDisk disk = new(("edits.json", "{}"), ("base/b.edit", Base), ("pack/a.edit", "pack a version \"1\" extends base\ndisable B because \"not here\"\n"));
        string pack = Path.Combine(disk.Path, "pack");
        Sparse(Path.Combine(pack, "huge.table"), (2L << 30) + 1);
        PackFolderFiles files = new(pack, PackBoundary.Of(pack), default);
        Assert.Null(files.OpenTable("a.edit", "huge.table", new SourceSpan("a.edit", 0, 0, 1, 1), out Diagnostic? problem));
        Assert.Equal("EDIT0792", problem?.Id);
        Sparse(Path.Combine(pack, "pack.lock"), PackFile.LongestLock + 1L);
        Assert.Contains("EDIT0792", PackOnDisk.Shown(disk.Compile("pack").Diagnostics), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_root_the_bound_is_the_packs_own_folder()
    {
        using PackOnDisk disk = new(("t.csv", Secret), ("pack/a.edit", "pack a version \"1\"\ncodes @minor : procedure from \"../t.csv\"\n"));
        Assert.Equal("EDIT0790 a.edit(2,31)", PackOnDisk.Shown(disk.Compile("pack").Diagnostics));
        disk.Write("edits.json", "{}"u8.ToArray());
        Assert.DoesNotContain("EDIT0790", PackOnDisk.Shown(disk.Compile("pack").Diagnostics), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("link out", "EDIT0790 x.edit")]
    [InlineData("circle", "EDIT0790 x.edit")]
    [InlineData("pipe", "EDIT0791 x.edit")]
    [InlineData("huge", "EDIT0792 x.edit")]
    [InlineData("settings: link out", "EDIT0790 edits.json")]
    [InlineData("settings: pipe", "EDIT0791 edits.json")]
    [InlineData("settings: huge", "EDIT0792 edits.json")]
    public void What_is_wrong_with_a_file_of_the_pack_itself_is_told(string what, string expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links and pipes are made as Unix has them.");
        using PackOnDisk disk = new(("outside.edit", "S3CR3T S3CR3T"), ("pack/a.edit", "pack a version \"1\"\n"));
        string pack = Path.Combine(disk.Path, "pack");
        string file = Path.Combine(pack, what.StartsWith("settings", StringComparison.Ordinal) ? "edits.json" : "x.edit");
        switch (what.Split(": ")[^1])
        {
            case "link out":
                Link(pack, Path.GetFileName(file), "../outside.edit");
                break;
            case "circle":
                Link(pack, "x.edit", "x.edit");
                break;
            case "pipe":
                Pipes.Make(file);
                break;
            default:
                Sparse(file, PackFile.LongestRules + 1L);
                break;
        }

        CompileResult result = disk.Compile("pack");
        Assert.Equal(expected, PackOnDisk.Shown(result.Diagnostics));
        Assert.Null(result.Pack);
        Assert.DoesNotContain(result.Diagnostics, problem => problem.ToString().Contains("S3CR3T", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_broken_in_other_packs_neither_stops_a_pack_nor_is_shown()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links and pipes are made as Unix has them.");
        using PackOnDisk disk = new(
            ("elsewhere/base.edit", "pack base version \"9\"\n"), ("root/edits.json", "{}"), ("root/base/base.edit", "pack base version \"1\"\n"),
            ("root/payer/a.edit", "pack payer version \"1\" extends base\n"), ("root/other/broken.edit", "pack other version\nedit S3CR3T \"\n pack \n pack base extends"),
            ("root/other/folder.edit/x.txt", ""));
        string other = Path.Combine(disk.Path, "root", "other");
        disk.Write("root/other/binary.edit", [0, 1, 2, .. "\npack base version \"3"u8, 0xFF]);
        disk.Write("root/other/latin.edit", [.. "pack caf"u8, 0xE9, .. " version \"1\"\n"u8]);
        disk.Write("root/other/wide.edit", System.Text.Encoding.Unicode.GetBytes("pack base version \"1\"\n"));
        Pipes.Make(Path.Combine(other, "pipe.edit"));
        Sparse(Path.Combine(other, "huge.edit"), 1L << 40);
        Link(other, "out.edit", "../../elsewhere/base.edit");
        Link(other, "out", "../../elsewhere");
        Link(other, "circle", "..");
        Link(other, "circle.edit", "circle.edit");
        if (!OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Path.Combine(other, "shut"), UnixFileMode.None);
        }

        CompileResult result = disk.Compile("root/payer");
        Assert.Equal("EDIT0709 a.edit(1,32)", PackOnDisk.Shown(result.Diagnostics)); // binary.edit says that it is 'base' too
        File.Delete(Path.Combine(other, "binary.edit"));
        File.Delete(Path.Combine(other, "broken.edit"));
        result = disk.Compile("root/payer");
        Assert.Equal("", PackOnDisk.Shown(result.Diagnostics));
        Assert.NotNull(result.Pack);
    }

    [Fact]
    public void A_pack_that_is_named_through_a_link_is_read_where_it_lies()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links are made as Unix has them.");
        using PackOnDisk disk = new(("real/edits.json", "{}"), ("real/t.csv", "code\n11721\n"), ("real/pack/a.edit", "pack a version \"1\"\ncodes @minor : procedure from \"../t.csv\"\n"));
        Link(disk.Path, "named", "real/pack");
        CompileResult result = disk.Compile("named");
        Assert.Equal("", PackOnDisk.Shown(result.Diagnostics));
        Assert.NotNull(result.Pack);
    }

    [Fact]
    public void Settings_look_for_table_files_without_following_links_to_folders()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links are made as Unix has them.");
        using PackOnDisk disk = new(("outside/fees.csv", Secret), ("root/edits.json", "{ \"freshWithin\": { \"fees.csv\": \"4 months\" } }"), ("root/pack/a.edit", "pack a version \"1\"\n"));
        Link(Path.Combine(disk.Path, "root"), "out", "../outside");
        Link(Path.Combine(disk.Path, "root"), "round", ".");
        Assert.Equal("EDIT0724 ../edits.json(1,20)", PackOnDisk.Shown(disk.Compile("root/pack").Diagnostics));
    }

    private static void Link(string folder, string name, string target) => File.CreateSymbolicLink(Path.Combine(folder, name), target);

    private static void Sparse(string path, long length)
    {
        using FileStream file = File.Create(path);
        file.SetLength(length);
    }
}

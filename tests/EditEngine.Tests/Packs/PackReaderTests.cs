using System.Text;
using EditEngine.Diagnostics;
using Xunit;

namespace EditEngine.Tests.Packs;

public sealed class PackReaderTests
{
    [Fact]
    public void A_folder_gives_its_files_in_ordinal_order_without_those_of_inner_packs()
    {
        using PackOnDisk disk = new(
            ("b.edit", ""), ("a/z.edit", ""), ("B.EDIT", ""), ("pack.edit", "pack acme version \"3\"\n"),
            ("inner/pack.edit", "pack inner version \"1\"\n"), ("inner/deep/x.edit", ""), (".hidden/x.edit", ""), ("notes.txt", ""));
        PackSources sources = disk.Read();
        Assert.Empty(sources.Diagnostics);
        Assert.Equal(("acme", "3"), (sources.Chain.Single().Name, sources.Chain.Single().Version));
        Assert.Equal("B.EDIT, a/z.edit, b.edit, pack.edit", string.Join(", ", sources.Texts.Select(text => text.File)));
        Assert.True(sources.IsWhole);
        Assert.Equal(System.IO.Path.Combine(disk.Path, "a/z.edit"), sources.PathOf("a/z.edit"));
    }

    [Fact]
    public void A_base_comes_before_what_extends_it()
    {
        using PackOnDisk disk = new(
            ("edits.json", "{}"), ("cms/ncci.edit", "pack cms.ncci version \"1\"\n"), ("acme/all.edit", "pack acme version \"2\" extends cms.ncci\n"),
            ("acme/oh/oh.edit", "pack acme.oh version \"4\" extends acme\n"));
        PackSources sources = disk.Read("acme/oh");
        Assert.Empty(sources.Diagnostics);
        Assert.Equal("cms.ncci 1, acme 2, acme.oh 4", string.Join(", ", sources.Chain.Select(pack => $"{pack.Name} {pack.Version}")));
        Assert.Equal("../../cms/ncci.edit, ../all.edit, oh.edit", string.Join(", ", sources.Texts.Select(text => text.File)));
    }

    [Theory]
    [InlineData("alone/x.edit", "x 0", "x.edit", null)]
    [InlineData("pack/pack.edit", "p 7", "pack.edit", null)]
    [InlineData("pack/b.edit", "p 7", "b.edit pack.edit sub/c.edit", "b.edit")]
    [InlineData("pack/sub/c.edit", "p 7", "b.edit pack.edit sub/c.edit", "sub/c.edit")]
    [InlineData("pack/sub", "p 7", "b.edit pack.edit sub/c.edit", "sub")]
    [InlineData("alone", "alone 0", "x.edit y.edit", null)]
    [InlineData("loose/z.edit", "z 0", "z.edit", null)]
    public void A_file_or_folder_is_a_pack_of_its_own_or_a_part_of_the_pack_around_it(string path, string pack, string files, string? asked)
    {
        using PackOnDisk disk = new(
            ("edits.json", "{}"), ("alone/x.edit", ""), ("alone/y.edit", ""), ("pack/pack.edit", "pack p version \"7\"\n"), ("pack/b.edit", ""),
            ("pack/sub/c.edit", ""), ("loose/one.edit", "pack one version \"1\"\n"), ("loose/two.edit", "pack two version \"1\"\n"), ("loose/z.edit", ""));
        PackSources sources = disk.Read(path);
        Assert.Empty(sources.Diagnostics);
        Assert.Equal(pack, $"{sources.Chain.Single().Name} {sources.Chain.Single().Version}");
        Assert.Equal(files, string.Join(" ", sources.Texts.Select(text => text.File)));
        Assert.Equal(asked, sources.Asked);
    }

    [Fact]
    public void A_folder_with_nothing_but_one_pack_is_that_pack()
    {
        using PackOnDisk disk = new(("rules/acme/pack.edit", "pack acme version \"1\"\n"));
        Assert.Equal("acme", disk.Read().Chain.Single().Name);
    }

    [Theory]
    [InlineData("nowhere", "EDIT0701", null)]
    [InlineData("pakc", "EDIT0701", "Did you mean 'pack'?")]
    [InlineData("notes.txt", "EDIT0702", null)]
    [InlineData("empty", "EDIT0703", null)]
    [InlineData("several", "EDIT0705", "Name the folder of one of them.")]
    [InlineData("two", "EDIT0706", "Move one of the packs into a folder of its own.")]
    [InlineData("unknown", "EDIT0707", "Did you mean 'several.one'?")]
    [InlineData("twice", "EDIT0709", null)]
    [InlineData("round/a", "EDIT0710", null)]
    [InlineData("itself", "EDIT0710", null)]
    public void A_mistake_is_reported_once_with_its_help(string path, string id, string? help)
    {
        using PackOnDisk disk = new(
            ("edits.json", "{}"), ("notes.txt", ""), ("empty/readme.md", ""), ("pack/p.edit", "pack p version \"1\"\n"),
            ("several/1/a.edit", "pack several.one version \"1\"\n"), ("several/2/a.edit", "pack several.two version \"1\"\n"),
            ("two/a.edit", "pack two.a version \"1\"\n"), ("two/b.edit", "pack two.b version \"1\"\n"),
            ("unknown/a.edit", "pack u version \"1\" extends several.oen\n"),
            ("same/1/a.edit", "pack double version \"1\"\n"), ("same/2/a.edit", "pack double version \"1\"\n"), ("twice/a.edit", "pack t version \"1\" extends double\n"),
            ("round/a/a.edit", "pack ra version \"1\" extends rb\n"), ("round/b/b.edit", "pack rb version \"1\" extends ra\n"),
            ("itself/i.edit", "pack i version \"1\" extends i\n"));
        PackSources sources = disk.Read(path);
        Diagnostic diagnostic = Assert.Single(sources.Diagnostics);
        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(help, diagnostic.Help);
        Assert.False(sources.IsWhole);
        Assert.Equal(id, Assert.Single(EditCompiler.Compile(sources, CompileOptions.Default).Diagnostics).Id);
    }

    [Fact]
    public void Extends_without_a_root_says_how_to_make_one()
    {
        using PackOnDisk disk = new(("a/a.edit", "pack a version \"1\"\n  extends b\n"));
        Diagnostic diagnostic = Assert.Single(disk.Read("a").Diagnostics);
        Assert.Equal("EDIT0708 a.edit(2,11)", $"{diagnostic.Id} {diagnostic.Place}");
        Assert.Contains("{}", diagnostic.Help, StringComparison.Ordinal);
    }

    [Fact]
    public void A_circle_names_its_packs()
    {
        using PackOnDisk disk = new(
            ("edits.json", "{}"), ("a/a.edit", "pack a version \"1\" extends b\n"), ("b/b.edit", "pack b version \"1\" extends c\n"),
            ("c/c.edit", "pack c version \"1\" extends a\n"));
        Assert.Contains("a → b → c → a", Assert.Single(disk.Read("a").Diagnostics).Seen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-16", "EDIT0711 x.edit(1,1)")]
    [InlineData("utf-16BE", "EDIT0711 x.edit(1,1)")]
    [InlineData("no mark", "EDIT0711 x.edit(1,1)")]
    [InlineData("latin", "EDIT0712 x.edit(2,5)")]
    [InlineData("binary", "EDIT0713 x.edit(2,3)")]
    public void Another_encoding_than_UTF_8_is_told_with_its_place(string encoding, string expected)
    {
        using PackOnDisk disk = new(("a.edit", "edit A \"broken\""));
        disk.Write("x.edit", encoding switch
        {
            "utf-16" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("pack a")],
            "utf-16BE" => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("pack a")],
            "no mark" => Encoding.Unicode.GetBytes("pack a"),
            "latin" => Encoding.Latin1.GetBytes("a\nM\u00e9niere caf\u00e9"[..3] + "aff\u00e9"),
            _ => [.. "a\nbc"u8, 0, .. "d"u8],
        });
        PackSources sources = disk.Read();
        string[] own = PackOnDisk.Shown(sources.Diagnostics).Split('\n');
        Assert.Equal([expected], own);

        // The other file is still read: its mistakes of form are told with it.
        Assert.True(EditCompiler.Compile(sources, CompileOptions.Default).Diagnostics.Length > 1);
    }

    [Fact]
    public void The_mark_of_UTF_8_is_no_part_of_the_text()
    {
        using PackOnDisk disk = new();
        disk.Write("x.edit", [0xEF, 0xBB, 0xBF, .. "-- é"u8]);
        Assert.Equal("-- é", disk.Read().Texts.Single().Text);
    }

    [Fact]
    public void A_broken_pack_clause_keeps_names_from_being_judged()
    {
        using PackOnDisk disk = new(("x.edit", "pack acme extends\n\nedit A \"b\"\n  for each line v\n  when v.procedure in @unknown\n  then deny v reason X\nend\n"));
        CompileResult result = disk.Compile();
        Assert.Null(result.Pack);
        Assert.All(result.Diagnostics, diagnostic => Assert.StartsWith("EDIT01", diagnostic.Id, StringComparison.Ordinal));
    }
}

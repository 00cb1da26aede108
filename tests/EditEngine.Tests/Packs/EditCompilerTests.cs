using Xunit;

namespace EditEngine.Tests.Packs;

public sealed class EditCompilerTests
{
    private const string Base = """
        pack base version "1"
        dates by date of service
        reasons
          BUNDLED = CO 97
        codes @minor : procedure from "tables/minor.csv" dated effective .. deleted

        edit MINOR "A minor procedure"
          for each  line v
          when      v.procedure in @minor
          then      deny v  reason BUNDLED
          message   "{v.procedure} is minor."
        end

        """;

    [Fact]
    public void A_pack_that_extends_another_has_its_edits_and_tables()
    {
        using PackOnDisk disk = new(
            ("edits.json", "{}"), ("base/base.edit", Base), ("base/tables/minor.csv", "code,effective,deleted\n11721,2020-01-01,\n"),
            ("acme/acme.edit", "pack acme version \"2\" extends base\n\nedit OWN \"Own\"\n  for each  line v\n  when      v.procedure in @minor\n  then      review v\nend\n"));
        CompileResult result = disk.Compile("acme");
        Assert.Equal("", PackOnDisk.Shown(result.Diagnostics));
        Assert.Equal(("acme", "2"), (result.Pack!.Name, result.Pack.Version));
        Assert.Equal("MINOR base, OWN acme", string.Join(", ", result.Pack.Edits.Select(edit => $"{edit.Id} {edit.PackName}")));
    }

    [Fact]
    public void A_pack_with_a_mistake_does_not_run()
    {
        using PackOnDisk disk = new(("base.edit", Base));
        CompileResult result = disk.Compile();
        Assert.Null(result.Pack);
        Assert.Equal("EDIT0403 base.edit(5,31)", PackOnDisk.Shown(result.Diagnostics));
    }

    [Fact]
    public void A_text_is_a_pack_by_itself()
    {
        PackSources sources = PackSources.FromText("x.edit", "pack t version \"9\"\n");
        CompileResult result = EditCompiler.Compile(sources, CompileOptions.Default);
        Assert.Empty(result.Diagnostics);
        Assert.Equal(("t", "9"), (result.Pack!.Name, result.Pack.Version));
    }
}

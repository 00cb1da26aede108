using EditEngine.Compiler.Editing;
using EditEngine.Tests.Packs;
using Xunit;

namespace EditEngine.Tests.Editing;

public sealed class NamePlacesTests
{
    private const string Rules = """
        edit A "a"
          parameter @low = 2
          for each  line v, counted h  with same practice
          when      v.procedure in @minor and row r in @limits for v.procedure and r.value > @low
          and       any counted h2 has (h2.date = v.date)
          then      deny v  reason UNITS
          message   "{v.date} {r.value}"
          test "t"
            claim professional
              line 1: 11721 on 2025-03-04
            expect line 1 denied by A reason UNITS
        end
        edit B "b"
          deprecated since 2025-01-01 use A
          for each  line v
          when      v is denied by A and v.units > @most
          then      review v
        end

        """;

    private static readonly int Before = MarkedPack.Shared.Count(c => c == '\n');

    // Where the mark is put after a text, and the lines of the sample at which the name stands.
    [Theory]
    [InlineData("codes @minor", 0, "")]
    [InlineData("in @minor", 0, "4")]
    [InlineData("edit A", 0, "1 11 14 16")]
    [InlineData("by A", 0, "1 11 14 16")]
    [InlineData("reason UNITS", 0, "6 11")]
    [InlineData("line v", 0, "3 4 4 5 6 7")]
    [InlineData("{v", 0, "3 4 4 5 6 7")]
    [InlineData("row r", 0, "4 4 7")]
    [InlineData("r.value", 0, "4 7")]
    [InlineData("counted h2", 0, "5 5")]
    [InlineData("@low", 0, "2 4")]
    [InlineData("same practice", 0, "3")]
    [InlineData("counted", 0, "3 5")]
    public void References(string after, int from, string expected)
    {
        string text = MarkedPack.Shared + Rules;
        int start = after.StartsWith("codes", StringComparison.Ordinal) ? from : MarkedPack.Shared.Length;
        MarkedPack pack = MarkedPack.OfTexts(("rules.edit", text.Insert(text.IndexOf(after, start, StringComparison.Ordinal) + after.Length, "‸")));
        IEnumerable<FoundPlace> found = NamePlaces.ReferencesOf(pack.Pack, pack.File, pack.Offset, withDeclarations: true);
        IEnumerable<int> lines = found.Select(place => text[..place.Span.Start].Count(c => c == '\n') + 1 - Before).Where(line => line > 0).Order();
        Assert.Equal(expected.Length == 0 ? "4" : expected, string.Join(' ', lines));
    }

    [Theory]
    [InlineData("in @minor", "rules.edit:8 minor")]
    [InlineData("denied by A", "rules.edit:22 A")]
    [InlineData("counted", "rules.edit:18 counted")]
    [InlineData("r.value", "rules.edit:12 value")]
    [InlineData("v is", "rules.edit:36 v")]
    public void Definitions(string after, string expected)
    {
        string text = MarkedPack.Shared + Rules;
        MarkedPack pack = MarkedPack.OfTexts(("rules.edit", text.Insert(text.IndexOf(after, MarkedPack.Shared.Length, StringComparison.Ordinal) + (after == "v is" ? 1 : after.Length), "‸")));
        Assert.Equal(expected, string.Join(", ", pack.Shown(NamePlaces.DefinitionOf(pack.Pack, pack.File, pack.Offset))));
    }

    [Fact]
    public void A_claim_is_found_where_it_is_named_or_tested()
    {
        const string Claims = "claim \"two visits\"\n  claim professional\n    line 1: 99213 on 2025-03-04\n    line 2: 99214\nclaim \"three\"\n  claim of \"two visits\"\n    line 3: 99215\n";
        const string Tests = "edit A \"a\"\n  for each line v\n  when v.units > 9\n  then review v\n  test \"one\"\n    claim of \"two visits\"\n    expect clean\n  test \"again\"\n    claim of \"one\"\n    expect clean\nend\n";
        MarkedPack pack = MarkedPack.OfTexts(("claims.edit", Claims), ("tests.edit", Tests.Replace("of \"two", "of \"two‸", StringComparison.Ordinal)));
        Assert.Equal(["claims.edit:1 two visits"], pack.Shown(NamePlaces.DefinitionOf(pack.Pack, pack.File, pack.Offset)));
        Assert.Equal(["claims.edit:1 two visits", "claims.edit:6 two visits", "tests.edit:6 two visits"], pack.Shown(NamePlaces.ReferencesOf(pack.Pack, pack.File, pack.Offset, true)));
        Assert.Equal(["tests.edit:5 one"], pack.Shown(NamePlaces.DefinitionOf(pack.Pack, pack.File, Tests.IndexOf("of \"one", StringComparison.Ordinal) + 5)));
        RenamedName renamed = Rename.To(pack.Pack, pack.File, pack.Offset, "a pair of visits");
        Assert.Equal(Claims.Replace("two visits", "a pair of visits", StringComparison.Ordinal), pack.Changed("claims.edit", renamed.Changes));
        Assert.Equal(Tests.Replace("two visits", "a pair of visits", StringComparison.Ordinal), pack.Changed("tests.edit", renamed.Changes));
        Assert.Equal("A title is one line without double quotes and braces.", Rename.To(pack.Pack, pack.File, pack.Offset, "a \"pair\"").Refused);
        Assert.Equal("There is a 'three' already.", Rename.To(pack.Pack, pack.File, pack.Offset, "three").Refused);
        Assert.Contains("line 2: 99214", Hover.At(pack.Pack, pack.File, pack.Offset)!.Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Over_all_packs_and_into_rows_of_files()
    {
        using PackOnDisk disk = new(
            ("edits.json", "{}"),
            ("base/base.edit", "pack base version \"1\"\ncodes @seen : procedure from \"seen.csv\"\nedit MANY \"Many\"\n  for each line v\n  when v.procedure in @seen\n  then review v\nend\n"),
            ("base/seen.csv", "code\n97110\n97112\n"),
            ("acme/acme.edit", "pack acme version \"1\" extends base\ndisable MANY because \"own\"\nedit OWN \"Own\"\n  for each line v\n  when v.procedure = 97112 or v.procedure in @seen\n  then review v\nend\n"));
        EditingPack pack = new(EditCompiler.Open(Path.Combine(disk.Path, "acme"), CompileOptions.Default));
        MarkedPack shown = new(pack, "acme.edit", 0);
        string text = shown.TextOf("acme.edit");
        Assert.Equal(["../base/base.edit:2 seen"], shown.Shown(NamePlaces.DefinitionOf(pack, "acme.edit", text.IndexOf("@seen", StringComparison.Ordinal))));
        Assert.Equal(["../base/base.edit:3 MANY"], shown.Shown(NamePlaces.DefinitionOf(pack, "acme.edit", text.IndexOf("MANY", StringComparison.Ordinal))));
        Assert.Equal(["../base/seen.csv:3"], shown.Shown(NamePlaces.DefinitionOf(pack, "acme.edit", text.IndexOf("97112", StringComparison.Ordinal))));
        Assert.Equal(["../base/base.edit:2 seen", "../base/base.edit:5 seen", "acme.edit:5 seen"], shown.Shown(NamePlaces.ReferencesOf(pack, "acme.edit", text.IndexOf("@seen", StringComparison.Ordinal), true)));
        string below = shown.TextOf("../base/base.edit");
        Assert.Equal(["../base/seen.csv:1"], shown.Shown(NamePlaces.DefinitionOf(pack, "../base/base.edit", below.IndexOf("seen.csv", StringComparison.Ordinal))));
    }
}

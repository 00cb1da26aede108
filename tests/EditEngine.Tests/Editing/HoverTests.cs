using EditEngine.Compiler.Editing;
using EditEngine.Tests.Packs;
using Xunit;

namespace EditEngine.Tests.Editing;

public sealed class HoverTests
{
    // The page holds each of these.
    [Theory]
    [InlineData("for each line v\nwhen v.un‸its > 2\nthen review v", "**units** of a line|Units billed.|absent: missing|SV104")]
    [InlineData("for each line v\nwhen v.rendering.np‸i = 1234567893\nthen review v", "**npi** of a provider")]
    [InlineData("for each line v\nwhen v.procedure = 11‸721\nthen review v", "**11721**: a procedure code|sets: @minor|@limits: code 11721, value 1|edits: X")]
    [InlineData("for each line v\nwhen v.procedure in { 11721, 992‸13 }\nthen review v", "**99213**: a procedure code|sets: @visits")]
    [InlineData("for each line v\nwhen v.procedure in @vis‸its\nthen review v", "**@visits**: 14 codes of procedure|codes @visits : procedure = { 99202-99215 }|Holds 99202-99215.")]
    [InlineData("for each line v\nwhen v.units > value of @lim‸its for v.procedure\nthen review v", "**@limits**: by code, 2 rows|value | units")]
    [InlineData("for each line v\nwhen v.units > va‸lue of @limits for v.procedure\nthen review v", "**value** of @limits: units")]
    [InlineData("for each line v\nwhen v.units > @mo‸st\nthen review v", "parameter @most = 10 units")]
    [InlineData("for each line v, coun‸ted h\nwhen v.units > 2\nthen review v", "define counted h : history line")]
    [InlineData("for each line v, counted h\nwhen h‸.units > 2\nthen review v", "**h**: a history line")]
    [InlineData("for each line v\nwhen v.units > 2\nthen deny v reason UNI‸TS", "CO 151 remark N362")]
    [InlineData("for each line v\nwhen v.units > 2\nthen de‸ny v reason UNITS", "Not paid.")]
    [InlineData("phase pay‸ment\nfor each line v\nwhen v.units > 2\nthen review v", "phase 2 of 2")]
    [InlineData("for each claim c\nwhen c.office_vis‸its > 2\nthen review c", "a fact of the payer")]
    [InlineData("deprecated since 2025-01-01 use OTH‸ER\nfor each line v\nwhen v.units > 2\nthen review v", "**OTHER** other|when      w.units > 9|of pack sample 1|no test")]
    [InlineData("for each line v\nwhen v.units > 2\nthen review v\ntest \"t\"\n  claim professional\n    line 1: 11‸721 on 2025-03-04\n  expect clean", "sets: @minor")]
    [InlineData("for each line v\nwhen v.units > 2 and (\nthen review v\nmessage \"{v.char‸ge}\"", "**charge**")]
    public void A_page_on_what_stands_there(string clauses, string expected)
    {
        MarkedPack pack = MarkedPack.OfClauses(clauses);
        string page = Hover.At(pack.Pack, pack.File, pack.Offset)?.Page ?? "(none)";
        Assert.All(expected.Split('|'), part => Assert.Contains(part, page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("for each line v\nwhen ‸  v.units > 2\nthen review v")]
    [InlineData("cite \"some ‸policy\"\nfor each line v\nwhen v.units > 2\nthen review v")]
    public void Nothing_is_said_of_blanks_and_texts(string clauses)
    {
        MarkedPack pack = MarkedPack.OfClauses(clauses);
        Assert.Null(Hover.At(pack.Pack, pack.File, pack.Offset));
    }

    [Fact]
    public void A_code_of_the_code_table_has_its_days_and_a_changed_edit_what_changed_it()
    {
        using PackOnDisk disk = new(
            ("edits.json", "{}"),
            ("base/base.edit", "pack base version \"1\"\ndates by date of service\ncodes of procedure from \"codes.csv\" dated from .. through\nedit MANY \"Many\"\n  parameter @most = 4\n  for each line v\n  when v.procedure = 97110 and v.units > @most\n  then review v\nend\n"),
            ("base/codes.csv", "code,from,through\n97110,2000-01-01,2025-12-31\n"),
            ("acme/acme.edit", "pack acme version \"1\" extends base\noverride MANY set @most = 6\nedit OWN \"Own\"\n  for each line v\n  when v.procedure = 97110\n  then review v\nend\n"));
        EditingPack pack = new(EditCompiler.Open(Path.Combine(disk.Path, "acme"), CompileOptions.Default));
        string text = pack.Find("acme.edit")!.Value.Tree.Source.Text;
        string code = Hover.At(pack, "acme.edit", text.IndexOf("97110", StringComparison.Ordinal))!.Page;
        Assert.Contains("valid 2000-01-01 .. 2025-12-31", code, StringComparison.Ordinal);
        Assert.Contains("edits: MANY, OWN", code, StringComparison.Ordinal);
        string edit = Hover.At(pack, "acme.edit", text.IndexOf("MANY", StringComparison.Ordinal))!.Page;
        Assert.Contains("of pack base 1", edit, StringComparison.Ordinal);
        Assert.Contains("pack acme: `override MANY set @most = 6`", edit, StringComparison.Ordinal);
    }
}

using EditEngine.Compiler.Editing;
using EditEngine.Tests.Packs;
using Xunit;

namespace EditEngine.Tests.Editing;

public sealed class CompletionTests
{
    // What is asked, and labels that are proposed, in this order among others; those behind ! are not.
    [Theory]
    [InlineData("for each line v\nwhen v.proc‸", "procedure, procedure_form, !units")]
    [InlineData("for each line v\nwhen v.‸", "procedure, modifiers, units, charge")]
    [InlineData("for each line v\nwhen v.units > 1 and v.rendering.‸\nthen deny v", "npi, specialty, !units")]
    [InlineData("for each line v\nwhen v.‸units > 1\nthen review v", "procedure, units")]
    [InlineData("for each claim c\nwhen c.off‸", "office_visits")]
    [InlineData("for each line v\nwhen claim.‸", "type, bill_type, office_visits")]
    [InlineData("for each line v, other line x\nwhen x.pl‸ and (", "place")]
    [InlineData("for each line v\nwhen any history line h has (h.‸", "status, procedure")]
    [InlineData("for each line v\nwhen any counted h has (h.procedure = v.procedure and h.da‸)\nthen review v", "date, days")]
    [InlineData("for each line v\nwhen row r in @limits for v.procedure and r.‸", "code, value, note, !units")]
    [InlineData("for each line v\nwhen row r in @limits for v.procedure\nthen reduce v to r.‸", "value")]
    [InlineData("for each group g of line by procedure, date\nwhen g.‸", "procedure, date, !units")]
    [InlineData("for each line v\nwhen count of history line h where (h.‸", "status")]
    [InlineData("for each line v\nlet base = v.ch‸", "charge")]
    [InlineData("for each line v\nwhen v.units > 3\nthen review v\nmessage \"{v.pr‸}\"", "procedure")]
    [InlineData("for each line v\nwhen row r in @limits for v.procedure\nthen review v\nmessage \"at most {r.‸", "value")]
    [InlineData("for each line v\nwhen row r in @limits for v.procedure\nthen review v\nmessage \"at most {‸}.\"", "v, r")]
    [InlineData("for each line v\nwhen v.units > 3\nthen review v\nmessage \"v.‸\"", "!procedure")]
    public void After_a_dot_the_members_of_what_stands_before_it(string clauses, string expected) => Check(clauses, expected);

    [Theory]
    [InlineData("for each line v, other line x\nwhen ‸", "v, x, patient, claim, days from, age of, any, not, !procedure, !then, !line of")]
    [InlineData("for each line v\nlet dear = v.charge > $500\nwhen de‸", "dear")]
    [InlineData("for each line v\nwhen v.units > ‸", "v, @most, value of @limits")]
    [InlineData("for each line v\nwhen v.units > @‸", "@most, !@visits")]
    [InlineData("for each line v\nwhen v.procedure in @‸", "@visits, @minor, @limits, !@sides")]
    [InlineData("for each line v\nwhen v.procedure in @vi‸", "@visits, !@minor")]
    [InlineData("for each line v\nwhen v has modifier in @‸", "@sides, !@visits")]
    [InlineData("for each line v\nwhen v has ‸", "modifier, diagnosis, no, exactly, at least, !procedure")]
    [InlineData("for each line v\nwhen v has no ‸", "modifier, diagnosis")]
    [InlineData("for each line v, history line h\nwhen h.status = ‸", "paid, denied, adjusted, voided")]
    [InlineData("for each line v, history line h\nwhen h.status in { paid, ‸", "denied, adjusted")]
    [InlineData("for each line v, counted h\nwhen h is ‸", "missing, present, payable, counted, kin, replaced, not")]
    [InlineData("for each line v\nwhen v.emergency = ‸", "yes, no")]
    [InlineData("for each line v\nwhen row r in ‸", "@limits, !@visits")]
    [InlineData("for each line v\nwhen value of ‸", "@limits")]
    public void Values_and_conditions(string clauses, string expected) => Check(clauses, expected);

    [Theory]
    [InlineData("for each line v\nwhen v.procedure in { 117‸", "11721, !17110")]
    [InlineData("for each line v\nwhen v.procedure in { 11721, 992‸ }\nthen review v", "99202, 99213")]
    [InlineData("for each line v\nwhen v.procedure = 97‸", "97110")]
    [InlineData("for each line v\nwhen v has modifier ‸", "RT, LT")]
    [InlineData("for each line v\nwhen v has modifier in { L‸ }", "LT, !RT")]
    public void Codes_that_the_pack_knows(string clauses, string expected) => Check(clauses, expected);

    [Theory]
    [InlineData("for each ‸", "counted, line, history line, claim, diagnosis, other, professional, !v")]
    [InlineData("for each line v, other ‸", "line, counted")]
    [InlineData("for each line v, other line x with same ‸", "practice, kin, procedure, date")]
    [InlineData("for each line v ‸", "with, where, of, !when")]
    [InlineData("for each line v\nwhen any ‸", "counted, line, history line")]
    [InlineData("for each line v\nwhen v.units > 2\nthen ‸", "deny, review, reduce, pend, !v")]
    [InlineData("for each line v, counted h\nwhen v.units > 2\nthen deny ‸", "v, claim")]
    [InlineData("for each line v\nwhen v.units > 2\nthen deny v reason ‸", "BUNDLED, UNITS")]
    [InlineData("for each line v\nwhen v.units > 2\nthen deny v ‸", "reason, queue, overridable, !and")]
    [InlineData("phase ‸", "screen, payment")]
    [InlineData("for each line v\nwhen v.units > 2\nunless v.place = 23 ‸", "because, owner, until, and, or")]
    [InlineData("for each line v\nwhen v.units > 2\n‸", "then, unless, and, message, test, end")]
    [InlineData("for each line v\nwh‸", "when")]
    [InlineData("deprecated since 2025-01-01 use ‸", "OTHER")]
    public void Clauses_and_their_words(string clauses, string expected) => Check(clauses, expected);

    [Theory]
    [InlineData("codes @new : ‸", "procedure, diagnosis, modifier")]
    [InlineData("codes @new : procedure = @‸", "@visits, @minor, !@sides")]
    [InlineData("codes @new : procedure = { 111‸ }", "11102")]
    [InlineData("fact paid_before : ‸", "number, money, yes or no")]
    [InlineData("define rented h : ‸", "line, history line, counted")]
    [InlineData("define rented h : history line where h.st‸", "status")]
    [InlineData("define length of v : days from v.‸ to v.through", "date")]
    [InlineData("‸", "edit, codes, table, define")]
    [InlineData("limit ‸", "cost, lines, history")]
    [InlineData("reasons\n  OTHER = ‸", "CO, PR")]
    public void Declarations(string text, string expected) => Check(MarkedPack.Of(text + "\n"), expected);

    [Theory]
    [InlineData("‸", "claim, patient, diagnoses, line, history, expect, missing")]
    [InlineData("claim ‸", "professional, institutional, dental")]
    [InlineData("claim professional sta‸", "state")]
    [InlineData("line 1: 117‸", "11721")]
    [InlineData("line 1: 11721-‸", "RT, LT")]
    [InlineData("line 1: 99213 ‸", "on, at, for, npi, emergency, rendering.specialty")]
    [InlineData("history ‸", "paid, denied")]
    [InlineData("patient ‸", "born")]
    [InlineData("fact ‸", "office_visits")]
    [InlineData("expect ‸", "clean, nothing from, line, every")]
    [InlineData("expect line 1 ‸", "denied, clean, reviewed, not")]
    [InlineData("expect line 1 denied ‸", "by, reason, queue")]
    [InlineData("expect line 1 denied by ‸", "X, OTHER")]
    [InlineData("expect line 1 denied by X reason ‸", "BUNDLED")]
    [InlineData("missing line 1 ‸", "units, date")]
    public void Tests(string line, string expected) => Check($"for each line v\nwhen v.units > 2\nthen review v\ntest \"t\"\n  claim professional\n    line 1: 99213 on 2025-03-04\n  {line}", expected);

    // A file in a folder of a root with two packs.
    [Theory]
    [InlineData("codes @seen : procedure from \"‸", "seen.csv, rows/")]
    [InlineData("codes @seen : procedure from \"se‸\"", "seen.csv")]
    [InlineData("table @t from \"rows/‸", "limits.xlsx")]
    [InlineData("codes of procedure from \"../tables/‸\"", "all.table")]
    [InlineData("codes of procedure from \"../‸\"", "acme/, general/, tables/")]
    [InlineData("codes of procedure from \"../../‸\"", "")]
    [InlineData("fact f from \"‸", "")]
    [InlineData("pack acme.two version \"2\" extends ‸", "general.base")]
    [InlineData("pack acme.two version \"2\" extends general.‸", "general.base")]
    public void Files_and_packs_that_lie_beside(string line, string expected)
    {
        using PackOnDisk disk = new(
            ("edits.json", "{}"), ("general/base.edit", "pack general.base version \"1\"\n"), ("tables/all.table", ""), ("tables/notes.txt", ""),
            ("acme/seen.csv", "code\n"), ("acme/rows/limits.xlsx", ""), ("acme/acme.edit", line.StartsWith("pack", StringComparison.Ordinal) ? line.Replace("‸", "", StringComparison.Ordinal) : "pack acme version \"1\"\n" + line.Replace("‸", "", StringComparison.Ordinal)));
        EditingPack pack = new(EditCompiler.Open(Path.Combine(disk.Path, "acme"), CompileOptions.Default));
        string text = pack.Find("acme.edit")!.Value.Tree.Source.Text;
        int offset = text.IndexOf(line.Replace("‸", "", StringComparison.Ordinal), StringComparison.Ordinal) + line.IndexOf('‸', StringComparison.Ordinal);
        string[] found = [.. Completion.At(pack, "acme.edit", offset).Where(one => one.Kind is ProposalKind.Table or ProposalKind.Word or ProposalKind.Name && one.Label.StartsWith(text[one.Replaces.Start..offset], StringComparison.Ordinal)).Select(one => one.Label)];
        Assert.Equal(expected.Length == 0 ? [] : expected.Split(", ").Order(), found.Order());
    }

    [Theory]
    [InlineData("test each c in ‸", "@minor, @visits, @sides")]
    [InlineData("test each c in @‸", "@minor, @visits, @sides")]
    [InlineData("test each c in @mi‸ \"t\"", "@minor")]
    [InlineData("test each row r in @‸", "@limits")]
    [InlineData("test each row r in @l‸ \"t\"", "@limits")]
    [InlineData("test each row r in @limits \"t\"\n  claim professional\n    line 1: {‸", "r, r.code, r.value, r.note")]
    [InlineData("test each row r in @limits \"t\"\n  claim professional\n    line 1: {r.‸", "code, value, note")]
    [InlineData("test each c in @minor \"t\"\n  claim professional\n    line 1: {‸", "c")]
    public void Tests_over_sets_and_tables(string clause, string expected) => Check($"for each line v\nwhen v.units > 2\nthen review v\n{clause}", expected);

    [Theory]
    [InlineData("test each c in @‸", "@limits, @most")]
    [InlineData("test each row r in @‸", "@minor, @most")]
    [InlineData("test each row r in @limits \"t\"\n  claim professional\n    line 1: {r.‸", "first_day, units")]
    public void What_a_test_cannot_run_over_is_not_proposed(string clause, string unexpected)
    {
        string[] found = [.. MarkedPack.OfClauses($"for each line v\nwhen v.units > 2\nthen review v\n{clause}").Proposals().Select(one => one.Label)];
        Assert.NotEmpty(found);
        Assert.Empty(unexpected.Split(", ").Intersect(found));
    }

    private const string NamedClaims = "claim \"two visits\"\n  claim professional\n    line 1: 99213 on 2025-03-04\n    line 2: 99214\nclaim \"a third\"\n";

    [Theory]
    [InlineData(NamedClaims + "edit X \"x\"\n  for each line v\n  when v.units > 2\n  then review v\n  test \"t\"\n    claim ‸", "of, professional")]
    [InlineData(NamedClaims + "edit X \"x\"\n  for each line v\n  when v.units > 2\n  then review v\n  test \"t\"\n    claim of ‸", "\"two visits\", \"a third\"")]
    [InlineData(NamedClaims + "edit X \"x\"\n  for each line v\n  when v.units > 2\n  then review v\n  test \"t\"\n    claim of \"two v‸", "\"two visits\"")]
    [InlineData(NamedClaims + "edit X \"x\"\n  for each line v\n  when v.units > 2\n  then review v\n  test \"t\"\n    claim of \"two v‸\"", "\"two visits\"")]
    [InlineData(NamedClaims + "  claim of ‸", "\"two visits\"")]
    [InlineData(NamedClaims + "  claim professional\n    line 1: 1172‸", "11721")]
    [InlineData(NamedClaims + "  ‸", "claim, patient, line")]
    [InlineData(NamedClaims + "‸", "edit, claim, codes")]
    public void Claims_with_a_name(string text, string expected)
    {
        string[] found = [.. MarkedPack.Of(text).Proposals().Select(one => one.Label)];
        Assert.Empty(expected.Split(", ").Except(found));
    }

    [Fact]
    public void A_claim_with_a_name_expects_nothing_and_does_not_take_over_itself()
    {
        Assert.DoesNotContain("expect", MarkedPack.Of(NamedClaims + "  ‸").Proposals().Select(one => one.Label));
        Assert.DoesNotContain("\"a third\"", MarkedPack.Of(NamedClaims + "  claim of ‸").Proposals().Select(one => one.Label));
    }

    [Fact]
    public void A_field_says_its_type_its_source_and_what_absence_means()
    {
        Proposal units = MarkedPack.OfClauses("for each line v\nwhen v.unit‸").Proposals().First(one => one.Label == "units");
        Assert.Equal("units; absent: missing", units.Detail);
        Assert.Contains("SV104", units.Page, StringComparison.Ordinal);
        Assert.Contains("Units billed.", units.Page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_says_where_it_is_known_from()
    {
        Proposal code = MarkedPack.OfClauses("for each line v\nwhen v.procedure in { 1172‸").Proposals().Single();
        Assert.Equal("11721 [Code] @minor, @limits", code.ToString());
    }

    [Theory]
    [InlineData("for each line v\n-- when v.‸")]
    [InlineData("for each line v\nwhen v.units > 2 -- ‸")]
    public void Comments_are_the_writers_own(string clauses) => Assert.Empty(MarkedPack.OfClauses(clauses).Proposals());

    [Fact]
    public void No_place_of_any_half_of_a_file_throws()
    {
        string text = MarkedPack.Shared + "edit X \"x\"\n  for each line v, other line x with same date\n  when any counted h has (h.procedure in { 99213 }) and row r in @limits for v.procedure\n  then deny v reason UNITS\n  message \"{v.date}\"\n  test \"t\"\n    claim professional\n      line 1: 99213-25 on 2025-03-04\n    expect clean\nend\n";
        for (int at = MarkedPack.Shared.Length; at < text.Length; at += 3)
        {
            MarkedPack half = MarkedPack.OfTexts(("rules.edit", text[..at] + MarkedPack.Mark));
            Completion.At(half.Pack, half.File, half.Offset);
            Hover.At(half.Pack, half.File, half.Offset);
        }
    }

    private static void Check(string clauses, string expected) => Check(MarkedPack.OfClauses(clauses), expected);

    private static void Check(MarkedPack pack, string expected)
    {
        string[] found = [.. pack.Proposals().Select(one => one.Label)];
        string[] wanted = expected.Split(", ");
        Assert.Equal(wanted.Where(one => one[0] != '!'), wanted.Where(one => one[0] != '!' && found.Contains(one)));
        Assert.DoesNotContain(wanted, one => one[0] == '!' && found.Contains(one[1..]));
    }
}

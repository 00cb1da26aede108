using EditEngine.Analysis.Linting;
using EditEngine.Diagnostics;
using Xunit;

namespace EditEngine.Tests.Linting;

public sealed class PackLintsTests
{
    [Theory]
    [InlineData("", "EDIT2001 EDIT2002 EDIT2004")]
    [InlineData("  cite \"policy\"\n", "EDIT2002 EDIT2004")]
    public void An_edit_is_asked_for_its_citation_its_test_and_a_code(string clause, string ids) =>
        Assert.Equal(ids, Lints($"pack p version \"1\"\nedit X \"x\"\n{clause}  for each  line v\n  when      v.units > 1\n  then      warn v\nend\n"));

    [Fact]
    public void An_exception_without_end_and_a_set_without_use_are_remarked()
    {
        string lints = Lints("""
            pack p version "1"
            codes @idle : procedure = { 99213 }
            edit X "x"
              cite "policy"
              for each  line v
              when      v.procedure = 99213
              unless    v.units > 1  because "why"
              then      warn v
              test "one"
                claim professional
                  line 1: 99213 on 2025-01-01
                expect line 1 warned by X
            end
            """);
        Assert.Equal("EDIT2005 EDIT2003", lints);
    }

    [Theory]
    [InlineData("v.procedure in { 99213, 99214 } and v.procedure in { 99214 }", "")]
    [InlineData("v.procedure in { 99213 } and v.procedure = 99214", "EDIT2007 4,42")]
    [InlineData("v.procedure in { 99213 } and v.units > 2 and v.units < 2", "EDIT2007 4,58")]
    [InlineData("v.procedure in { 99213 } and v.units >= 2 and v.units <= 2", "")]
    [InlineData("v.procedure in { 99213 } and v.units < 0", "EDIT2007 4,42")]
    [InlineData("v.procedure in { 99213 } and v.units >= 0", "EDIT2008 4,42")]
    [InlineData("v.procedure in { 99213 } and (v.units > 2 or v.units < 2)", "")]
    [InlineData("v.procedure in { 99213 } and claim.total_charge in $5 .. $2", "EDIT2013 4,42")]
    [InlineData("v.procedure in { 99213 } and v.date in 2025-12-31 .. 2025-01-01", "EDIT2013 4,42")]
    [InlineData("v.procedure in { 99213 } and v.date in 2025-01-01 .. 2025-01-01", "")]
    [InlineData("v.procedure in { 99213 } and (v.units > 2 or age of patient on v.date in 65 .. 18)", "EDIT2013 4,58")]
    [InlineData("v.procedure in { 99213 } and age of patient on v.date >= 65 and age of patient on v.date < 18", "EDIT2007 4,77")]
    [InlineData("v.procedure in { 99213 } and 65 <= age of patient on v.date and 18 > age of patient on v.date", "EDIT2007 4,77")]
    [InlineData("v.procedure in { 99213 } and age of patient on v.date >= 18 and age of patient on v.date < 65", "")]
    [InlineData("v.procedure in { 99213 } and age of patient on v.date >= 65 and age of patient on claim.received < 18", "")]
    [InlineData("v.procedure in { 99213 } and v.units >= 65 and v.charge < $18", "")]
    [InlineData("v.procedure in { 99213 until 2024-12-31 } and v.procedure in { 99213 from 2025-01-01 }", "EDIT2007 4,59")]
    public void A_condition_that_decides_nothing_is_remarked(string condition, string expected)
    {
        string rules = $"pack p version \"1\"\nedit X \"x\"\n  for each  line v\n  when      {condition}\n  then      warn v\nend\n";
        PackSources sources = PackSources.FromText("rules.edit", rules);
        IEnumerable<string> found = PackLints.Of(sources, TestPacks.Bind(rules), TestContext.Current.CancellationToken).Where(lint => lint.Id is "EDIT2007" or "EDIT2008" or "EDIT2013")
            .Select(lint => $"{lint.Id} {((SourceSpan)lint.Place!).Line},{((SourceSpan)lint.Place!).Column}"); // lints have places
        Assert.Equal(expected, string.Join(' ', found));
    }

    [Theory]
    [InlineData("line v, history line h", "h.date >= v.date - 30 days", "")]
    [InlineData("line v, history line h", "v.units > h.units", "")]
    [InlineData("line v, history line h", "h.date <> v.date", "")]
    [InlineData("line v, history line h", "h.date = h.through", "")]
    [InlineData("line v, history line h", "days from h.date to v.date <= 30", "")]
    [InlineData("line v, history line h", "days from h.date to v.date <= v.units", "EDIT2011 4,13")]
    [InlineData("line v, history line h", "v.units > 1 and h.date + 10 days + 20 days >= v.date", "EDIT2011 4,29")]
    [InlineData("line v, history line h", "h.date + 10 days + 20 days >= v.date and h.date <= v.date", "")]
    [InlineData("line v", "any history line h has (greatest of (h.date, v.date) <= claim.received)", "EDIT2011 4,37")]
    [InlineData("line v", "count of history line h where (least of (h.date, h.through) >= v.date) > 1", "EDIT2011 4,44")]
    [InlineData("line v, history line h", "h.procedure = v.procedure", "")]
    [InlineData("line v, history line h", "h.rendering.npi = v.rendering.npi", "")]
    public void History_that_is_asked_for_in_a_form_that_is_not_read_is_remarked(string things, string condition, string expected)
    {
        string rules = $"pack p version \"1\"\nedit X \"x\"\n  for each  {things}\n  when      {condition}\n  then      warn v\nend\n";
        IEnumerable<string> found = PackLints.Of(PackSources.FromText("rules.edit", rules), TestPacks.Bind(rules), TestContext.Current.CancellationToken).Where(lint => lint.Id == "EDIT2011")
            .Select(lint => $"{lint.Id} {((SourceSpan)lint.Place!).Line},{((SourceSpan)lint.Place!).Column}"); // lints have places
        Assert.Equal(expected, string.Join(' ', found));
    }

    [Theory]
    [InlineData("family of @t for v.procedure = family of @t for x.procedure", "EDIT2010")]
    [InlineData("family of @t for v.procedure is present and family of @t for v.procedure = family of @t for x.procedure", "")]
    [InlineData("row r in @t for v.procedure and r.family = family of @t for x.procedure", "")]
    [InlineData("family of @t for v.procedure = 1", "")]
    [InlineData("v.description = x.description", "EDIT2010")]
    [InlineData("v.procedure = x.procedure", "")]
    [InlineData("family_of of v = family_of of x", "EDIT2010")]
    public void A_comparison_that_holds_of_nothing_is_remarked(string condition, string expected)
    {
        string rules = "pack p version \"1\"\ndates by date of service\ntable @t\n  key code : procedure\n  family : number\n  | code | family |\n  | 99213 | 1 |\n"
            + $"define family_of of v : family of @t for v.procedure\nedit X \"x\"\n  for each  line v, other line x\n  when      {condition}\n  then      warn v\nend\n";
        IEnumerable<string> found = PackLints.Of(PackSources.FromText("rules.edit", rules), TestPacks.Bind(rules), TestContext.Current.CancellationToken).Select(lint => lint.Id).Where(id => id == "EDIT2010");
        Assert.Equal(expected, string.Join(' ', found));
    }

    [Theory]
    [InlineData("2024-06-30", "2024-07-01", "")]
    [InlineData("2024-06-30", "2024-07-02", "rules.edit: row 6: note EDIT2009: Table @t says nothing of this row's key from 2024-07-01 until 2024-07-01. Move an end to the day beside the other, where no gap is meant.")]
    public void Days_between_two_rows_of_a_key_are_remarked(string through, string from, string expected)
    {
        string rules = $"pack p version \"1\"\ntable @t dated from .. through\n  key code : procedure\n  | code  | from       | through    |\n  | 99213 | 2024-01-01 | {through} |\n  | 99213 | {from} |            |\n  | 99214 | 2025-01-01 |            |\n";
        PackSources sources = PackSources.FromText("rules.edit", rules);
        Assert.Equal(expected, string.Join('\n', PackLints.Of(sources, TestPacks.Bind(rules), TestContext.Current.CancellationToken).Where(lint => lint.Id == "EDIT2009")));
    }

    [Theory]
    [InlineData("{ 99213, 99214, 99213 }", "EDIT2012 4,44")]
    [InlineData("{ 99213, 99214 }", "")]
    [InlineData("{ 99213 until 2024-12-31, 99213 from 2025-07-01 }", "")]
    [InlineData("{ 99213 } and v.procedure not in { 99213 }", "")]
    public void A_code_twice_in_a_set_is_remarked(string set, string expected)
    {
        string rules = $"pack p version \"1\"\nedit X \"x\"\n  for each  line v\n  when      v.procedure in {set}\n  then      warn v\nend\n";
        IEnumerable<string> found = PackLints.Of(PackSources.FromText("rules.edit", rules), TestPacks.Bind(rules), TestContext.Current.CancellationToken).Where(lint => lint.Id == "EDIT2012")
            .Select(lint => $"{lint.Id} {((SourceSpan)lint.Place!).Line},{((SourceSpan)lint.Place!).Column}"); // lints have places
        Assert.Equal(expected, string.Join(' ', found));
    }

    [Theory]
    [InlineData("v.units > 1", "EDIT2004")]
    [InlineData("v.place <> 11", "EDIT2004")]
    [InlineData("v.place not in { 11 }", "EDIT2004")]
    [InlineData("v has no modifier 25", "EDIT2004")]
    [InlineData("v has modifier 25", "")]
    [InlineData("v.place = 11", "")]
    [InlineData("v has diagnosis in { E11* } or v.units > 9", "")]
    [InlineData("v.procedure in { 99213 }", "")]
    public void Only_an_edit_that_asks_for_no_code_is_run_for_every_claim(string condition, string expected) =>
        Assert.Equal(expected, Found(condition, "EDIT2004"));

    [Theory]
    [InlineData("v has diagnosis E11", "'E11' is a category")]
    [InlineData("v has diagnosis in { E11, I10, E13.9 }", "'E11' is a category")]
    [InlineData("v has diagnosis in @other", "'E11' is a category")]
    [InlineData("v has diagnosis in { E11*, I10, Z23, B20, E11.9, E10-E13 }", "")]
    [InlineData("v.place = 11 and v has modifier 25 and v.procedure = 99213", "")]
    public void A_category_where_a_code_fits_is_remarked(string condition, string expected)
    {
        string rules = $"pack p version \"1\"\ncodes @other : diagnosis = {{ E13.9, {(condition.EndsWith("@other", StringComparison.Ordinal) ? "E11" : "E11.9")} }}\nedit X \"x\"\n  for each  line v\n  when      {condition}\n  then      warn v\nend\n";
        Diagnostic[] found = [.. PackLints.Of(PackSources.FromText("rules.edit", rules), TestPacks.Bind(rules), TestContext.Current.CancellationToken).Where(lint => lint.Id == "EDIT2015")];
        Assert.Equal(expected.Length == 0 ? 0 : 1, found.Length);
        Assert.All(found, one => Assert.StartsWith(expected, one.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("count of history line h where (h.procedure = v.procedure) >= 2", "EDIT2014")]
    [InlineData("count of history line h where (h.procedure = v.procedure) > 1", "EDIT2014")]
    [InlineData("2 <= count of history line h where (h.procedure = v.procedure)", "EDIT2014")]
    [InlineData("sum of h.units over history line h where (h.procedure = v.procedure) > 4", "EDIT2014")]
    [InlineData("count of history line h where (h.procedure = v.procedure) > 0", "")]
    [InlineData("count of history line h where (h.procedure = v.procedure) >= 1", "")]
    [InlineData("count of history line h where (h.procedure = v.procedure) < 3", "")]
    [InlineData("count of service h where (h.procedure = v.procedure) >= 2", "")]
    [InlineData("count of history line h where (h.procedure = v.procedure) + count of other line x where (x.procedure = v.procedure) >= 2", "")]
    public void A_limit_that_counts_history_alone_is_remarked(string condition, string expected) =>
        Assert.Equal(expected, Found($"v.procedure = 99213 and {condition}", "EDIT2014"));

    [Fact]
    public void A_reason_that_nothing_uses_is_remarked_and_what_a_pack_without_edits_declares_is_not()
    {
        const string Declared = "pack p version \"1\"\nreasons\n  USED = CO 97\n  IDLE = CO 119\nparameter @most : number = 1\ndefine idle h : history line\n  where h.units > 1\n";
        const string Edit = "edit X \"x\"\n  cite \"policy\"\n  for each  line v\n  when      v.procedure = 99213\n  then      deny v  reason USED\nend\n";
        Assert.Equal("EDIT2005 EDIT2005 EDIT2005 EDIT2002", Lints(Declared + Edit));
        Assert.Equal("", Lints(Declared));
    }

    private static string Found(string condition, string id)
    {
        string rules = $"pack p version \"1\"\ndates by date of service\ndefine service x : line or history line\n  where x.units > 0\nedit X \"x\"\n  for each  line v\n  when      {condition}\n  then      warn v\nend\n";
        return string.Join(' ', PackLints.Of(PackSources.FromText("rules.edit", rules), TestPacks.Bind(rules), TestContext.Current.CancellationToken).Select(lint => lint.Id).Where(one => one == id));
    }

    private static string Lints(string rules)
    {
        PackSources sources = PackSources.FromText("rules.edit", rules);
        return string.Join(' ', PackLints.Of(sources, TestPacks.Bind(rules), TestContext.Current.CancellationToken).Select(lint => lint.Id));
    }
}

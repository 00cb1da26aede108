using EditEngine.Compiler.Syntax;
using Xunit;

namespace EditEngine.Tests.Syntax;

public sealed class DeclarationTests
{
    [Theory]
    [InlineData("pack acme.commercial version \"1\" extends cms.ncci", "Pack(acme.commercial, String(\"1\"), cms.ncci)")]
    [InlineData("dates by date of service", "Dates(Basis(\"date of service\"))")]
    [InlineData("dates by claim.from", "Dates(Basis(\"claim.from\"))")]
    [InlineData("limit lines 200", "Limit(lines, 200)")]
    [InlineData("phases a, b", "Phases([a, b])")]
    [InlineData("codes @a : CPT = { 1 from 2021-01-01 } + @b", "Codes(a, CPT, Binary(Add, Set([SetItem(\"1\", False, False, Date(2021-01-01), _)]), AtName(\"b\")), _)")]
    [InlineData("codes @a : CPT from \"f\" column code dated effective .. deleted", "Codes(a, CPT, _, CodeFile(String(\"f\"), code, effective, deleted))")]
    [InlineData("parameter @a : years = 50, 45 from 2023-01-01", "Parameter(a, years, [ParameterValue(#50, _), ParameterValue(#45, Date(2023-01-01))])")]
    [InlineData("fact gold from \"goldCard\" : yes or no", "Fact(gold, String(\"goldCard\"), yes or no)")]
    [InlineData("define billed of x : x.a, x.b", "DefineValue(billed, [x], Tuple([Member(`x, a), Member(`x, b)]))")]
    [InlineData("define n of x : x.npi if claim.dental, otherwise none", "DefineValue(n, [x], Choice([ChoiceBranch(Member(`x, npi), Member(`claim, dental)), ChoiceBranch(`none, _)]))")]
    [InlineData("define npi of x : x.npi or else y or else z", "DefineValue(npi, [x], OrElse(Member(`x, npi), OrElse(`y, `z)))")]
    [InlineData("define judged : claim.frequency <> 8", "DefineValue(judged, [], Binary(NotEqual, Member(`claim, frequency), #8))")]
    [InlineData("define near of a and b : a.npi = b.npi", "DefineValue(near, [a, b], Binary(Equal, Member(`a, npi), Member(`b, npi)))")]
    [InlineData("define entry r of v : row of @addon where r.addon = v.p", "DefineKind(entry, r, v, Kind([KindAlternative([row])], AtName(\"addon\"), _, Binary(Equal, Member(`r, addon), Member(`v, p))))")]
    [InlineData("define e x of s : evidence of s", "DefineKind(e, x, s, Kind([KindAlternative([evidence])], `s, _, _))")]
    [InlineData("define active c of v : certificate of claim.billing", "DefineKind(active, c, v, Kind([KindAlternative([certificate])], Member(`claim, billing), _, _))")]
    [InlineData("define pair g : group of side by procedure, x.date where a", "DefineKind(pair, g, _, Kind([], _, Group(_, Kind([KindAlternative([side])], _, _, _), [`procedure, Member(`x, date)]), `a))")]
    [InlineData("define period of v : last run of (rented h of v by date) broken where (h.date > 1)", "DefineValue(period, [v], Run(Kind([KindAlternative([rented, h])], `v, _, _), `date, Binary(Greater, Member(`h, date), #1)))")]
    [InlineData("disable E01 for state in { OH } from 2025-01-01 because \"x\"", "Disable(E01, In(`state, False, Set([SetItem(\"OH\", False, False, _, _)]), _), Date(2025-01-01), String(\"x\"))")]
    [InlineData("override E01 for a = 1 set @p = 1, 2 from 2025-01-01", "Override(E01, Binary(Equal, `a, #1), p, [ParameterValue(#1, _), ParameterValue(#2, Date(2025-01-01))])")]
    [InlineData("extend E01 with unless a because \"b\" owner \"c\" until 2026-01-01", "Extend(E01, _, [Unless(`a, String(\"b\"), String(\"c\"), Date(2026-01-01))])")]
    [InlineData("reasons for a = 1 effective 2025-01-01 ..\n  K = CO B16 remark N823, M80", "Reasons(Binary(Equal, `a, #1), DateRange(Date(2025-01-01), _), [ReasonRow(K, CO, B16, [N823, M80])])")]
    [InlineData("table @t key a : CPT, b : code\n c : yes or no\n | a | b | c |\n | 1 | \"x y\" | |", "Table(t, _, _, _, [Column(a, _, CPT), Column(b, _, code)], [Column(c, _, yes or no)], [GridRow([GridCell(\"a\"), GridCell(\"b\"), GridCell(\"c\")]), GridRow([GridCell(\"1\"), GridCell(\"x y\"), GridCell(\"\")])])")]
    public void A_declaration_becomes_its_record(string text, string expected) =>
        Assert.Equal(expected, TreeText.Of(SyntaxSamples.ParseClean(text).Declarations.Single()));

    [Theory]
    [InlineData("effective 2015-10-01 .. 2024-09-30  by discharge", "Effective(DateRange(Date(2015-10-01), Date(2024-09-30)), Basis(\"discharge\"))")]
    [InlineData("effective .. 2024-09-30", "Effective(DateRange(_, Date(2024-09-30)), _)")]
    [InlineData("for state in { OH }", "Scope(In(`state, False, Set([SetItem(\"OH\", False, False, _, _)]), _))")]
    [InlineData("on fire skip phases a, b", "Skip([a, b])")]
    [InlineData("precedence 10", "Precedence(10)")]
    [InlineData("monitor", "Monitor(_)")]
    [InlineData("deprecated since 2025-01-01 use E2", "Deprecated(Date(2025-01-01), E2)")]
    [InlineData("parameter @low : years = 12", "ParameterClause(Parameter(low, years, [ParameterValue(#12, _)]))")]
    [InlineData("for each professional line b, other line or counted a of v with same practitioner, same date", "ForEach([Kind([KindAlternative([professional, line, b])], _, _, _), Kind([KindAlternative([other, line]), KindAlternative([counted, a])], `v, _, _)], [practitioner, date])")]
    [InlineData("for each v of group g of marked by date", "ForEach([Kind([KindAlternative([v])], _, Group(g, Kind([KindAlternative([marked])], _, _, _), [`date]), _)], [])")]
    [InlineData("for each line v, group g of one_day by procedure, date, provider", "ForEach([Kind([KindAlternative([line, v])], _, _, _), Kind([], _, Group(g, Kind([KindAlternative([one_day])], _, _, _), [`procedure, `date, `provider]), _)], [])")]
    [InlineData("then deny v reason B overridable where r.mai = 3", "Then(Action(deny, `v, _, _, _, _, B, _, True, Binary(Equal, Member(`r, mai), #3), _))")]
    [InlineData("then deny every line of g queue \"q\"", "Then(Action(deny, `g, line, _, _, _, _, String(\"q\"), False, _, _))")]
    [InlineData("then reduce v to share rounded half up to 0.01%", "Then(Action(reduce, `v, _, Rounded(`share, HalfUp, PercentLiteral(\"0.01\")), _, _, _, _, False, _, _))")]
    [InlineData("then replace v.procedure with D1120 reason AGE", "Then(Action(replace, Member(`v, procedure), _, _, #D1120, _, AGE, _, False, _, _))")]
    [InlineData("also add line g.procedure with modifier 50, LT, units 1 pay 150% supports g", "Also(Action(add, _, _, _, _, _, _, _, False, _, AddedLine(Member(`g, procedure), [50, LT], #1, PercentLiteral(\"150\"), `g)))")]
    public void A_clause_becomes_its_record(string text, string expected) =>
        Assert.Equal(expected, TreeText.Of(SyntaxSamples.Edit("  " + text).Clauses.Single()));

    [Fact]
    public void Otherwise_is_a_clause_before_when()
    {
        EditSyntax edit = SyntaxSamples.Edit("  when a\n  then deny v\n  otherwise when b\n  then pend v\n  otherwise\n  then warn v");
        Assert.Equal(
            [typeof(WhenSyntax), typeof(ThenSyntax), typeof(OtherwiseSyntax), typeof(WhenSyntax), typeof(ThenSyntax), typeof(OtherwiseSyntax), typeof(ThenSyntax)],
            edit.Clauses.Select(clause => clause.GetType()));
    }

    [Fact]
    public void Clauses_may_stand_on_one_line()
    {
        EditSyntax edit = SyntaxSamples.Edit("  for each line v when v.units > 1 unless a because \"b\" then deny v");
        Assert.Equal([typeof(ForEachSyntax), typeof(WhenSyntax), typeof(UnlessSyntax), typeof(ThenSyntax)], edit.Clauses.Select(clause => clause.GetType()));
    }

    [Fact]
    public void A_tests_body_is_cut_into_lines_without_comments()
    {
        SyntaxTree tree = SyntaxSamples.ParseClean(SyntaxSamples.Read("forms.edit"));
        TestSyntax[] tests = [.. tree.Declarations.OfType<EditSyntax>().Single().Clauses.OfType<TestSyntax>()];
        Assert.Equal(
            ["claim professional", "line 1: 99213-25 x2 $120.00 on 2024-05-02", "history paid 27447 on 2025-01-10", "expect \"a -- b\""],
            tests[0].Body.Select(line => line.Text));
        Assert.All(tests.SelectMany(test => test.Body), line => Assert.Equal(line.Text, tree.Source.Slice(line.Span)));
        Assert.Equal("m", tests[1].Each?.Text);
        Assert.Equal(["24", "25"], tests[1].Values.Select(value => value.Text));
        Assert.Equal("with {m}", tests[1].Title?.Value);
    }

    [Fact]
    public void The_first_line_of_an_edit_is_read()
    {
        EditSyntax edit = (EditSyntax)SyntaxSamples.ParseClean("replace edit E04-X \"Title\" retro\n  for each line v\n  when a\n  then deny v\nend").Declarations.Single();
        Assert.Equal("E04-X", edit.Id.Text);
        Assert.Equal("Title", edit.Title?.Value);
        Assert.True(edit.IsRetro);
        Assert.True(edit.Replaces);
        Assert.False(edit.HasErrors);
    }
}

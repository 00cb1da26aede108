using Xunit;

namespace EditEngine.Tests.Syntax;

public sealed class ExpressionTests
{
    [Theory]
    [InlineData("age of patient on v.date < @age", "Binary(Less, Of(age, `patient, Member(`v, date)), AtName(\"age\"))")]
    [InlineData("x = pe of v", "Binary(Equal, `x, Of(pe, `v, _))")]
    [InlineData("count of g = 2", "Binary(Equal, Of(count, `g, _), #2)")]
    [InlineData("1 + count of period of v = 2", "Binary(Equal, Binary(Add, #1, Of(count, Of(period, `v, _), _)), #2)")]
    [InlineData("count of paid h of v where (h.units > 1) > 2", "Binary(Greater, Count(Kind([KindAlternative([paid, h])], `v, _, Binary(Greater, Member(`h, units), #1))), #2)")]
    [InlineData("sum of billed_or_paid_units of g > r.value", "Binary(Greater, Sum(Of(billed_or_paid_units, `g, _), _), Member(`r, value))")]
    [InlineData("days from (last of period of v).date + 1 month to v.date > 60", "Binary(Greater, DaysBetween(Binary(Add, Member(Parenthesized(Of(last, Of(period, `v, _), _)), date), Quantity(#1, month)), Member(`v, date)), #60)")]
    [InlineData("full calendar months from h.date to v.date < 11", "Binary(Less, MonthsBetween(Member(`h, date), Member(`v, date)), #11)")]
    [InlineData("h.date in calendar year of v.date", "In(Member(`h, date), False, Range(PeriodEdge(False, Year, Member(`v, date), _), PeriodEdge(True, Year, Member(`v, date), _)), _)")]
    [InlineData("v = first of g by (pe descending, number)", "Binary(Equal, `v, First(False, `g, [OrderKey(`pe, True), OrderKey(`number, False)]))")]
    [InlineData("v = last of g by h.date", "Binary(Equal, `v, First(True, `g, [OrderKey(Member(`h, date), False)]))")]
    [InlineData("least of (a, b) > 1", "Binary(Greater, Extreme(False, [`a, `b]), #1)")]
    [InlineData("row r in @ptp for (a.procedure, b.procedure)", "Row(r, AtName(\"ptp\"), Tuple([Member(`a, procedure), Member(`b, procedure)]), _)")]
    [InlineData("row in @addon for d.code on v.date", "Row(_, AtName(\"addon\"), Member(`d, code), Member(`v, date))")]
    [InlineData("global of @mpfs for s.procedure = 090", "Binary(Equal, Lookup(global, AtName(\"mpfs\"), Member(`s, procedure), _), #090)")]
    [InlineData("a of @t for claim.contract on d or else 180 days > 1", "Binary(Greater, OrElse(Lookup(a, AtName(\"t\"), Member(`claim, contract), `d), Quantity(#180, days)), #1)")]
    [InlineData("group of @dental for x.procedure = exam", "Binary(Equal, Lookup(group, AtName(\"dental\"), Member(`x, procedure), _), `exam)")]
    [InlineData("sample 1 in 10 by claim.id", "Sample(#1, #10, Member(`claim, id))")]
    [InlineData("v.date in s.date - 1 day .. s.date + 90 days", "In(Member(`v, date), False, Range(Binary(Subtract, Member(`s, date), Quantity(#1, day)), Binary(Add, Member(`s, date), Quantity(#90, days))), _)")]
    [InlineData("v.procedure not in @em on h2.date", "In(Member(`v, procedure), True, AtName(\"em\"), Member(`h2, date))")]
    [InlineData("v.procedure in { 99202-99205, E11.2*, in-process }", "In(Member(`v, procedure), False, Set([SetItem(\"99202-99205\", False, False, _, _), SetItem(\"E11.2\", False, True, _, _), SetItem(\"in-process\", False, False, _, _)]), _)")]
    [InlineData("h.date .. h.through overlaps v.date .. v.through", "Overlaps(Range(Member(`h, date), Member(`h, through)), Range(Member(`v, date), Member(`v, through)))")]
    [InlineData("v shares a diagnosis with s", "Shares(`v, diagnosis, `s)")]
    [InlineData("claim.share = 13.6% and claim.total_charge > $1,250.00", "Binary(And, Binary(Equal, Member(`claim, share), PercentLiteral(\"13.6\")), Binary(Greater, Member(`claim, total_charge), MoneyLiteral(\"1250.00\")))")]
    [InlineData("a.from >= 2025-01-01", "Binary(GreaterOrEqual, Member(`a, from), DateLiteral(2025-01-01))")]
    [InlineData("any c of codes of CPT has (c = 99213)", "Quantified(Any, Kind([KindAlternative([c])], CodesOf(CPT), _, _), Binary(Equal, `c, #99213))")]
    [InlineData("99213 in codes of ICD-10-CM", "In(#99213, False, CodesOf(ICD-10-CM), _)")]
    [InlineData("not not a", "Not(Not(`a))")]
    [InlineData("a - -1 * 2 > 0", "Binary(Greater, Binary(Subtract, `a, Binary(Multiply, Negate(#1), #2)), #0)")]
    public void Values_and_comparisons(string condition, string expected) =>
        Assert.Equal(expected, Shown(condition));

    [Theory]
    [InlineData("v has no modifier in { 24, 25 }", "Has(`v, No, _, modifier, False, Set([SetItem(\"24\", False, False, _, _), SetItem(\"25\", False, False, _, _)]))")]
    [InlineData("v has more than 1 modifier in @sides", "Has(`v, MoreThan, #1, modifier, False, AtName(\"sides\"))")]
    [InlineData("v has at least 2 modifier outside @sides", "Has(`v, AtLeast, #2, modifier, True, AtName(\"sides\"))")]
    [InlineData("v has exactly 1 modifier in @a - @b", "Has(`v, Exactly, #1, modifier, False, Binary(Subtract, AtName(\"a\"), AtName(\"b\")))")]
    [InlineData("v has modifier AS", "Has(`v, Any, _, modifier, False, `AS)")]
    [InlineData("v has no modifier expected", "Has(`v, No, _, modifier, False, `expected)")]
    [InlineData("claim has condition 51", "Has(`claim, Any, _, condition, False, #51)")]
    [InlineData("h has same billed as v", "HasSame(`h, billed, `v)")]
    [InlineData("h is not opposite of v", "Is(`h, True, opposite, `v, _)")]
    [InlineData("v is not denied by E08-AGE", "Is(`v, True, denied, _, E08-AGE)")]
    [InlineData("s.code is on claim", "Is(Member(`s, code), False, on, `claim, _)")]
    [InlineData("d.code is valid on v.date", "Is(Member(`d, code), False, valid, Member(`v, date), _)")]
    [InlineData("any h of period of v has modifier BP", "Quantified(Any, Kind([KindAlternative([h])], Of(period, `v, _), _, _), Has(_, Any, _, modifier, False, `BP))")]
    [InlineData("every v of g has (v.units = 1)", "Quantified(Every, Kind([KindAlternative([v])], `g, _, _), Binary(Equal, Member(`v, units), #1))")]
    [InlineData("every v of g is plain", "Quantified(Every, Kind([KindAlternative([v])], `g, _, _), Is(`, False, plain, _, _))")]
    [InlineData("no supporting p of v", "Quantified(No, Kind([KindAlternative([supporting, p])], `v, _, _), _)")]
    [InlineData("no other unmarked x has same dose as d", "Quantified(No, Kind([KindAlternative([other, unmarked, x])], _, _, _), HasSame(_, dose, `d))")]
    [InlineData("no active c of v is cover of v", "Quantified(No, Kind([KindAlternative([active, c])], `v, _, _), Is(`, False, cover, `v, _))")]
    [InlineData("not (a and b)\n  and c", "Binary(And, Not(Parenthesized(Binary(And, `a, `b))), `c)")]
    public void Has_is_and_quantifiers(string condition, string expected) => Assert.Equal(expected, Shown(condition));

    private static string Shown(string condition) => TreeText.Of(SyntaxSamples.Condition(condition));
}

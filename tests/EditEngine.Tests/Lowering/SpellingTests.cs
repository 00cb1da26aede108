using System.Text.RegularExpressions;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Lowering;
using Xunit;

namespace EditEngine.Tests.Lowering;

/// <summary>One meaning in two spellings has one plan as far as it says what is looked at: access paths, index keys, and what is asked of history.</summary>
public sealed partial class SpellingTests
{
    private const string Prelude = """
        pack p version "1"
        dates by date of service
        reasons
          R = CO 119
        define counted h : history line where h.status in { paid, adjusted }
        define doctor of x : x.rendering.npi
        define seen h of v : counted where h.procedure = v.procedure
        define near of a and b : a.date in b.date - 3 days .. b.date
        define window of x : x.date - 30 days
        codes @visits : procedure = { 99211-99215 }
        define visit v : line where v.procedure in @visits
        table @pairs
          key one : procedure, two : procedure
          rank : number
          | one   | two   | rank |
          | 99213 | 20610 | 1    |

        define entry r of v : row of @pairs  where r.one = v.procedure
        define of_visit r : row of @pairs  where r.one = 99213
        define own_code of r : r.one

        """;

    [Theory]
    [InlineData("line v, counted h", "h.date = v.date", "line v, counted h  with same date", "v.units > 0")]
    [InlineData("line v, counted h", "h.date = v.date", "line v, counted h", "v.date = h.date")]
    [InlineData("line v, counted h", "h.date = v.date", "line v, counted h", "h.date in v.date .. v.date")]
    [InlineData("line v, counted h", "h.date = v.date", "line v, counted h", "h.date >= v.date and h.date <= v.date")]
    [InlineData("line v, counted h", "h.date = v.date", "line v, counted h", "days from h.date to v.date = 0")]
    [InlineData("line v, counted h", "h.date = v.date", "line v, counted h", "not (h.date < v.date or h.date > v.date)")]
    [InlineData("line v, counted h", "h.rendering.npi = v.rendering.npi", "line v, counted h  with same doctor", "v.units > 0")]
    [InlineData("line v, counted h", "doctor of h = doctor of v", "line v, counted h  with same doctor", "v.units > 0")]
    [InlineData("line v, counted h", "h.procedure = v.procedure and h.date = v.date", "line v, counted h  with same procedure, same date", "v.units > 0")]
    [InlineData("line v, counted h", "h.procedure = v.procedure", "line v, seen h of v", "v.units > 0")]
    [InlineData("line v, counted h", "h.procedure = v.procedure", "line v", "any seen h of v")]
    [InlineData("line v, counted h", "h.procedure = v.procedure", "line v", "no seen h of v")]
    [InlineData("line v, counted h", "h.procedure = v.procedure", "line v", "count of seen h of v > 2")]
    [InlineData("line v, counted h", "h.date = v.date", "line v", "any counted h has (h.date = v.date)")]
    [InlineData("line v, counted h", "h.date >= v.date - 30 days", "line v, counted h", "v.date <= h.date + 30 days")]
    [InlineData("line v, counted h", "h.date >= v.date - 30 days", "line v, counted h", "days from h.date to v.date <= 30")]
    [InlineData("line v, counted h", "h.date >= v.date - 30 days", "line v, counted h", "30 >= days from h.date to v.date")]
    [InlineData("line v, counted h", "h.date >= v.date - 30 days", "line v, counted h", "h.date > v.date - 31 days")]
    [InlineData("line v, counted h", "h.date >= v.date - 30 days", "line v, counted h", "not (h.date < v.date - 30 days)")]
    [InlineData("line v, counted h", "h.date >= v.date - 30 days", "line v, counted h", "h.date >= window of v")]
    [InlineData("line v, counted h", "h.date >= v.date - 30 days", "line v, counted h", "v.date - 30 days <= h.date")]
    [InlineData("line v, counted h", "h.date >= v.date - 30 days", "line v, counted h", "days from v.date to h.date >= -30")]
    [InlineData("line v, counted h", "h.date in v.date - 30 days .. v.date", "line v, counted h", "days from h.date to v.date in 0 .. 30")]
    [InlineData("line v, counted h", "h.date in v.date - 30 days .. v.date", "line v, counted h", "v.date in h.date .. h.date + 30 days")]
    [InlineData("line v, counted h", "h.date in v.date - 30 days .. v.date", "line v, counted h", "h.date <= v.date and v.date <= h.date + 30 days")]
    [InlineData("line v, counted h", "h.date in v.date - 24 months .. v.date", "line v, counted h", "v.date in h.date .. h.date + 24 months")]
    [InlineData("line v, counted h", "h.date in v.date - 3 days .. v.date", "line v, counted h", "h is near of v")]
    [InlineData("line v, counted h", "h.date in claim.admission - 3 days .. claim.admission", "claim c, counted h", "h.date in c.admission - 3 days .. c.admission")]
    [InlineData("line v, counted h", "h.date in calendar year of v.date", "line v, counted h", "v.date in calendar year of h.date")]
    [InlineData("line v, counted h", "h.date in calendar month of v.date", "line v, counted h", "h.date in first day of calendar month of v.date .. last day of calendar month of v.date")]
    [InlineData("line v, counted h", "h.procedure in @visits", "line v, counted h", "h.procedure in { 99211-99215 }")]
    [InlineData("line v, counted h", "h.procedure in { 99213, 99214 }", "line v, counted h", "h.procedure = 99213 or h.procedure = 99214")]
    [InlineData("line v, counted h", "v.units > 0", "line v, history line h", "h.status = paid or h.status = adjusted")]
    [InlineData("line v, counted h", "v.units > 0", "line v, history line h", "not (h.status not in { paid, adjusted })")]
    [InlineData("line v, counted h  with same procedure", "h.date in v.date - 24 months .. v.date", "line v, counted h  with same procedure", "v.date in h.date .. h.date + 24 months")]
    [InlineData("line v, counted h  with same procedure", "h.date >= v.date - 24 months", "line v, counted h  with same procedure", "v.date - 24 months <= h.date")]
    [InlineData("line v, counted h  with same procedure", "h.date in v.date - 30 days .. v.date", "line v, seen h of v", "days from h.date to v.date in 0 .. 30")]
    [InlineData("line v, counted h  with same procedure", "h.date >= v.date - 30 days", "line v, counted h", "h.procedure = v.procedure and h.date >= v.date - 30 days")]
    [InlineData("line v, counted h  with same procedure", "days from h.date to v.date <= 30", "line v, counted h  with same procedure", "v.date <= h.date + 30 days")]
    [InlineData("line v, counted h  with same procedure", "days from h.date to v.date in 0 .. 30", "line v, counted h  with same procedure", "h.date > v.date - 31 days and h.date < v.date + 1 day")]
    [InlineData("line v, counted h  with same procedure", "v.date in h.date .. h.date + 24 months", "line v, counted h  with same procedure", "h.date <= v.date and h.date + 24 months >= v.date")]
    [InlineData("line v, counted h  with same procedure", "v.date <= h.date + 30 days", "line v, counted h  with same procedure", "not (h.date + 30 days < v.date)")]
    [InlineData("line v, counted h  with same procedure", "v.date < h.date + 24 months", "line v, counted h  with same procedure", "h.date + 24 months > v.date")]
    [InlineData("line v, counted h  with same procedure", "full calendar months from h.date to v.date < 6", "line v, counted h  with same procedure", "not (full calendar months from h.date to v.date >= 6)")]
    [InlineData("line v, counted h  with same procedure", "h.date > v.date - 30 days and h.date <= v.date", "line v, counted h  with same procedure", "h.date in v.date - 29 days .. v.date")]
    [InlineData("line v, counted h", "v.procedure in @visits and h.date = v.date", "line v, counted h  with same date", "v.procedure in { 99211-99215 }")]
    [InlineData("line v, counted h", "v.procedure = 99213 and h.date = v.date", "line v, counted h  with same date", "99213 = v.procedure")]
    [InlineData("line v, counted h", "v.procedure in { 99213, 99214 } and h.date = v.date", "line v, counted h  with same date", "(v.procedure = 99213 or v.procedure = 99214)")]
    [InlineData("visit v, counted h", "h.date = v.date", "line v, counted h  with same date", "v is visit")]
    [InlineData("dental line v, counted h", "h.date = v.date", "line v, counted h  with same date", "claim.type = dental")]
    [InlineData("dental or professional line v, counted h", "h.date = v.date", "line v, counted h  with same date", "claim.type in { dental, professional }")]
    [InlineData("line v, counted h", "h.date = v.date and row in @pairs for (v.procedure, h.procedure)", "line v, counted h  with same date", "rank of @pairs for (v.procedure, h.procedure) > 0")]
    public void Have_one_plan(string things, string condition, string otherThings, string otherCondition)
    {
        string first = SeenOf(things, condition);
        Assert.DoesNotContain("every line", first, StringComparison.Ordinal);
        Assert.Equal(first, SeenOf(otherThings, otherCondition));
    }

    [Theory]
    [InlineData("line v", "any row r of @pairs has (r.one = v.procedure)", "line v", "any entry r of v")]
    [InlineData("line v", "any row r of @pairs has (r.one = v.procedure)", "line v", "any row r of @pairs has (r is entry of v)")]
    [InlineData("line v", "any row r of @pairs has (r.one = v.procedure)", "line v", "any row r of @pairs has (v.procedure = own_code of r)")]
    [InlineData("line v", "any row r of @pairs has (r.one = v.procedure)", "line v, entry r of v", "v.units > 0")]
    [InlineData("line v, row r of @pairs", "r.one = v.procedure", "line v, row r of @pairs", "r is entry of v")]
    [InlineData("line v, row r of @pairs", "r.one = v.procedure", "line v, entry r of v", "v.units > 0")]
    [InlineData("line v, row r of @pairs", "r.one = 99213 and r.two = v.procedure", "line v, row r of @pairs", "r is of_visit and v.procedure = r.two")]
    public void Look_up_rows_alike(string things, string condition, string otherThings, string otherCondition)
    {
        string first = RowsOf(things, condition);
        Assert.Contains("firstKey", first, StringComparison.Ordinal);
        Assert.Equal(first, RowsOf(otherThings, otherCondition));
    }

    [Theory]
    [InlineData("h.procedure in @visits", "h.procedure in { 99211-99215 }")]
    [InlineData("doctor of h = doctor of v", "h.rendering.npi = v.rendering.npi")]
    [InlineData("h.date >= window of v", "h.date >= v.date - 30 days")]
    public void Have_the_same_plan_to_the_last_step(string condition, string otherCondition) =>
        Assert.Equal(WholeOf(condition), WholeOf(otherCondition));

    [Theory]
    [InlineData("line v, history line h", "h.date = v.date", "access: history on day day: field type=Day field=date#0 form=Plain")]
    [InlineData("line v, history line h", "h.units > v.units", "access: all of history")]
    [InlineData("line v, history line h", "h.date in v.date - 30 days .. v.date", "access: history between from oneOf: operation operator=add type=Day operands: field type=Day field=date#0 form=Plain operands: constant type=Period value=\"-30 days\" to oneOf: field type=Day field=date#0 form=Plain")]
    [InlineData("history line h, line v", "h.date = v.date", "access: all of history")]
    [InlineData("line v", "any history line h has (any line w has (h.date = w.date))", "access: all of history")]
    [InlineData("line v, history line h", "h.through >= v.date", "access: all of history")]
    public void Only_days_known_before_a_line_is_looked_at_lead_to_it(string things, string condition, string access) =>
        Assert.Equal(access, AccessOf(PlanPrinter.Print(PackLowering.Lower(Bound(things, condition)))));

    // A definition's names have slots that nothing stands in.
    private static string WholeOf(string condition) => SlotCount().Replace(PlanPrinter.Print(PackLowering.Lower(Bound("line v, counted h", condition))), "");

    private static string SeenOf(string things, string condition)
    {
        BoundPack pack = Bound(things, condition);
        string plan = PlanPrinter.Print(PackLowering.Lower(pack));
        return $"{AccessOf(plan)}\n{plan.Split('\n').Single(line => line.Trim().StartsWith("indexKey", StringComparison.Ordinal)).Trim()}\n{NeedText.Of(Assert.Single(HistoryNeeds.Of(pack)))}";
    }

    // Where rows are looked up, and which claims come.
    private static string RowsOf(string things, string condition)
    {
        string plan = PlanPrinter.Print(PackLowering.Lower(Bound(things, condition)));
        return string.Join('\n', plan.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("list: rows", StringComparison.Ordinal) || line.StartsWith("firstKey", StringComparison.Ordinal) || line.StartsWith("indexKey", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    // Each access with the lines below it.
    private static string AccessOf(string plan)
    {
        List<string> found = [];
        int? depth = null;
        foreach (string line in plan.Split('\n'))
        {
            int indent = line.Length - line.TrimStart().Length;
            depth = indent > depth ? depth : line.TrimStart().StartsWith("access:", StringComparison.Ordinal) ? indent : null;
            if (depth is not null)
            {
                found.Add(line.Trim());
            }
        }

        return string.Join(' ', found);
    }

    private static BoundPack Bound(string things, string condition) => TestPacks.Bind(Prelude + $"""
        edit X "x"
          for each  {things}
          when      {condition}
          then      warn claim
        end
        """);

    [GeneratedRegex(" slotCount=[0-9]+")]
    private static partial Regex SlotCount();
}

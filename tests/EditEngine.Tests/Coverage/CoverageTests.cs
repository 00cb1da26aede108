using EditEngine.Analysis.Coverage;
using EditEngine.Claims;
using Xunit;

namespace EditEngine.Tests.Coverage;

public sealed class CoverageTests
{
    private const string Rules = """
        pack sample version "1"
        dates by date of service
        reasons
          BUNDLED = CO 97

        codes @bypass : modifier = { 25, 57, 59 }

        table @limits
          key code : procedure
          most : units
          | code  | most |
          | 99213 | 2    |
          | 99214 | 1    |

        edit VISIT "Visits"
          effective 2024-01-01 .. 2025-12-31
          for each  professional line v
          when      v.units > most of @limits for v.procedure
          and       v.place in { 11, 22 }
          unless    v has modifier in @bypass  because "distinct"
          unless    v.charge = $0  because "free"
          then      deny v  reason BUNDLED
          otherwise
          when      v.units > 10
          then      warn v
        end

        edit NEVER "Of dental claims"
          for each  dental line v
          when      v.tooth is present
          then      warn v
        end
        """;

    private static readonly CoverageReport Report = Cover(
        Line("A", "99213", 3, "2025-03-04"), Line("B", "99213", 3, "2025-03-04", "25"), Line("C", "99213", 1, "2025-03-04"), Line("D", "99213", 3, "2026-01-01"));

    private static EditCoverage Visit => Report.Edits.Single(edit => edit.Edit == "VISIT");

    [Theory]
    [InlineData("v.units > most of @limits for v.procedure", 2, 1, 0, "A B C")]
    [InlineData("v.place in { 11, 22 }", 2, 0, 0, "A B")]
    [InlineData("v has modifier in @bypass", 1, 1, 0, "A B")]
    [InlineData("v.charge = $0", 0, 2, 0, "A B")]
    [InlineData("v.units > 10", 0, 3, 0, "A B C")]
    public void A_condition_is_counted_with_who_asked_it(string text, long isTrue, long isFalse, long isUnknown, string by)
    {
        ConditionCoverage condition = Assert.Single(Visit.Conditions, one => one.Text == text);
        Assert.Equal((isTrue, isFalse, isUnknown, by), (condition.True, condition.False, condition.Unknown, string.Join(' ', condition.By)));
    }

    [Fact]
    public void Cases_exceptions_and_days_are_counted()
    {
        Assert.Equal([(1L, 1L), (0L, 0L)], Visit.Cases.Select(one => (one.Fired, one.Bypassed)));
        Assert.Equal([("distinct", 1L), ("free", 0L)], Visit.Exceptions.Select(one => (one.Because, one.Used)));
        Assert.Equal(new PeriodCoverage(0, 3, 1, 0), Visit.Period);
    }

    [Fact]
    public void Members_and_rows_that_were_met_are_named()
    {
        MembersCoverage set = Assert.Single(Visit.Sets, one => one.Name == "@bypass");
        Assert.Equal(["25"], set.Met);
        Assert.Equal(["57", "59"], set.Never);
        MembersCoverage table = Assert.Single(Visit.Tables);
        Assert.Equal(["99213"], table.Met);
        Assert.Equal(["99214"], table.Never);
    }

    [Fact]
    public void What_never_fires_says_why()
    {
        EditCoverage never = Report.Edits.Single(edit => edit.Edit == "NEVER");
        Assert.Equal("no claim has the things that it runs over", never.WhyNot);
        Assert.Null(Visit.WhyNot);
        Assert.Equal("no date of a claim is in its period", Cover(Line("D", "99213", 3, "2026-01-01")).Edits[0].WhyNot);
        Assert.Equal("'v.units > most of @limits for v.procedure' was never true", Cover(Line("C", "99213", 1, "2025-03-04")).Edits[0].WhyNot);
        Assert.Equal("an exception held each time", Cover(Line("B", "99213", 3, "2025-03-04", "25")).Edits[0].WhyNot);
    }

    [Fact]
    public void The_share_counts_conditions_twice_and_cases_and_exceptions_once()
    {
        Assert.Equal(16, Visit.Points);
        Assert.Equal(10, Visit.Reached);
        Assert.Equal(100.0 * Report.Reached / Report.Points, Report.Percent);
    }

    private static CoverageReport Cover(params Claim[] claims)
    {
        string text = Rules.ReplaceLineEndings("\n");
        CoverageRun run = new(TestPacks.Bind(text), ["rules.edit"], place => text.Substring(place.Start, place.Length));
        foreach (Claim claim in claims)
        {
            run.Add(claim, new DateOnly(2026, 2, 1), claim.Id);
        }

        return run.ToReport();
    }

    private static Claim Line(string id, string procedure, decimal units, string day, params string[] modifiers) => new()
    {
        Id = id,
        Type = ClaimType.Professional,
        Lines =
        [
            new ServiceLine
            {
                Number = 1,
                Procedure = EditEngine.Codes.Code.From(EditEngine.Codes.CodeSystem.Procedure, procedure),
                Modifiers = [.. modifiers.Select(one => EditEngine.Codes.Code.From(EditEngine.Codes.CodeSystem.Modifier, one))],
                Units = units,
                ChargeCents = 10_000,
                From = DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                PlaceOfService = EditEngine.Codes.Code.From(EditEngine.Codes.CodeSystem.PlaceOfService, "11"),
            },
        ],
    };
}

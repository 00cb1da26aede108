using System.Collections.Immutable;
using System.Text;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Tests.Differential;
using Xunit;

namespace EditEngine.Tests.Binding;

/// <summary>Behind <c>x is line</c> a history line has no fields: whatever is made of them is none, of any type, and the branch is never taken.</summary>
public sealed class NarrowedToNothingTests
{
    [Theory]
    [InlineData("x.date = v.date")]
    [InlineData("x.date + 1 year = v.date")]
    [InlineData("x.date - 10 days <= v.date")]
    [InlineData("v.date in x.date - 10 days .. x.date + 1 month")]
    [InlineData("v.date in benefit year of x.date from 2024-07-01 or x.date + 1 year = v.date")]
    [InlineData("x.date + gap of x > claim.received")]
    [InlineData("x.charge * 2 > v.charge")]
    [InlineData("2 * x.charge > $5")]
    [InlineData("x.charge + x.charge > $5")]
    [InlineData("x.units / 2 >= v.units")]
    [InlineData("- x.units < v.units")]
    [InlineData("x.charge rounded up to $1 > $5")]
    [InlineData("x.units * 2 rounded half up to 1 > v.units")]
    [InlineData("least of (x.units, 2) > v.units")]
    [InlineData("greatest of (2, x.units) > v.units")]
    [InlineData("x.units = x.units")]
    [InlineData("x.procedure in { 99213, 99214 }")]
    [InlineData("x.date in 2024-01-01 .. 2024-12-31")]
    [InlineData("not (x.place in { 11 } and v.units > 1)")]
    [InlineData("x has modifier 25")]
    [InlineData("(v.units > 1 or x.procedure in { 99213 })")]
    [InlineData("x.units < x.charge")]
    [InlineData("had of x > v.units")]
    [InlineData("had of x + 1 > v.units * had of x")]
    [InlineData("had of x rounded up to 1 = had of x")]
    [InlineData("sum of y.units * x.units over line y > x.units")]
    [InlineData("days from x.date to v.date > 3")]
    [InlineData("full calendar months from x.date to v.date > 3")]
    [InlineData("last day of calendar month of x.date < v.date")]
    public void What_is_made_of_it_binds_and_is_none(string condition)
    {
        string rules = $"""
            pack tested version "1"
            dates by date of service
            define gap of x : 1 month if x.units > 2, otherwise 2 months
            define had of x : x.paid_units if x is history, otherwise x.units
            edit NEVER "Never"
              for each  line v, history line x
              when      x is line and ({condition})
              then      review v
            end
            """;
        ServiceLine line = new() { Number = 1, Procedure = Code.From(CodeSystem.Procedure, "99213"), Units = 3, ChargeCents = 100, From = new DateOnly(2024, 3, 4) };
        Claim claim = new() { Id = "C", Type = ClaimType.Professional, Lines = [line], History = [new HistoryLine { ClaimId = "H", Status = LineStatus.Paid, Line = line }] };

        ImmutableArray<string> said = [.. Executions.WithoutCode(TestPacks.Bind(rules)).Select(evaluate => Encoding.UTF8.GetString(evaluate(claim, new DateOnly(2024, 3, 4))))];

        Assert.Equal(said[0], said[1]);
        Assert.Contains("\"findings\":[]", said[0], StringComparison.Ordinal);
        Assert.DoesNotContain("notEvaluated", said[0], StringComparison.Ordinal);
    }
}

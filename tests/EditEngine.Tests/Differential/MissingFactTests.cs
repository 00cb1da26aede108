using System.Collections.Immutable;
using System.Text;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Packs;
using Xunit;

namespace EditEngine.Tests.Differential;

/// <summary>A missing fact opens what hangs on it, and nothing else; all executions agree.</summary>
public sealed class MissingFactTests
{
    private const string Earlier = """
        pack tested version "1"
        reasons
          ONE = CO 97
        edit AGAIN "An earlier line"
          for each  line v, earlier line x
          then      deny v  reason ONE
        end
        """;

    private const string Peers = """
        pack tested version "1"
        reasons
          ONE = CO 97
        table @peers
          key specialty : specialty, state : text
          most : money
          | specialty | state | most    |
          | 11        | OH    | $100.00 |
          | 08        | OH    | $150.00 |
          | 08        | MI    | $10.00  |
        define peers r of v : row of @peers  where r.specialty = v.rendering.specialty and r.state = claim.state
        edit PEERS "More than any peer"
          for each  line v
          when      any peers r of v has (v.charge > r.most)
          then      deny v  reason ONE
        end
        """;

    [Fact]
    public void A_line_without_a_date_is_not_earlier_than_itself()
    {
        Assert.DoesNotContain("notEvaluated", Run(Earlier, Of(Line(1, null))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_without_a_date_may_be_earlier_than_another()
    {
        string found = Run(Earlier, Of(Line(1, null), Line(2, new DateOnly(2024, 5, 2))));

        Assert.Contains("\"notEvaluated\":[{\"edit\":\"AGAIN\",\"line\":1,\"missing\":[\"line 1 date\"]},{\"edit\":\"AGAIN\",\"line\":2,\"missing\":[\"line 1 date\"]}]", found, StringComparison.Ordinal);
    }

    // The row of Michigan would be passed by each of these charges.
    [Theory]
    [InlineData("OH", 100_00, "")]
    [InlineData("OH", 100_01, "\"notEvaluated\":[{\"edit\":\"PEERS\",\"line\":1,\"missing\":[\"line 1 rendering")]
    [InlineData("TX", 900_00, "")]
    public void A_missing_first_key_leaves_open_the_rows_that_the_other_conditions_leave(string state, long cents, string notEvaluated)
    {
        Claim claim = Of(Line(1, new DateOnly(2024, 5, 2)) with { ChargeCents = cents }) with { State = state };

        string found = Run(Peers, claim);

        Assert.Contains(notEvaluated, found, StringComparison.Ordinal);
        Assert.Equal(notEvaluated.Length > 0, found.Contains("notEvaluated", StringComparison.Ordinal));
    }

    private static ServiceLine Line(int number, DateOnly? from) => new()
    {
        Number = number,
        Procedure = Code.From(CodeSystem.Procedure, "99213"),
        From = from,
        Units = 1m,
    };

    private static Claim Of(params ImmutableArray<ServiceLine> lines) => new() { Id = "C", Type = ClaimType.Professional, Lines = lines, History = [] };

    private static string Run(string rules, Claim claim)
    {
        BoundPack pack = new TestedPack("missing", [rules], new NoReferenceFiles()).Bind();
        Executions executions = new(pack, historyActions: true);
        (_, string? difference) = executions.Run(claim, new DateOnly(2024, 6, 1));
        Assert.Null(difference);
        return Encoding.UTF8.GetString(executions.Interpret(claim, new DateOnly(2024, 6, 1)));
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Packs;
using Xunit;

namespace EditEngine.Tests.Differential;

/// <summary>What once differed between the executions, or between orders of one claim.</summary>
public sealed class FoundDifferenceTests
{
    private const string Pairs = """
        pack tested version "1"
        reasons
          ONE = CO 97
        table @pairs
          key one : procedure, two : procedure
          indicator : number
          | one   | two   | indicator |
          | 99213 | 20610 | 1         |
        edit PAIR "A pair"
          for each  line v, history line x
          when      row r in @pairs for (x.procedure, v.procedure)
          then      deny v  reason ONE
        end
        """;

    [Fact]
    public void A_history_line_without_a_code_leaves_a_pair_open_whatever_the_claims_codes()
    {
        Claim claim = Of(Line(1, "11720")) with { History = [new HistoryLine { ClaimId = "H1", Status = LineStatus.Paid, Line = Line(1, null) }] };

        string found = Run(Pairs, claim);

        Assert.Contains("\"notEvaluated\":[{\"edit\":\"PAIR\",\"line\":1,\"missing\":[\"history H1 line 1 procedure\"]}]", found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_is_looked_up_by_a_thing_that_is_of_no_kind_behind_a_condition()
    {
        string rules = Pairs.Replace("when      row r in @pairs for (x.procedure, v.procedure)", "when      not (x is line and row in @pairs for (v.procedure, x.procedure))", StringComparison.Ordinal);
        Claim claim = Of(Line(1, "99213")) with { History = [new HistoryLine { ClaimId = "H1", Status = LineStatus.Paid, Line = Line(1, "20610") }] };

        Assert.Contains("\"edit\":\"PAIR\"", Run(rules, claim), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_second_part_of_a_key_leaves_a_look_up_open_whatever_the_code()
    {
        string rules = """
            pack tested version "1"
            reasons
              ONE = CO 97
            table @limits
              key code : procedure, place : place
              most : units
              | code  | place | most |
              | 99213 | 11    | 1    |
            edit LIMIT "A limit"
              for each  line v
              when      row r in @limits for (v.procedure, v.place)
              then      deny v  reason ONE
            end
            """;

        Assert.Contains("\"missing\":[\"line 1 place\"]", Run(rules, Of(Line(1, "11720"))), StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_of_a_result_stand_by_number_whatever_their_order_on_the_claim()
    {
        Claim claim = Of(Line(1, "11720"), Line(2, "99213"), Line(3, "20610"));

        Assert.Equal(Run(Pairs, claim), Run(Pairs, claim with { Lines = [claim.Lines[2], claim.Lines[0], claim.Lines[1]] }));
    }

    [Fact]
    public void A_line_of_no_units_that_is_paid_has_no_denied_charge()
    {
        string found = Run(Pairs, Of(Line(1, "11720") with { Units = 0m, ChargeCents = 75_277 }));

        Assert.Contains("\"deniedCharge\":0,", found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.0000000000000000000000000001")]
    [InlineData("-79228162514264337593543950335")]
    public void Units_and_a_charge_that_no_claim_has_are_decided(string units)
    {
        string rules = """
            pack tested version "1"
            reasons
              ONE = CO 97
            edit LESS "Less of it"
              for each  line v
              when      v.procedure = 99213
              then      reduce v to 7000000000 units  reason ONE
            end
            """;

        string found = Run(rules, Of(Line(1, "99213") with { Units = decimal.Parse(units, CultureInfo.InvariantCulture), ChargeCents = long.MaxValue }));

        Assert.Contains("\"edit\":\"LESS\"", found, StringComparison.Ordinal);
    }

    private static ServiceLine Line(int number, string? code) => new()
    {
        Number = number,
        Procedure = code is null ? default : Code.From(CodeSystem.Procedure, code),
        From = new DateOnly(2024, 5, 2),
        Units = 1m,
    };

    private static Claim Of(params ImmutableArray<ServiceLine> lines) => new() { Id = "C", Type = ClaimType.Professional, Lines = lines, History = [] };

    private static string Run(string rules, Claim claim)
    {
        BoundPack pack = new TestedPack("found", [rules], new NoReferenceFiles()).Bind();
        Executions executions = new(pack, historyActions: true);
        (_, string? difference) = executions.Run(claim, new DateOnly(2024, 6, 1));
        Assert.Null(difference);
        return Encoding.UTF8.GetString(executions.Interpret(claim, new DateOnly(2024, 6, 1)));
    }
}

using System.Collections.Immutable;
using System.Globalization;
using EditEngine.Claims;
using EditEngine.Codes;
using Xunit;

namespace EditEngine.Tests.Evaluation;

/// <summary>Each payer balances by itself. Amounts in dollars; the claim bills 200 on one line.</summary>
public sealed class OtherPayerBalanceTests
{
    /// <summary>Payers of the claim as "ID paid adjusted", decisions of its line likewise.</summary>
    [Theory]
    [InlineData("P1 140 0", "P1 50 30, P1 90 30", null, null, null)] // unbundled: two decisions of one payer
    [InlineData("P1 140 0, P2 20 0", "P1 140 60, P2 20 180", null, null, null)]
    [InlineData("P1 140 0, P2 20 0", "P1 140 70, P2 20 170", null, "P1", null)] // all together even
    [InlineData("P1 140 0, P2 20 0", "P1 140 60, P2 20 170", null, "P2", null)]
    [InlineData("P1 140 0, P2 30 0", "P1 140 60, P2 20 180", "P2", null, null)]
    [InlineData("P1 150 0, P2 10 0", "P1 140 60, P2 20 180", "P1", null, null)] // all together even
    [InlineData("P1 80 90", "", "P1", null, null)]
    [InlineData("P1 80 120", "", null, null, null)]
    [InlineData("P1 130 10", "P1 140 60", null, null, null)]
    [InlineData("P1 140 0", "P9 140 60", "P1", null, "P9")]
    [InlineData("P1 ? 0", "P1 140 60", null, null, null)]
    [InlineData("P1 140 0", "P1 ? 60", null, null, null)]
    public void Names_the_first_payer_that_does_not_balance(string ofClaim, string ofLine, string? claims, string? lines, string? stray)
    {
        ServiceLine line = new() { Number = 1, ChargeCents = 20000, OtherPayers = Payers(ofLine) };
        Claim claim = new() { Id = "1", Type = ClaimType.Professional, TotalChargeCents = 20000, OtherPayers = Payers(ofClaim), Lines = [line] };
        Assert.Equal((claims, lines, stray), (OtherPayerBalance.FirstUnbalanced(claim), OtherPayerBalance.FirstUnbalanced(line), OtherPayerBalance.FirstStray(line, claim)));
    }

    private static ImmutableArray<OtherPayer> Payers(string list) =>
        [.. list.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split(' ')).Select(words => new OtherPayer
        {
            Payer = words[0],
            PaidAmountCents = words[1] == "?" ? null : Cents(words[1]),
            Adjustments = words[2] == "0" ? [] : [new Adjustment { Group = "CO", Reason = Code.From(CodeSystem.Carc, "45"), AmountCents = Cents(words[2]) }],
        })];

    private static long Cents(string dollars) => long.Parse(dollars, CultureInfo.InvariantCulture) * 100;
}

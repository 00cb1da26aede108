using System.Text;
using EditEngine.Claims;
using EditEngine.Codes;
using Xunit;

namespace EditEngine.Tests.Differential;

/// <summary>A range holds the codes of its pattern: what was sent with a sign too few is in none, and equals its own text.</summary>
public sealed class UnfinishedCodeTests
{
    [Theory]
    [InlineData("9921", "99202-99215", false)]
    [InlineData("9921", "99210-99215", false)]
    [InlineData("9921", "00100-99499", false)]
    [InlineData("J110", "J1000-J1999", false)]
    [InlineData("99210", "99202-99215", true)]
    public void A_range_holds_whole_codes(string sent, string range, bool isHeld)
    {
        string rules = $$"""
            pack tested version "1"
            codes @range : procedure = { {{range}} }
            edit HELD "Held"
              for each  line v
              when      v.procedure in @range
              then      review v
            end
            edit OWN "Its own text"
              for each  line v, other line w
              when      v.procedure = w.procedure
              then      review v
            end
            """;
        ServiceLine line = new() { Number = 1, Procedure = Code.From(CodeSystem.Procedure, sent), From = new DateOnly(2024, 3, 4) };
        Claim claim = new() { Id = "C", Type = ClaimType.Professional, Lines = [line, line with { Number = 2 }], History = [] };

        foreach (Func<Claim, DateOnly, byte[]> evaluate in Executions.WithoutCode(TestPacks.Bind(rules)))
        {
            string said = Encoding.UTF8.GetString(evaluate(claim, new DateOnly(2024, 3, 4)));
            Assert.Equal(isHeld, said.Contains("\"edit\":\"HELD\"", StringComparison.Ordinal));
            Assert.Contains("\"edit\":\"OWN\"", said, StringComparison.Ordinal);
        }
    }
}

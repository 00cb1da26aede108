using EditEngine.Codes;
using Xunit;

namespace EditEngine.Tests.Codes;

/// <summary>A range holds the codes of its pattern that stand between its ends, and no other text that does.</summary>
public sealed class CodeRangeTests
{
    [Theory]
    [InlineData(CodeSystem.Procedure, "99202", "99215", "99202 99209 99210 99215", "99201 99216 9921 9920F 9921T")]
    [InlineData(CodeSystem.Procedure, "00100", "01999", "00100 00999 01000 01999", "00099 02000 0042T 0101F 0199T 001")]
    [InlineData(CodeSystem.Procedure, "0001T", "0199T", "0001T 0042T 0199T", "0200T 00100 01999 0042F 0042U")]
    [InlineData(CodeSystem.Procedure, "J0120", "J9999", "J0120 J9999 J3490", "J0119 K0001 J012A JA120")]
    [InlineData(CodeSystem.Modifier, "E1", "E4", "E1 E2 E3 E4", "E5 EA F1 E")]
    [InlineData(CodeSystem.Revenue, "0450", "0459", "0450 0455 0459", "0449 0460 045 045A")]
    [InlineData(CodeSystem.Drg, "001", "999", "001 470 999", "1 47")]
    [InlineData(CodeSystem.Tooth, "1", "5", "1 2 3 4 5", "11 12 21 30 6 A")]
    [InlineData(CodeSystem.Tooth, "12", "21", "12 19 20 21", "1 2 11 22")]
    [InlineData(CodeSystem.Tooth, "A", "T", "A K T", "AS U 1")]
    [InlineData(CodeSystem.Carc, "45", "97", "45 59 60 97", "451 5 98 253")]
    [InlineData(CodeSystem.Rarc, "N30", "N39", "N30 N35 N39", "N355 N3 N40")]
    public void A_range_holds_the_codes_of_its_pattern(CodeSystem system, string first, string last, string within, string outside)
    {
        CodeSet set = CodeSet.From(CodeRange.Between(Code.From(system, first), Code.From(system, last))
            .Select(run => new CodeInterval(run.First, run.Last, int.MinValue, int.MaxValue)));
        Assert.All(within.Split(' '), code => Assert.True(set.Contains(Code.From(system, code).Packed, 0), code));
        Assert.All(outside.Split(' '), code => Assert.False(set.Contains(Code.From(system, code).Packed, 0), code));
    }

    [Fact]
    public void A_range_of_inpatient_procedures_holds_every_sign_between()
    {
        (ulong low, ulong high) = Assert.Single(CodeRange.Between(Code.From(CodeSystem.InpatientProcedure, "0DTE0ZZ"), Code.From(CodeSystem.InpatientProcedure, "0DTG4ZZ")));
        Assert.InRange(Code.From(CodeSystem.InpatientProcedure, "0DTF0ZZ").Packed, low, high);
    }

    [Theory]
    [InlineData(CodeSystem.Procedure, "00100", "01999")]
    [InlineData(CodeSystem.Procedure, "0001T", "0199T")]
    [InlineData(CodeSystem.Procedure, "J0120", "K0899")]
    [InlineData(CodeSystem.Revenue, "0450", "0459")]
    [InlineData(CodeSystem.Tooth, "1", "5")]
    [InlineData(CodeSystem.Tooth, "12", "21")]
    [InlineData(CodeSystem.Carc, "45", "97")]
    public void What_a_range_gives_is_one_again_where_it_is_shown(CodeSystem system, string first, string last)
    {
        CodeInterval whole = new(Code.From(system, first).Packed, Code.From(system, last).Packed, 1, 9);
        IEnumerable<CodeInterval> runs = CodeRange.Between(Code.From(system, first), Code.From(system, last)).Select(run => whole with { First = run.First, Last = run.Last });
        Assert.Equal(whole, Assert.Single(CodeRange.Joined(runs)));
        Assert.Equal(2, CodeRange.Joined(runs.Append(whole with { First = whole.Last + 1, Last = whole.Last + 1 })).Count());
    }
}

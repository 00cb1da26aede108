using EditEngine.Codes;
using Xunit;

namespace EditEngine.Tests.Codes;

public sealed class CodeTests
{
    [Theory]
    [InlineData(CodeSystem.Diagnosis, "m17.11", "M17.11")]
    [InlineData(CodeSystem.Diagnosis, "I39", "I39")]
    [InlineData(CodeSystem.Procedure, " g0328 ", "G0328")]
    [InlineData(CodeSystem.Ndc, "0002-8215-01", "00002821501")]
    [InlineData(CodeSystem.Procedure, "99-213", "99-213")]
    public void Prints_as_its_system_does(CodeSystem system, string seen, string printed) =>
        Assert.Equal(printed, Code.From(system, seen).ToString());

    [Theory]
    [InlineData(CodeSystem.Procedure, "992135")]
    [InlineData(CodeSystem.Procedure, "9921")]
    [InlineData(CodeSystem.Procedure, "9921X")]
    [InlineData(CodeSystem.Procedure, "J34X0")]
    [InlineData(CodeSystem.Procedure, "99.213")]
    [InlineData(CodeSystem.Procedure, "99213-25")]
    [InlineData(CodeSystem.Procedure, "AAAAA")]
    [InlineData(CodeSystem.Diagnosis, "E1")]
    [InlineData(CodeSystem.Diagnosis, "E1.19")]
    [InlineData(CodeSystem.Diagnosis, "E11.")]
    [InlineData(CodeSystem.Diagnosis, "E11.12345")]
    [InlineData(CodeSystem.Diagnosis, "250.00")]
    [InlineData(CodeSystem.Modifier, "2")]
    [InlineData(CodeSystem.Modifier, "25,59")]
    [InlineData(CodeSystem.Revenue, "450")]
    [InlineData(CodeSystem.Revenue, "04500")]
    [InlineData(CodeSystem.Revenue, "045X")]
    [InlineData(CodeSystem.BillType, "01311")]
    [InlineData(CodeSystem.PlaceOfService, "1")]
    [InlineData(CodeSystem.Drg, "57")]
    [InlineData(CodeSystem.Ndc, "0002821501")]
    [InlineData(CodeSystem.Tooth, "3,4")]
    [InlineData(CodeSystem.Tooth, "123")]
    [InlineData(CodeSystem.Surface, "MO")]
    public void What_does_not_fit_its_pattern_keeps_its_text_and_no_range_or_prefix_holds_it(CodeSystem system, string seen)
    {
        Code odd = Code.From(system, seen);
        Assert.Equal(seen, odd.ToString());
        Assert.Equal(odd, Code.From(system, System.Text.Encoding.ASCII.GetBytes(seen)));
        Assert.False(odd.FitsPattern);
        Assert.NotInRange(odd.Packed, Code.Subtree(system, "0")!.Value.First, Code.Subtree(system, "Z")!.Value.Last);
    }

    [Theory]
    [InlineData(CodeSystem.Procedure, "0042t")]
    [InlineData(CodeSystem.Procedure, "D0120")]
    [InlineData(CodeSystem.Diagnosis, "QA0.0101")]
    [InlineData(CodeSystem.BillType, "0131")]
    [InlineData(CodeSystem.Icd9Diagnosis, "E884.0")]
    [InlineData(CodeSystem.Carc, "45")]
    [InlineData(CodeSystem.Rarc, "MA130")]
    public void What_fits_packs_from_characters_and_bytes_alike(CodeSystem system, string seen)
    {
        Code code = Code.From(system, seen);
        Assert.True(code.FitsPattern);
        Assert.Equal(code, Code.From(system, System.Text.Encoding.ASCII.GetBytes(seen)));
    }

    [Fact]
    public void A_subtree_holds_its_codes_and_no_others()
    {
        (ulong first, ulong last) = Code.Subtree(CodeSystem.Diagnosis, "O24")!.Value;
        Assert.InRange(Code.From(CodeSystem.Diagnosis, "O24.419").Packed, first, last);
        Assert.InRange(Code.From(CodeSystem.Diagnosis, "O24").Packed, first, last);
        Assert.True(Code.From(CodeSystem.Diagnosis, "O25").Packed > last);
        Assert.True(Code.From(CodeSystem.Diagnosis, "O23.9").Packed < first);
    }
}

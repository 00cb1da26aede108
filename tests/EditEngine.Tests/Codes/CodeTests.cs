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

    [Fact]
    public void A_subtree_holds_its_codes_and_no_others()
    {
        (ulong first, ulong last) = Code.Subtree(CodeSystem.Diagnosis, "O24");
        Assert.InRange(Code.From(CodeSystem.Diagnosis, "O24.419").Packed, first, last);
        Assert.InRange(Code.From(CodeSystem.Diagnosis, "O24").Packed, first, last);
        Assert.True(Code.From(CodeSystem.Diagnosis, "O25").Packed > last);
        Assert.True(Code.From(CodeSystem.Diagnosis, "O23.9").Packed < first);
    }
}

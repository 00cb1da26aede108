using EditEngine.Codes;
using Xunit;

namespace EditEngine.Tests.Codes;

public sealed class ProcedureFormTests
{
    [Theory]
    [InlineData("99213", "CPT")]
    [InlineData("0001F", "CPT")]
    [InlineData("0001M", "CPT")]
    [InlineData("9921X", null)]
    [InlineData("G0008", "HCPCS")]
    [InlineData("V2020", "HCPCS")]
    [InlineData("W0001", null)]
    [InlineData("D0120", "CDT")]
    [InlineData("G008A", null)]
    [InlineData("9921", null)]
    [InlineData("", null)]
    public void The_signs_of_a_code_tell_its_set(string code, string? expected) =>
        Assert.Equal(expected, ProcedureForm.Of(Code.From(CodeSystem.Procedure, code)));
}

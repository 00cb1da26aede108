using EditEngine.Codes;
using EditEngine.Values;
using Xunit;

namespace EditEngine.Tests.Values;

public sealed class CodeKeyTests
{
    private static readonly CodeSet All = CodeSet.From([new CodeInterval(Code.Subtree(CodeSystem.Procedure, "0")!.Value.First, Code.Subtree(CodeSystem.Procedure, "Z")!.Value.Last, int.MinValue, int.MaxValue)]);

    [Theory]
    [InlineData("99213", "99213", true)]
    [InlineData("99213", " 99213 ", true)]
    [InlineData("g0008", "G0008", true)]
    [InlineData("99213-25", "99213-25", true)]
    [InlineData("99213-rt", "99213-RT", false)]
    [InlineData("99213-25", "99213", false)]
    [InlineData("3,4", "3,5", false)]
    [InlineData("123456789012", "123456789012", true)]
    [InlineData("123456789012", "123456789013", false)]
    public void A_code_that_does_not_pack_is_its_own_text(string left, string right, bool same)
    {
        CodeKey one = Of(left);
        CodeKey other = Of(right);

        Assert.Equal(same, one == other);
        Assert.Equal(same, one.Code == other.Code);
        Assert.Equal(Truth.Of(same), KeptKey.Same(one.Kept, other.Kept));
        Assert.Equal(one, CodeKey.From(one.Kept));
    }

    [Theory]
    [InlineData("99213", Truth.True)]
    [InlineData("99213-25", Truth.False)]
    [InlineData("123456789012", Truth.False)]
    [InlineData("", Truth.Unknown)]
    internal void No_set_holds_a_code_that_does_not_pack(string text, Truth expected)
    {
        Assert.Equal(expected, CodeKey.IsIn(All, Of(text)));
        Assert.Equal(expected, CodeKey.IsIn(All, Of(text), Day.None));
        Assert.Equal(expected, CodeKey.IsIn(All, Of(text), Day.Of(new DateOnly(2025, 1, 1))));
    }

    [Fact]
    public void No_code_has_the_number_under_which_a_text_is_looked_up() => Assert.Equal(ulong.MaxValue, Of("99213-25").Held);

    private static CodeKey Of(string text) => CodeKey.Of(Code.From(CodeSystem.Procedure, text));
}

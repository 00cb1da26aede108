using EditEngine.Compiler.Syntax;
using Xunit;

namespace EditEngine.Tests.Syntax;

public sealed class SampleTests
{
    public static TheoryData<string> Samples => SyntaxSamples.All;

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_parses_without_a_diagnostic(string name)
    {
        SyntaxTree tree = SyntaxSamples.ParseClean(SyntaxSamples.Read(name));
        Assert.NotEmpty(tree.Declarations);
        Assert.DoesNotContain(tree.Declarations, declaration => declaration is ErrorDeclarationSyntax or EditSyntax { HasErrors: true });
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_tokens_put_together_are_the_text(string name)
    {
        string text = SyntaxSamples.Read(name);
        Assert.Equal(text, SyntaxSamples.Joined(SyntaxSamples.Parse(text)));
    }
}

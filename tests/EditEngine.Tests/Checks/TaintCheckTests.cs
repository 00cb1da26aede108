using EditEngine.Diagnostics;
using Xunit;

namespace EditEngine.Tests.Checks;

public sealed class TaintCheckTests
{
    [Theory]
    [InlineData("line v", "claim.risk > 0.9", "claim.risk")]
    [InlineData("line v", "rank of v > 1", "define rank → claim.risk")]
    [InlineData("line v\n  let       r = claim.risk * 2", "r > 1", "let r → claim.risk")]
    [InlineData("suggestion s", "s.code is present", "for each suggestion s")]
    [InlineData("line v", "any suggestion s has (s.confidence > 0.5)", "for each suggestion s")]
    public void An_edit_that_reads_a_guess_may_not_deny(string things, string condition, string path)
    {
        string text = Pack(things, condition, things.StartsWith("suggestion", StringComparison.Ordinal) ? "deny claim  reason R" : "deny v  reason R");
        Diagnostic diagnostic = Assert.Single(EditCompiler.Compile(PackSources.FromText("a.edit", text), CompileOptions.Default).Diagnostics);
        Assert.Equal("EDIT0309", diagnostic.Id);
        Assert.Contains($"(through {path})", diagnostic.Seen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("review v")]
    [InlineData("pend v  queue \"audit\"")]
    public void It_may_pend_or_review(string outcome) =>
        Assert.Empty(EditCompiler.Compile(PackSources.FromText("a.edit", Pack("line v", "rank of v > 1", outcome)), CompileOptions.Default).Diagnostics);

    private static string Pack(string things, string condition, string outcome) =>
        $"""
        pack t version "1"
        dates by date of service
        fact risk : score
        reasons
          R = CO 97
        define rank of x : claim.risk + x.units

        edit A "a"
          for each  {things}
          when      {condition}
          then      {outcome}
        end

        """;
}

using EditEngine.Analysis.Linting;
using EditEngine.Compiler.Packs;
using Xunit;

namespace EditEngine.Tests.Linting;

public sealed class PackLintsTests
{
    [Theory]
    [InlineData("", "EDIT2001 EDIT2002 EDIT2004")]
    [InlineData("  cite \"policy\"\n", "EDIT2002 EDIT2004")]
    public void An_edit_is_asked_for_its_citation_its_test_and_a_code(string clause, string ids) =>
        Assert.Equal(ids, Lints($"pack p version \"1\"\nedit X \"x\"\n{clause}  for each  line v\n  when      v.units > 1\n  then      warn v\nend\n"));

    [Fact]
    public void An_exception_without_end_and_a_set_without_use_are_remarked()
    {
        string lints = Lints("""
            pack p version "1"
            codes @idle : procedure = { 99213 }
            edit X "x"
              cite "policy"
              for each  line v
              when      v.procedure = 99213
              unless    v.units > 1  because "why"
              then      warn v
              test "one"
                claim professional
                  line 1: 99213 on 2025-01-01
                expect line 1 warned by X
            end
            """);
        Assert.Equal("EDIT2005 EDIT2003", lints);
    }

    private static string Lints(string rules)
    {
        PackSources sources = PackSources.FromText("rules.edit", rules);
        return string.Join(' ', PackLints.Of(sources, TestPacks.Bind(rules)).Select(lint => lint.Id));
    }
}

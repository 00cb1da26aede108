using EditEngine.Compiler.Binding;
using Xunit;

namespace EditEngine.Tests.Lowering;

public sealed class MeaningHashTests
{
    private const string Rules = """
        pack p version "1"
        edit X "x"
          for each  line v
          when      v.procedure in { 99213, 99214 } and v.units > 1
          then      warn v
        end
        """;

    [Theory]
    [InlineData("{ 99213, 99214 }", "{ 99214, 99213 }", true)]
    [InlineData("when      v", "-- a comment\n  when  v", true)]
    [InlineData("v.units > 1", "v.units > 2", false)]
    [InlineData("99214", "99215", false)]
    [InlineData("warn v", "inform v", false)]
    public void The_hash_follows_the_meaning_and_not_the_text(string old, string changed, bool isSame)
    {
        string before = PackMeaning.HashOf(TestPacks.Bind(Rules));
        string after = PackMeaning.HashOf(TestPacks.Bind(Rules.Replace(old, changed, StringComparison.Ordinal)));
        Assert.Equal(isSame, before == after);
    }
}

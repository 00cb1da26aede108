using EditEngine.Compiler.Text;
using Xunit;

namespace EditEngine.Tests.Packs;

public sealed class TextDifferenceTests
{
    [Theory]
    [InlineData("one two three", "one 2 three", 0, 3, 0)]
    [InlineData("one two three", "one 2 three", 8, 5, 6)]
    [InlineData("one two three", "one 2 three", 4, 3, null)]
    [InlineData("one two three", "one 2 three", 0, 13, null)]
    [InlineData("one two three", "one two three", 4, 3, 4)]
    [InlineData("aaaa", "aaa", 3, 1, null)]
    [InlineData("", "one", 0, 0, 0)]
    public void A_stretch_that_is_the_same_is_found_where_it_is_now(string before, string now, int start, int length, int? found) =>
        Assert.Equal(found, TextDifference.Between(before, now).Moved(new TextSpan(start, length))?.Start);

    [Fact]
    public void What_is_behind_a_change_of_a_long_text_is_found()
    {
        string long1 = string.Concat(Enumerable.Range(0, 2_000).Select(at => $"line {at}\n"));
        int at = long1.IndexOf("line 1000\n", StringComparison.Ordinal);
        string long2 = long1.Remove(at, 4);
        TextDifference change = TextDifference.Between(long1, long2);
        Assert.Equal(-4, change.By);
        Assert.Equal("line 1001", long2.Substring(change.Moved(new TextSpan(at + 10, 9))!.Value.Start, 9));
    }
}

using EditEngine.Evaluation.Compiled;
using Xunit;

namespace EditEngine.Tests.Compiled;

/// <summary>What compiled code finds of lines.</summary>
public sealed class LineMasksTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(65)]
    [InlineData(450)]
    public void An_evaluation_that_was_ended_leaves_nothing_to_the_next_claim(int lines)
    {
        LineMasks masks = new();
        masks.Begin(lines);
        masks.Fire(0, 0);
        masks.Except(1, lines - 1);
        masks.Begin(lines);
        masks.Except(1, 1);

        int line = -1;
        Assert.True(masks.Next(ref line, out int position, out bool fires));
        Assert.Equal((1, 1, false), (line, position, fires));
        Assert.False(masks.Next(ref line, out _, out _));
    }
}

using EditEngine.Evaluation.Compiled;
using Xunit;

namespace EditEngine.Tests.Compiled;

/// <summary>Compiled code that finds facts absent claim after claim rests, and is tried again.</summary>
public sealed class CodeTrialsTests
{
    private const int Edit = 3;

    private readonly CodeTrials _trials = new();

    [Fact]
    public void Code_that_was_never_undecided_is_tried()
    {
        _trials.Decided(Edit);
        Assert.Equal(100, Tried(100));
    }

    [Fact]
    public void Code_rests_after_it_was_undecided_so_often_in_a_row_and_is_then_tried_once()
    {
        Leave(CodeTrials.MostInRow - 1);
        Assert.True(_trials.IsTried(Edit));
        Leave(1);
        Assert.Equal(0, Tried(CodeTrials.Rest));
        Assert.True(_trials.IsTried(Edit));
        Leave(1);
        Assert.Equal(0, Tried(CodeTrials.Rest));
        Assert.True(_trials.IsTried(Edit));
    }

    [Fact]
    public void Code_that_decides_once_is_tried_again_on_each()
    {
        Leave(CodeTrials.MostInRow);
        Assert.Equal(0, Tried(CodeTrials.Rest));
        _trials.Decided(Edit);
        Leave(CodeTrials.MostInRow - 1);
        Assert.Equal(100, Tried(100));
    }

    [Fact]
    public void Edits_rest_apart()
    {
        Leave(CodeTrials.MostInRow);
        Assert.True(_trials.IsTried(Edit - 1));
        Assert.True(_trials.IsTried(Edit + 1_000));
    }

    private void Leave(int times)
    {
        for (int i = 0; i < times; i++)
        {
            _trials.Undecided(Edit);
        }
    }

    private int Tried(int times) => Enumerable.Range(0, times).Count(_ => _trials.IsTried(Edit));
}

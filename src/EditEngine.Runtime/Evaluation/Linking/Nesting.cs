namespace EditEngine.Evaluation.Linking;

/// <summary>How many expressions stand around the one that is being linked. Of so many inside one another, one is linked, and run, where there is room for it.</summary>
internal sealed class Nesting
{
    // Between two looks at the stack lie at most so many steps, which then have an eighth of a megabyte. Rules that people write are hardly as deep, and never look.
    private const int Between = 16;

    private int _depth;

    /// <summary>Goes into an expression; true: this is one to look at the stack for.</summary>
    public bool Enter() => ++_depth % Between == 0;

    /// <summary>Goes out of it.</summary>
    public void Leave() => _depth--;
}

namespace EditEngine.Evaluation;

/// <summary>
/// One of the groups that a member with a partial key could belong to; one of them is so, and which is unknown. Line 2 has no date: it may belong to the lines of 3 March or to
/// those of 4 March, or make a group of its own, so there are three.
/// </summary>
/// <param name="Member">The member, by its number among the candidates; -1 for a group whose key is known.</param>
/// <param name="Number">Which group: 0 one of its own, then each known one that its key could be of.</param>
/// <param name="Count">How many there are.</param>
internal readonly record struct GroupHypothesis(int Member, int Number, int Count)
{
    /// <summary>The most groups of known keys that members with partial keys are tried in; beyond, each has only its own, and what depends on it is open.</summary>
    public const int Most = 1_000;

    /// <summary>That of a group whose key is known: no other could be instead.</summary>
    public static readonly GroupHypothesis None = new(-1, 0, 1);

    /// <summary>The group is one of several that could be.</summary>
    public bool IsOneOfSeveral => Member >= 0;
}

namespace EditEngine.Evaluation;

/// <summary>One of the groups that a member could belong to whose key is missing in part: one of them is so, and which is unknown.</summary>
/// <param name="Founder">The member, by its number among the candidates; -1 for a group whose key is known.</param>
/// <param name="Number">Which group: 0 one of its own, then each known one that its key could be of.</param>
/// <param name="Count">How many there are.</param>
internal readonly record struct GroupWorld(int Founder, int Number, int Count)
{
    /// <summary>The most groups of known keys that are looked at in the stead of founders' own: beyond, each founder has only its own, and what hangs on it is open.</summary>
    public const int Most = 1_000;

    /// <summary>That of a group whose key is known: no other could be in its stead.</summary>
    public static readonly GroupWorld None = new(-1, 0, 1);

    /// <summary>The group is one of several that could be.</summary>
    public bool IsOneOfSeveral => Founder >= 0;
}

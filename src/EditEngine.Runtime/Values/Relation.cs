namespace EditEngine.Values;

/// <summary>A comparison.</summary>
internal enum Relation : byte
{
    /// <summary>=</summary>
    Equal,

    /// <summary>&lt;&gt;</summary>
    NotEqual,

    /// <summary>&lt;</summary>
    Less,

    /// <summary>&lt;=</summary>
    LessOrEqual,

    /// <summary>&gt;</summary>
    Greater,

    /// <summary>&gt;=</summary>
    GreaterOrEqual,
}

/// <summary>What comparisons say.</summary>
internal static class RelationLogic
{
    /// <summary>A comparison of values of which one at least is missing or none.</summary>
    public static Truth OfAbsent(this Relation relation, Presence left, Presence right)
    {
        if (left == Presence.Missing || right == Presence.Missing)
        {
            return Truth.Unknown;
        }

        return relation switch
        {
            Relation.Equal => Truth.Of(left == right),
            Relation.NotEqual => Truth.Of(left != right),
            _ => Truth.False,
        };
    }

    /// <summary>A comparison decided by an order.</summary>
    public static Truth Holds(this Relation relation, int order) => Truth.Of(relation switch
    {
        Relation.Equal => order == 0,
        Relation.NotEqual => order != 0,
        Relation.Less => order < 0,
        Relation.LessOrEqual => order <= 0,
        Relation.Greater => order > 0,
        _ => order >= 0,
    });
}

namespace EditEngine.Values;

/// <summary>A value that may be missing or none. What its type's operators say of absence is said here, once.</summary>
/// <typeparam name="T">The type itself. Its equality is of values, known or not: a missing value equals a missing one.</typeparam>
internal interface IAbsence<T> : IEquatable<T>
    where T : struct, IAbsence<T>
{
    /// <summary>A fact that was not given.</summary>
    static abstract T Missing { get; }

    /// <summary>There is no such thing.</summary>
    static abstract T None { get; }

    /// <summary>Whether it is known.</summary>
    Presence Presence { get; }

    /// <summary>The order of two known values: negative, zero or positive.</summary>
    static abstract int Order(in T left, in T right);

    /// <summary>A comparison: with a missing side it is unknown; none equals only itself, and has no order.</summary>
    static virtual Truth Compare(Relation relation, in T left, in T right)
    {
        Presence a = left.Presence;
        Presence b = right.Presence;
        return a.IsAbsent() || b.IsAbsent() ? relation.OfAbsent(a, b) : relation.Holds(T.Order(left, right));
    }

    /// <summary>What stands for a value that is missing or none.</summary>
    static virtual T Absent(Presence presence) => presence == Presence.None ? T.None : T.Missing;
}

/// <summary>A value that can be the key of a group.</summary>
/// <typeparam name="T">The type itself.</typeparam>
internal interface IKey<T> : IAbsence<T>
    where T : struct, IKey<T>
{
    /// <summary>The value in a form that keys of every type have.</summary>
    KeptKey Kept { get; }

    /// <summary>The value that was kept.</summary>
    static abstract T From(in KeptKey kept);
}

namespace EditEngine.Claims;

/// <summary>A place of a record for what was made of it. It says nothing of its own: all are equal, and a copy of the record has its own, which is asked whether it is of the copy.</summary>
internal struct Made<T> : IEquatable<Made<T>>
    where T : class
{
    /// <summary>What was made; null: nothing yet.</summary>
    public T? Value;

    /// <inheritdoc/>
    public readonly bool Equals(Made<T> other) => true;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is Made<T>;

    /// <inheritdoc/>
    public override readonly int GetHashCode() => 0;
}

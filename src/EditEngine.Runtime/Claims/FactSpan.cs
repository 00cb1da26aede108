namespace EditEngine.Claims;

/// <summary>A span of days that a payer's fact has, as one of several periods of coverage.</summary>
public sealed record FactSpan
{
    /// <summary>First day; null: not given.</summary>
    public DateOnly? From { get => _from; init => _from = value; }
    internal DateOnly? _from;

    /// <summary>Last day; null: open.</summary>
    public DateOnly? Through { get => _through; init => _through = value; }
    internal DateOnly? _through;

    /// <summary>What holds in it, as the name of a plan; null: nothing is said.</summary>
    public string? Value { get => _value; init => _value = value; }
    internal string? _value;

    /// <summary>Its name alone: what is printed goes to logs, and it speaks of a person.</summary>
    public override string ToString() => nameof(FactSpan);
}

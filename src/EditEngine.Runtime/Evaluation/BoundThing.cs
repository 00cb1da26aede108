using EditEngine.Fields;
using EditEngine.Values;

namespace EditEngine.Evaluation;

/// <summary>What a name is bound to while steps run: line 2 of the claim, a group, a row of a table.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Index">Its position among those of its kind: of a line by number, of history by date, of a group among the binding's groups, of a row in its table.</param>
/// <param name="Facts">Its record of the claim model, or its table; null for a group and none.</param>
/// <param name="Owner">Position of what it belongs to, for evidence (a suggestion) and certificates (a line, or -1 for the claim).</param>
/// <param name="OwnerPath">For a certificate, the role of its provider, as <c>billing.</c>; for a span, the name of its fact.</param>
internal readonly record struct BoundThing(ThingKind Kind, int Index, object? Facts, int Owner = -1, string? OwnerPath = null) : IAbsence<BoundThing>
{
    /// <inheritdoc/>
    public static BoundThing Missing => new(ThingKind.Missing, -1, null);

    /// <inheritdoc/>
    public static BoundThing None => default;

    /// <inheritdoc/>
    public Presence Presence => Kind switch { ThingKind.Missing => Presence.Missing, ThingKind.None => Presence.None, _ => Presence.Known };

    /// <inheritdoc/>
    public static int Order(in BoundThing left, in BoundThing right) =>
        left.Equals(right) ? 0 : left.Kind != right.Kind ? ((int)left.Kind).CompareTo((int)right.Kind) : left.Index != right.Index ? left.Index.CompareTo(right.Index) : 1;

    /// <summary>Whether both are the same thing.</summary>
    public bool Equals(BoundThing other) =>
        Kind == other.Kind && Index == other.Index && (Kind is not (ThingKind.Row or ThingKind.Evidence or ThingKind.Certificate or ThingKind.Span) || ReferenceEquals(Facts, other.Facts));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Index);

    /// <summary>Its kind alone: what it says may be of a person.</summary>
    public override string ToString() => Kind.ToString();
}

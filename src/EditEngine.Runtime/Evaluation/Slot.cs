using EditEngine.Fields;
using EditEngine.Values;

namespace EditEngine.Evaluation;

/// <summary>What a name stands for while steps run.</summary>
/// <param name="Store">Where it stands.</param>
/// <param name="Index">Its position there: of a line by number, of history by date, of a group among the binding's groups, of a row in its table.</param>
/// <param name="Facts">Its record of the claim model, or its table; null for a group and none.</param>
/// <param name="Owner">Position of what it belongs to, for evidence (a suggestion) and certificates (a line, or -1 for the claim).</param>
/// <param name="OwnerPath">For a certificate, the role of its provider, as <c>billing.</c>.</param>
internal readonly record struct Slot(Store Store, int Index, object? Facts, int Owner = -1, string? OwnerPath = null) : IAbsence<Slot>
{
    /// <inheritdoc/>
    public static Slot Missing => new(Store.Missing, -1, null);

    /// <inheritdoc/>
    public static Slot None => default;

    /// <inheritdoc/>
    public Presence Presence => Store switch { Store.Missing => Presence.Missing, Store.None => Presence.None, _ => Presence.Known };

    /// <inheritdoc/>
    public static int Order(in Slot left, in Slot right) =>
        left.Equals(right) ? 0 : left.Store != right.Store ? ((int)left.Store).CompareTo((int)right.Store) : left.Index != right.Index ? left.Index.CompareTo(right.Index) : 1;

    /// <summary>Whether both stand for the same thing.</summary>
    public bool Equals(Slot other) =>
        Store == other.Store && Index == other.Index && (Store is not (Store.Row or Store.Evidence or Store.Certificate) || ReferenceEquals(Facts, other.Facts));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Store, Index);

    /// <summary>Where it stands: what it says may be of a person.</summary>
    public override string ToString() => Store.ToString();
}

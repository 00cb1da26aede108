namespace EditEngine.Values;

/// <summary>A key of a group as a value that can be kept: a code, a day, a text, a number or an instant.</summary>
/// <param name="Presence">Known, missing or none; of a number, a range too.</param>
/// <param name="Bits">A code that packs, a day or an instant.</param>
/// <param name="Text">A text, or a code that does not pack.</param>
/// <param name="Number">A number; missing for a key of another type.</param>
internal readonly record struct KeptKey(Presence Presence, ulong Bits, string? Text, Number Number)
{
    /// <summary>What is known of it: the value may be of a person.</summary>
    public override string ToString() => Presence.ToString();

    /// <summary>Equal keys have equal bits and texts: true of all but numbers.</summary>
    public bool IsPlain => Presence is Presence.Known or Presence.None && Number.Presence.IsAbsent();

    /// <summary>Whether two keys are equal.</summary>
    public static Truth Same(in KeptKey left, in KeptKey right)
    {
        if (left.Presence.IsAbsent() || right.Presence.IsAbsent())
        {
            return Relation.Equal.OfAbsent(left.Presence, right.Presence);
        }

        return left.Number.Presence.IsAbsent()
            ? Truth.Of(left.Bits == right.Bits && string.Equals(left.Text, right.Text, StringComparison.Ordinal))
            : Number.Compare(Relation.Equal, left.Number, right.Number);
    }
}

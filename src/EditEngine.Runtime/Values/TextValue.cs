namespace EditEngine.Values;

/// <summary>A text, or its absence.</summary>
internal readonly record struct TextValue : IKey<TextValue>
{
    private TextValue(Presence presence, string? text)
    {
        Presence = presence;
        Text = text;
    }

    /// <inheritdoc/>
    public static TextValue Missing => default;

    /// <inheritdoc/>
    public static TextValue None => new(Presence.None, null);

    /// <inheritdoc/>
    public Presence Presence { get; }

    /// <summary>The text; null for a missing one and none.</summary>
    public string? Text { get; }

    /// <inheritdoc/>
    public KeptKey Kept => new(Presence, 0, Text, default);

    /// <summary>A text; null: what its absence means. An empty text is a text.</summary>
    public static TextValue Of(string? text, Presence absent = Presence.Missing) => new(text is null ? absent : Presence.Known, text);

    /// <inheritdoc/>
    public static TextValue From(in KeptKey kept) => new(kept.Presence, kept.Text);

    /// <inheritdoc/>
    public static int Order(in TextValue left, in TextValue right) => ReferenceEquals(left.Text, right.Text) ? 0 : string.CompareOrdinal(left.Text, right.Text);

    /// <summary>Same presence, same signs.</summary>
    public bool Equals(TextValue other) => Presence == other.Presence && string.Equals(Text, other.Text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => Text is null ? (int)Presence : string.GetHashCode(Text, StringComparison.Ordinal);

    /// <summary>What is known of it: the text may be of a person.</summary>
    public override string ToString() => Presence.ToString();
}

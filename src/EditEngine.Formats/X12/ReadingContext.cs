namespace EditEngine.Formats.X12;

/// <summary>What all readers of segments share: how elements and dates are read, and the claim and line that they fill.</summary>
internal sealed class ReadingContext(ElementReader elements)
{
    public ElementReader Elements => elements;

    public DateReader Dates { get; } = new(elements);

    public ClaimBuilder Claim { get; } = new();

    public LineBuilder Line { get; } = new();
}

namespace EditEngine.Formats.X12;

/// <summary>Control numbers of one kind within one envelope.</summary>
internal sealed class ControlNumbers
{
    // A file of any size is read in the same memory; no sender has as many in one envelope.
    private const int MostKept = 100_000;

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>Remembers a number. False where it was there before; one that is empty is no number.</summary>
    public bool Add(string number) => number.Length == 0 || (_seen.Count < MostKept ? _seen.Add(number) : !_seen.Contains(number));

    /// <summary>Begins another envelope.</summary>
    public void Clear() => _seen.Clear();
}

namespace EditEngine.Bench.Measuring;

/// <summary>Findings counted and summed up, whatever their order: equal tallies of every claim are equal findings.</summary>
internal struct Tally : IEquatable<Tally>
{
    public int Count;
    public ulong Sum;

    public void Add(int edit, int line, bool isActive)
    {
        Count++;
        ulong mixed = (((ulong)edit * 1_000) + (ulong)line + (isActive ? 500UL : 0)) * 0x9E3779B97F4A7C15;
        Sum += mixed ^ (mixed >> 29);
    }

    public readonly bool Equals(Tally other) => Count == other.Count && Sum == other.Sum;

    public override readonly bool Equals(object? obj) => obj is Tally other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(Count, Sum);
}

using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace EditEngine.Claims;

/// <summary>The lines of a claim by number, and what is asked of them most in columns. Of one array of lines and one rendering provider of the claim.</summary>
internal sealed class LineColumns
{
    private const int NotCounted = -1;
    private static readonly Comparison<ServiceLine> ByNumber = static (a, b) => a.Number.CompareTo(b.Number);

    private readonly ServiceLine[] _given;
    private readonly Provider? _rendering;
    private LineFacts[]? _facts;
    private ulong _made; // A bit for each of 64 lines whose facts are there; all bits where those of all lines are.
    private int _mostCodes = NotCounted;

    private LineColumns(ServiceLine[] given, Provider? rendering)
    {
        _given = given;
        _rendering = rendering;
        Lines = InOrder(given);
        Codes = new ulong[given.Length];
        Days = new int[given.Length];
        bool isPlaced = true;
        bool hasUncoded = false;
        for (int i = 0; i < Lines.Length; i++)
        {
            ServiceLine line = Lines[i];
            Codes[i] = PlainFacts.Of(line._procedure);
            Days[i] = PlainFacts.Of(line._from);
            hasUncoded |= Codes[i] == PlainFacts.NoCode;
            isPlaced &= Days[i] != PlainFacts.NoDay;
        }

        IsPlaced = isPlaced && !hasUncoded;
        HasUncoded = hasUncoded;
    }

    /// <summary>Lines by number.</summary>
    public ServiceLine[] Lines { get; }

    /// <summary>Their procedures.</summary>
    public ulong[] Codes { get; }

    /// <summary>Their dates.</summary>
    public int[] Days { get; }

    /// <summary>What else is asked of them often; made when an edit asks first, as of most claims none does.</summary>
    public LineFacts[] Facts => Volatile.Read(ref _made) == ulong.MaxValue ? _facts! : MakeFacts(ulong.MaxValue); // They were made.

    /// <summary>Each has its procedure and its date.</summary>
    public bool IsPlaced { get; }

    /// <summary>One has no procedure.</summary>
    public bool HasUncoded { get; }

    /// <summary>The most modifiers, surfaces, certificates and the like that one has.</summary>
    public int MostCodes => _mostCodes == NotCounted ? CountCodes() : _mostCodes;

    /// <summary>The same, with those of some lines alone: edits ask of the lines by which they are candidates, and these are few.</summary>
    /// <param name="lines">A bit for each, of a claim of at most 64.</param>
    public LineFacts[] FactsOf(ulong lines)
    {
        ulong missing = lines & ~Volatile.Read(ref _made);
        return missing == 0 ? _facts! : MakeFacts(missing); // They were made.
    }

    /// <summary>The number of a line, from where it was looked at last.</summary>
    public int NumberOf(int line) => line < 64 && ((Volatile.Read(ref _made) >> line) & 1) != 0 ? _facts![line].Number : Lines[line]._number; // They were made.

    /// <summary>The columns of a sound claim's lines.</summary>
    public static LineColumns Of(Claim claim) => new(PlainFacts.Of(claim._lines), claim._rendering);

    /// <summary>How many modifiers, surfaces, teeth, areas and conditions, and certificates of its own providers a line has.</summary>
    public static int CodesOf(ServiceLine line) =>
        LengthOf(line._modifiers) + LengthOf(line._surfaces) + LengthOf(line._ambulanceConditions) + TreatedTeeth.CountOf(line) + TreatedTeeth.CountOfAreas(line)
        + CertificatesOf(line._rendering) + CertificatesOf(line._ordering) + CertificatesOf(line._referring) + CertificatesOf(line._supervising)
        + CertificatesOf(line._operating) + CertificatesOf(line._facility);

    private static int CertificatesOf(Provider? provider) => provider is null ? 0 : LengthOf(provider.Certificates);

    /// <summary>Lines by number. Nearly always they are given so, and need no copy.</summary>
    public static ServiceLine[] InOrder(ServiceLine[] lines)
    {
        for (int i = 1; i < lines.Length; i++)
        {
            if (lines[i - 1]._number > lines[i]._number)
            {
                ServiceLine[] sorted = [.. lines];
                sorted.AsSpan().Sort(ByNumber);
                return sorted;
            }
        }

        return lines;
    }

    /// <summary>Whether they are of the claim's lines and rendering provider.</summary>
    public bool AreOf(Claim claim) => ReferenceEquals(_given, ImmutableCollectionsMarshal.AsArray(claim._lines)) && ReferenceEquals(_rendering, claim._rendering);

    // Two threads may make the same at once: they write the same, and say so when it is written.
    private LineFacts[] MakeFacts(ulong lines)
    {
        LineFacts[] facts = Volatile.Read(ref _facts) ?? AddFacts();
        for (int i = 0; i < facts.Length; i++)
        {
            if (lines == ulong.MaxValue || ((lines >> i) & 1) != 0)
            {
                facts[i] = new LineFacts(Lines[i], _rendering);
            }
        }

        Interlocked.Or(ref _made, lines);
        return facts;
    }

    private LineFacts[] AddFacts()
    {
        LineFacts[] added = new LineFacts[Lines.Length];
        return Interlocked.CompareExchange(ref _facts, added, null) ?? added;
    }

    private int CountCodes()
    {
        int most = 0;
        foreach (ServiceLine line in Lines)
        {
            most = Math.Max(most, CodesOf(line));
        }

        return _mostCodes = most;
    }

    private static int LengthOf<T>(ImmutableArray<T> list) => list.IsDefault ? 0 : list.Length;
}

using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace EditEngine.Claims;

/// <summary>History in its order, and what is asked of it most in columns. Made once for an array of history, however many claims are given it.</summary>
internal sealed class HistoryColumns
{
    /// <summary>Of no history.</summary>
    public static readonly HistoryColumns None = new([]);

    private static readonly Comparison<HistoryLine> ByHistoryOrder = HistoryOrder.Compare;

    private readonly HistoryLine[] _given;

    private HistoryColumns(HistoryLine[] given)
    {
        _given = given;
        History = InOrder(given);
        Codes = new ulong[given.Length];
        Days = new int[given.Length];
        Facts = new HistoryFacts[given.Length];
        int undated = 0;
        bool hasUncoded = false;
        int most = 0;
        int ofDay = 0;
        for (int i = 0; i < History.Length; i++)
        {
            ServiceLine line = History[i]._line;
            Codes[i] = PlainFacts.Of(line._procedure);
            Days[i] = PlainFacts.Of(line._from);
            Facts[i] = new HistoryFacts(History[i]);
            hasUncoded |= Codes[i] == PlainFacts.NoCode;
            undated += Days[i] == PlainFacts.NoDay ? 1 : 0;
            most = Math.Max(most, LineColumns.CodesOf(line));
            ofDay = i > 0 && Days[i] == Days[i - 1] ? ofDay + 1 : 1;
            MostOfDay = Math.Max(MostOfDay, ofDay);
        }

        UndatedCount = undated;
        IsPlaced = undated == 0 && !hasUncoded;
        HasUncoded = hasUncoded;
        MostCodes = most;
    }

    /// <summary>History by <see cref="HistoryOrder"/>.</summary>
    public HistoryLine[] History { get; }

    /// <summary>Procedures.</summary>
    public ulong[] Codes { get; }

    /// <summary>Dates, ascending; those without one come first.</summary>
    public int[] Days { get; }

    /// <summary>What else is asked of them often.</summary>
    public HistoryFacts[] Facts { get; }

    /// <summary>How many have no date.</summary>
    public int UndatedCount { get; }

    /// <summary>Each has its procedure and its date.</summary>
    public bool IsPlaced { get; }

    /// <summary>One has no procedure.</summary>
    public bool HasUncoded { get; }

    /// <summary>The most modifiers, surfaces and certificates that one has.</summary>
    public int MostCodes { get; }

    /// <summary>How many the day with the most has.</summary>
    public int MostOfDay { get; }

    /// <summary>The columns that were made of a history already; null: none were, or of another array.</summary>
    public static HistoryColumns? FindMade(ImmutableArray<HistoryLine> history)
    {
        if (history.IsDefaultOrEmpty)
        {
            return None;
        }

        // The first line leads to them: claims of one member are given one array, and nothing else is known of all of them.
        return history[0]?._columns.Value is HistoryColumns made && ReferenceEquals(made._given, ImmutableCollectionsMarshal.AsArray(history)) ? made : null;
    }

    /// <summary>Makes the columns of a sound history that has some lines.</summary>
    public static HistoryColumns Make(ImmutableArray<HistoryLine> history)
    {
        HistoryColumns made = new(PlainFacts.Of(history));
        history[0]._columns.Value = made;
        return made;
    }

    /// <summary>Whether they are of the claim's history; not given, and given and empty, is the same here.</summary>
    public bool AreOf(Claim claim) => claim._history.IsDefaultOrEmpty ? ReferenceEquals(this, None) : ReferenceEquals(_given, ImmutableCollectionsMarshal.AsArray(claim._history));

    private static HistoryLine[] InOrder(HistoryLine[] history)
    {
        for (int i = 1; i < history.Length; i++)
        {
            if (HistoryOrder.Compare(history[i - 1], history[i]) > 0)
            {
                HistoryLine[] sorted = [.. history];
                sorted.AsSpan().Sort(ByHistoryOrder);
                return sorted;
            }
        }

        return history;
    }
}

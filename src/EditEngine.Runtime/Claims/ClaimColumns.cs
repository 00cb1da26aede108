namespace EditEngine.Claims;

/// <summary>What every evaluation asks of a claim, made when it is first decided and kept with it: that it is sound, and its lines and history in columns.</summary>
/// <remarks>
/// They are of one claim, which does not change: a copy made by <c>with</c> has a reference to them, sees that they are another's, and makes its own, with the columns of those arrays that are the same. Two threads
/// may make them at once; each is whole, and one stays.
/// </remarks>
internal sealed class ClaimColumns
{
    private readonly Claim _claim;

    private ClaimColumns(Claim claim, LineColumns lines, HistoryColumns history)
    {
        _claim = claim;
        Lines = lines;
        History = history;
        Codes = lines.Codes;
        HasUncoded = lines.HasUncoded;
        LineCount = lines.Lines.Length;
        HistoryCount = history.History.Length;
        ClaimType = claim._type;
    }

    /// <summary>The lines' procedures. What says which edits concern a claim stands here: of most claims nothing else is looked at, and each object more is memory that has to be fetched.</summary>
    public ulong[] Codes { get; }

    /// <summary>A line has no procedure.</summary>
    public bool HasUncoded { get; }

    /// <summary>How many lines.</summary>
    public int LineCount { get; }

    /// <summary>How many lines of history.</summary>
    public int HistoryCount { get; }

    /// <summary>The claim's type.</summary>
    public ClaimType ClaimType { get; }

    /// <summary>The lines.</summary>
    public LineColumns Lines { get; }

    /// <summary>The history; none where it was not supplied.</summary>
    public HistoryColumns History { get; }

    /// <summary>How many things the claim has beside lines and history, counted by who asks it first; -1: nobody did.</summary>
    public int OtherThings { get; set; } = -1;

    /// <summary>The columns of a claim.</summary>
    /// <exception cref="ArgumentException">The claim cannot be decided.</exception>
    public static ClaimColumns Of(Claim claim) =>
        claim._columns.Value is ClaimColumns made && ReferenceEquals(made._claim, claim) ? made : Make(claim);

    private static ClaimColumns Make(Claim claim)
    {
        ClaimColumns? others = claim._columns.Value;
        LineColumns? lines = others is not null && others.Lines.AreOf(claim) ? others.Lines : null;
        HistoryColumns? history = others is not null && others.History.AreOf(claim) ? others.History : HistoryColumns.FindMade(claim._history);
        ClaimCheck.ThrowIfUnsound(claim, lines, history);
        ClaimColumns made = new(claim, lines ?? LineColumns.Of(claim), history ?? HistoryColumns.Make(claim._history));
        claim._columns.Value = made;
        return made;
    }
}

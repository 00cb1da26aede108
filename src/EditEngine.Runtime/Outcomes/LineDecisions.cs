using System.Collections.Immutable;
using System.Runtime.InteropServices;
using EditEngine.Claims;

namespace EditEngine.Outcomes;

/// <summary>The decisions on the lines of a claim: those of the lines that something touched, and those of all others on demand. Most lines are paid as billed, and nobody asks.</summary>
internal sealed class LineDecisions
{
    /// <summary>Nothing was said of lines.</summary>
    public static readonly LineDecisions None = new((LineResult[]?)null);

    private readonly ServiceLine[] _lines;
    private readonly LineResult?[]? _touched;
    private LineResult[]? _all;

    private LineDecisions(LineResult[]? given)
    {
        _lines = [];
        _all = given;
    }

    /// <summary>The decisions on lines.</summary>
    /// <param name="lines">The lines by number.</param>
    /// <param name="touched">By position those that something touched; null: nothing did.</param>
    public LineDecisions(ServiceLine[] lines, LineResult?[]? touched)
    {
        _lines = lines;
        _touched = touched;
    }

    /// <summary>All of them, by number.</summary>
    public ImmutableArray<LineResult> All => ImmutableCollectionsMarshal.AsImmutableArray(_lines.Length == 0 ? _all : _all ??= MakeAll());

    /// <summary>The lines, by number; none where the decisions were given.</summary>
    public ReadOnlySpan<ServiceLine> Lines => _lines;

    /// <summary>The decision on a line, by position; null: it is paid as billed.</summary>
    public LineResult? TouchedAt(int position) => _touched?[position];

    /// <summary>What became of a line.</summary>
    public LineDecision StatusAt(int position) => TouchedAt(position)?.Status ?? LineDecision.Pay;

    /// <summary>Decisions as they are given.</summary>
    public static LineDecisions Of(ImmutableArray<LineResult> given) => given.IsDefault ? None : new LineDecisions(ImmutableCollectionsMarshal.AsArray(given));

    /// <summary>What is said of a line that nothing touched.</summary>
    public static LineResult Untouched(ServiceLine line) => new()
    {
        Number = line.Number,
        Status = LineDecision.Pay,
        BilledUnits = line.Units,
        AllowedUnits = line.Units,
        DeniedUnits = line.Units is null ? null : 0m,
        DeniedChargeCents = line.ChargeCents is null ? null : 0,
        PayPercent = 100m,
    };

    private LineResult[] MakeAll()
    {
        LineResult[] all = new LineResult[_lines.Length];
        for (int i = 0; i < all.Length; i++)
        {
            all[i] = TouchedAt(i) ?? Untouched(_lines[i]);
        }

        return all;
    }
}

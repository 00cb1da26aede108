using System.Collections.Immutable;
using System.Globalization;
using EditEngine.Claims;
using EditEngine.Tables;

namespace EditEngine.Compiler.Interpretation;

/// <summary>A thing of a claim: of which kind it is, at which position, and its facts. Things are the same when kind and position are.</summary>
/// <param name="Kind">One kind.</param>
/// <param name="Position">Position among those of its kind, in the order of the language.</param>
/// <param name="Facts">A record of the claim model, or a <see cref="Table"/> for a row.</param>
/// <param name="Path">Its name for a reader, with what joins a field to it: <c>claim.</c>, <c>line 2 </c>.</param>
internal sealed record Thing(ThingKinds Kind, int Position, object Facts, string Path)
{
    public bool Equals(Thing? other) =>
        other is not null && Kind == other.Kind && Position == other.Position
        && (Kind is not (ThingKinds.Provider or ThingKinds.Patient or ThingKinds.Drug or ThingKinds.Evidence or ThingKinds.Certificate or ThingKinds.Span or ThingKinds.Row) || ReferenceEquals(Facts, other.Facts));

    public override int GetHashCode() => HashCode.Combine(Kind, Position);
}

/// <summary>The things of one claim, in the order of the language: lines by number, history by date, claim id and number, the rest by position.</summary>
internal sealed class ClaimThings
{
    private Dictionary<int, int>? _firstOfHistory;

    public ClaimThings(Claim claim)
    {
        Claim = claim;
        ClaimThing = new Thing(ThingKinds.Claim, 0, claim, "claim.");
        Lines = [.. claim.Lines.OrderBy(line => line.Number).Select((line, i) => new Thing(ThingKinds.Line, i, line, string.Create(CultureInfo.InvariantCulture, $"line {line.Number} ")))];
        HistoryLine[] history = claim.History.IsDefault ? [] : [.. claim.History];
        Array.Sort(history, HistoryOrder.Compare);
        History = [.. history.Select((line, i) => new Thing(ThingKinds.History, i, line, string.Create(CultureInfo.InvariantCulture, $"history {line.ClaimId} line {line.Line.Number} ")))];
        Diagnoses = Numbered(ThingKinds.Diagnosis, claim.Diagnoses, "diagnosis");
        Procedures = Numbered(ThingKinds.Procedure, claim.Procedures, "procedure");
        Suggestions = Numbered(ThingKinds.Suggestion, claim.CodingRecord?.Suggestions ?? [], "suggestion");
        Authorizations = Numbered(ThingKinds.Authorization, claim.Authorizations, "authorization");
        Occurrences = Numbered(ThingKinds.Occurrence, claim.OccurrenceCodes, "occurrence");
        Values = Numbered(ThingKinds.ValueCode, claim.ValueCodes, "value");
    }

    public Claim Claim { get; }

    public Thing ClaimThing { get; }

    public ImmutableArray<Thing> Lines { get; }

    public ImmutableArray<Thing> History { get; }

    public ImmutableArray<Thing> Diagnoses { get; }

    public ImmutableArray<Thing> Procedures { get; }

    public ImmutableArray<Thing> Suggestions { get; }

    public ImmutableArray<Thing> Authorizations { get; }

    public ImmutableArray<Thing> Occurrences { get; }

    public ImmutableArray<Thing> Values { get; }

    public ImmutableArray<Thing> OfKind(ThingKinds kind) => kind switch
    {
        ThingKinds.Claim => [ClaimThing],
        ThingKinds.Line => Lines,
        ThingKinds.History => History,
        ThingKinds.Diagnosis => Diagnoses,
        ThingKinds.Procedure => Procedures,
        ThingKinds.Suggestion => Suggestions,
        ThingKinds.Authorization => Authorizations,
        ThingKinds.Occurrence => Occurrences,
        ThingKinds.ValueCode => Values,
        _ => [],
    };

    /// <summary>The number of a line, or of a line of history after them; of lines of history with one name, that of the first.</summary>
    public int NumberOf(Thing thing)
    {
        if (thing.Kind == ThingKinds.Line)
        {
            return thing.Position;
        }

        _firstOfHistory ??= History.GroupBy(NameOf).SelectMany(same => same.Select(one => (one.Position, First: same.First().Position))).ToDictionary(pair => pair.Position, pair => pair.First);
        return Lines.Length + _firstOfHistory[thing.Position];

        static (string ClaimId, int Number) NameOf(Thing thing) => thing.Facts is HistoryLine line ? (line.ClaimId, line.Line.Number) : ("", 0);
    }

    /// <summary>The name of the list that is not there at all, where a kind's absence is missing; else null.</summary>
    public string? MissingListOf(ThingKinds kind) => kind switch
    {
        ThingKinds.Diagnosis when Claim.Diagnoses.IsDefault => "claim.diagnoses",
        ThingKinds.Authorization when Claim.Authorizations.IsDefault => "claim.authorizations",
        _ => null,
    };

    private static ImmutableArray<Thing> Numbered<T>(ThingKinds kind, ImmutableArray<T> facts, string name)
        where T : class =>
        facts.IsDefault ? [] : [.. facts.Select((one, i) => new Thing(kind, i, one, string.Create(CultureInfo.InvariantCulture, $"{name} {i + 1} ")))];
}

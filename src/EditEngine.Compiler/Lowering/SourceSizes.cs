using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Restrictions;
using EditEngine.Compiler.Symbols;

namespace EditEngine.Compiler.Lowering;

/// <summary>How many things a source has at most: of history that is asked for by its days, those days' lines.</summary>
internal sealed class SourceSizes
{
    private readonly Dictionary<BoundSource, SourceUse> _uses;
    private readonly HistoryDays _days;
    private readonly ClaimMaxima _maxima;

    public SourceSizes(BoundEdit edit, ImmutableArray<SourceUse> uses, ClaimMaxima maxima)
    {
        _uses = SourceUses.BySource(uses);
        _days = new HistoryDays(edit);
        _maxima = maxima;
    }

    /// <summary>The number of things at most.</summary>
    public BigInteger Of(BoundSource source) =>
        source.Alternatives.Select(one => (one.Kind, one.List)).Distinct()
            .Aggregate(BigInteger.Zero, (sum, one) => sum + (one.List is null && one.Kind == ThingKinds.History ? HistoryOf(source) : SizeOf(one.Kind)));

    /// <summary>What a source's things are, in words.</summary>
    public string NameOf(BoundSource source)
    {
        string[] names = [.. source.Alternatives.Select(one => one.Kind == ThingKinds.History && one.List is null ? HistoryName(source) : NameOf(one.Kind)).Distinct(StringComparer.Ordinal)];
        return names.Length == 1 ? names[0] : $"({string.Join(" + ", names)})";
    }

    private int HistoryOf(BoundSource source) => DaysOf(source) is int days ? (int)Math.Min(_maxima.History, (long)days * _maxima.Lines) : _maxima.History;

    private string HistoryName(BoundSource source) => DaysOf(source) switch
    {
        1 => "history of a day",
        int days when (long)days * _maxima.Lines < _maxima.History => string.Create(CultureInfo.InvariantCulture, $"history of {days} days"),
        _ => "history",
    };

    private int? DaysOf(BoundSource source) => HistoryDays.LengthOf(_days.Of(_uses[source]));

    private static string NameOf(ThingKinds kind) => kind switch
    {
        ThingKinds.Claim => "1",
        ThingKinds.Line => "lines",
        ThingKinds.History => "history",
        ThingKinds.Row => "rows",
        ThingKinds.Diagnosis => "diagnoses",
        _ => ThingNames.NameOf(kind) + "s",
    };

    private int SizeOf(ThingKinds kind) => kind switch
    {
        ThingKinds.Claim => 1,
        ThingKinds.Line => _maxima.Lines,
        ThingKinds.History => _maxima.History,
        ThingKinds.Row => _maxima.Rows,
        _ when (kind & ThingKinds.History) != 0 => _maxima.Lines + _maxima.History,
        _ => _maxima.Things,
    };
}

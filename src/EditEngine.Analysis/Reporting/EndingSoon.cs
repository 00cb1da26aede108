using System.Collections.Immutable;
using System.Globalization;
using EditEngine.Compiler.Binding;

namespace EditEngine.Analysis.Reporting;

/// <summary>Exceptions of a pack, and the edits and exceptions that end: what has to be looked at before a day.</summary>
/// <param name="Words">What was asked.</param>
/// <param name="Rows">The first to end first; then what has no end.</param>
internal sealed record EndingSoon(string Words, ImmutableArray<EndingRow> Rows)
{
    /// <summary>All exceptions, and all edits that end.</summary>
    public static EndingSoon All(BoundPack pack) => new("All exceptions, and the edits that end.", RowsOf(pack));

    /// <summary>What ends within some days.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="from">The first day.</param>
    /// <param name="days">How many days from there on.</param>
    public static EndingSoon Within(BoundPack pack, DateOnly from, int days)
    {
        int last = (int)Math.Min((long)from.DayNumber + days, DateOnly.MaxValue.DayNumber);
        return new(
            string.Create(CultureInfo.InvariantCulture, $"What ends from {from:yyyy-MM-dd} through {DateOnly.FromDayNumber(last):yyyy-MM-dd}."),
            [.. RowsOf(pack).Where(row => row.EndDay >= from.DayNumber && row.EndDay <= last)]);
    }

    private static ImmutableArray<EndingRow> RowsOf(BoundPack pack) =>
    [
        .. pack.Edits.SelectMany(edit => edit.Cases.SelectMany(one => one.Exceptions)
                .Select(exception => new EndingRow(edit.Id, $"exception: {exception.Because}", exception.UntilDay, exception.Owner ?? edit.Owner))
                .Concat(edit.EffectiveThroughDay == int.MaxValue ? [] : [new EndingRow(edit.Id, "the edit", edit.EffectiveThroughDay, edit.Owner)]))
            .Distinct().OrderBy(row => row.EndDay ?? int.MaxValue).ThenBy(row => row.Edit, StringComparer.Ordinal).ThenBy(row => row.What, StringComparer.Ordinal),
    ];
}

/// <summary>An exception, or an edit that ends.</summary>
/// <param name="Edit">The edit.</param>
/// <param name="What">The exception by its reason, or that it is the edit itself.</param>
/// <param name="EndDay">Last day; null: none.</param>
/// <param name="Owner">Who answers for it, or null.</param>
internal sealed record EndingRow(string Edit, string What, int? EndDay, string? Owner);

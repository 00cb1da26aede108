using System.Collections.Immutable;
using System.Globalization;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Interpretation;
using EditEngine.Diagnostics;
using EditEngine.Outcomes;
using EditEngine.Values;

namespace EditEngine.Analysis.Boundaries;

/// <summary>What an edit came to on a claim.</summary>
/// <param name="Conditions">What each of its conditions was, and each case: claims of one text go the same way through the edit.</param>
/// <param name="Outcome">What it found, and what it could not decide, on whichever line.</param>
/// <param name="Reached">How many of its conditions were true on some tuple.</param>
/// <param name="Fires">It found something that counts.</param>
internal sealed record Signature(string Conditions, string Outcome, int Reached, bool Fires)
{
    /// <summary>Both texts.</summary>
    public string Key => Conditions + "|" + Outcome;

    /// <summary>What an edit found, without the numbers of lines and the positions of things.</summary>
    public static string ShapeOf(ImmutableArray<FindingDraft> drafts, ImmutableArray<NotEvaluated> open) => string.Join(
        "; ",
        drafts.Select(draft => OutcomeOf(draft with { Line = null, Field = null, HistoryLine = null }))
            .Concat(open.Select(one => "open " + string.Join(',', one.Missing.Select(WithoutDigits).Distinct().Order(StringComparer.Ordinal))))
            .Distinct().Order(StringComparer.Ordinal));

    private static string WithoutDigits(string name) => string.Concat(name.Where(sign => !char.IsAsciiDigit(sign)));

    /// <summary>What an edit found, as a text that differs where anything of it does that a result shows.</summary>
    public static string OutcomeOf(ImmutableArray<FindingDraft> drafts, ImmutableArray<NotEvaluated> open) =>
        string.Join("; ", drafts.Select(OutcomeOf).Concat(open.Select(one => string.Create(CultureInfo.InvariantCulture, $"open {one.Line} {string.Join(',', one.Missing)}"))));

    private static string OutcomeOf(FindingDraft draft) => string.Create(
        CultureInfo.InvariantCulture,
        $"{draft.State} {draft.Action} {draft.Level} {draft.Line} {draft.Field} {draft.HistoryLine?.ClaimId} {draft.HistoryLine?.Number} {draft.AllowedUnits} {draft.PayPercent} {draft.Replacement} {AddedBy(draft)} {draft.Reason} {draft.Queue} {draft.Overridable} {draft.Bypass?.Because}");

    private static string AddedBy(FindingDraft draft) =>
        draft.Added is AddedLine added ? string.Create(CultureInfo.InvariantCulture, $"{added.Procedure}-{string.Join('-', added.Modifiers.IsDefault ? [] : added.Modifiers)} {added.Units} {added.PayPercent}") : "";
}

/// <summary>Notes what the conditions of an edit are on one claim.</summary>
internal sealed class SignatureWatch : IEvaluationWatch
{
    private readonly SortedDictionary<(int Start, int Length, string File), int> _seen = [];
    private readonly SortedSet<string> _answers = new(StringComparer.Ordinal);
    private int _dated;

    /// <summary>The conditions in the order of the text, each with what it was: 1 true, 2 false, 4 unknown, and their sums.</summary>
    public string Conditions => string.Create(CultureInfo.InvariantCulture, $"{string.Concat(_seen.Values)} {_dated} {string.Join(' ', _answers)}");

    /// <summary>How many conditions were true.</summary>
    public int Reached => _seen.Values.Count(value => (value & 1) != 0);

    /// <inheritdoc/>
    public void Tested(ExpressionEvaluator reading, BoundExpression condition, TruthValue verdict)
    {
        if (condition is BoundAnd or BoundOr or BoundNot)
        {
            return;
        }

        SourceSpan place = condition.Place;
        (int, int, string) key = (place.Start, place.Length, place.File);
        _seen[key] = _seen.GetValueOrDefault(key) | verdict.Truth switch { Truth.True => 1, Truth.False => 2, _ => 4 };
    }

    /// <inheritdoc/>
    public void LookedUp(BoundRow row, EvaluatedValue found)
    {
        SourceSpan place = row.Place;
        (int, int, string) key = (place.Start, -place.Length, place.File);
        _seen[key] = _seen.GetValueOrDefault(key) | found switch { EvaluatedThing => 1, EvaluatedMissing => 4, _ => 2 };
    }

    /// <inheritdoc/>
    public void Dated(EvaluatedValue date) => _dated |= date is EvaluatedDate ? 1 : 2;

    /// <inheritdoc/>
    public void Answered(TargetState state, int position) => _answers.Add(string.Create(CultureInfo.InvariantCulture, $"{position}{state.Answer}{state.Exception?.Because}"));
}

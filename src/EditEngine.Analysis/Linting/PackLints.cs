using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Lowering;
using EditEngine.Diagnostics;
using EditEngine.Stacks;

namespace EditEngine.Analysis.Linting;

/// <summary>What a careful colleague would remark about a pack that runs.</summary>
internal static class PackLints
{
    /// <summary>The lints of the pack's own edits and declarations, by file and place.</summary>
    /// <exception cref="OperationCanceledException">They are of no use any more.</exception>
    public static ImmutableArray<Diagnostic> Of(PackSources sources, BoundPack pack, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(pack);
        return DeepStack.Run(() => OfAll(sources, pack, cancellation));
    }

    private static ImmutableArray<Diagnostic> OfAll(PackSources sources, BoundPack pack, CancellationToken cancellation)
    {
        IEnumerable<Diagnostic> OfOne(BoundEdit edit)
        {
            cancellation.ThrowIfCancellationRequested();
            return OfEdit(edit);
        }

        IEnumerable<Diagnostic> all = pack.Edits.Where(edit => edit.PackName == pack.Name).SelectMany(OfOne).Concat(UnusedNames.In(sources)).Concat(sources.Chain[^1].Trees.SelectMany(RepeatedCodes.In))
            .Concat(DiagnosisCategories.In(sources.Chain[^1].Trees, pack.Edits.Where(edit => edit.PackName == pack.Name)));
        IEnumerable<Diagnostic> ofRules = all.OrderBy(lint => ((SourceSpan)lint.Place!).File, StringComparer.Ordinal).ThenBy(lint => ((SourceSpan)lint.Place!).Start); // Lints have places.
        return [.. ofRules, .. pack.Tables.SelectMany(TableGaps.Of)];
    }

    private static IEnumerable<Diagnostic> OfEdit(BoundEdit edit)
    {
        if (edit.Cites.IsEmpty)
        {
            yield return LintDiagnostics.NoCitation(edit.Place, edit.Id);
        }

        if (edit.Tests.IsEmpty)
        {
            yield return LintDiagnostics.NoTest(edit.Place, edit.Id);
        }

        if (IndexKeyFinder.Of(edit).Codes is null && !CodesAsked.By(edit))
        {
            yield return LintDiagnostics.WeakIndex(edit.Place, edit.Id);
        }

        if (edit.EffectiveFromDay > edit.EffectiveThroughDay)
        {
            yield return LintDiagnostics.Never(edit.Place, edit.Id);
        }

        foreach (Diagnostic idle in OfConditions(edit))
        {
            yield return idle;
        }

        foreach (BoundExpression equal in NoneEqualsNone.In(edit))
        {
            yield return LintDiagnostics.NothingEquals(equal.Place, edit.Id);
        }

        foreach (BoundExpression unseen in UnseenHistory.In(edit))
        {
            yield return LintDiagnostics.UnseenHistory(unseen.Place, edit.Id);
        }

        foreach (BoundExpression counted in HistoryAlone.In(edit))
        {
            yield return LintDiagnostics.HistoryOnly(counted.Place, edit.Id);
        }

        foreach (BoundExpression reversed in ReversedRanges.In(edit))
        {
            yield return LintDiagnostics.Reversed(reversed.Place, edit.Id);
        }

        foreach (BoundException exception in edit.Cases.SelectMany(one => one.Exceptions).Where(one => one.UntilDay is null))
        {
            yield return LintDiagnostics.NoExpiry(exception.Condition.Place, exception.Because, edit.Id);
        }
    }

    private static IEnumerable<Diagnostic> OfConditions(BoundEdit edit)
    {
        BoundExpression[] kinds = [.. edit.Bindings.OfType<BoundThingBinding>().Where(one => one.Source.Alternatives.Length == 1).SelectMany(one => one.Source.Alternatives[0].Conditions)];
        Contradiction contradiction = new(edit);
        foreach (BoundExpression? condition in edit.Cases.Select(one => one.Condition).DefaultIfEmpty())
        {
            if (contradiction.In(condition is null ? kinds : kinds.Append(condition)) is BoundExpression never && !ReversedRanges.Is(never))
            {
                yield return LintDiagnostics.NeverFires(never.Place, edit.Id);
            }

            foreach (BoundExpression always in condition is null ? [] : BoundTree.Conjuncts(condition).Where(contradiction.IsAlways))
            {
                yield return LintDiagnostics.Always(always.Place, edit.Id);
            }
        }
    }
}

using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Restrictions;
using EditEngine.Numbers;

namespace EditEngine.Analysis.Comparison;

/// <summary>In which directions a changed edit can differ from what it was, by the algebra of its sets, ranges and days, whatever the claim.</summary>
/// <remarks>
/// An edit of one case fires on a target where some tuple of it meets all conditions and no exception. Where every tuple that fires now fired before, the edit is not stricter; where every tuple
/// that fired fires now, it is not looser. What is known of a tuple only counts: a condition on a missing fact does not hold.
/// </remarks>
internal static class ChangeBounds
{
    /// <summary>Stricter, looser, both, or the same; null where the edits are too different to tell.</summary>
    /// <param name="old">The edit as it was.</param>
    /// <param name="now">The edit as it is.</param>
    public static Verdict? Of(BoundEdit old, BoundEdit now)
    {
        if (old.Cases is not [BoundCase before] || now.Cases is not [BoundCase after] || !IsAlike(old, now) || !ActsAlike(old, before, now, after))
        {
            return null;
        }

        (Func<BoundNode, string> was, Func<BoundNode, string> form) = (FormOf(old), FormOf(now));
        Conjunction asked = ConditionsOf(old, before, was);
        Conjunction asks = ConditionsOf(now, after, form);
        bool isNoStricter = asks.IsWithin(asked) && Excuses(after, form, before, was);
        bool isNoLooser = asked.IsWithin(asks) && Excuses(before, was, after, form);
        return (isNoStricter ? Verdict.Same : Verdict.Stricter) | (isNoLooser ? Verdict.Same : Verdict.Looser);
    }

    // What decides when an edit is run at all, and what it runs over.
    private static bool IsAlike(BoundEdit old, BoundEdit now)
    {
        (Func<BoundNode, string> was, Func<BoundNode, string> form) = (FormOf(old), FormOf(now));
        return old.Basis == now.Basis && old.Phase == now.Phase && old.IsRetro == now.IsRetro && old.MonitorFromDay == now.MonitorFromDay
            && old.SkipPhases.SequenceEqual(now.SkipPhases, StringComparer.Ordinal) && was(old.Subject) == form(now.Subject)
            && old.Bindings.Length == now.Bindings.Length
            && old.Bindings.Zip(now.Bindings).All(pair => was(pair.First) == form(pair.Second) || (SourceOf(pair.First) is BoundAlternative one && SourceOf(pair.Second) is BoundAlternative other
                && one.Kind == other.Kind && (one.List is null ? other.List is null : other.List is not null && was(one.List) == form(other.List))));
    }

    // An amount that is computed hangs on which tuple leads.
    private static bool ActsAlike(BoundEdit old, BoundCase before, BoundEdit now, BoundCase after)
    {
        (Func<BoundNode, string> was, Func<BoundNode, string> form) = (FormOf(old), FormOf(now));
        return before.Actions.Length == after.Actions.Length && before.Actions.Zip(after.Actions).All(pair => was(pair.First) == form(pair.Second))
            && before.Actions.All(action => action is { ReplaceWith: null or BoundConstant, Amount: null or BoundConstant, Added: null, Overridable: null });
    }

    private static Conjunction ConditionsOf(BoundEdit edit, BoundCase one, Func<BoundNode, string> form)
    {
        BoundExpression?[] conditions = [edit.Scope, .. edit.Bindings.Select(SourceOf).OfType<BoundAlternative>().SelectMany(source => source.Conditions), .. edit.Joins, one.Condition];
        Conjunction all = new(conditions.OfType<BoundExpression>(), form);
        if (edit.EffectiveFromDay != int.MinValue || edit.EffectiveThroughDay != int.MaxValue)
        {
            all.Add("period", new RangeAtom(new NumberRange(
                edit.EffectiveFromDay == int.MinValue ? null : Rational.From(edit.EffectiveFromDay), true, edit.EffectiveThroughDay == int.MaxValue ? null : Rational.From(edit.EffectiveThroughDay), true)));
        }

        return all;
    }

    // Whether where none of some exceptions holds, none of others does.
    private static bool Excuses(BoundCase some, Func<BoundNode, string> ofSome, BoundCase others, Func<BoundNode, string> ofOthers)
    {
        Conjunction[] known = [.. some.Exceptions.Select(exception => new Conjunction([exception.Condition], ofSome))];
        return others.Exceptions.All(exception =>
        {
            Conjunction own = new([exception.Condition], ofOthers);
            return Enumerable.Range(0, known.Length).Any(at =>
                (some.Exceptions[at].UntilDay ?? int.MaxValue) >= (exception.UntilDay ?? int.MaxValue)
                && (ofSome(some.Exceptions[at].Condition) == ofOthers(exception.Condition) || own.IsFalseWith(known[at])));
        });
    }

    private static BoundAlternative? SourceOf(BoundBinding binding) => binding is BoundThingBinding { Source.Alternatives: [BoundAlternative only] } ? only : null;

    // A part alone: the edit's own names have the same numbers in every part.
    private static Func<BoundNode, string> FormOf(BoundEdit edit) => part =>
    {
        EditFingerprint form = new([]);
        foreach (BoundBinding binding in edit.Bindings)
        {
            form.Variable(binding.Variable);
        }

        return form.Part(part);
    };
}

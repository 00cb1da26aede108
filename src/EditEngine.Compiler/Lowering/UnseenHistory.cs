using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Restrictions;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Plans;

namespace EditEngine.Compiler.Lowering;

/// <summary>
/// Conditions that ask for a window or a key of history in a form that is not read: all history is looked at for them, and more of it fetched than they ask.
/// </summary>
internal static class UnseenHistory
{
    /// <summary>Those of an edit, in the order of its parts.</summary>
    public static IEnumerable<BoundExpression> In(BoundEdit edit) => SourceUses.Of(edit).SelectMany(use => In(use, edit.Basis)).DistinctBy(one => one.Place);

    private static IEnumerable<BoundExpression> In(SourceUse use, Basis basis)
    {
        for (int i = 0; i < use.Source.Alternatives.Length; i++)
        {
            BoundAlternative one = use.Source.Alternatives[i];
            if (one is not { Kind: ThingKinds.History, List: null } || use.Of(i, basis) is not { IsImpossible: false, Days.IsEmpty: true } asked)
            {
                continue;
            }

            // That a line is of the claim's type narrows little.
            bool hasKey = !asked.Codes.IsEmpty || asked.Keys.Any(key => key.Path != "claim_type");
            Asker asker = new(use.Source.Variable.Slot, new ConditionReader(use.Source.Variable.Slot, ThingKinds.History, basis));
            foreach (BoundExpression unseen in one.Conditions.AddRange(use.Beside).SelectMany(condition => asker.Unseen(condition, use.Names, hasKey)))
            {
                yield return unseen;
            }
        }
    }

    private sealed class Asker(int slot, ConditionReader reader)
    {
        public IEnumerable<BoundExpression> Unseen(BoundExpression condition, Definitions names, bool hasKey)
        {
            (BoundExpression expression, Definitions inner) = names.Resolve(condition);
            if (expression is BoundAnd and)
            {
                return and.Operands.SelectMany(one => Unseen(one, inner, hasKey));
            }

            // Between fields of the line itself there is nothing to narrow by.
            bool isAsked = inner.SlotsIn(expression).ToHashSet() is { Count: var count } slots && slots.Contains(slot) && (count > 1 || BoundTree.All(expression).Any(node => node is BoundClaim));
            return isAsked && (IsWindow(expression, inner) ? reader.NotFalse(expression, inner).Days.IsEmpty : !hasKey && IsKey(expression, inner) && IsNothing(reader.NotFalse(expression, inner)))
                ? [expression] : [];
        }

        private static bool IsNothing(Restriction asked) => asked.Keys.IsEmpty && asked.Codes.IsEmpty && asked.Words.IsEmpty;

        private bool IsWindow(BoundExpression expression, Definitions names) =>
            expression is BoundInRange or BoundCompare { Operator: not BinaryOperator.NotEqual }
            && BoundTree.All(expression).Any(node => node switch
            {
                BoundDateOf date => IsOwn(date.Thing, names),
                BoundField { Field.Name: "date" or "through" } field => IsOwn(field.Receiver, names),
                _ => false,
            })
            && (TypeOf(expression) == TypeKind.Date || BoundTree.All(expression).Any(node => node is BoundDaysBetween or BoundMonthsBetween));

        private bool IsKey(BoundExpression expression, Definitions names) =>
            expression is BoundCompare { Operator: BinaryOperator.Equal } equal && TypeOf(expression) is TypeKind.Code or TypeKind.Text
            && (equal.Left is BoundField left && IsOwn(left.Receiver, names)) != (equal.Right is BoundField right && IsOwn(right.Receiver, names));

        private static TypeKind? TypeOf(BoundExpression expression) => expression switch
        {
            BoundCompare compare => compare.Left.Type.Kind,
            BoundInRange range => range.Value.Type.Kind,
            _ => null,
        };

        private bool IsOwn(BoundExpression thing, Definitions names) => names.Resolve(thing).Expression is BoundVariable variable && variable.Variable.Slot == slot;
    }
}

using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Syntax;

namespace EditEngine.Analysis.Linting;

/// <summary>
/// Comparisons that hold where neither side is there: <c>family of @t for a = family of @t for b</c> is true of two codes without a row. None
/// equals itself, which is seldom what is meant.
/// </summary>
internal static class NoneEqualsNone
{
    /// <summary>Those of an edit that no <c>is present</c> beside them rules out, in the order of its parts.</summary>
    public static IEnumerable<BoundExpression> In(BoundEdit edit)
    {
        IEnumerable<BoundExpression> kinds = edit.Bindings.OfType<BoundThingBinding>().Where(one => one.Source.Alternatives.Length == 1).SelectMany(one => one.Source.Alternatives[0].Conditions);
        ImmutableArray<BoundExpression> always = [.. kinds.Concat(edit.Joins).SelectMany(BoundTree.Conjuncts)];
        IEnumerable<BoundExpression> found = always.SelectMany(one => Below(one, always))
            .Concat(edit.Cases.SelectMany(one => one.Condition is null ? [] : Below(one.Condition, always)));
        return found.DistinctBy(one => one.Place);
    }

    private static IEnumerable<BoundExpression> Below(BoundNode node, ImmutableArray<BoundExpression> known)
    {
        if (node is BoundAnd and)
        {
            ImmutableArray<BoundExpression> conjuncts = [.. BoundTree.Conjuncts(and)];
            return conjuncts.SelectMany(one => Below(one, known.AddRange(conjuncts)));
        }

        bool isMeant = node switch
        {
            BoundCompare { Operator: BinaryOperator.Equal } compare => !IsTrap(compare.Left, compare.Right, known),
            BoundSame same => !same.Left.Zip(same.Right).Any(pair => IsTrap(pair.First, pair.Second, known)),
            _ => true,
        };
        return isMeant ? node.Children.SelectMany(one => Below(one, known)) : [(BoundExpression)node];
    }

    private static bool IsTrap(BoundExpression left, BoundExpression right, ImmutableArray<BoundExpression> known) =>
        Absent(left, known) is object a && Absent(right, known) is object b
        && !known.Any(one => one is BoundIsPresent present && Absent(present.Value, []) is object asked && (asked.Equals(a) || asked.Equals(b)));

    /// <summary>The column of a look-up, or the field, that may be none; null where a value is always there or missing, and of a row that was found.</summary>
    private static object? Absent(BoundExpression value, ImmutableArray<BoundExpression> known) => value switch
    {
        BoundUse use => Absent(use.Body, known),
        BoundColumn { Row: BoundRow row } column => known.Any(one => one is BoundIsFound found && found.Row == row) ? null : column.Column,
        BoundField { Field.Absence: Absence.None } field => field.Field,
        _ => null,
    };
}

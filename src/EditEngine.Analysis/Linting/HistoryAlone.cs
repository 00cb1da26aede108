using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Numbers;

namespace EditEngine.Analysis.Linting;

/// <summary>Limits of how often something is billed that count history and forget the claim's other lines: five lines on one claim are each the first.</summary>
internal static class HistoryAlone
{
    /// <summary>The counts and sums of an edit of lines that are held against a limit and look at history alone, where nothing of the edit looks at other lines of the claim.</summary>
    public static IEnumerable<BoundExpression> In(BoundEdit edit)
    {
        BoundSource[] sources = [.. BoundTree.All(edit).OfType<BoundSource>()];
        return sources.Length > 0 && HasLines(sources[0]) && !sources.Skip(1).Any(HasLines) ? BoundTree.All(edit).OfType<BoundCompare>().SelectMany(Limited) : [];
    }

    private static bool HasLines(BoundSource source) => source.Alternatives.Any(one => one.Kind == ThingKinds.Line);

    private static IEnumerable<BoundExpression> Limited(BoundCompare compare) => compare.Operator switch
    {
        BinaryOperator.Greater => Counted(compare.Left, compare.Right, 1),
        BinaryOperator.GreaterOrEqual => Counted(compare.Left, compare.Right, 2),
        BinaryOperator.Less => Counted(compare.Right, compare.Left, 1),
        BinaryOperator.LessOrEqual => Counted(compare.Right, compare.Left, 2),
        _ => [],
    };

    // More than none only asks whether there is one: no limit is counted up to.
    private static IEnumerable<BoundExpression> Counted(BoundExpression count, BoundExpression limit, int least)
    {
        BoundSource? source = count switch { BoundCount counted => counted.Source, BoundSum sum => sum.Source, _ => null };
        bool isLimit = limit is not BoundConstant { Value: NumberConstant number } || Rational.Compare(number.Value, Rational.From(least)) >= 0;
        return isLimit && source is not null && source.Alternatives.All(one => one is { Kind: ThingKinds.History, List: null }) ? [count] : [];
    }
}

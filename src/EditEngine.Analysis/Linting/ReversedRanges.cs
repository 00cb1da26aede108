using EditEngine.Compiler.Binding;
using EditEngine.Numbers;

namespace EditEngine.Analysis.Linting;

/// <summary>Ranges whose first end is past their last: <c>v.date in 2025-12-31 .. 2025-01-01</c> holds no day.</summary>
internal static class ReversedRanges
{
    /// <summary>Those of an edit, in the order of its parts.</summary>
    public static IEnumerable<BoundExpression> In(BoundEdit edit) => BoundTree.All(edit).OfType<BoundInRange>().Where(Is);

    /// <summary>Whether a condition is one.</summary>
    public static bool Is(BoundExpression condition) => condition is BoundInRange { From: { } from, To: { } to }
        && ConstantNumbers.Of(from) is Rational first && ConstantNumbers.Of(to) is Rational last && Rational.Compare(first, last) > 0;
}

using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Syntax;
using EditEngine.Plans;

namespace EditEngine.Analysis.Mutation;

/// <summary>Comparisons that take their bound in or leave it out, equal and not, any and every.</summary>
internal sealed class ComparisonMutations : IMutationKind
{
    private static readonly Dictionary<BinaryOperator, (BinaryOperator Other, string Sign, string OtherSign)> Others = new()
    {
        [BinaryOperator.Less] = (BinaryOperator.LessOrEqual, "<", "<="),
        [BinaryOperator.LessOrEqual] = (BinaryOperator.Less, "<=", "<"),
        [BinaryOperator.Greater] = (BinaryOperator.GreaterOrEqual, ">", ">="),
        [BinaryOperator.GreaterOrEqual] = (BinaryOperator.Greater, ">=", ">"),
        [BinaryOperator.Equal] = (BinaryOperator.NotEqual, "=", "<>"),
        [BinaryOperator.NotEqual] = (BinaryOperator.Equal, "<>", "="),
    };

    public IEnumerable<Mutation> Of(BoundEdit edit, MutationMaterial material)
    {
        foreach (BoundNode node in WrittenNodes.All(edit))
        {
            switch (node)
            {
                case BoundCompare compare when Others.TryGetValue(compare.Operator, out (BinaryOperator Other, string Sign, string OtherSign) change):
                    yield return Mutation.Of(
                        compare, one => one with { Operator = change.Other }, compare.Place, $"'{change.Sign}' becomes '{change.OtherSign}' in '{material.ShortTextAt(compare.Place)}'");
                    break;
                case BoundQuantified { Quantifier: Quantifier.Any or Quantifier.Every } quantified:
                    bool isAny = quantified.Quantifier == Quantifier.Any;
                    yield return Mutation.Of(
                        quantified,
                        one => one with { Quantifier = isAny ? Quantifier.Every : Quantifier.Any },
                        quantified.Place,
                        $"'{(isAny ? "any" : "every")}' becomes '{(isAny ? "every" : "any")}' in '{material.ShortTextAt(quantified.Place)}'");
                    break;
            }
        }
    }
}

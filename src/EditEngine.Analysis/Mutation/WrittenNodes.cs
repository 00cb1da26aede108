using EditEngine.Compiler.Binding;

namespace EditEngine.Analysis.Mutation;

/// <summary>The nodes that a rule writes. Of a phrase that stands for other conditions, as <c>every day of A .. B is in any KIND</c>, the phrase alone.</summary>
internal static class WrittenNodes
{
    /// <summary>A node and those below it.</summary>
    public static IEnumerable<BoundNode> All(BoundNode node) =>
        IsPhrase(node) ? [] : node.Children.SelectMany(All).Prepend(node);

    // What is written has words of its own beside those of its operands.
    private static bool IsPhrase(BoundNode node) => node switch
    {
        BoundAnd and => and.Operands.Any(one => one.Place == and.Place),
        BoundOr or => or.Operands.Any(one => one.Place == or.Place),
        BoundNot not => not.Operand.Place == not.Place,
        BoundQuantified quantified => quantified.Body?.Place == quantified.Place,
        _ => false,
    };
}

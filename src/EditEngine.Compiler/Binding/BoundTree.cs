namespace EditEngine.Compiler.Binding;

/// <summary>Walks bound nodes.</summary>
internal static class BoundTree
{
    /// <summary>A node and all below it.</summary>
    public static IEnumerable<BoundNode> All(BoundNode node) => node.Children.SelectMany(All).Prepend(node);

    /// <summary>The fields that an expression reads, in the order of its parts.</summary>
    public static IEnumerable<BoundField> Fields(BoundExpression expression) => All(expression).OfType<BoundField>();

    /// <summary>What must all be true where a condition is: the operands of its <c>and</c>, of those within it, or the condition itself.</summary>
    public static IEnumerable<BoundExpression> Conjuncts(BoundExpression condition) =>
        condition is BoundAnd and ? and.Operands.SelectMany(Conjuncts) : [condition];
}

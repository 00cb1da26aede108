using EditEngine.Compiler.Binding;
using EditEngine.Diagnostics;

namespace EditEngine.Analysis.Mutation;

/// <summary>A small change of the rules: what a hasty hand could have written instead.</summary>
/// <param name="Place">What is changed: in an edit, or in a declaration that several edits use.</param>
/// <param name="Words">The change, to be read after "no test notices when": <c>57 leaves @bypass</c>.</param>
/// <param name="Replace">What stands for a node of an edit then; null: the node stays.</param>
internal sealed record Mutation(SourceSpan Place, string Words, Func<BoundNode, BoundNode?> Replace)
{
    /// <summary>A node is changed wherever it stands: what a name stands for is written once, and stands in a tree at each use.</summary>
    /// <param name="node">The node.</param>
    /// <param name="change">What stands for it, or for the same text at another use.</param>
    /// <param name="place">What is changed, for a reader.</param>
    /// <param name="words">See <see cref="Words"/>.</param>
    public static Mutation Of<T>(T node, Func<T, BoundNode> change, SourceSpan place, string words)
        where T : BoundNode => new(place, words, one => one is T same && IsSameText(same, node) ? change(same) : null);

    private static bool IsSameText(BoundNode one, BoundNode node) =>
        ReferenceEquals(one, node)
        || (one is BoundExpression { Place: { Length: > 0 } place } && node is BoundExpression other && place == other.Place && one.GetType() == node.GetType());
}

/// <summary>Finds changes of one kind.</summary>
internal interface IMutationKind
{
    /// <summary>The changes of an edit, in the order of its text.</summary>
    /// <param name="edit">The edit.</param>
    /// <param name="material">What the pack around it holds.</param>
    IEnumerable<Mutation> Of(BoundEdit edit, MutationMaterial material);
}

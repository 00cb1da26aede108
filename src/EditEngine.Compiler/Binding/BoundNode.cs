namespace EditEngine.Compiler.Binding;

/// <summary>A node of the bound tree.</summary>
internal abstract record BoundNode
{
    /// <summary>The nodes right below, in the order of its parts: what is walked, checked and counted is what is among them.</summary>
    public abstract IEnumerable<BoundNode> Children { get; }

    /// <summary>Those that are there.</summary>
    private protected static IEnumerable<BoundNode> Present(params IEnumerable<BoundNode?> nodes) => nodes.OfType<BoundNode>();
}

using System.Collections;
using System.Collections.Immutable;
using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Syntax;

/// <summary>Walks syntax trees.</summary>
internal static class SyntaxPath
{
    /// <summary>The nodes right below a node, in the order of its parts.</summary>
    public static IEnumerable<SyntaxNode> ChildrenOf(SyntaxNode node)
    {
        foreach (NodePart part in NodeParts.Of(node, static _ => false))
        {
            if (part.Value is SyntaxNode child)
            {
                yield return child;
            }
            else if (part.Value is IEnumerable list and not string)
            {
                foreach (SyntaxNode item in list.OfType<SyntaxNode>())
                {
                    yield return item;
                }
            }
        }
    }

    /// <summary>A node and all below it.</summary>
    public static IEnumerable<SyntaxNode> All(SyntaxNode node) => ChildrenOf(node).SelectMany(All).Prepend(node);

    /// <summary>From a node down to the smallest one that a place lies in or touches; the node itself first.</summary>
    public static ImmutableArray<SyntaxNode> To(SyntaxNode root, int offset)
    {
        ImmutableArray<SyntaxNode>.Builder path = ImmutableArray.CreateBuilder<SyntaxNode>();
        for (SyntaxNode? at = root; at is not null;)
        {
            path.Add(at);
            SyntaxNode? next = null;
            foreach (SyntaxNode child in ChildrenOf(at))
            {
                // Of two that touch, the one that begins here is meant: `v|.units` is v, `@a|` is @a.
                if (child.Span.Start <= offset && offset <= child.Span.End && (next is null || next.Span.End == offset || next.Span.Length > child.Span.Length))
                {
                    next = child;
                }
            }

            at = next;
        }

        return path.ToImmutable();
    }
}

using System.Collections;
using System.Globalization;
using System.Text;
using EditEngine.Stacks;

namespace EditEngine.Compiler.Text;

/// <summary>A part of a node: its name, and a node, a leaf, a list of either, or null.</summary>
internal readonly record struct NodePart(string Name, object? Value);

/// <summary>
/// Writes a tree of nodes as text, for a reader and for comparing: a node a line, its leaves behind its name, what is below it indented. What
/// is null, false or an empty list is left out.
/// </summary>
/// <param name="nameOf">What a node is called, with all else that its line is to begin with.</param>
/// <param name="partsOf">Its parts, in order.</param>
/// <param name="leafOf">How a value is written that is no node; null: it is one.</param>
internal sealed class NodeText(Func<object, string> nameOf, Func<object, IEnumerable<NodePart>> partsOf, Func<object, string?> leafOf)
{
    private readonly StringBuilder _text = new();

    /// <summary>Writes a node and all below it.</summary>
    public NodeText Write(object node)
    {
        return DeepStack.Run(() =>
        {
            Write("", node, 0);
            return this;
        });
    }

    public override string ToString() => _text.ToString();

    private void Write(string label, object node, int depth)
    {
        List<(string Name, object Node)> below = [];
        _text.Append(' ', 2 * depth).Append(label).Append(nameOf(node));
        foreach (NodePart part in partsOf(node))
        {
            if (part.Value is not null && !WriteLeaf(part.Name, part.Value))
            {
                below.AddRange(part.Value is IEnumerable list ? list.Cast<object>().Select(item => (part.Name, item)) : [(part.Name, part.Value)]);
            }
        }

        _text.Append('\n');
        foreach ((string name, object item) in below)
        {
            if (Leaf(item) is string leaf)
            {
                _text.Append(' ', 2 * (depth + 1)).Append(name).Append(": ").Append(leaf).Append('\n');
            }
            else
            {
                Write(name + ": ", item, depth + 1);
            }
        }
    }

    private bool WriteLeaf(string name, object value)
    {
        if (value is false)
        {
            return true;
        }

        string? leaf = value is true ? "yes" : Leaf(value) ?? (value is IEnumerable list ? LeavesOf(list) : null);
        if (leaf is null)
        {
            return false;
        }

        if (leaf.Length > 0)
        {
            _text.Append(' ').Append(name).Append('=').Append(leaf);
        }

        return true;
    }

    /// <summary>A list of leaves in brackets; empty for an empty list; null for a list with a node in it.</summary>
    private string? LeavesOf(IEnumerable list)
    {
        List<string> leaves = [];
        foreach (object? item in list)
        {
            if (item is null || Leaf(item) is not string leaf)
            {
                return null;
            }

            leaves.Add(leaf);
        }

        return leaves.Count == 0 ? "" : $"[{string.Join(", ", leaves)}]";
    }

    private string? Leaf(object value) => leafOf(value) ?? value switch
    {
        string text => $"\"{text}\"",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Enum or IFormattable and not IEnumerable => string.Create(CultureInfo.InvariantCulture, $"{value}"),
        bool yes => yes ? "yes" : "no",
        _ => null,
    };
}

using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Binding;

/// <summary>How large a tree is: its nodes, and how many stand inside one another.</summary>
internal readonly record struct Extent(long Nodes, int Height)
{
    public static readonly Extent One = new(1, 1);
}

/// <summary>
/// How large one edit has become while its definitions, kinds, lets and arguments are written out in the places of their uses, and how deep
/// it is just now. Counted where it is made, so that nothing larger is ever made.
/// </summary>
internal sealed class Expansion
{
    /// <summary>The most nodes of one edit, or of one definition. The largest edit of the packs here has some hundreds.</summary>
    public const int MostNodes = 50_000;

    /// <summary>The most nodes inside one another: far more than people write. Where a host's stack is too small for them, steps go on on a deep thread.</summary>
    public const int MostDepth = 200;

    /// <summary>The most kinds of kinds: they are written out side by side and not inside one another.</summary>
    public const int MostKinds = 10_000;

    private readonly Dictionary<int, Extent> _arguments = [];
    private readonly Dictionary<BoundRow, Extent> _rows = new(ReferenceEqualityComparer.Instance);
    private int _depth;
    private int _kinds;
    private bool _isTold;

    /// <summary>Nodes so far.</summary>
    public long Nodes { get; private set; }

    /// <summary>What the edit itself asks just now, as far as its own text goes: the place to tell of what it leads to.</summary>
    public SourceSpan? Use { get; private set; }

    private bool IsFull => Nodes > MostNodes;

    /// <summary>One node more, inside of those entered; false, and not entered, where that is too many.</summary>
    public bool TryEnter(SourceSpan? use = null)
    {
        Nodes++;
        if (IsFull || _depth >= MostDepth)
        {
            return false;
        }

        Use = _depth == 0 ? use : Use;
        _depth++;
        return true;
    }

    public void Leave() => _depth--;

    /// <summary>A kind written out within those entered; false, and not entered, where that is too many.</summary>
    public bool TryEnterKind()
    {
        Nodes++;
        if (IsFull || _kinds >= MostKinds)
        {
            return false;
        }

        _kinds++;
        return true;
    }

    public void LeaveKind() => _kinds--;

    /// <summary>Nodes that stand in more than one place, counted once so far.</summary>
    public void Repeat(long nodes) => Nodes = Math.Min(Nodes + nodes, int.MaxValue);

    /// <summary>From here on, where a variable stands its argument is read.</summary>
    public void Argue(int slot, BoundExpression argument) => _arguments[slot] = Measure(argument);

    /// <summary>What is read where a variable stands fits here.</summary>
    public bool TryRead(int slot) => !_arguments.TryGetValue(slot, out Extent argument) || TryTake(argument);

    /// <summary>What is read where a row's name stands fits here.</summary>
    public bool TryRead(BoundRow row)
    {
        if (!_rows.TryGetValue(row, out Extent extent))
        {
            extent = Measure(row);
            _rows.Add(row, extent);
        }

        return TryTake(extent);
    }

    /// <summary>True once: what is too large is told once for an edit.</summary>
    public bool Report()
    {
        bool isFirst = !_isTold;
        _isTold = true;
        return isFirst;
    }

    /// <summary>Too many nodes, rather than too many inside one another.</summary>
    public bool IsTooLarge => IsFull;

    private bool TryTake(Extent extent)
    {
        Repeat(extent.Nodes);
        return !IsFull && _depth + extent.Height <= MostDepth;
    }

    /// <summary>A tree with arguments written out where their names stand; counted no further than anything may be.</summary>
    private Extent Measure(BoundExpression tree)
    {
        long nodes = 0;
        int height = 0;
        Stack<(BoundNode Node, int Depth)> open = new([((BoundNode)tree, 1)]);
        while (nodes <= MostNodes && open.TryPop(out (BoundNode Node, int Depth) one))
        {
            Extent extent = one.Node is BoundVariable variable && _arguments.TryGetValue(variable.Variable.Slot, out Extent argument) ? argument : Extent.One;
            nodes += extent.Nodes;
            height = Math.Max(height, one.Depth - 1 + extent.Height);
            foreach (BoundNode below in one.Node.Children)
            {
                open.Push((below, one.Depth + 1));
            }
        }

        return new Extent(nodes, height);
    }
}

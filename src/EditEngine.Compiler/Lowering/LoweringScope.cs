using EditEngine.Compiler.Binding;

namespace EditEngine.Compiler.Lowering;

/// <summary>What lowering one edit keeps count of: slots, choices, arguments of definitions, what a condition names and costs.</summary>
internal sealed class LoweringScope(int slotCount)
{
    private readonly Dictionary<int, BoundExpression> _arguments = [];
    private HashSet<int> _used = [];
    private int _openChoices;
    private int _cost;
    private int _choices;

    /// <summary>Slots so far.</summary>
    public int SlotCount { get; private set; } = slotCount;

    /// <summary>A slot of its own for something found on the way.</summary>
    public int NewSlot() => SlotCount++;

    /// <summary>The number of a choice, which what is being lowered depends on.</summary>
    public int NewChoice()
    {
        _openChoices++;
        return _choices++;
    }

    /// <summary>Says that what is being lowered names a slot.</summary>
    public int Use(int slot)
    {
        _used.Add(slot);
        return slot;
    }

    /// <summary>Says that what is being lowered costs so much; 0: a code or date of a line; 1: a fact; 100: looking through things.</summary>
    public void AddCost(int cost) => _cost += cost;

    /// <summary>Gives the parameters of a definition what they stand for in its use.</summary>
    public void Bind(BoundUse use)
    {
        for (int i = 0; i < use.Arguments.Length; i++)
        {
            _arguments[use.Parameters[i].Slot] = use.Arguments[i];
        }
    }

    /// <summary>Gives one parameter what it stands for.</summary>
    public void Bind(int slot, BoundExpression argument) => _arguments[slot] = argument;

    /// <summary>What a parameter stands for; null for other names.</summary>
    public BoundExpression? ArgumentOf(BoundVariable variable) => _arguments.GetValueOrDefault(variable.Variable.Slot);

    /// <summary>What an expression stands for, through definitions and their parameters.</summary>
    public BoundExpression Resolved(BoundExpression expression)
    {
        while (true)
        {
            switch (expression)
            {
                case BoundVariable variable when ArgumentOf(variable) is BoundExpression argument:
                    expression = argument;
                    break;
                case BoundUse use:
                    Bind(use);
                    expression = use.Body;
                    break;
                default:
                    return expression;
            }
        }
    }

    /// <summary>The slot of a thing that a name stands for; -1 for the claim; null for a thing that is found first.</summary>
    public int? SlotOf(BoundExpression thing) => thing switch
    {
        BoundClaim => -1,
        BoundVariable variable => ArgumentOf(variable) is BoundExpression argument ? SlotOf(argument) : variable.Variable.Slot,
        _ => null,
    };

    /// <summary>Lowers something, and says whether it has open choices of its own.</summary>
    public T Within<T>(Func<T> lower, out bool hasChoices)
    {
        (int outer, _openChoices) = (_openChoices, 0);
        T lowered = lower();
        hasChoices = _openChoices > 0;
        _openChoices = outer;
        return lowered;
    }

    /// <summary>Lowers something, and says what it costs.</summary>
    public T Measured<T>(Func<T> lower, out int cost)
    {
        int before = _cost;
        T lowered = lower();
        cost = _cost - before;
        return lowered;
    }

    /// <summary>Lowers something, and says which slots it names.</summary>
    public T Watched<T>(Func<T> lower, out IReadOnlySet<int> used)
    {
        (HashSet<int> outer, _used) = (_used, []);
        T lowered = lower();
        used = _used;
        outer.UnionWith(_used);
        _used = outer;
        return lowered;
    }
}

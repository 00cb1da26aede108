using EditEngine.Compiler.Binding;

namespace EditEngine.Analysis.Comparison;

/// <summary>Conditions that must all hold, by the value that each asks of.</summary>
internal sealed class Conjunction
{
    private readonly Dictionary<string, List<ConditionAtom>> _asked = new(StringComparer.Ordinal);

    /// <param name="conditions">The conditions; each may be an <c>and</c>.</param>
    /// <param name="form">A part of the edit as a text that is equal for equal parts.</param>
    public Conjunction(IEnumerable<BoundExpression> conditions, Func<BoundNode, string> form)
    {
        foreach (BoundExpression condition in conditions.SelectMany(BoundTree.Conjuncts))
        {
            (string key, ConditionAtom atom) = ConditionAtom.Of(condition, form);
            Add(key, atom);
        }
    }

    /// <summary>It can hold on no claim.</summary>
    public bool IsEmpty => _asked.Values.Any(atoms => atoms.Exists(atom => atom.IsEmpty));

    /// <summary>Asks one thing more.</summary>
    public void Add(string key, ConditionAtom atom)
    {
        if (!_asked.TryGetValue(key, out List<ConditionAtom>? atoms))
        {
            _asked.Add(key, [atom]);
        }
        else if (atoms[^1].And(atom) is ConditionAtom both)
        {
            atoms[^1] = both;
        }
        else
        {
            atoms.Add(atom);
        }
    }

    /// <summary>Whether, where it is true, another one is true; false where that cannot be told.</summary>
    public bool IsWithin(Conjunction other) => IsEmpty || AsksAllOf(other);

    /// <summary>Whether, where another one is false, it is false: it asks the same values, and lets no more through.</summary>
    public bool IsFalseWith(Conjunction other) => AsksAllOf(other) && _asked.Keys.ToHashSet(StringComparer.Ordinal).SetEquals(other._asked.Keys);

    private bool AsksAllOf(Conjunction other) =>
        other._asked.All(asked => _asked.TryGetValue(asked.Key, out List<ConditionAtom>? own) && asked.Value.TrueForAll(one => own.Exists(atom => atom.IsWithin(one))));
}

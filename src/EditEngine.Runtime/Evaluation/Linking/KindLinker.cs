using EditEngine.Evaluation.Steps;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Evaluation.Linking;

/// <summary>What every type of values has, for an expression whose type only its record knows.</summary>
internal abstract class KindLinker
{
    /// <summary>Whether there is a value.</summary>
    public abstract Step<Truth> Present(Expression value);

    /// <summary>The value as a message shows it.</summary>
    public abstract ShowStep Show(Expression value, ValueStyle style);

    /// <summary>The value as a key of a group.</summary>
    public abstract GroupKeyStep GroupKey(Expression value);

    /// <summary>The value as a key of an order.</summary>
    public abstract OrderKey Order(OrderBy by);

    /// <summary>A comparison of two values.</summary>
    public abstract Step<Truth> Compare(Relation relation, Expression left, Expression right);
}

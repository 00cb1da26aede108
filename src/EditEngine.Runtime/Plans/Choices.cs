using System.Collections.Immutable;
using EditEngine.Values;

namespace EditEngine.Plans;

/// <summary>The value of the first branch that holds; none where no branch does. With an unknown condition, any that could be taken.</summary>
/// <param name="Type">Type of its value.</param>
/// <param name="Id">Its number in the edit.</param>
/// <param name="Branches">In text order.</param>
internal sealed record Choice(ValueKind Type, int Id, ImmutableArray<ChoiceBranch> Branches) : Expression
{
    /// <inheritdoc/>
    public override ValueKind Kind => Type;
}

/// <summary>A branch of a choice.</summary>
/// <param name="Value">Its value.</param>
/// <param name="Condition">Null: always.</param>
internal sealed record ChoiceBranch(Expression Value, Expression? Condition = null);

/// <summary>A value that changes from a day on. Where the day is missing it may be any of them.</summary>
/// <param name="Type">Type of its value.</param>
/// <param name="Id">Its number in the edit, among choices.</param>
/// <param name="On">The day.</param>
/// <param name="Values">By day.</param>
internal sealed record DatedValue(ValueKind Type, int Id, Expression On, ImmutableArray<ValueFrom> Values) : Expression
{
    /// <inheritdoc/>
    public override ValueKind Kind => Type;
}

/// <summary>A value and the first day on which it holds.</summary>
/// <param name="FromDay">Day number.</param>
/// <param name="Value">The value.</param>
internal sealed record ValueFrom(int FromDay, ConstantValue Value);

/// <summary>
/// A condition with open choices in it: decided where all branches that could be taken decide it alike. <c>days &gt; (30 if c, otherwise 90)</c> with <c>c</c> unknown and 100 days holds.
/// </summary>
internal sealed record AllBranchesAgree(Expression Operand) : Condition;

/// <summary>A value with open choices in it: missing where several are possible and differ.</summary>
internal sealed record UniqueValue(Expression Value) : Expression
{
    /// <inheritdoc/>
    public override ValueKind Kind => Value.Kind;
}

/// <summary>The first value, or the second where the first is missing or none.</summary>
internal sealed record OrElse(Expression First, Expression Second) : Expression
{
    /// <inheritdoc/>
    public override ValueKind Kind => First.Kind;
}

using System.Collections.Immutable;
using EditEngine.Values;

namespace EditEngine.Operators;

/// <summary>What an absent operand makes of an operator.</summary>
internal enum AbsenceRule : byte
{
    /// <summary>An operand that is none gives none, else one that is missing gives missing.</summary>
    Strict,

    /// <summary>A missing side is unknown; none equals only itself and has no order.</summary>
    Comparison,

    /// <summary>As strict; of several values the first that is absent decides.</summary>
    FirstAbsent,

    /// <summary>A rule of its own, said with the operator.</summary>
    Own,
}

/// <summary>An operator on values, said once: plans name it, the executor runs it, the interpreter asks it of known values, the reference lists it.</summary>
/// <param name="Name">Its name in plans; with the type of its value it is unique.</param>
/// <param name="Written">How rules write it.</param>
/// <param name="Operands">Types of its operands; of several values, the type of each.</param>
/// <param name="Result">Type of its value.</param>
/// <param name="Absence">What absent operands make of it.</param>
/// <param name="Description">What it gives, in a sentence.</param>
internal abstract record Operator(string Name, string Written, ImmutableArray<ValueKind> Operands, ValueKind Result, AbsenceRule Absence, string Description)
{
    /// <summary>Whether it takes any number of operands, one or more.</summary>
    public virtual bool IsOfSeveral => false;

    /// <summary>Gives itself to a visitor by its kind.</summary>
    internal abstract T Accept<T>(IOperatorVisitor<T> visitor);
}

/// <summary>An operator on one value.</summary>
/// <param name="Name">Its name in plans.</param>
/// <param name="Written">How rules write it.</param>
/// <param name="Operand">Type of its operand.</param>
/// <param name="Result">Type of its value.</param>
/// <param name="Description">What it gives.</param>
/// <param name="Apply">Its value; total: absence and ranges are values.</param>
internal sealed record UnaryOperator<TOperand, TResult>(string Name, string Written, ValueKind Operand, ValueKind Result, string Description, Func<TOperand, TResult> Apply)
    : Operator(Name, Written, [Operand], Result, AbsenceRule.Strict, Description)
    where TOperand : struct, IAbsence<TOperand>
    where TResult : struct, IAbsence<TResult>
{
    internal override T Accept<T>(IOperatorVisitor<T> visitor) => visitor.Unary(this);
}

/// <summary>An operator on two values.</summary>
/// <param name="Name">Its name in plans.</param>
/// <param name="Written">How rules write it.</param>
/// <param name="Left">Type of its left operand.</param>
/// <param name="Right">Type of its right operand.</param>
/// <param name="Result">Type of its value.</param>
/// <param name="Description">What it gives.</param>
/// <param name="Apply">Its value; total: absence and ranges are values.</param>
internal sealed record BinaryOperator<TLeft, TRight, TResult>(
    string Name, string Written, ValueKind Left, ValueKind Right, ValueKind Result, string Description, Func<TLeft, TRight, TResult> Apply)
    : Operator(Name, Written, [Left, Right], Result, AbsenceRule.Strict, Description)
    where TLeft : struct, IAbsence<TLeft>
    where TRight : struct, IAbsence<TRight>
    where TResult : struct, IAbsence<TResult>
{
    internal override T Accept<T>(IOperatorVisitor<T> visitor) => visitor.Binary(this);
}

/// <summary>An operator on several values of one type, taken one after the other.</summary>
/// <param name="Name">Its name in plans.</param>
/// <param name="Written">How rules write it.</param>
/// <param name="Kind">The type.</param>
/// <param name="Description">What it gives.</param>
/// <param name="Apply">What it makes of what it has and of the next; total.</param>
internal sealed record FoldOperator<T>(string Name, string Written, ValueKind Kind, string Description, Func<T, T, T> Apply)
    : Operator(Name, Written, [Kind], Kind, AbsenceRule.FirstAbsent, Description)
    where T : struct, IAbsence<T>
{
    /// <inheritdoc/>
    public override bool IsOfSeveral => true;

    internal override TResult Accept<TResult>(IOperatorVisitor<TResult> visitor) => visitor.Fold(this);
}

/// <summary>A comparison of two values of one type, whichever.</summary>
/// <param name="Name">Its name in plans, which rules write.</param>
/// <param name="Relation">How their order must be.</param>
/// <param name="Description">When it holds.</param>
internal sealed record ComparisonOperator(string Name, Relation Relation, string Description)
    : Operator(Name, $"a {Name} b", [], ValueKind.Truth, AbsenceRule.Comparison, Description)
{
    internal override T Accept<T>(IOperatorVisitor<T> visitor) => visitor.Comparison(this);
}

/// <summary>An operator on lists of codes, which looks at their members and counts them.</summary>
/// <param name="Name">Its name in plans.</param>
/// <param name="Written">How rules write it.</param>
/// <param name="Operands">Types of its operands.</param>
/// <param name="Result">Type of its value.</param>
/// <param name="Description">What it gives, of absent operands too.</param>
internal sealed record ListOperator(string Name, string Written, ImmutableArray<ValueKind> Operands, ValueKind Result, string Description)
    : Operator(Name, Written, Operands, Result, AbsenceRule.Own, Description)
{
    internal override T Accept<T>(IOperatorVisitor<T> visitor) => visitor.OfList(this);
}

/// <summary>Does something for each kind of operator.</summary>
internal interface IOperatorVisitor<TVisited>
{
    TVisited Unary<TOperand, TResult>(UnaryOperator<TOperand, TResult> row)
        where TOperand : struct, IAbsence<TOperand>
        where TResult : struct, IAbsence<TResult>;

    TVisited Binary<TLeft, TRight, TResult>(BinaryOperator<TLeft, TRight, TResult> row)
        where TLeft : struct, IAbsence<TLeft>
        where TRight : struct, IAbsence<TRight>
        where TResult : struct, IAbsence<TResult>;

    TVisited Fold<T>(FoldOperator<T> row)
        where T : struct, IAbsence<T>;

    TVisited Comparison(ComparisonOperator row);

    TVisited OfList(ListOperator row);
}

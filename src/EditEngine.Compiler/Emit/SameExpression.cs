using System.Collections.Immutable;
using EditEngine.Plans;

namespace EditEngine.Compiler.Emit;

/// <summary>Whether two expressions say the same: the number of a choice is no part of what it says.</summary>
internal static class SameExpression
{
    /// <summary>Whether both say the same. False where it is not looked at.</summary>
    public static bool Is(Expression? left, Expression? right) => (left, right) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (FieldValue or ConstantValue or ThingDate or SlotThing or IsOfKind or GroupKeyValue or PayerValue, _) => left.Equals(right),
        (ColumnValue a, ColumnValue b) => a.Column == b.Column && a.Type == b.Type && a.Form == b.Form && Is(a.Row, b.Row),
        (Operation a, Operation b) => a.Operator == b.Operator && a.Type == b.Type && Are(a.Operands, b.Operands),
        (And a, And b) => Are(a.Operands, b.Operands),
        (Or a, Or b) => Are(a.Operands, b.Operands),
        (Not a, Not b) => Is(a.Operand, b.Operand),
        (InCodes a, InCodes b) => ReferenceEquals(a.Set, b.Set) && Is(a.Code, b.Code) && Is(a.On, b.On),
        (LookUp a, LookUp b) => ReferenceEquals(a.Table, b.Table) && Is(a.On, b.On) && Are(a.Key, b.Key),
        (UniqueValue a, UniqueValue b) => Is(a.Value, b.Value),
        (OrElse a, OrElse b) => Is(a.First, b.First) && Is(a.Second, b.Second),
        (Choice a, Choice b) => a.Type == b.Type && a.Branches.Length == b.Branches.Length
            && a.Branches.Zip(b.Branches).All(one => Is(one.First.Condition, one.Second.Condition) && Is(one.First.Value, one.Second.Value)),
        _ => false,
    };

    private static bool Are(ImmutableArray<Expression> left, ImmutableArray<Expression> right) =>
        left.Length == right.Length && left.Zip(right).All(one => Is(one.First, one.Second));
}

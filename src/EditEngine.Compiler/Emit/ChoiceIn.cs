using EditEngine.Plans;

namespace EditEngine.Compiler.Emit;

/// <summary>Choices inside of operations: an operation with a choice is the choice of operations.</summary>
internal static class ChoiceIn
{
    /// <summary>The first choice among the operands of operations; null where there is none.</summary>
    public static Choice? First(Expression value) => value switch
    {
        Choice choice => choice,
        UniqueValue unique => First(unique.Value),
        Operation operation => operation.Operands.Select(First).FirstOrDefault(one => one is not null),
        _ => null,
    };

    /// <summary>How many operations without a choice it comes to at most.</summary>
    public static double CountOf(Expression value) => value switch
    {
        Choice choice => 1 + choice.Branches.Sum(one => CountOf(one.Value)),
        UniqueValue unique => CountOf(unique.Value),
        Operation operation => operation.Operands.Aggregate(1.0, (count, one) => count * CountOf(one)),
        _ => 1,
    };

    /// <summary>The operation with a value in the place of the choice.</summary>
    public static Expression With(Expression value, Choice choice, Expression taken) => value switch
    {
        Choice one when ReferenceEquals(one, choice) => taken,
        UniqueValue unique => With(unique.Value, choice, taken),
        Operation operation => operation with { Operands = [.. operation.Operands.Select(one => With(one, choice, taken))] },
        _ => value,
    };
}

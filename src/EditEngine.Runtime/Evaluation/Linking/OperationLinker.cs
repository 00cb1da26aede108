using System.Collections.Immutable;
using EditEngine.Evaluation.Steps;
using EditEngine.Operators;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Evaluation.Linking;

/// <summary>Links an operation to the step that its operator's row asks for.</summary>
internal sealed class OperationLinker(StepLinker steps, Operation operation) : IOperatorVisitor<Step>
{
    private ImmutableArray<Expression> Operands => operation.Operands;

    /// <summary>The step of an operation.</summary>
    /// <exception cref="MalformedPlanException">There is no such operator, or not on such operands.</exception>
    public static Step Of(StepLinker steps, Operation operation)
    {
        Operator row = OperatorTable.Find(operation.Operator, operation.Type) ?? throw Unknown(operation);
        bool fits = row is ComparisonOperator ? operation.Operands.Length == 2
            : row.IsOfSeveral ? !operation.Operands.IsEmpty && operation.Operands.All(one => one.Kind == row.Operands[0])
            : operation.Operands.Select(one => one.Kind).SequenceEqual(row.Operands);
        return fits ? row.Accept(new OperationLinker(steps, operation)) : throw Unknown(operation);
    }

    /// <inheritdoc/>
    public Step Unary<TOperand, TResult>(UnaryOperator<TOperand, TResult> row)
        where TOperand : struct, IAbsence<TOperand>
        where TResult : struct, IAbsence<TResult> => new UnaryStep<TOperand, TResult>(row.Apply, StepOf<TOperand>(Operands[0]));

    /// <inheritdoc/>
    public Step Binary<TLeft, TRight, TResult>(BinaryOperator<TLeft, TRight, TResult> row)
        where TLeft : struct, IAbsence<TLeft>
        where TRight : struct, IAbsence<TRight>
        where TResult : struct, IAbsence<TResult> => new BinaryStep<TLeft, TRight, TResult>(row.Apply, StepOf<TLeft>(Operands[0]), StepOf<TRight>(Operands[1]));

    /// <inheritdoc/>
    public Step Fold<T>(FoldOperator<T> row)
        where T : struct, IAbsence<T> => new FoldStep<T>(row.Apply, [.. Operands.Select(StepOf<T>)]);

    /// <inheritdoc/>
    public Step Comparison(ComparisonOperator row) => steps.Of(Operands[0].Kind).Compare(row.Relation, Operands[0], Operands[1]);

    /// <inheritdoc/>
    public Step OfList(ListOperator row) =>
        ReferenceEquals(row, ListOperators.InList) ? new InListStep(steps.Codes.Of(Operands[0]), steps.CodeLists.Of(Operands[1]))
        : ReferenceEquals(row, ListOperators.Shares) ? new SharesStep(steps.CodeLists.Of(Operands[0]), steps.CodeLists.Of(Operands[1]))
        : ReferenceEquals(row, ListOperators.Same) ? new SameCodesStep(steps.CodeLists.Of(Operands[0]), steps.CodeLists.Of(Operands[1]))
        : ReferenceEquals(row, ListOperators.InCategory) ? new InCategoryStep(steps.Codes.Of(Operands[0]), steps.Codes.Of(Operands[1]))
        : new CountCodesStep(steps.CodeLists.Of(Operands[0]));

    private static MalformedPlanException Unknown(Operation operation) =>
        new($"there is no operator '{operation.Operator}' of {string.Join(", ", operation.Operands.Select(one => one.Kind))} that gives a {operation.Type}");

    private Step<T> StepOf<T>(Expression operand) => (Step<T>)steps.Of(operand.Kind).StepOf(operand);
}

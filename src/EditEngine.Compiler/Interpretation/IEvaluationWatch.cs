using EditEngine.Compiler.Binding;

namespace EditEngine.Compiler.Interpretation;

/// <summary>Is told what an edit comes to while it is interpreted. It changes nothing.</summary>
internal interface IEvaluationWatch
{
    /// <summary>A condition was asked.</summary>
    /// <param name="reading">What its names stand for just now.</param>
    /// <param name="condition">The condition.</param>
    /// <param name="verdict">What it came to.</param>
    void Tested(ExpressionEvaluator reading, BoundExpression condition, TruthValue verdict);

    /// <summary>A row was looked up.</summary>
    /// <param name="row">The look-up.</param>
    /// <param name="found">A row, none, or missing.</param>
    void LookedUp(BoundRow row, EvaluatedValue found);

    /// <summary>A tuple was put together, and its date asked for the edit's period.</summary>
    /// <param name="date">The subject's date.</param>
    void Dated(EvaluatedValue date);

    /// <summary>A target was answered.</summary>
    /// <param name="state">What its tuples came to.</param>
    /// <param name="position">The case that answers.</param>
    void Answered(TargetState state, int position);
}

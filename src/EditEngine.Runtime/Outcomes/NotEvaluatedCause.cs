namespace EditEngine.Outcomes;

/// <summary>Why an edit was not evaluated where no fact is missing.</summary>
public enum NotEvaluatedCause
{
    /// <summary>It would have looked at more than its budget allows.</summary>
    OverBudget,

    /// <summary>A number, or a date, went beyond what is kept exactly.</summary>
    Overflow,
}

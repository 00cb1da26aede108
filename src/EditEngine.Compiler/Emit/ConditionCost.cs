using EditEngine.Plans;

namespace EditEngine.Compiler.Emit;

/// <summary>About what a condition costs to ask: what a thing must meet is asked from the cheapest on, which changes no answer.</summary>
internal static class ConditionCost
{
    private const int OfColumn = 1;
    private const int OfFact = 4;
    private const int OfLookUp = 20;
    private const int OfLoop = 1_000;

    /// <summary>The cost; the least for what is read from columns of codes and days.</summary>
    public static int Of(Expression? condition) =>
        Own(condition) + PlanChildren.Of(condition).Sum(Of) + (PlanChildren.SourcesOf(condition).Any() ? OfLoop : 0);

    private static int Own(Expression? expression) => expression switch
    {
        FieldValue { Field: { IsLineProcedure: true } or { IsLineDate: true } } => OfColumn,
        FieldValue or PayerValue or IsPayable or IsDeniedBy or IsOnClaim or ColumnValue => OfFact,
        LookUp => OfLookUp,
        _ => OfColumn,
    };
}

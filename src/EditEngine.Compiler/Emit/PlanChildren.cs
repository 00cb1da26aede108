using EditEngine.Plans;

namespace EditEngine.Compiler.Emit;

/// <summary>The parts of an expression.</summary>
internal static class PlanChildren
{
    /// <summary>Its expressions, in order; those of its sources are the sources' own.</summary>
    public static IEnumerable<Expression> Of(Expression? expression) => expression switch
    {
        ColumnValue column => [column.Row],
        Operation operation => operation.Operands,
        ConditionAsNumber number => [number.Condition],
        And all => all.Operands,
        Or any => any.Operands,
        Not not => [not.Operand],
        InCodes codes => Known(codes.Code, codes.On),
        InTexts texts => [texts.Text],
        InNumbers numbers => [numbers.Number],
        HasCodes has => Known(has.List, has.Code, has.On),
        Sample sample => [sample.By],
        IsFound found => [found.Row],
        IsPresent present => [present.Value],
        Choice choice => choice.Branches.SelectMany(branch => Known(branch.Condition, branch.Value)),
        DatedValue dated => [dated.On],
        AllBranchesAgree agree => [agree.Operand],
        UniqueValue unique => [unique.Value],
        OrElse orElse => [orElse.First, orElse.Second],
        OfThing of => [of.Thing, of.Value],
        LookUp lookUp => [.. lookUp.Key, .. Known(lookUp.On)],
        FirstThing first => first.By.Select(by => by.Value),
        Quantified quantified => Known(quantified.Body),
        SumOf sum => [sum.Value],
        ExtremeOf extreme => [extreme.Value],
        _ => [],
    };

    /// <summary>The sources that it runs over.</summary>
    public static IEnumerable<SourcePlan> SourcesOf(Expression? expression) => expression switch
    {
        FirstThing first => [first.Source],
        Quantified quantified => [quantified.Source],
        CountOf count => [count.Source],
        SumOf sum => [sum.Source],
        ExtremeOf extreme => [extreme.Source],
        _ => [],
    };

    private static IEnumerable<Expression> Known(params Expression?[] expressions) => expressions.OfType<Expression>();
}

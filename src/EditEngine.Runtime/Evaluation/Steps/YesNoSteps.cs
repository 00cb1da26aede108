using System.Collections.Immutable;
using EditEngine.Evaluation.Provenance;
using EditEngine.Plans;
using EditEngine.Tables;
using EditEngine.Values;

namespace EditEngine.Evaluation.Steps;

/// <summary>A yes-or-no fact as a value.</summary>
internal sealed class YesNoNumberFact(FactRef fact) : FactStep<Number>(fact.As(fact.YesNo))
{
    /// <inheritdoc/>
    public override Number Run(EvaluationContext context)
    {
        Truth answer = Read.YesNo(context, Fact, out Presence presence);
        return presence == Presence.Known ? Number.OfTruth(answer) : Number.Absent(presence);
    }
}

/// <summary>A yes-or-no of a row as a value.</summary>
internal sealed class YesNoNumberColumn(Step<BoundThing> row, int column) : ColumnStep<Number>(row, column)
{
    /// <inheritdoc/>
    protected override Number Cell(Table table, int row) => table.GetYesNo(row, Column) is bool yes ? Number.OfYesNo(yes) : Number.None;
}

/// <summary>A condition as a value; unknown is missing.</summary>
internal sealed class TruthNumber(Step<Truth> condition) : ValueStep<Number>, IDependsOnAll
{
    /// <inheritdoc/>
    public ImmutableArray<Step> Inputs { get; } = [condition];

    /// <inheritdoc/>
    public override Number Run(EvaluationContext context) => Number.OfTruth(condition.Run(context));
}

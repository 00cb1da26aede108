using EditEngine.Tables;

namespace EditEngine.Evaluation.Steps;

/// <summary>Yes and no as numbers, 1 and 0: unlike a condition, a number can be none.</summary>
public static class YesNoNumber
{
    /// <summary>The number of yes.</summary>
    public static Num Yes { get; } = Num.Of(Numbers.Rational.One);

    /// <summary>A known answer.</summary>
    public static Num Of(bool yes) => yes ? Yes : Num.Of(Numbers.Rational.Zero);
}

/// <summary>A yes-or-no fact as a value.</summary>
public sealed class YesNoNumberFact(FactRef fact) : FactStep<Num>(fact.As(fact.YesNo))
{
    /// <inheritdoc/>
    public override Num Run(Frame frame)
    {
        Truth answer = Read.YesNo(frame, Fact, out Presence presence);
        return presence switch { Presence.Known => YesNoNumber.Of(answer == Truth.True), Presence.None => Num.None, _ => default };
    }
}

/// <summary>A yes-or-no of a row as a value.</summary>
public sealed class YesNoNumberColumn(Step<Slot> row, int column) : ColumnStep<Num>(row, column)
{
    /// <inheritdoc/>
    protected override Num Cell(Table table, int row) => table.GetYesNo(row, Column) is bool yes ? YesNoNumber.Of(yes) : Num.None;
}

/// <summary>A condition as a value; unknown is missing.</summary>
public sealed class TruthNumber(Step<Truth> condition) : Step<Num>
{
    /// <inheritdoc/>
    public override Num Run(Frame frame) => condition.Run(frame) switch { Truth.Unknown => default, Truth answer => YesNoNumber.Of(answer == Truth.True) };

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing) => condition.Collect(frame, missing);
}

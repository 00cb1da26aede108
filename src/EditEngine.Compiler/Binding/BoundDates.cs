using EditEngine.Compiler.Symbols;
using EditEngine.Diagnostics;
using EditEngine.Values;

namespace EditEngine.Compiler.Binding;

/// <summary>Days from one date to another.</summary>
internal sealed record BoundDaysBetween(SourceSpan Place, BoundExpression From, BoundExpression To) : BoundExpression(LanguageType.Number, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [From, To];
}

/// <summary>Minutes from one point in time to another.</summary>
internal sealed record BoundMinutesBetween(SourceSpan Place, BoundExpression From, BoundExpression To) : BoundExpression(LanguageType.Number, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [From, To];
}

/// <summary>Full calendar months between two dates: the months strictly between theirs.</summary>
internal sealed record BoundMonthsBetween(SourceSpan Place, BoundExpression From, BoundExpression To) : BoundExpression(LanguageType.Number, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [From, To];
}

/// <summary>Completed years of a person on a date.</summary>
internal sealed record BoundAge(SourceSpan Place, BoundExpression Birth, BoundExpression On) : BoundExpression(LanguageType.Number, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Birth, On];
}

/// <summary>The first or last day of the calendar period that holds a date; <paramref name="Start"/> is a day on which benefit years begin.</summary>
internal sealed record BoundPeriodEdge(SourceSpan Place, CalendarPeriod Period, bool IsLast, BoundExpression Date, BoundExpression? Start)
    : BoundExpression(LanguageType.Date, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => Present(Date, Start);
}

/// <summary>The date of a thing, as look-ups and windows use it.</summary>
internal sealed record BoundDateOf(SourceSpan Place, BoundExpression Thing) : BoundExpression(LanguageType.Date, Place)
{
    /// <inheritdoc/>
    public override IEnumerable<BoundNode> Children => [Thing];
}

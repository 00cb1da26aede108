using EditEngine.Claims;
using EditEngine.Evaluation.Provenance;
using EditEngine.Fields;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Evaluation.Steps;

/// <summary>A constant.</summary>
internal sealed class ConstantStep<T>(T value) : Step<T>
{
    /// <summary>The constant.</summary>
    public T Value { get; } = value;

    /// <inheritdoc/>
    public override T Run(EvaluationContext context) => Value;

    /// <inheritdoc/>
    public override Presence PresenceIn(EvaluationContext context) => Presence.Known; // None is known too: nothing is missing.
}

/// <summary>A fact of a thing.</summary>
internal abstract class FactStep<T>(FactRef fact) : ValueStep<T>, INamesField
    where T : struct, IAbsence<T>
{
    /// <summary>Which fact.</summary>
    public FactRef Fact { get; } = fact;

    /// <inheritdoc/>
    public void Name(EvaluationContext context, MissingFields missing) => Read.Collect(context, Fact, missing);
}

/// <summary>A code of a thing.</summary>
internal sealed class CodeFact(FactRef fact) : FactStep<CodeKey>(fact.As(fact.Code))
{
    /// <inheritdoc/>
    public override CodeKey Run(EvaluationContext context) => Read.CodeOf(context, Fact);
}

/// <summary>A text of a thing.</summary>
internal sealed class TextFact(FactRef fact) : FactStep<TextValue>(fact.As(fact.Text))
{
    /// <inheritdoc/>
    public override TextValue Run(EvaluationContext context) => Read.TextOf(context, Fact);
}

/// <summary>A date of a thing.</summary>
internal sealed class DayFact(FactRef fact) : FactStep<Day>(fact.As(fact.Day))
{
    /// <inheritdoc/>
    public override Day Run(EvaluationContext context) => Read.DayOf(context, Fact);
}

/// <summary>A number of a thing.</summary>
internal sealed class NumberFact(FactRef fact) : FactStep<Number>(fact.As((ClaimField?)fact.Number ?? fact.Whole))
{
    /// <inheritdoc/>
    public override Number Run(EvaluationContext context) => Read.NumberOf(context, Fact);
}

/// <summary>An instant of a thing.</summary>
internal sealed class InstantFact(FactRef fact) : FactStep<Instant>(fact.As(fact.Instant))
{
    /// <inheritdoc/>
    public override Instant Run(EvaluationContext context) => Read.InstantOf(context, Fact);
}

/// <summary>A yes-or-no fact as a condition.</summary>
internal sealed class YesNoFact(FactRef fact) : ConditionStep, INamesField
{
    /// <summary>Which fact.</summary>
    public FactRef Fact { get; } = fact.As(fact.YesNo);

    /// <inheritdoc/>
    public override Truth Run(EvaluationContext context) => Read.YesNo(context, Fact, out _);

    /// <inheritdoc/>
    public void Name(EvaluationContext context, MissingFields missing) => Read.Collect(context, Fact, missing);
}

/// <summary>A list of codes of a thing.</summary>
internal sealed class ListFact(FactRef fact) : FactStep<CodeList>(fact.As((ClaimField?)fact.Codes ?? fact.HeldCodes))
{
    /// <inheritdoc/>
    public override CodeList Run(EvaluationContext context) => Read.Codes(context, Fact);
}

/// <summary>A fact that the payer adds, of one type.</summary>
/// <typeparam name="T">Its type.</typeparam>
internal sealed class PayerFact<T>(string name, string member, Func<FactValue, T> read) : ValueStep<T>, INamesField
    where T : struct, IAbsence<T>
{
    /// <inheritdoc/>
    public override T Run(EvaluationContext context) => context.Claim.Facts.TryGetValue(member, out FactValue? value) ? read(value) : T.Missing;

    /// <inheritdoc/>
    public void Name(EvaluationContext context, MissingFields missing) => missing.Add("claim." + name);
}

/// <summary>The first value, or the second where the first is missing or none.</summary>
internal sealed class OrElseStep<T>(Step<T> first, Step<T> second) : ValueStep<T>, IFallsBack
    where T : struct, IAbsence<T>
{
    /// <inheritdoc/>
    public Step First => first;

    /// <inheritdoc/>
    public Step Second => second;

    /// <inheritdoc/>
    public override T Run(EvaluationContext context)
    {
        T value = first.Run(context);
        return value.Presence.IsAbsent() ? second.Run(context) : value;
    }
}

/// <summary>Every code of one system on the claim.</summary>
internal sealed class ClaimCodesStep(EditEngine.Codes.CodeSystem system) : ValueStep<CodeList>
{
    /// <inheritdoc/>
    public override CodeList Run(EvaluationContext context)
    {
        context.Count(context.LineCount);
        return CodeSources.Of(context.Claim, system);
    }
}

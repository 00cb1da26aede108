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
    public override T Run(Frame frame) => Value;

    /// <inheritdoc/>
    public override Presence PresenceIn(Frame frame) => Presence.Known; // None is known too: nothing is missing.
}

/// <summary>A fact of a thing.</summary>
internal abstract class FactStep<T>(FactRef fact) : ValueStep<T>, INamesField
    where T : struct, IAbsence<T>
{
    /// <summary>Which fact.</summary>
    public FactRef Fact { get; } = fact;

    /// <inheritdoc/>
    public void Name(Frame frame, MissingFields missing) => Read.Collect(frame, Fact, missing);
}

/// <summary>A code of a thing.</summary>
internal sealed class CodeFact(FactRef fact) : FactStep<CodeKey>(fact.As(fact.Code))
{
    /// <inheritdoc/>
    public override CodeKey Run(Frame frame) => Read.CodeOf(frame, Fact);
}

/// <summary>A text of a thing.</summary>
internal sealed class TextFact(FactRef fact) : FactStep<TextValue>(fact.As(fact.Text))
{
    /// <inheritdoc/>
    public override TextValue Run(Frame frame) => Read.TextOf(frame, Fact);
}

/// <summary>A date of a thing.</summary>
internal sealed class DayFact(FactRef fact) : FactStep<Day>(fact.As(fact.Day))
{
    /// <inheritdoc/>
    public override Day Run(Frame frame) => Read.DayOf(frame, Fact);
}

/// <summary>A number of a thing.</summary>
internal sealed class NumberFact(FactRef fact) : FactStep<Number>(fact.As((ClaimField?)fact.Number ?? fact.Whole))
{
    /// <inheritdoc/>
    public override Number Run(Frame frame) => Read.NumberOf(frame, Fact);
}

/// <summary>An instant of a thing.</summary>
internal sealed class InstantFact(FactRef fact) : FactStep<Instant>(fact.As(fact.Instant))
{
    /// <inheritdoc/>
    public override Instant Run(Frame frame) => Read.InstantOf(frame, Fact);
}

/// <summary>A yes-or-no fact as a condition.</summary>
internal sealed class YesNoFact(FactRef fact) : ConditionStep, INamesField
{
    /// <summary>Which fact.</summary>
    public FactRef Fact { get; } = fact.As(fact.YesNo);

    /// <inheritdoc/>
    public override Truth Run(Frame frame) => Read.YesNo(frame, Fact, out _);

    /// <inheritdoc/>
    public void Name(Frame frame, MissingFields missing) => Read.Collect(frame, Fact, missing);
}

/// <summary>A list of codes of a thing.</summary>
internal sealed class ListFact(FactRef fact) : FactStep<CodeList>(fact.As((ClaimField?)fact.Codes ?? fact.HeldCodes))
{
    /// <inheritdoc/>
    public override CodeList Run(Frame frame) => Read.Codes(frame, Fact);
}

/// <summary>A fact that the payer adds, of one type.</summary>
/// <typeparam name="T">Its type.</typeparam>
internal sealed class PayerFact<T>(string name, string member, Func<FactValue, T> read) : ValueStep<T>, INamesField
    where T : struct, IAbsence<T>
{
    /// <inheritdoc/>
    public override T Run(Frame frame) => frame.Claim.Facts.TryGetValue(member, out FactValue? value) ? read(value) : T.Missing;

    /// <inheritdoc/>
    public void Name(Frame frame, MissingFields missing) => missing.Add("claim." + name);
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
    public override T Run(Frame frame)
    {
        T value = first.Run(frame);
        return value.Presence.IsAbsent() ? second.Run(frame) : value;
    }
}

/// <summary>Every code of one system on the claim.</summary>
internal sealed class ClaimCodesStep(EditEngine.Codes.CodeSystem system) : ValueStep<CodeList>
{
    /// <inheritdoc/>
    public override CodeList Run(Frame frame)
    {
        frame.Count(frame.LineCount);
        return CodeSources.Of(frame.Claim, system);
    }
}

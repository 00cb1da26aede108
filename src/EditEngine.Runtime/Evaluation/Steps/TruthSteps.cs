using System.Collections.Immutable;
using EditEngine.Evaluation.Provenance;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Evaluation.Steps;

/// <summary>All conditions.</summary>
internal sealed class AndStep(ImmutableArray<Step<Truth>> operands) : ConditionStep, IDependsOnAll
{
    /// <inheritdoc/>
    public ImmutableArray<Step> Inputs { get; } = ImmutableArray<Step>.CastUp(operands);

    /// <inheritdoc/>
    public override Truth Run(EvaluationContext context)
    {
        Truth all = Truth.True;
        foreach (Step<Truth> operand in operands)
        {
            Truth one = operand.Run(context);
            if (one == Truth.False)
            {
                return Truth.False;
            }

            all = one == Truth.Unknown ? Truth.Unknown : all;
        }

        return all;
    }
}

/// <summary>Any condition.</summary>
internal sealed class OrStep(ImmutableArray<Step<Truth>> operands) : ConditionStep, IDependsOnAll
{
    /// <inheritdoc/>
    public ImmutableArray<Step> Inputs { get; } = ImmutableArray<Step>.CastUp(operands);

    /// <inheritdoc/>
    public override Truth Run(EvaluationContext context)
    {
        Truth any = Truth.False;
        foreach (Step<Truth> operand in operands)
        {
            Truth one = operand.Run(context);
            if (one == Truth.True)
            {
                return Truth.True;
            }

            any = one == Truth.Unknown ? Truth.Unknown : any;
        }

        return any;
    }
}

/// <summary>Not a condition.</summary>
internal sealed class NotStep(Step<Truth> operand) : ConditionStep, IDependsOnAll
{
    /// <inheritdoc/>
    public ImmutableArray<Step> Inputs { get; } = [operand];

    /// <inheritdoc/>
    public override Truth Run(EvaluationContext context) => operand.Run(context).Not();
}

/// <summary>A comparison of two values of one type.</summary>
/// <typeparam name="T">Their type.</typeparam>
internal sealed class CompareStep<T>(Relation relation, Step<T> left, Step<T> right) : ConditionStep, IDependsOnAll
    where T : struct, IAbsence<T>
{
    /// <inheritdoc/>
    public ImmutableArray<Step> Inputs { get; } = [left, right];

    /// <inheritdoc/>
    public override Truth Run(EvaluationContext context) => T.Compare(relation, left.Run(context), right.Run(context));
}

/// <summary>Whether a look-up finds a row.</summary>
internal sealed class IsFoundStep(Step<BoundThing> row) : ConditionStep, IDependsOnAll
{
    /// <inheritdoc/>
    public ImmutableArray<Step> Inputs { get; } = [row];

    /// <inheritdoc/>
    public override Truth Run(EvaluationContext context) => row.Run(context).Presence switch { Presence.Missing => Truth.Unknown, Presence.None => Truth.False, _ => Truth.True };
}

/// <summary>Whether a part of a thing, as its rendering provider, is there.</summary>
internal sealed class PartPresentStep(FactRef part) : ConditionStep
{
    /// <inheritdoc/>
    public override Truth Run(EvaluationContext context) => Truth.Of(Read.Holder(context, part, out _, out _) == Presence.Known);
}

/// <summary>Whether a list of things is there; an empty one is.</summary>
internal sealed class ListPresentStep(ListStep list) : ConditionStep
{
    /// <inheritdoc/>
    public override Truth Run(EvaluationContext context) => Truth.Of(list.Begin(context, out _) == Presence.Known);
}

/// <summary>Whether a text falls into a stable sample.</summary>
internal sealed class SampleStep(int part, int whole, Step<TextValue> by) : ConditionStep, IDependsOnAll
{
    /// <inheritdoc/>
    public ImmutableArray<Step> Inputs { get; } = [by];

    /// <inheritdoc/>
    public override Truth Run(EvaluationContext context)
    {
        TextValue text = by.Run(context);
        return text.Presence == Presence.Missing ? Truth.Unknown : Truth.Of(text.Text is string known && Crc32.Of(known) % (uint)whole < part);
    }
}

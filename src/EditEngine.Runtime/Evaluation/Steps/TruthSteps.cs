using System.Collections.Immutable;
using EditEngine.Values;

namespace EditEngine.Evaluation.Steps;

/// <summary>All conditions.</summary>
public sealed class AndStep(ImmutableArray<Step<Truth>> operands) : Step<Truth>
{
    /// <summary>The conditions.</summary>
    public ImmutableArray<Step<Truth>> Operands { get; } = operands;

    /// <inheritdoc/>
    public override Truth Run(Frame frame)
    {
        Truth all = Truth.True;
        foreach (Step<Truth> operand in Operands)
        {
            Truth one = operand.Run(frame);
            if (one == Truth.False)
            {
                return Truth.False;
            }

            all = one == Truth.Unknown ? Truth.Unknown : all;
        }

        return all;
    }

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing) => Unknowns.Collect(this, Operands, frame, missing);
}

/// <summary>Any condition.</summary>
public sealed class OrStep(ImmutableArray<Step<Truth>> operands) : Step<Truth>
{
    /// <summary>The conditions.</summary>
    public ImmutableArray<Step<Truth>> Operands { get; } = operands;

    /// <inheritdoc/>
    public override Truth Run(Frame frame)
    {
        Truth any = Truth.False;
        foreach (Step<Truth> operand in Operands)
        {
            Truth one = operand.Run(frame);
            if (one == Truth.True)
            {
                return Truth.True;
            }

            any = one == Truth.Unknown ? Truth.Unknown : any;
        }

        return any;
    }

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing) => Unknowns.Collect(this, Operands, frame, missing);
}

/// <summary>Not a condition.</summary>
public sealed class NotStep(Step<Truth> operand) : Step<Truth>
{
    /// <summary>The condition.</summary>
    public Step<Truth> Operand { get; } = operand;

    /// <inheritdoc/>
    public override Truth Run(Frame frame) => Operand.Run(frame).Not();

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing) => Operand.Collect(frame, missing);
}

/// <summary>Fields of the operands that are unknown, where the whole is.</summary>
internal static class Unknowns
{
    public static void Collect(Step<Truth> whole, ImmutableArray<Step<Truth>> operands, Frame frame, MissingFields missing)
    {
        if (whole.Run(frame) != Truth.Unknown)
        {
            return;
        }

        foreach (Step<Truth> operand in operands)
        {
            if (operand.Run(frame) == Truth.Unknown)
            {
                operand.Collect(frame, missing);
            }
        }
    }
}

/// <summary>A comparison of two values of one type.</summary>
/// <typeparam name="T">Their type.</typeparam>
public sealed class CompareStep<T>(Relation relation, Step<T> left, Step<T> right) : Step<Truth>
    where T : struct, IAbsence<T>
{
    /// <summary>The comparison.</summary>
    public Relation Relation { get; } = relation;

    /// <summary>Its left side.</summary>
    public Step<T> Left { get; } = left;

    /// <summary>Its right side.</summary>
    public Step<T> Right { get; } = right;

    /// <inheritdoc/>
    public override Truth Run(Frame frame) => T.Compare(Relation, Left.Run(frame), Right.Run(frame));

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
        if (Run(frame) == Truth.Unknown)
        {
            Left.Collect(frame, missing);
            Right.Collect(frame, missing);
        }
    }
}

/// <summary>Whether a look-up finds a row.</summary>
public sealed class IsFoundStep(Step<Slot> row) : Step<Truth>
{
    /// <summary>The look-up.</summary>
    public Step<Slot> Row { get; } = row;

    /// <inheritdoc/>
    public override Truth Run(Frame frame) => Row.Run(frame).Presence switch { Presence.Missing => Truth.Unknown, Presence.None => Truth.False, _ => Truth.True };

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing) => Row.Collect(frame, missing);
}

/// <summary>Whether a part of a thing, as its rendering provider, is there.</summary>
public sealed class PartPresentStep(FactRef part) : Step<Truth>
{
    /// <inheritdoc/>
    public override Truth Run(Frame frame) => Truth.Of(Read.Holder(frame, part, out _, out _) == Presence.Known);

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
    }
}

/// <summary>Whether a list of things is there; an empty one is.</summary>
public sealed class ListPresentStep(ListStep list) : Step<Truth>
{
    /// <inheritdoc/>
    public override Truth Run(Frame frame) => Truth.Of(list.Begin(frame, out _) == Presence.Known);

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
    }
}

/// <summary>Whether a text falls into a stable sample.</summary>
public sealed class SampleStep(int part, int whole, Step<TextValue> by) : Step<Truth>
{
    /// <inheritdoc/>
    public override Truth Run(Frame frame)
    {
        TextValue text = by.Run(frame);
        return text.Presence == Presence.Missing ? Truth.Unknown : Truth.Of(text.Text is string known && Crc32.Of(known) % (uint)whole < part);
    }

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing) => by.Collect(frame, missing);
}

using System.Collections.Immutable;
using EditEngine.Evaluation.Provenance;
using EditEngine.Values;

namespace EditEngine.Evaluation.Steps;

/// <summary>A step whose value may hang on something unknown: then it may have any of several values.</summary>
internal interface IOpenChoice
{
    /// <summary>Its number in the edit.</summary>
    int Id { get; }

    /// <summary>What decides it, in order: nothing behind a condition that holds is asked.</summary>
    ImmutableArray<Step> DecidedBy { get; }
}

/// <summary>One branch of a choice.</summary>
/// <typeparam name="T">Type of its value.</typeparam>
/// <param name="Condition">null: always.</param>
/// <param name="Value">Its value.</param>
internal sealed record Branch<T>(Step<Truth>? Condition, Step<T> Value);

/// <summary>The value of the first branch that holds; with unknown conditions, any that could be taken.</summary>
/// <typeparam name="T">Type of its values.</typeparam>
internal sealed class ChoiceStep<T>(int id, ImmutableArray<Branch<T>> branches) : ValueStep<T>, IOpenChoice, IChooses
    where T : struct, IAbsence<T>
{
    /// <inheritdoc/>
    public int Id { get; } = id;

    /// <inheritdoc/>
    public ImmutableArray<Step> DecidedBy { get; } = [.. branches.Select(branch => branch.Condition).TakeWhile(condition => condition is not null).OfType<Step>()];

    /// <inheritdoc/>
    public override T Run(Frame frame)
    {
        for (int i = 0; i < branches.Length; i++)
        {
            Truth condition = Holds(frame, i);
            if (condition == Truth.True)
            {
                return branches[i].Value.Run(frame);
            }

            if (condition == Truth.Unknown)
            {
                return Open(frame, i);
            }
        }

        return T.None;
    }

    private Truth Holds(Frame frame, int branch) => branches[branch].Condition?.Run(frame) ?? Truth.True;

    private T Open(Frame frame, int first)
    {
        Step<T>? taken = TakenFrom(frame, first);
        return taken is null ? T.None : taken.Run(frame);
    }

    /// <inheritdoc/>
    public Step? TakenIn(Frame frame)
    {
        for (int i = 0; i < branches.Length; i++)
        {
            Truth condition = Holds(frame, i);
            if (condition != Truth.False)
            {
                return condition == Truth.True ? branches[i].Value : TakenFrom(frame, i);
            }
        }

        return null;
    }

    // The branches that could be taken, from the first unknown one to the first that surely holds; past the last there is none.
    private Step<T>? TakenFrom(Frame frame, int first)
    {
        int count = 0;
        bool ends = false;
        for (int i = first; i < branches.Length && !ends; i++)
        {
            Truth condition = Holds(frame, i);
            count += condition == Truth.False ? 0 : 1;
            ends = condition == Truth.True;
        }

        int answer = frame.Answer(Id, ends ? count : count + 1);
        for (int i = first; i < branches.Length; i++)
        {
            if (Holds(frame, i) != Truth.False && answer-- == 0)
            {
                return branches[i].Value;
            }
        }

        return null;
    }
}

/// <summary>A condition with open choices: decided where all that could be decide it alike.</summary>
internal sealed class OpenStep(Step<Truth> inner, ImmutableArray<IOpenChoice> choices) : ConditionStep, ITriesBranches
{
    /// <inheritdoc/>
    public Step Inner => inner;

    /// <inheritdoc/>
    public ImmutableArray<IOpenChoice> Choices => choices;

    /// <inheritdoc/>
    public override Truth Run(Frame frame)
    {
        int start = frame.BeginPaths();
        Truth all = inner.Run(frame);
        while (frame.NextPath(start))
        {
            all = inner.Run(frame) == all ? all : Truth.Unknown;
        }

        return all;
    }
}

/// <summary>Whether there is a value, on every path.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
internal sealed class PresentStep<T>(Step<T> value) : ConditionStep
    where T : struct, IAbsence<T>
{
    /// <inheritdoc/>
    public override Truth Run(Frame frame)
    {
        int start = frame.BeginPaths();
        bool all = true;
        do
        {
            all &= !value.Run(frame).Presence.IsAbsent();
        }
        while (frame.NextPath(start));
        return Truth.Of(all);
    }
}

/// <summary>The one value of a step with open choices; missing where several are possible and differ.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
internal sealed class SingleStep<T>(Step<T> inner, ImmutableArray<IOpenChoice> choices) : ValueStep<T>, ITriesBranches
    where T : struct, IAbsence<T>
{
    /// <inheritdoc/>
    public Step Inner => inner;

    /// <inheritdoc/>
    public ImmutableArray<IOpenChoice> Choices => choices;

    /// <inheritdoc/>
    public override T Run(Frame frame)
    {
        int start = frame.BeginPaths();
        T first = inner.Run(frame);
        bool alike = true;
        while (frame.NextPath(start))
        {
            alike &= first.Equals(inner.Run(frame));
        }

        return alike ? first : T.Missing;
    }
}

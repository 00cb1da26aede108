using System.Collections.Immutable;
using EditEngine.Values;

namespace EditEngine.Evaluation.Steps;

/// <summary>A step whose value may hang on something unknown: then it may have any of several values.</summary>
public interface IOpenChoice
{
    /// <summary>Its number in the edit.</summary>
    int Id { get; }

    /// <summary>Adds the fields on which the choice hangs.</summary>
    void CollectOpen(Frame frame, MissingFields missing);
}

/// <summary>One branch of a choice.</summary>
/// <typeparam name="T">Type of its value.</typeparam>
/// <param name="Condition">null: always.</param>
/// <param name="Value">Its value.</param>
public sealed record Branch<T>(Step<Truth>? Condition, Step<T> Value);

/// <summary>The value of the first branch that holds; with unknown conditions, any that could be taken.</summary>
/// <typeparam name="T">Type of its values.</typeparam>
public sealed class ChoiceStep<T>(int id, ImmutableArray<Branch<T>> branches) : Step<T>, IOpenChoice
    where T : struct, IAbsence<T>
{
    /// <inheritdoc/>
    public int Id { get; } = id;

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

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing) => Taken(frame)?.Collect(frame, missing);

    /// <inheritdoc/>
    public void CollectOpen(Frame frame, MissingFields missing)
    {
        foreach (Branch<T> branch in branches)
        {
            Truth condition = branch.Condition?.Run(frame) ?? Truth.True;
            if (condition == Truth.True)
            {
                return;
            }

            if (condition == Truth.Unknown)
            {
                branch.Condition!.Collect(frame, missing); // Unknown has a condition.
            }
        }
    }

    private Truth Holds(Frame frame, int branch) => branches[branch].Condition?.Run(frame) ?? Truth.True;

    private T Open(Frame frame, int first)
    {
        Step<T>? taken = TakenFrom(frame, first);
        return taken is null ? T.None : taken.Run(frame);
    }

    private Step<T>? Taken(Frame frame)
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
public sealed class OpenStep(Step<Truth> inner, ImmutableArray<IOpenChoice> choices) : Step<Truth>
{
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

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing) =>
        Paths(frame, inner, static truth => truth == Truth.Unknown, choices, missing);

    /// <summary>Adds what each path lacks, and what the open choices hang on.</summary>
    internal static void Paths<T>(Frame frame, Step<T> inner, Func<T, bool> isOpen, ImmutableArray<IOpenChoice> choices, MissingFields missing)
    {
        int start = frame.BeginPaths();
        do
        {
            if (isOpen(inner.Run(frame)))
            {
                inner.Collect(frame, missing);
            }

            foreach (IOpenChoice choice in choices)
            {
                if (frame.IsOpen(start, choice.Id))
                {
                    choice.CollectOpen(frame, missing);
                }
            }
        }
        while (frame.NextPath(start));
    }
}

/// <summary>Whether there is a value, on every path.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
public sealed class PresentStep<T>(Step<T> value) : Step<Truth>
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

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
    }
}

/// <summary>The one value of a step with open choices; missing where several are possible and differ.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
public sealed class SingleStep<T>(Step<T> inner, ImmutableArray<IOpenChoice> choices) : Step<T>
    where T : struct, IAbsence<T>
{
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

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
        if (Run(frame).Presence.IsOpen())
        {
            OpenStep.Paths(frame, inner, static value => value.Presence.IsOpen(), choices, missing);
        }
    }
}

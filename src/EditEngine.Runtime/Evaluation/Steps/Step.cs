using EditEngine.Values;

namespace EditEngine.Evaluation.Steps;

/// <summary>One step of a plan: data that can run itself. It gives a <see cref="Truth"/>, or a value that has its absence (<see cref="IAbsence{T}"/>).</summary>
/// <typeparam name="T">What it gives.</typeparam>
public abstract class Step<T>
{
    /// <summary>The value over a frame. Never throws on content; allocates nothing.</summary>
    public abstract T Run(Frame frame);

    /// <summary>Adds the fields on which the value hangs, where it is unknown, missing or a range.</summary>
    public abstract void Collect(Frame frame, MissingFields missing);
}

using System.Collections.Immutable;
using EditEngine.Evaluation.Steps;

namespace EditEngine.Evaluation.Linking;

/// <summary>Which open choices a condition or value depends on: those met while its step is made, but for those of steps that decide by themselves.</summary>
internal sealed class ChoiceScope
{
    private List<IConditionalValue> _choices = [];

    /// <summary>A choice of what is being made.</summary>
    public void Add(IConditionalValue choice) => _choices.Add(choice);

    /// <summary>Makes a step, and says which choices it depends on.</summary>
    public T Within<T>(Func<T> make, out ImmutableArray<IConditionalValue> choices)
    {
        (List<IConditionalValue> outer, _choices) = (_choices, []);
        T step = make();
        choices = [.. _choices];
        _choices = outer;
        return step;
    }

    /// <summary>Makes a step whose choices are no concern of what is around it.</summary>
    public T Apart<T>(Func<T> make) => Within(make, out _);
}

using System.Collections.Immutable;
using EditEngine.Evaluation.Steps;

namespace EditEngine.Evaluation.Provenance;

/// <summary>A step that is open where any of its inputs is, and for all of those.</summary>
internal interface IDependsOnAll
{
    /// <summary>The inputs, in the order of the record.</summary>
    ImmutableArray<Step> Inputs { get; }
}

/// <summary>A step that is open for the first of its inputs that is missing, whatever the others are.</summary>
/// <example>A look-up with two missing parts of its key lacks the first.</example>
internal interface IDependsOnFirstMissing
{
    /// <summary>The inputs, in the order of the record.</summary>
    ImmutableArray<Step> Inputs { get; }
}

/// <summary>A step that is open for some of its inputs, by what they are.</summary>
/// <example>The least of three numbers of which the first two cannot be compared does not ask the third.</example>
internal interface IDependsOnSome
{
    /// <summary>The inputs that it asks.</summary>
    ReadOnlySpan<Step> InputsIn(EvaluationContext context);
}

/// <summary>A step that reads a field, and names it where it is missing.</summary>
internal interface INamesField
{
    /// <summary>Adds the field's name.</summary>
    void Name(EvaluationContext context, MissingFields missing);
}

/// <summary>A step whose value is another's, which is known once conditions are.</summary>
internal interface IChooses
{
    /// <summary>The step that is taken on this path; null: none.</summary>
    Step? TakenIn(EvaluationContext context);
}

/// <summary>A step that tries every branch that could be taken.</summary>
/// <example>"30 days if the claim is dental, otherwise 90" of a claim of unknown type is tried with 30 and with 90.</example>
internal interface ITriesBranches
{
    /// <summary>What is tried.</summary>
    Step Inner { get; }

    /// <summary>The choices in it.</summary>
    ImmutableArray<IConditionalValue> Choices { get; }
}

/// <summary>A step whose second input counts where the first is absent.</summary>
internal interface IFallsBack
{
    /// <summary>The first.</summary>
    Step First { get; }

    /// <summary>The second.</summary>
    Step Second { get; }
}

/// <summary>A step over a thing that it finds first.</summary>
internal interface IOverThing
{
    /// <summary>The thing.</summary>
    Step<BoundThing> Thing { get; }

    /// <summary>Where it is kept.</summary>
    int Slot { get; }

    /// <summary>The step over it.</summary>
    Step Value { get; }
}

/// <summary>A step over the things of a source.</summary>
internal interface IOverSource
{
    /// <summary>Adds what its value depends on, of the source's lists, of what belongs and of what is asked of each.</summary>
    void Collect(EvaluationContext context, MissingFields missing);
}

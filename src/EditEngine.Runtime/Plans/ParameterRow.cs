using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Evaluation.Steps;
using EditEngine.Tables;

namespace EditEngine.Plans;

/// <summary>What compiled code of a shape needs of one edit: its constants, and the steps that it calls as they are.</summary>
public sealed record ParameterRow
{
    /// <summary>Codes and day numbers, in the order of the shape.</summary>
    public ImmutableArray<ulong> Codes { get; init; } = [];

    /// <summary>Day numbers.</summary>
    public ImmutableArray<int> Days { get; init; } = [];

    /// <summary>Texts.</summary>
    public ImmutableArray<string> Texts { get; init; } = [];

    /// <summary>Code sets.</summary>
    public ImmutableArray<CodeSet> Sets { get; init; } = [];

    /// <summary>Tables.</summary>
    public ImmutableArray<Table> Tables { get; init; } = [];

    /// <summary>Conditions that are run as steps.</summary>
    public ImmutableArray<Step<Evaluation.Truth>> Conditions { get; init; } = [];

    /// <summary>Sources that are run as steps.</summary>
    public ImmutableArray<SourcePlan> Sources { get; init; } = [];

    /// <summary>Groups that are run as steps.</summary>
    public ImmutableArray<GroupPlan> Groups { get; init; } = [];
}

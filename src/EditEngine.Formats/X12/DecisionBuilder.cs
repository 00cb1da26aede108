using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;

namespace EditEngine.Formats.X12;

/// <summary>What another payer decided, while its segments pass.</summary>
internal sealed class DecisionBuilder
{
    private readonly OtherPayer _decision = new();

    /// <summary>The record, which is filled member by member.</summary>
    public OtherPayer Decision => _decision;

    public List<Code> Modifiers { get; } = [];

    public List<Adjustment> Adjustments { get; } = [];

    /// <summary>All of a list.</summary>
    public static ImmutableArray<OtherPayer> Build(List<DecisionBuilder> builders) => builders.Count == 0 ? [] : [.. builders.Select(builder => builder.Build())];

    private OtherPayer Build()
    {
        _decision._modifiers = [.. Modifiers];
        _decision._adjustments = [.. Adjustments];
        return _decision;
    }
}

using System.Collections.Immutable;
using EditEngine.Compiler.Lowering;
using EditEngine.Plans;

namespace EditEngine.Cli.Output;

/// <summary>What history a pack reads.</summary>
/// <param name="Needs">Which lines.</param>
/// <param name="Columns">Which of their fields.</param>
internal sealed record PackNeeds(ImmutableArray<HistoryNeed> Needs, ImmutableArray<string> Columns);

/// <summary>What history a pack reads, for people.</summary>
internal static class NeedsLines
{
    public static string Of(PackNeeds needs) => needs.Needs.IsEmpty
        ? "no edit reads history"
        : string.Join('\n', needs.Needs.Select(need => $"{string.Join(", ", need.Edits)}: {NeedText.Of(need)}").Append($"fields: {string.Join(", ", needs.Columns)}"));
}

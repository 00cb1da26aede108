using EditEngine.Outcomes;

namespace EditEngine.Formats.Json;

/// <summary>The words of the result schema.</summary>
internal static class OutcomeWords
{
    public static readonly string[] Actions = [.. ActionTable.All.Select(row => row.Verb)];
    public static readonly string[] States = Lower<FindingState>();
    public static readonly string[] Levels = Lower<FindingLevel>();
    public static readonly string[] Dispositions = Lower<Disposition>();
    public static readonly string[] Decisions = Lower<LineDecision>();
    public static readonly string[] Causes = [.. Enum.GetValues<NotEvaluatedCause>().Select(Of)];

    public static string Of(EditAction value) => Actions[(int)value];

    public static string Of(FindingState value) => States[(int)value];

    public static string Of(FindingLevel value) => Levels[(int)value];

    public static string Of(Disposition value) => Dispositions[(int)value];

    public static string Of(LineDecision value) => Decisions[(int)value];

    public static string Of(NotEvaluatedCause value) => value == NotEvaluatedCause.OverBudget ? "over budget" : "overflow";

    private static string[] Lower<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(name => name.ToLowerInvariant())];
}

using System.Globalization;
using EditEngine.Claims;
using EditEngine.Fields;

namespace EditEngine.Evaluation;

/// <summary>Names of things for a reader, with what joins a field to them: <c>claim.</c>, <c>line 2 </c>.</summary>
internal static class Paths
{
    /// <summary>The name of a thing.</summary>
    public static string Of(EvaluationContext context, in BoundThing thing) => thing.Kind switch
    {
        ThingKind.Claim => "claim.",
        ThingKind.Line => string.Create(CultureInfo.InvariantCulture, $"line {((ServiceLine)thing.Facts!).Number} "), // A line's facts.
        ThingKind.History => OfHistory((HistoryLine)thing.Facts!), // A history line's facts.
        ThingKind.Diagnosis => Numbered("diagnosis", thing.Index),
        ThingKind.Procedure => Numbered("procedure", thing.Index),
        ThingKind.Suggestion => Numbered("suggestion", thing.Index),
        ThingKind.Authorization => Numbered("authorization", thing.Index),
        ThingKind.Occurrence => Numbered("occurrence", thing.Index),
        ThingKind.ValueCode => Numbered("value", thing.Index),
        ThingKind.Evidence => Numbered("suggestion", thing.Owner) + Numbered("evidence", thing.Index),
        ThingKind.Certificate => OwnerOf(context, thing) + thing.OwnerPath + Numbered("certificate", thing.Index),
        ThingKind.Span => Numbered(thing.OwnerPath!, thing.Index), // A span has the name of its fact.
        _ => "row ",
    };

    private static string OwnerOf(EvaluationContext context, in BoundThing thing) => thing.Owner switch
    {
        < 0 => "claim.",
        int line when line < context.LineCount => Of(context, new BoundThing(ThingKind.Line, line, context.Lines[line])),
        int history => Of(context, new BoundThing(ThingKind.History, history - context.LineCount, context.History[history - context.LineCount])),
    };

    private static string OfHistory(HistoryLine line) => string.Create(CultureInfo.InvariantCulture, $"history {line.ClaimId} line {line.Line.Number} ");

    private static string Numbered(string name, int index) => string.Create(CultureInfo.InvariantCulture, $"{name} {index + 1} ");
}

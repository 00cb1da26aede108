using System.Globalization;
using EditEngine.Claims;
using EditEngine.Fields;

namespace EditEngine.Evaluation;

/// <summary>Names of things for a reader, with what joins a field to them: <c>claim.</c>, <c>line 2 </c>.</summary>
internal static class Paths
{
    /// <summary>The name of a thing.</summary>
    public static string Of(Frame frame, in Slot thing) => thing.Store switch
    {
        Store.Claim => "claim.",
        Store.Line => string.Create(CultureInfo.InvariantCulture, $"line {((ServiceLine)thing.Facts!).Number} "), // A line's facts.
        Store.History => OfHistory((HistoryLine)thing.Facts!), // A history line's facts.
        Store.Diagnosis => Numbered("diagnosis", thing.Index),
        Store.Procedure => Numbered("procedure", thing.Index),
        Store.Suggestion => Numbered("suggestion", thing.Index),
        Store.Authorization => Numbered("authorization", thing.Index),
        Store.Occurrence => Numbered("occurrence", thing.Index),
        Store.ValueCode => Numbered("value", thing.Index),
        Store.Evidence => Numbered("suggestion", thing.Owner) + Numbered("evidence", thing.Index),
        Store.Certificate => OwnerOf(frame, thing) + thing.OwnerPath + Numbered("certificate", thing.Index),
        _ => "row ",
    };

    private static string OwnerOf(Frame frame, in Slot thing) => thing.Owner switch
    {
        < 0 => "claim.",
        int line when line < frame.LineCount => Of(frame, new Slot(Store.Line, line, frame.Lines[line])),
        int history => Of(frame, new Slot(Store.History, history - frame.LineCount, frame.History[history - frame.LineCount])),
    };

    private static string OfHistory(HistoryLine line) => string.Create(CultureInfo.InvariantCulture, $"history {line.ClaimId} line {line.Line.Number} ");

    private static string Numbered(string name, int index) => string.Create(CultureInfo.InvariantCulture, $"{name} {index + 1} ");
}

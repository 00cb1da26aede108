using System.Buffers;
using EditEngine.Codes;
using EditEngine.Formats.Json;
using EditEngine.Outcomes;

namespace EditEngine.Tests.Json;

/// <summary>Results for tests of what writes and reads them.</summary>
internal static class ResultSamples
{
    /// <summary>A result with a value in every member; its texts are all the same.</summary>
    public static Result Full(string text) => new()
    {
        Claim = text,
        Pack = text,
        AsOf = new DateOnly(2024, 6, 1),
        Disposition = Disposition.Partial,
        Lines =
        [
            new LineResult
            {
                Number = 2, Status = LineDecision.Deny, Winning = text, BilledUnits = 3, AllowedUnits = 1.5m, DeniedUnits = 1.5m, DeniedChargeCents = 1360,
                PayPercent = 50, Procedure = Code.From(CodeSystem.Procedure, text), Modifiers = [Code.From(CodeSystem.Modifier, text)],
            },
        ],
        AddedLines = [new AddedLine { Procedure = Code.From(CodeSystem.Procedure, text), Supports = [1, 2], Edit = text }],
        HistoryActions = [new HistoryAction(text, 1, EditAction.Recoup, text)],
        Findings =
        [
            new Finding
            {
                Edit = text, Version = text, Phase = text, Level = FindingLevel.Line, Line = 2, Field = text, Action = EditAction.Deny, State = FindingState.Bypassed,
                SuppressedBy = text, Bypass = new Bypass(text, text, new DateOnly(2024, 12, 31)), Reason = text, GroupCode = "CO", Carc = text, Rarc = [text, text],
                Queue = text, Overridable = false, Message = text, Cite = [text], Related = [new RelatedLine(null, 1), new RelatedLine(text, 3)],
                Rows = [new RowUsed(text, text, new DateOnly(2020, 1, 1), null)],
            },
        ],
        NotEvaluated = [new NotEvaluated(text, 1, [text])],
    };

    public static byte[] Written(Result result)
    {
        using ResultWriter writer = new();
        ArrayBufferWriter<byte> line = new();
        writer.Write(result, line);
        return line.WrittenSpan.ToArray();
    }
}

using EditEngine.Diagnostics;

namespace EditEngine.Formats.Json;

/// <summary>Problems and places, as an acknowledgement writes them.</summary>
internal static class AcknowledgedPlaces
{
    /// <summary>A problem, as an item of a list.</summary>
    public static void Write(JsonBytes json, Diagnostic problem)
    {
        int start = json.Length;
        json.Text(""","id":"""u8, problem.Id);
        json.Text(""","severity":"""u8, problem.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" });
        json.Text(""","message":"""u8, problem.Message);
        if (AcknowledgementCodes.Of(problem.Id, (problem.Place as X12Place)?.SegmentTag, (problem.Place as X12Place)?.Element) is (string element, string code))
        {
            json.Text(""","code":"""u8, $"{element} {code}");
        }

        Write(json, problem.Place);
        json.CloseObject(start);
    }

    /// <summary>A place, as a member; nothing where there is none.</summary>
    public static void Write(JsonBytes json, Place? place)
    {
        switch (place)
        {
            case X12Place x12:
                json.Object(""","place":"""u8, x12, Write);
                break;
            case JsonPlace line:
                json.Object(""","place":"""u8, line, Write);
                break;
            default:
                break;
        }
    }

    private static void Write(JsonBytes json, X12Place place)
    {
        json.Text(""","file":"""u8, place.File);
        json.Text(""","loop":"""u8, place.Loop);
        json.Text(""","segment":"""u8, place.SegmentTag);
        json.Whole(""","position":"""u8, place.SegmentNumber);
        json.Whole(""","element":"""u8, place.Element);
        json.Whole(""","component":"""u8, place.Component);
        json.Whole(""","offset":"""u8, place.Offset);
        json.Text(""","value":"""u8, place.Value);
    }

    private static void Write(JsonBytes json, JsonPlace place)
    {
        json.Text(""","file":"""u8, place.File);
        json.Whole(""","line":"""u8, place.Line);
        json.Text(""","path":"""u8, place.Path);
    }
}

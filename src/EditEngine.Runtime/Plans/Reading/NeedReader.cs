using System.Collections.Immutable;
using EditEngine.Values;

namespace EditEngine.Plans.Reading;

/// <summary>Reads what edits need of history: a row a record.</summary>
internal static class NeedReader
{
    /// <summary>A need.</summary>
    /// <exception cref="System.Text.Json.JsonException">It is none.</exception>
    public static HistoryNeed Read(PlanNode node)
    {
        PlanNode need = node.Deeper();
        return new HistoryNeed(
            need.Texts("edits"u8),
            need.Nodes("codes"u8, codes => new NeededCodes(Field(codes), codes.Set("codes"u8), Unless(codes))),
            need.Nodes("words"u8, words => new NeededWords(Field(words), words.Texts("words"u8))),
            need.Nodes("keys"u8, key => new NeededKey(Field(key), key.Nodes("oneOf"u8, Value), Unless(key))),
            need.Nodes("days"u8, day => new NeededDay(Field(day), day.Flag("isUpper"u8), day.Nodes("oneOf"u8, Day), Unless(day))));
    }

    private static string Field(PlanNode node) => node.Text("field"u8);

    private static ImmutableArray<NeedValue> Unless(PlanNode node) => node.Nodes("unless"u8, Value);

    private static NeedValue Value(PlanNode node) => new(node.Choice<NeedOwner>("owner"u8), Field(node), node.Nodes("of"u8, Read));

    private static NeedDay Day(PlanNode node) => new(node.Deeper().Node("from"u8, Anchor), node.Whole("months"u8), node.Whole("days"u8));

    private static NeedAnchor Anchor(PlanNode node) => node.Word switch
    {
        "date" => new NeedDate(node.Node("value"u8, Value)),
        "day" => new NeedFixedDay(node.Day("day"u8)),
        "edge" => new NeedPeriodEdge(node.Choice<CalendarPeriod>("period"u8), node.Flag("isLast"u8), node.Node("of"u8, Day), node.OptionalNode("start"u8, Day)),
        _ => throw node.Unknown("anchor"),
    };
}

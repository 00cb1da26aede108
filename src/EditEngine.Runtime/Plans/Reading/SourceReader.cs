namespace EditEngine.Plans.Reading;

/// <summary>Reads where things come from: a row a record.</summary>
internal static class SourceReader
{
    /// <summary>A source.</summary>
    /// <exception cref="System.Text.Json.JsonException">It is none.</exception>
    public static SourcePlan Read(PlanNode node)
    {
        PlanNode source = node.Deeper();
        return new SourcePlan(source.Whole("slot"u8), source.Nodes("alternatives"u8, Alternative), source.OptionalNode("access"u8, Access));
    }

    /// <summary>The member <c>source</c>.</summary>
    public static SourcePlan Source(this PlanNode node) => node.Node("source"u8, Read);

    /// <summary>A list of things.</summary>
    public static ThingList List(PlanNode node) => node.Word switch
    {
        "evidence of" => new EvidenceOf(node.Fact("suggestion"u8)),
        "certificates of" => new CertificatesOf(node.Fact("provider"u8)),
        "spans of" => new SpansOf(node.Text("name"u8), node.Text("member"u8)),
        "rows of" => new RowsOf(node.Text("name"u8), node.Table("table"u8), node.OptionalExpression("on"u8), node.OptionalExpression("firstKey"u8)),
        "members of" => new MembersOf(node.Whole("group"u8)),
        "own members of" => new OwnMembersOf(node.Whole("group"u8)),
        "thing" => new OnlyThing(node.Expression("thing"u8)),
        "last run" => new LastRun(node.Source(), node.Expression("by"u8), node.Whole("previous"u8), node.Expression("broken"u8)),
        _ => throw node.Unknown("list"),
    };

    private static AlternativePlan Alternative(PlanNode node) => new(node.Whole("kinds"u8), node.Expressions("conditions"u8), node.OptionalNode("list"u8, List));

    private static Access Access(PlanNode node) => node.Word switch
    {
        "all of history" => AllOf.Things,
        "history on day" => new HistoryOnDay(node.Expression("day"u8)),
        "history between" => new HistoryBetween(node.Nodes("from"u8, Bound), node.Nodes("to"u8, Bound)),
        _ => throw node.Unknown("access"),
    };

    private static DayBound Bound(PlanNode node) => new(node.Expressions("oneOf"u8));
}

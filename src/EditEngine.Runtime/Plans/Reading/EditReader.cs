using EditEngine.Outcomes;

namespace EditEngine.Plans.Reading;

/// <summary>Reads edits: a row a record.</summary>
internal static class EditReader
{
    /// <summary>An edit.</summary>
    /// <exception cref="System.Text.Json.JsonException">It is none.</exception>
    public static EditPlan Read(PlanNode node) => new()
    {
        Header = node.Node("header"u8, Header),
        Basis = node.Choice<Basis>("basis"u8),
        SlotCount = node.Whole("slotCount"u8),
        MonitorFromDay = node.OptionalWhole("monitorFromDay"u8),
        SkipPhases = node.Texts("skipPhases"u8),
        Bindings = node.Nodes("bindings"u8, Binding),
        Tuple = node.Nodes("tuple"u8, placed => new PlacedCondition(placed.Expression("condition"u8), placed.Whole("depth"u8))),
        Cases = node.Nodes("cases"u8, Case),
        IndexKey = node.Node("indexKey"u8, Index),
        ReadsHistory = node.OptionalFlag("readsHistory"u8),
    };

    private static EditHeader Header(PlanNode node) =>
        new(node.Text("id"u8), node.Text("version"u8), node.Text("phase"u8), node.Whole("phaseIndex"u8), node.Whole("precedence"u8), node.Whole("scopeRank"u8), node.Texts("cites"u8));

    private static IndexKey Index(PlanNode node) =>
        new(node.Whole("claimTypes"u8), node.OptionalSet("codes"u8), node.OptionalWhole("slot"u8) ?? -1) { MayMatchUncodedHistory = node.OptionalFlag("mayMatchUncodedHistory"u8) };

    private static BindingPlan Binding(PlanNode node) => new(node.Whole("slot"u8), node.OptionalNode("source"u8, SourceReader.Read), node.OptionalNode("group"u8, Group));

    private static GroupPlan Group(PlanNode node) =>
        new(node.Node("members"u8, SourceReader.Read), node.Expressions("keys"u8), node.Whole("dateKey"u8), node.OptionalExpression("condition"u8)) { NeedsClaimLine = node.OptionalFlag("needsClaimLine"u8) };

    private static CasePlan Case(PlanNode node) => new(
        node.Nodes("rows"u8, ExpressionReader.LookUp),
        node.Nodes("exceptions"u8, Exception),
        node.Nodes("actions"u8, Action),
        node.Nodes("message"u8, part => new MessagePart(part.Text("text"u8), part.OptionalExpression("value"u8), part.OptionalChoice<ValueStyle>("style"u8))),
        node.OptionalExpression("condition"u8));

    private static ExceptionPlan Exception(PlanNode node) =>
        new(node.Expression("condition"u8), node.Text("because"u8), node.OptionalText("owner"u8), node.OptionalWhole("untilDay"u8));

    private static ActionPlan Action(PlanNode node) => new()
    {
        Action = ActionOf(node.Text("action"u8)),
        Target = node.Choice<TargetPlan>("target"u8),
        Thing = node.OptionalExpression("thing"u8),
        Lines = node.OptionalNode("lines"u8, SourceReader.Read),
        Amount = node.OptionalExpression("amount"u8),
        AmountIsPercent = node.OptionalFlag("amountIsPercent"u8),
        MostPercent = node.OptionalDecimal("mostPercent"u8),
        ReplaceWith = node.OptionalExpression("replaceWith"u8),
        Reason = node.OptionalText("reason"u8),
        Queue = node.OptionalText("queue"u8),
        Overridable = node.OptionalExpression("overridable"u8),
        Added = node.OptionalNode("added"u8, Added),
    };

    private static AddedLinePlan Added(PlanNode node) => new(
        node.Expression("code"u8),
        node.Codes("modifiers"u8),
        node.OptionalExpression("units"u8),
        node.OptionalExpression("pay"u8),
        node.OptionalNode("supports"u8, SourceReader.Read),
        node.OptionalDecimal("mostPay"u8));

    private static EditAction ActionOf(string verb) => ActionTable.Find(verb)?.Action ?? throw new System.Text.Json.JsonException($"there is no action '{verb}'");
}

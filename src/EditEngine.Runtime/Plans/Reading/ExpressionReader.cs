using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Values;

namespace EditEngine.Plans.Reading;

/// <summary>Reads expressions: a row a record.</summary>
internal static class ExpressionReader
{
    /// <summary>An expression.</summary>
    /// <exception cref="System.Text.Json.JsonException">It is none.</exception>
    public static Expression Read(PlanNode node)
    {
        string word = node.Word;
        return Value(word, node) ?? Thing(word, node) ?? Condition(word, node) ?? throw node.Unknown("expression");
    }

    /// <summary>Expressions, in order.</summary>
    public static ImmutableArray<Expression> Expressions(this PlanNode node, ReadOnlySpan<byte> name) => node.Nodes(name, Read);

    /// <summary>An expression.</summary>
    public static Expression Expression(this PlanNode node, ReadOnlySpan<byte> name) => node.Node(name, Read);

    /// <summary>An expression, or null.</summary>
    public static Expression? OptionalExpression(this PlanNode node, ReadOnlySpan<byte> name) => node.OptionalNode(name, Read);

    /// <summary>A look-up, where nothing else can be.</summary>
    public static LookUp LookUp(PlanNode node) =>
        new(node.Text("name"u8), node.Table("table"u8), node.Expressions("key"u8), node.OptionalExpression("on"u8));

    /// <summary>A constant, where nothing else can be.</summary>
    public static ConstantValue Constant(PlanNode node) => ConstantValue.Of(Type(node), node.OptionalText("value"u8));

    private static Expression? Value(string word, PlanNode node) => word switch
    {
        "constant" => Constant(node),
        "field" => node.Fact("field"u8).ToValue(Type(node), Form(node)),
        "payer fact" => new PayerValue(Type(node), node.Text("name"u8), node.Text("member"u8), node.Choice<CodeSystem>("system"u8), node.Flag("isMoney"u8), Form(node)),
        "column" => new ColumnValue(Type(node), node.Expression("row"u8), node.Whole("column"u8), Form(node)),
        "date of" => new ThingDate(Slot(node)),
        "key of group" => new GroupKeyValue(Type(node), node.Whole("group"u8), node.Whole("key"u8)),
        "codes of claim" => new ClaimCodes(node.Choice<CodeSystem>("system"u8)),
        "operation" => new Operation(node.Text("operator"u8), Type(node), Operands(node)),
        "condition as number" => new ConditionAsNumber(node.Expression("condition"u8)),
        "choice" => new Choice(Type(node), node.Whole("id"u8), node.Nodes("branches"u8, branch => new ChoiceBranch(branch.Expression("value"u8), branch.OptionalExpression("condition"u8)))),
        "dated" => new DatedValue(Type(node), node.Whole("id"u8), node.Expression("on"u8), node.Nodes("values"u8, value => new ValueFrom(value.Whole("fromDay"u8), value.Node("value"u8, Constant)))),
        "unique value" => new UniqueValue(node.Expression("value"u8)),
        "or else" => new OrElse(node.Expression("first"u8), node.Expression("second"u8)),
        "count" => new CountOf(node.Source()),
        "sum" => new SumOf(node.Source(), node.Expression("value"u8), node.Flag("isNeverNegative"u8)),
        "extreme" => new ExtremeOf(node.Source(), node.Expression("value"u8), node.Flag("isGreatest"u8), node.Flag("isNeverNegative"u8)),
        _ => null,
    };

    private static Expression? Thing(string word, PlanNode node) => word switch
    {
        "thing" => SlotThing.Of(Slot(node)),
        "of thing" => new OfThing(node.Expression("thing"u8), Slot(node), node.Expression("value"u8)),
        "look-up" => LookUp(node),
        "first" => new FirstThing(node.Source(), node.Flag("isLast"u8), node.Nodes("by"u8, by => new OrderBy(by.Expression("value"u8), by.Flag("isDescending"u8)))),
        _ => null,
    };

    private static Condition? Condition(string word, PlanNode node) => word switch
    {
        "and" => new And(Operands(node)),
        "or" => new Or(Operands(node)),
        "not" => new Not(node.Expression("operand"u8)),
        "all branches agree" => new AllBranchesAgree(node.Expression("operand"u8)),
        "in codes" => new InCodes(node.Expression("code"u8), node.Set("set"u8), node.OptionalExpression("on"u8)),
        "in texts" => new InTexts(node.Expression("text"u8), node.Texts("texts"u8), node.Texts("prefixes"u8)),
        "in numbers" => new InNumbers(node.Expression("number"u8), node.Numbers("numbers"u8)),
        "has codes" => new HasCodes(
            node.Expression("list"u8),
            node.Choice<Quantity>("quantity"u8),
            node.Whole("number"u8),
            node.Flag("isOutside"u8),
            node.OptionalSet("set"u8),
            node.OptionalExpression("code"u8),
            node.OptionalExpression("on"u8)),
        "sample" => new Sample(node.Whole("part"u8), node.Whole("whole"u8), node.Expression("by"u8)),
        "is found" => new IsFound(node.Expression("row"u8)),
        "is present" => new IsPresent(node.Expression("value"u8)),
        "part is present" => new PartIsPresent(node.Fact("part"u8)),
        "list is present" => new ListIsPresent(node.Node("list"u8, SourceReader.List)),
        "is of kind" => new IsOfKind(Slot(node), node.Whole("kinds"u8)),
        "is other" => new IsOther(Slot(node), node.Wholes("others"u8)),
        "is earlier" => new IsEarlier(Slot(node), node.Whole("than"u8)),
        "is payable" => new IsPayable(Slot(node)),
        "is denied by" => new IsDeniedBy(Slot(node), node.Text("edit"u8)),
        "is on claim" => new IsOnClaim(Slot(node)),
        "quantified" => new Quantified(node.Choice<Quantifier>("quantifier"u8), node.Source(), node.OptionalExpression("body"u8)),
        _ => null,
    };

    private static ValueKind Type(PlanNode node) => node.Choice<ValueKind>("type"u8);

    private static ValueForm Form(PlanNode node) => node.Choice<ValueForm>("form"u8);

    private static int Slot(PlanNode node) => node.Whole("slot"u8);

    private static ImmutableArray<Expression> Operands(PlanNode node) => node.Expressions("operands"u8);
}

using System.Globalization;
using EditEngine.Codes;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Binding;

/// <summary>What comparisons that mean nothing were probably meant to be, in the writer's own words.</summary>
internal sealed class ComparisonMend(BindingContext context)
{
    /// <summary>A list of codes compared as if it were one code: <c>v.modifier = 25</c>.</summary>
    /// <param name="left">What is compared.</param>
    /// <param name="isNegated">It is asked to be another.</param>
    /// <param name="filter">What <c>has</c> is asked with, as <c>25</c> or <c>in { 25, 59 }</c>.</param>
    /// <param name="whole">The comparison.</param>
    /// <param name="scope">Its names.</param>
    public Diagnostic? OfList(ExpressionSyntax left, bool isNegated, string filter, SyntaxNode whole, Scope scope)
    {
        if (ThingsOf(left, scope) is not ThingKinds things || left is not MemberSyntax { Name.Text: var name } member)
        {
            return null;
        }

        FieldSymbol? own = FieldSymbols.Find(things, name);
        FieldSymbol? list = own ?? HasBinder.ListField(things, name) ?? Traded(things, name);
        if (list?.Type.Kind != TypeKind.CodeList)
        {
            return null;
        }

        string meant = $"{Slice(member.Receiver)} has {(isNegated ? "no " : "")}{HasBinder.Singular(list.Name)} {filter}";
        return TypeDiagnostics.SeveralThere(context.Place(whole), "a " + ThingNames.NameOf(things), list.Name, meant);
    }

    // Of the trade's word the first name that is a field.
    private static FieldSymbol? Traded(ThingKinds things, string name) =>
        TradeWords.Find(name)?.Names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => FieldSymbols.Find(things, one)).FirstOrDefault(field => field is not null);

    /// <summary>Two orderings of one code side by side, as <c>v.tooth >= 1 and v.tooth &lt;= 16</c>.</summary>
    public Diagnostic? OfTwoOrders(ExpressionSyntax first, ExpressionSyntax second, Scope scope) =>
        IsOrder(first, out BinarySyntax? a) && IsOrder(second, out BinarySyntax? b) && Slice(a.Left) == Slice(b.Left) && a.Right is AtomSyntax && b.Right is AtomSyntax
        && ThingsOf(a.Left, scope) is ThingKinds things && FieldSymbols.Find(things, ((MemberSyntax)a.Left).Name.Text)?.Type is { Kind: TypeKind.Code } type
            ? TypeDiagnostics.CodeOrder(context.Source.PlaceOf(Text.TextSpan.FromTo(a.Span.Start, b.Span.End)), CodeSystemNames.NameOf(type.System), SignOf(a), RangeOf(a, b, type.System))
            : null;

    /// <summary>Codes put in order.</summary>
    public Diagnostic OfOrder(BinarySyntax order, CodeSystem system) =>
        TypeDiagnostics.CodeOrder(context.Place(order), CodeSystemNames.NameOf(system), SignOf(order), order.Right is AtomSyntax ? RangeOf(order, null, system) : $"{Slice(order.Left)} in {{ FIRST-LAST }}");

    /// <summary>A code in a range of values.</summary>
    public Diagnostic OfRange(InSyntax @in, RangeSyntax range, CodeSystem system)
    {
        string from = range.From is null ? "FIRST" : Slice(range.From);
        string to = range.To is null ? "LAST" : Slice(range.To);
        return TypeDiagnostics.CodeOrder(context.Place(range), CodeSystemNames.NameOf(system), "..", $"{Slice(@in.Value)} {(@in.IsNegated ? "not " : "")}in {{ {from}-{to} }}");
    }

    /// <summary>An amount beside a bare number, and an age or a number of days beside a period.</summary>
    public Diagnostic? OfUnits(BinarySyntax comparison, BoundExpression left, BoundExpression right)
    {
        if (comparison.Right is AtomSyntax number && right.Type.Kind == TypeKind.Number && left.Type.Kind is TypeKind.Money or TypeKind.Percent)
        {
            string meant = left.Type.Kind == TypeKind.Money ? "$" + number.Text : number.Text + "%";
            return TypeDiagnostics.NoSign(context.Place(comparison), left.Type, number.Text, meant);
        }

        if (comparison.Right is not QuantitySyntax period || right.Type.Kind != TypeKind.Period || !left.Type.IsNumeric)
        {
            return null;
        }

        string unit = period.Unit.Text.TrimEnd('s');
        string sign = SignOf(comparison);
        if (left is BoundAge && comparison.Left is OfSyntax { On: { } on } age)
        {
            string span = $"from {Slice(age.Argument)}.birth to {Slice(on)} {sign}";
            string? meant = unit switch
            {
                "year" => period.Number.Text,
                "month" => $"full calendar months {span} {period.Number.Text}",
                _ => DaysOf(period) is int days ? $"days {span} {days.ToString(CultureInfo.InvariantCulture)}" : null,
            };
            return meant is null ? null : TypeDiagnostics.UnitOfNumber(context.Place(comparison), "An age is a number of years", Slice(period), meant);
        }

        return DaysOf(period) is int number2
            ? TypeDiagnostics.UnitOfNumber(context.Place(comparison), "'" + Slice(comparison.Left) + "' is a number", Slice(period), number2.ToString(CultureInfo.InvariantCulture))
            : null;
    }

    private static int? DaysOf(QuantitySyntax period) => !int.TryParse(period.Number.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number > 100_000 ? null
        : period.Unit.Text.TrimEnd('s') switch { "day" => number, "week" => 7 * number, _ => null };

    private static bool IsOrder(ExpressionSyntax syntax, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out BinarySyntax? order)
    {
        order = MembershipBinder.Unwrap(syntax) as BinarySyntax;
        return order is { Operator: BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual };
    }

    private string RangeOf(BinarySyntax first, BinarySyntax? second, CodeSystem system)
    {
        string? from = null;
        string? to = null;
        foreach (BinarySyntax order in second is null ? [first] : new[] { first, second })
        {
            string code = ((AtomSyntax)order.Right).Text;
            switch (order.Operator)
            {
                case BinaryOperator.Greater:
                    from = Moved(code, 1);
                    break;
                case BinaryOperator.GreaterOrEqual:
                    from = code;
                    break;
                case BinaryOperator.Less:
                    to = Moved(code, -1);
                    break;
                default:
                    to = code;
                    break;
            }
        }

        bool isTooth = system == CodeSystem.Tooth;
        from ??= isTooth ? "1" : Filled(to!, '0');
        to ??= isTooth ? "32" : Filled(from, '9');
        return $"{Slice(first.Left)} in {{ {from}-{to} }}";
    }

    private static string Moved(string code, int by) =>
        code.All(char.IsAsciiDigit) && int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number + by >= 0
            ? (number + by).ToString(CultureInfo.InvariantCulture).PadLeft(code.Length, '0')
            : code;

    private static string Filled(string code, char digit) => string.Concat(code.Select((c, i) => char.IsAsciiDigit(c) ? digit : c));

    private static ThingKinds? ThingsOf(ExpressionSyntax syntax, Scope scope) => syntax is not MemberSyntax { Receiver: NameExpressionSyntax { Name: var name } } ? null
        : scope.Find(name) is VariableSymbol variable ? variable is GroupVariable || variable.Type.Kind != TypeKind.Thing ? null : variable.Type.Things
        : name == "claim" ? ThingKinds.Claim : null;

    private string SignOf(BinarySyntax comparison) => context.Source.Slice(comparison.OperatorSpan);

    private string Slice(SyntaxNode node) => context.Source.Slice(node.Span);
}

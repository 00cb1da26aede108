using System.Globalization;
using EditEngine.Codes;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Numbers;

namespace EditEngine.Compiler.Binding;

/// <summary>Literals: what a bare word or atom is, its place says.</summary>
internal sealed class LiteralBinder(BindingContext context)
{
    public BoundExpression BindLiteral(string text, TextSpan span, LanguageType? expected)
    {
        EditEngine.Diagnostics.SourceSpan place = context.Source.PlaceOf(span);
        switch (expected?.Kind)
        {
            case TypeKind.Code:
                return BindCode(text, place, expected.System);
            case TypeKind.Text when expected != TypeRules.OpenWord:
                return BindWord(text, place, expected);
            case TypeKind.Period:
                context.Diagnostics.Report(DateDiagnostics.UnitNeeded(place, text));
                return new BoundError(place);
            case TypeKind.Date:
                context.Diagnostics.Report(DateDiagnostics.NotADate(place, text));
                return new BoundError(place);
            case TypeKind.Number or TypeKind.Units or TypeKind.Percent or TypeKind.Money:
                if (TryNumber(text, out Rational number))
                {
                    return new BoundConstant(LanguageType.Number, place, new NumberConstant(number));
                }

                context.Diagnostics.Report(text.Length > 28 && text.All(char.IsAsciiDigit)
                    ? TypeDiagnostics.TooLargeNumber(place, text.Length)
                    : TypeDiagnostics.NotANumber(place, text, expected));
                return new BoundError(place);
            default:
                return TryNumber(text, out Rational value)
                    ? new BoundConstant(LanguageType.Number, place, new NumberConstant(value))
                    : new BoundConstant(TypeRules.OpenWord, place, new TextConstant(text));
        }
    }

    private BoundExpression BindCode(string text, EditEngine.Diagnostics.SourceSpan place, CodeSystem system)
    {
        if (string.IsNullOrWhiteSpace(text) || text is "NULL" or "BLANK" or "EMPTY")
        {
            context.Diagnostics.Report(CodeDiagnostics.BlankCode(place, text.Length == 0 ? "A text of nothing" : $"'{text}'"));
            return new BoundError(place);
        }

        Code code = Code.From(system, text);
        if (code.FitsPattern)
        {
            context.CodeTables.Check(code, place, context.Days);
            return new BoundConstant(LanguageType.CodeOf(system), place, new CodeConstant(code));
        }

        context.Diagnostics.Report(CodeDiagnostics.NotOfSystem(place, text, CodeSystemNames.NameOf(system), CodePatterns.Describe(system), CodeMend.Of(system, text)));
        return new BoundError(place);
    }

    public BoundExpression BindWord(string text, EditEngine.Diagnostics.SourceSpan place, LanguageType expected)
    {
        if (expected.Words is WordList list && !list.Words.IsEmpty && !list.Words.Contains(text))
        {
            context.Diagnostics.Report(NameDiagnostics.UnknownWord(place, text, list.Name, list.Words));
            return new BoundError(place);
        }

        return new BoundConstant(expected, place, new TextConstant(text));
    }

    public BoundExpression BindText(TextLiteralSyntax text, LanguageType? expected) =>
        expected?.Kind == TypeKind.Code
            ? BindCode(text.Value, context.Place(text), expected.System)
            : expected is not null && Unquoted(text.Value, expected.Kind) ? context.Report(TypeDiagnostics.QuotedValue(context.Place(text), expected, text.Value), text)
            : expected is { Kind: TypeKind.Text } ? BindWord(text.Value, context.Place(text), expected) : context.Constant(LanguageType.Text, text, new TextConstant(text.Value));

    private static bool Unquoted(string text, TypeKind kind) => kind switch
    {
        TypeKind.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        TypeKind.Number or TypeKind.Units => TryNumber(text, out _),
        TypeKind.Money => text.StartsWith('$') && TryNumber(text[1..], out _),
        TypeKind.Percent => text.EndsWith('%') && TryNumber(text[..^1], out _),
        _ => false,
    };

    public BoundConstant BindMoney(MoneyLiteralSyntax money) =>
        context.Constant(LanguageType.Money, money, new NumberConstant(Rational.From(decimal.Parse(money.Digits, CultureInfo.InvariantCulture) * 100m)));

    public BoundConstant BindPercent(PercentLiteralSyntax percent) =>
        context.Constant(LanguageType.Percent, percent, new NumberConstant(Rational.From(decimal.Parse(percent.Digits, CultureInfo.InvariantCulture))));

    public BoundExpression BindQuantity(QuantitySyntax quantity)
    {
        if (!TryNumber(quantity.Number.Text, out Rational number))
        {
            return context.Report(TypeDiagnostics.NotANumber(context.Place(quantity.Number), quantity.Number.Text, LanguageType.Number), quantity);
        }

        string unit = quantity.Unit.Text;
        if (unit is "unit" or "units")
        {
            return context.Constant(LanguageType.Units, quantity, new NumberConstant(number));
        }

        if (!number.IsWhole || Rational.Compare(number, Rational.From(100_000)) > 0)
        {
            return context.Report(TypeDiagnostics.NotANumber(context.Place(quantity.Number), quantity.Number.Text, LanguageType.Number), quantity);
        }

        int count = (int)(number.Numerator / number.Denominator);
        PeriodConstant period = unit switch
        {
            "week" or "weeks" => new PeriodConstant(7 * count, 0),
            "month" or "months" => new PeriodConstant(0, count),
            "year" or "years" => new PeriodConstant(0, 12 * count),
            _ => new PeriodConstant(count, 0),
        };
        return context.Constant(LanguageType.Period, quantity, period);
    }

    public static bool TryNumber(string text, out Rational number)
    {
        bool parsed = decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value);
        number = parsed ? Rational.From(value) : default;
        return parsed;
    }
}

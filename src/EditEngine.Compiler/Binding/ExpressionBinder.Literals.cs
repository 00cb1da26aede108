using System.Globalization;
using EditEngine.Codes;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Numbers;

namespace EditEngine.Compiler.Binding;

/// <content>Literals: what a bare word or atom is, its place says.</content>
internal sealed partial class ExpressionBinder
{
    // A bare word where no type is known: its use will say what it is.
    private static readonly LanguageType OpenWord = LanguageType.WordOf("word");

    private BoundExpression BindLiteral(string text, TextSpan span, LanguageType? expected)
    {
        EditEngine.Diagnostics.SourceSpan place = _source.PlaceOf(span);
        switch (expected?.Kind)
        {
            case TypeKind.Code:
                return BindCode(text, place, expected.System);
            case TypeKind.Text when expected != OpenWord:
                return BindWord(text, place, expected);
            case TypeKind.Period:
                _diagnostics.Report(DateDiagnostics.UnitNeeded(place, text));
                return new BoundError(place);
            case TypeKind.Date:
                _diagnostics.Report(DateDiagnostics.NotADate(place, text));
                return new BoundError(place);
            case TypeKind.Number or TypeKind.Units or TypeKind.Percent or TypeKind.Money:
                if (TryNumber(text, out Rational number))
                {
                    return Constant(LanguageType.Number, place, new NumberConstant(number));
                }

                _diagnostics.Report(TypeDiagnostics.NotANumber(place, text, expected));
                return new BoundError(place);
            default:
                return TryNumber(text, out Rational value)
                    ? Constant(LanguageType.Number, place, new NumberConstant(value))
                    : Constant(OpenWord, place, new TextConstant(text));
        }
    }

    private BoundExpression BindCode(string text, EditEngine.Diagnostics.SourceSpan place, CodeSystem system)
    {
        Code code = Code.From(system, text);
        if (code.Odd is null && CodePatterns.Fits(code))
        {
            _codeTables.Check(code, place, Days);
            return Constant(LanguageType.CodeOf(system), place, new CodeConstant(code));
        }

        _diagnostics.Report(CodeDiagnostics.NotOfSystem(place, text, CodeSystemNames.NameOf(system), CodePatterns.Describe(system)));
        return new BoundError(place);
    }

    private BoundExpression BindWord(string text, EditEngine.Diagnostics.SourceSpan place, LanguageType expected)
    {
        if (expected.Words is WordList list && !list.Words.IsEmpty && !list.Words.Contains(text))
        {
            _diagnostics.Report(NameDiagnostics.UnknownWord(place, text, list.Name, list.Words));
            return new BoundError(place);
        }

        return Constant(expected, place, new TextConstant(text));
    }

    private BoundExpression BindText(TextLiteralSyntax text, LanguageType? expected) =>
        expected?.Kind == TypeKind.Code
            ? BindCode(text.Value, Place(text), expected.System)
            : expected is { Kind: TypeKind.Text } ? BindWord(text.Value, Place(text), expected) : Constant(LanguageType.Text, text, new TextConstant(text.Value));

    private BoundConstant BindMoney(MoneyLiteralSyntax money) =>
        Constant(LanguageType.Money, money, new NumberConstant(Rational.From(decimal.Parse(money.Digits, CultureInfo.InvariantCulture) * 100m)));

    private BoundConstant BindPercent(PercentLiteralSyntax percent) =>
        Constant(LanguageType.Percent, percent, new NumberConstant(Rational.From(decimal.Parse(percent.Digits, CultureInfo.InvariantCulture))));

    private BoundExpression BindQuantity(QuantitySyntax quantity)
    {
        if (!TryNumber(quantity.Number.Text, out Rational number))
        {
            return Report(TypeDiagnostics.NotANumber(Place(quantity.Number), quantity.Number.Text, LanguageType.Number), quantity);
        }

        string unit = quantity.Unit.Text;
        if (unit is "unit" or "units")
        {
            return Constant(LanguageType.Units, quantity, new NumberConstant(number));
        }

        if (!number.IsWhole || Rational.Compare(number, Rational.From(100_000)) > 0)
        {
            return Report(TypeDiagnostics.NotANumber(Place(quantity.Number), quantity.Number.Text, LanguageType.Number), quantity);
        }

        int count = (int)(number.Numerator / number.Denominator);
        PeriodConstant period = unit switch
        {
            "week" or "weeks" => new PeriodConstant(7 * count, 0),
            "month" or "months" => new PeriodConstant(0, count),
            "year" or "years" => new PeriodConstant(0, 12 * count),
            _ => new PeriodConstant(count, 0),
        };
        return Constant(LanguageType.Period, quantity, period);
    }

    private static bool TryNumber(string text, out Rational number)
    {
        bool parsed = decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value);
        number = parsed ? Rational.From(value) : default;
        return parsed;
    }
}

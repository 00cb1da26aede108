using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Numbers;
using EditEngine.Outcomes;

namespace EditEngine.Compiler.Binding;

/// <summary>Binds what an action pays: a percent of what was billed, or units. A number alone decides no money.</summary>
internal sealed class AmountBinder(BindingContext context, ExpressionBinder expressions)
{
    /// <summary>The amount of an action; null where none is written.</summary>
    public BoundExpression? Bind(ActionSyntax syntax, ActionRow row, Scope scope)
    {
        BoundExpression? amount = syntax.Amount is null ? null : expressions.BindValue(syntax.Amount, scope, LanguageType.Units);
        bool isNeeded = (row.Needs & ActionParts.Amount) != 0;
        if (isNeeded && amount?.Type.Kind is not (TypeKind.Percent or TypeKind.Units or TypeKind.Number or TypeKind.Error))
        {
            context.Diagnostics.Report(OutcomeDiagnostics.Amount(context.Place(syntax), amount?.Type.ToString() ?? "no amount"));
        }
        else if (isNeeded && amount?.Type.Kind == TypeKind.Number)
        {
            context.Diagnostics.Report(amount is BoundConstant { Value: NumberConstant number }
                ? OutcomeDiagnostics.BareNumber(amount.Place, number.Value.ToString())
                : OutcomeDiagnostics.NumberWithoutUnit(amount.Place));
        }
        else if (isNeeded)
        {
            CheckRange(amount!, MostOf(syntax.Most) ?? PayLimits.AllOfIt); // An amount that is needed and is not there was reported.
        }

        if (syntax.Most is PercentLiteralSyntax most && amount?.Type.Kind is not (TypeKind.Percent or TypeKind.Error))
        {
            context.Diagnostics.Report(OutcomeDiagnostics.OnlyWithPercent(context.Place(most)));
        }

        return amount;
    }

    /// <summary>The most that a percent may be, as the action says.</summary>
    public static decimal? MostOf(PercentLiteralSyntax? most) =>
        most is not null && LiteralBinder.TryNumber(most.Digits, out Rational percent) && percent.TryToDecimal(out decimal known) ? known : null;

    /// <summary>The most that the percent of an added line may be: what is written is meant; what is calculated is no more than all.</summary>
    public decimal? MostOf(BoundExpression? pay)
    {
        if (pay is null)
        {
            return null;
        }

        decimal most = Written(pay).Select(number => number.TryToDecimal(out decimal written) ? written : 0m).Append(PayLimits.AllOfIt).Max();
        CheckRange(pay, most);
        return most > PayLimits.AllOfIt ? most : null;
    }

    private void CheckRange(BoundExpression amount, decimal most)
    {
        foreach (Rational written in Written(amount))
        {
            bool isLess = Rational.Compare(written, Rational.Zero) < 0;
            if (isLess || (amount.Type.Kind == TypeKind.Percent && Rational.Compare(written, Rational.From(most)) > 0))
            {
                context.Diagnostics.Report(OutcomeDiagnostics.OutOfRange(amount.Place, $"{written}{(amount.Type.Kind == TypeKind.Percent ? "%" : " units")}", isLess));
            }
        }
    }

    // What is written with a number, and not calculated.
    private static IEnumerable<Rational> Written(BoundExpression amount) => amount switch
    {
        BoundConstant { Value: NumberConstant number } => [number.Value],
        BoundNegate negate => Written(negate.Operand).Select(number => -number),
        BoundParameter parameter => parameter.Parameter.Values.Select(one => one.Value).OfType<NumberConstant>().Select(number => number.Value),
        BoundChoice choice => choice.Branches.SelectMany(branch => Written(branch.Value)),
        _ => [],
    };
}

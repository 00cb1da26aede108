using System.Globalization;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Numbers;
using EditEngine.Plans;

namespace EditEngine.Analysis.Mutation;

/// <summary>Numbers, days and periods one off, in edits, in parameters, and where an edit or an exception begins or ends.</summary>
internal sealed class BoundMutations : IMutationKind
{
    public IEnumerable<Mutation> Of(BoundEdit edit, MutationMaterial material) =>
        WrittenNodes.All(edit).SelectMany(node => node switch
        {
            BoundConstant constant => OneOff(constant.Value, constant.Type.Kind)
                .Select(change => WithCap(constant, Mutation.Of(constant, one => one with { Value = change.Value }, constant.Place, $"{material.ShortTextAt(constant.Place)} becomes {change.Text}"), change.Value)),
            BoundParameter parameter => OfParameter(parameter),
            BoundHas { Quantity: not (Quantity.Any or Quantity.No) } has => new[] { has.Number - 1, has.Number + 1 }.Where(number => number >= 0)
                .Select(number => Mutation.Of(has, one => one with { Number = number }, has.Place, $"{has.Number} becomes {number} in '{material.ShortTextAt(has.Place)}'")),
            BoundSample { Part: > 0 } => [],
            BoundException { UntilDay: int until } exception => Days(until)
                .Select(day => Mutation.Of(exception, one => one with { UntilDay = day }, exception.Condition.Place, $"the exception \"{exception.Because}\" ends on {Day(day)} instead of {Day(until)}")),
            BoundEdit whole => Periods(whole),
            _ => [],
        });

    // A percent written out is also the most that is paid, where it is more than all.
    private static Mutation WithCap(BoundConstant constant, Mutation mutation, Constant changed) =>
        changed is not NumberConstant number || constant.Type.Kind != TypeKind.Percent || !number.Value.TryToDecimal(out decimal most) ? mutation
        : mutation with
        {
            Replace = node => node switch
            {
                BoundAddedLine { Pay: BoundConstant pay, MostPay: not null } line when mutation.Replace(pay) is BoundExpression other => line with { Pay = other, MostPay = most },
                BoundAction { Amount: BoundConstant amount, MostPercent: not null } action when mutation.Replace(amount) is BoundExpression other => action with { Amount = other, MostPercent = most },
                _ => mutation.Replace(node),
            },
        };

    private static IEnumerable<Mutation> Periods(BoundEdit edit)
    {
        foreach (int day in Days(edit.EffectiveFromDay))
        {
            yield return Mutation.Of(edit, one => one with { EffectiveFromDay = day }, edit.Place, $"{edit.Id} is effective from {Day(day)} instead of {Day(edit.EffectiveFromDay)}");
        }

        foreach (int day in Days(edit.EffectiveThroughDay))
        {
            yield return Mutation.Of(edit, one => one with { EffectiveThroughDay = day }, edit.Place, $"{edit.Id} is effective through {Day(day)} instead of {Day(edit.EffectiveThroughDay)}");
        }
    }

    // The parameter is one in all edits: what is changed is its declaration.
    private static IEnumerable<Mutation> OfParameter(BoundParameter used)
    {
        ParameterSymbol parameter = used.Parameter;
        for (int i = 0; i < parameter.Values.Length; i++)
        {
            ParameterValue value = parameter.Values[i];
            foreach ((Constant changed, string text) in OneOff(value.Value, parameter.Type.Kind))
            {
                yield return With(parameter, i, value with { Value = changed }, $"@{parameter.Name} is {text} instead of {Text(value.Value, parameter.Type.Kind)}");
            }

            foreach (int day in i == 0 ? [] : Days(value.FromDay))
            {
                yield return With(parameter, i, value with { FromDay = day }, $"@{parameter.Name} changes on {Day(day)} instead of {Day(value.FromDay)}");
            }
        }
    }

    private static Mutation With(ParameterSymbol parameter, int at, ParameterValue value, string words)
    {
        ParameterSymbol changed = parameter with { Values = parameter.Values.SetItem(at, value) };
        return new Mutation(parameter.Place, words, node => node is BoundParameter one && ReferenceEquals(one.Parameter, parameter) ? one with { Parameter = changed } : null);
    }

    private static IEnumerable<(Constant Value, string Text)> OneOff(Constant constant, TypeKind type) => constant switch
    {
        NumberConstant number => new[] { number.Value - Rational.From(1), number.Value + Rational.From(1) }
            .Where(value => value.Numerator >= 0 || number.Value.Numerator < 0) // Less than nothing is what no claim says.
            .Select(value => (Constant)new NumberConstant(value)).Select(value => (value, Text(value, type))),
        DateConstant date => Days(date.DayNumber).Select(day => (Constant)new DateConstant(day)).Select(value => (value, Text(value, type))),
        PeriodConstant { Months: 0 } period => new[] { period.Days - 1, period.Days + 1 }.Select(days => (Constant)(period with { Days = days })).Select(value => (value, Text(value, type))),
        PeriodConstant period => new[] { period.Months - 1, period.Months + 1 }.Select(months => (Constant)(period with { Months = months })).Select(value => (value, Text(value, type))),
        _ => [],
    };

    private static IEnumerable<int> Days(int day) => day is <= 0 or > 3_600_000 ? [] : [day - 1, day + 1];

    private static string Text(Constant constant, TypeKind type) => (constant, type) switch
    {
        (NumberConstant number, TypeKind.Money) => "$" + Invariant(number.Value / Rational.From(100)),
        (NumberConstant number, TypeKind.Percent) => Invariant(number.Value) + "%",
        (NumberConstant number, _) => Invariant(number.Value),
        (DateConstant date, _) => Day(date.DayNumber),
        (PeriodConstant { Months: 0 } period, _) => string.Create(CultureInfo.InvariantCulture, $"{period.Days} days"),
        (PeriodConstant period, _) => string.Create(CultureInfo.InvariantCulture, $"{period.Months} months"),
        _ => ConstantText.Of(constant),
    };

    private static string Invariant(Rational value) => value.TryToDecimal(out decimal exact) ? exact.ToString(CultureInfo.InvariantCulture) : value.ToString();

    private static string Day(int day) => DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

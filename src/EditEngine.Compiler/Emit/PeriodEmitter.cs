using System.Globalization;
using EditEngine.Evaluation.Compiled;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Compiler.Emit;

/// <summary>C# of periods: a <c>long</c> of months and days, never none.</summary>
internal sealed class PeriodEmitter(Emission emission)
{
    /// <summary>A period; null where it has no text of its own, or may be none.</summary>
    public EmittedValue? Of(Expression period) => period switch
    {
        ConstantValue { Value: string text } => OfText(text),
        UniqueValue unique => Of(unique.Value),
        Choice { Branches: [.., { Condition: null }] } choice => emission.Choices.Of(choice, "long", "0L", Of),
        _ => null,
    };

    private EmittedValue? OfText(string text)
    {
        string[] parts = text.Split(' ');
        return parts is [string number, "days" or "months"] && int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int count)
            ? new(emission.Row.Number(KnownValues.PeriodOf(parts[1] == "days" ? Period.OfDays(count) : Period.OfMonths(count))), false)
            : null;
    }
}

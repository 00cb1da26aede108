using System.Globalization;

namespace EditEngine.Outcomes;

/// <summary>What a line is paid for, in words, where that is not what was billed.</summary>
internal static class LineAmounts
{
    /// <summary>What is not as billed: units, percent, code, modifiers, in this order; nothing of a line that is denied as a whole.</summary>
    public static IEnumerable<string> Of(LineResult line)
    {
        if (line is { Status: LineDecision.Deny or LineDecision.Reject or LineDecision.Return, AllowedUnits: null or 0 })
        {
            yield break;
        }

        if (line.AllowedUnits is not null && line.AllowedUnits != line.BilledUnits)
        {
            yield return Units(line);
        }

        if (line.PayPercent is not (null or 100))
        {
            yield return Percent(line);
        }

        if (!line.Procedure.IsMissing)
        {
            yield return Code(line);
        }

        if (!line.Modifiers.IsDefault)
        {
            yield return line.Modifiers.IsEmpty ? "no modifiers left" : $"modifiers {string.Join(", ", line.Modifiers)}";
        }
    }

    /// <summary><c>1 of 3 units allowed</c>; units that are not there are none.</summary>
    public static string Units(LineResult line) =>
        string.Create(CultureInfo.InvariantCulture, $"{line.AllowedUnits ?? 0:0.####} of {line.BilledUnits ?? 0:0.####} units allowed");

    /// <summary><c>50% paid</c>; 100% where nothing is said of it.</summary>
    public static string Percent(LineResult line) => string.Create(CultureInfo.InvariantCulture, $"{line.PayPercent ?? 100:0.####}% paid");

    /// <summary><c>replaced with 99212</c>.</summary>
    public static string Code(LineResult line) => line.Procedure.IsMissing ? "code not replaced" : $"replaced with {line.Procedure}";
}

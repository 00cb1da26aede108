using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EditEngine.Codes;
using EditEngine.Compiler.Symbols;

namespace EditEngine.Compiler.Binding;

/// <summary>Constants in the form that a fingerprint is taken of: sets by what is in them, in one order.</summary>
/// <param name="longSets">Hashes of the sets that are not written out, by set: many edits can name one.</param>
internal sealed class ConstantFingerprint(Dictionary<CodeSet, string> longSets)
{
    // A code table has a hundred thousand intervals.
    private const int MostWritten = 1_000;

    public string Of(Constant constant) => constant switch
    {
        NumberConstant number => FingerprintText.Number(number.Value),
        DateConstant date => FingerprintText.Day(date.DayNumber),
        PeriodConstant period => $"{FingerprintText.Number(period.Days)}d{FingerprintText.Number(period.Months)}m",
        CodeConstant code => $"{CodeSystemNames.NameOf(code.Value.System)} {FingerprintText.Quoted(code.Value.ToPlainText())}",
        TextConstant text => FingerprintText.Quoted(text.Value),
        YesNoConstant yesNo => FingerprintText.YesNo(yesNo.Value),
        NoneConstant => "none",
        CodeSetConstant set => Of(set.Set),
        TextSetConstant set => $"{{{FingerprintText.Quoted(set.Texts.Order(StringComparer.Ordinal))} | {FingerprintText.Quoted(set.Prefixes.Order(StringComparer.Ordinal))}}}",
        NumberSetConstant set => $"{{{string.Join(' ', set.Numbers.Select(FingerprintText.Number).Distinct().Order(StringComparer.Ordinal))}}}",
        _ => throw new UnreachableException($"There is no form for {constant.GetType()}."),
    };

    /// <summary>The value of a parameter from each day on.</summary>
    public string Of(ImmutableArray<ParameterValue> values) => string.Join(' ', values.Select(one => $"{FingerprintText.Day(one.FromDay)}:{Of(one.Value)}"));

    // A code is its number: that of its system, then its eleven signs to the base of 37.
    private string Of(CodeSet set)
    {
        if (set.Intervals.Length <= MostWritten)
        {
            return Written(set);
        }

        if (!longSets.TryGetValue(set, out string? hash))
        {
            hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Written(set))));
            longSets.Add(set, hash);
        }

        return hash;
    }

    private static string Written(CodeSet set) =>
        $"{{{string.Join(' ', set.Intervals.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.First}-{one.Last}:{FingerprintText.Day(one.FromDay)}:{FingerprintText.Day(one.ThroughDay)}")))}}}";
}

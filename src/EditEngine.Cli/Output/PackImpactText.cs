using System.Collections.Immutable;
using System.Globalization;
using EditEngine.Analysis.Reference;
using EditEngine.Codes;
using EditEngine.Formats;

namespace EditEngine.Cli.Output;

/// <summary>What of a pack the changes concern, for people.</summary>
internal static class PackImpactText
{
    private const int MostCodes = 8;

    public static void Write(TextWriter output, string pack, PackImpact impact, int most)
    {
        output.WriteLine($"pack {pack} reads it as: {(impact.Tables.IsEmpty ? "-" : string.Join(", ", impact.Tables))}");
        Part(output, "edits that read it", impact.Readers, most);
        Part(output, "code sets with changed codes", impact.Sets, most);
        Part(output, "edits that write changed codes down", impact.Literals, most);
        Part(output, "tests that bill changed codes", impact.Tests, most);
    }

    private static void Part(TextWriter output, string title, ImmutableArray<ImpactedPart> parts, int most)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{title}: {parts.Length:#,0}"));
        foreach (ImpactedPart part in parts.Take(most))
        {
            output.WriteLine(EscapedText.Of($"  {part.Place}: {part.What}{Codes(part.Codes)}"));
        }

        if (parts.Length > most)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  … and {parts.Length - most:#,0} more"));
        }
    }

    private static string Codes(ImmutableArray<Code> codes)
    {
        string rest = codes.Length > MostCodes ? string.Create(CultureInfo.InvariantCulture, $" and {codes.Length - MostCodes:#,0} more") : "";
        return codes.IsEmpty ? "" : $": {string.Join(", ", codes.Take(MostCodes))}{rest}";
    }
}

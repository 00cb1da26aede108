using System.Globalization;
using EditEngine.Codes;

namespace EditEngine.Compiler.Symbols;

/// <summary>What a text that is no code of its system was probably meant to be.</summary>
internal static class CodeMend
{
    /// <summary>A sentence that says how to write it; null where nothing is near.</summary>
    public static string? Of(CodeSystem system, string text) =>
        Likely(system, text) is { } code ? $"Did you mean {code}?" : Ranged(system, text) ?? Prefixed(system, text) ?? Modified(system, text);

    /// <summary>The same for a cell of a file, which holds one code.</summary>
    public static string? OfCell(CodeSystem system, string text) =>
        Likely(system, text) is { } code ? $"Did you mean {code}?"
        : Ranged(system, text) is not null || Prefixed(system, text) is not null ? "A cell holds one code: write ranges in braces, as 'codes @NAME : procedure = { 99213-99215 }'." : null;

    private static string? Likely(CodeSystem system, string text) =>
        Candidates(system, text.Trim()).FirstOrDefault(candidate => candidate != text && Code.From(system, candidate).FitsPattern);

    // Leading zeros that a spreadsheet lost, dots at the end, the letter O for a zero.
    private static IEnumerable<string> Candidates(CodeSystem system, string text)
    {
        yield return text;
        yield return text.TrimEnd('.');
        if (text.Length > 0 && text.All(char.IsAsciiDigit))
        {
            int width = system switch
            {
                CodeSystem.Revenue => 4,
                CodeSystem.Drg => 3,
                CodeSystem.PlaceOfService or CodeSystem.Modifier or CodeSystem.DischargeStatus or CodeSystem.Condition or CodeSystem.Occurrence or CodeSystem.Value => 2,
                _ => 0,
            };
            if (text.Length == width - 1)
            {
                yield return text.PadLeft(width, '0');
            }

            if (system == CodeSystem.BillType && text.Length == 4 && text[0] == '0')
            {
                yield return text[1..];
            }
        }

        if (system is CodeSystem.Procedure or CodeSystem.Revenue)
        {
            yield return text.Replace('O', '0').Replace('o', '0');
        }
    }

    private static string? Ranged(CodeSystem system, string text) =>
        text.Split('-') is [var from, var to] && from.Length == to.Length && Code.From(system, from).FitsPattern && Code.From(system, to).FitsPattern
            ? $"Write 'in {{ {text} }}' for a range."
            : null;

    private static string? Prefixed(CodeSystem system, string text) =>
        text.Length > 1 && text[^1] is '%' or '*' && Code.Subtree(system, text.AsSpan(0, text.Length - 1)) is not null ? $"Write 'in {{ {text[..^1]}* }}' for all that begin so." : null;

    private static string? Modified(CodeSystem system, string text) =>
        system == CodeSystem.Procedure && text.Split('-') is [var code, { Length: 2 } modifier] && Code.From(system, code).FitsPattern
            ? string.Create(CultureInfo.InvariantCulture, $"Write {code}, and ask for the modifier by itself, as in 'v has modifier {modifier}'.")
            : null;
}

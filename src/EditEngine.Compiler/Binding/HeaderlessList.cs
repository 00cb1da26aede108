using EditEngine.Codes;
using EditEngine.Compiler.Syntax;

namespace EditEngine.Compiler.Binding;

/// <summary>Lists of codes whose first line is no header but a code: the line is a row, and nothing of the list is lost.</summary>
internal static class HeaderlessList
{
    // Titles that have the pattern of some systems of short codes, whose codes they are not.
    private static readonly string[] Titles = ["code", "codes", "carc", "rarc", "mod", "mods", "rev", "pos", "tob", "drg", "cpt", "ndc", "dx1", "id", "value", "list"];

    // What writers call columns of codes of two letters; each is a modifier, a condition or a state as well.
    private static readonly string[] TitlesLikeCodes = ["CC", "DX", "MD", "MO", "OC", "PX", "ST", "VC"];

    /// <summary>True where the first line may be either: a code without a digit that is also a usual title, or is not written as codes are.</summary>
    public static bool IsDoubtful(CsvRows rows, CodeFileSyntax syntax, CodeSystem system) => HasCodeFirst(rows, syntax, system) && rows.Header[0] is var first && !first.Any(char.IsAsciiDigit)
        && (first.Any(char.IsAsciiLetterLower) || TitlesLikeCodes.Contains(first, StringComparer.Ordinal));

    /// <summary>The rows; the first line among them where it is a code.</summary>
    public static CsvRows RowsOf(CsvRows rows, CodeFileSyntax syntax, CodeSystem system) => !HasCodeFirst(rows, syntax, system) ? rows : rows with
    {
        Header = [.. rows.Header.Select((_, i) => i == 0 ? "code" : "")],
        Rows = [new CsvRow(1, [.. rows.Header]), .. rows.Rows],
    };

    // Where the rules name a column, the header has it.
    private static bool HasCodeFirst(CsvRows rows, CodeFileSyntax syntax, CodeSystem system) =>
        syntax is { Column: null, DatedFrom: null, DatedThrough: null } && Code.From(system, rows.Header[0]).FitsPattern
        && !Titles.Contains(rows.Header[0], StringComparer.OrdinalIgnoreCase);
}

using System.Globalization;
using EditEngine.Codes;
using EditEngine.Compiler.Symbols;
using EditEngine.Tables;

namespace EditEngine.Compiler.Binding;

/// <summary>Types of columns, facts and parameters by their names in rule text, and the cells they take.</summary>
internal static class ColumnTypes
{
    /// <summary>Names of types beside those of code systems.</summary>
    public static readonly string[] Names = ["number", "units", "money", "percent", "days", "months", "years", "date", "text", "code", "state", "yes or no", "statistic", "score"];

    /// <summary>The type of a name, or null.</summary>
    public static LanguageType? Find(string name) => name switch
    {
        "number" or "years" => LanguageType.Number,
        "units" => LanguageType.Units,
        "money" => LanguageType.Money,
        "percent" => LanguageType.Percent,
        "days" or "months" => LanguageType.Period,
        "date" => LanguageType.Date,
        "text" => LanguageType.Text,
        "code" or "state" => LanguageType.WordOf(name),
        "yes or no" => LanguageType.YesNo,
        "statistic" => LanguageType.Number with { Taint = "a peer statistic" },
        "score" => LanguageType.Number with { Taint = "a score" },
        _ => CodeSystemNames.TryFind(name, out CodeSystem system) ? LanguageType.CodeOf(system) : null,
    };

    /// <summary>The type of a column's name, or null: a category stands in tables only.</summary>
    public static LanguageType? OfColumn(string name) => name == "category" ? LanguageType.Category : Find(name);

    /// <summary>The type of a fact's name, or null: spans of days are facts only.</summary>
    public static LanguageType? OfFact(string name) => name == "spans" ? LanguageType.ListOf(ThingKinds.Span) : Find(name);

    /// <summary>How a table keeps a type.</summary>
    public static ColumnType StoredAs(LanguageType type) => type.Kind switch
    {
        TypeKind.Code or TypeKind.Category => ColumnType.Code,
        TypeKind.Date => ColumnType.Date,
        TypeKind.YesNo => ColumnType.YesNo,
        TypeKind.Number or TypeKind.Units or TypeKind.Money or TypeKind.Percent or TypeKind.Period => ColumnType.Number,
        _ => ColumnType.Text,
    };

    /// <summary>Whether rows can be looked up by a type.</summary>
    public static bool CanBeKey(LanguageType type) =>
        type.Kind == TypeKind.Code || StoredAs(type) is ColumnType.Text || type.Kind is TypeKind.Number or TypeKind.Units or TypeKind.Percent;

    /// <summary>A cell from its text; empty text gives the empty cell.</summary>
    /// <returns>False where the text does not fit.</returns>
    public static bool TryCell(LanguageType type, string text, out TableCell cell)
    {
        cell = default;
        text = text.Trim();
        if (text.Length == 0)
        {
            return true;
        }

        switch (StoredAs(type))
        {
            case ColumnType.Code when type.Kind == TypeKind.Category:
                return TryCategory(text, out cell);
            case ColumnType.Code:
                Code code = Code.From(type.System, text);
                cell = TableCell.Of(code);
                return code.FitsPattern;
            case ColumnType.Date:
                bool isDate = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date);
                cell = TableCell.Of(date);
                return isDate;
            case ColumnType.YesNo:
                bool yes = text is "Y" or "y" or "yes" or "Yes" or "true" or "1";
                cell = TableCell.Of(yes);
                return yes || text is "N" or "n" or "no" or "No" or "false" or "0";
            case ColumnType.Number:
                bool isPercent = type.Kind is TypeKind.Percent or TypeKind.Number && text.EndsWith('%');
                string digits = type.Kind == TypeKind.Money ? text.TrimStart('$').Replace(",", "", StringComparison.Ordinal) : isPercent ? text.TrimEnd('%').TrimEnd() : text;
                if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out decimal number))
                {
                    return false;
                }

                if (type.Kind == TypeKind.Period && (number != decimal.Truncate(number) || Math.Abs(number) > 100_000m))
                {
                    cell = default;
                    return false;
                }

                // A spreadsheet shows 0.5 as 50%.
                return TableCell.TryOf(type.Kind == TypeKind.Number && isPercent ? number / 100m : type.Kind == TypeKind.Money ? number * 100m : number, out cell);
            default:
                cell = TableCell.Of(text);
                return true;
        }
    }

    // E11* and E11 are all that lies under E11; E1*, which is no code, all that begins so.
    private static bool TryCategory(string text, out TableCell cell)
    {
        bool isPrefix = text.EndsWith('*');
        string signs = isPrefix ? text[..^1] : text;
        Code? word = Code.Word(CodeSystem.Diagnosis, signs);
        bool fits = word is not null && (isPrefix ? Code.Subtree(CodeSystem.Diagnosis, signs) is not null : Code.From(CodeSystem.Diagnosis, signs).FitsPattern);
        cell = fits ? TableCell.Of(word!.Value) : default; // Tested above.
        return fits;
    }
}

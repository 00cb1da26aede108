using System.Text;
using EditEngine.Compiler.Symbols;

namespace EditEngine.Compiler.Editing;

/// <summary>What is said of a field, from its row of the table of fields.</summary>
internal static class FieldPage
{
    /// <summary>Its type and what absence means, in a few words.</summary>
    public static string Summary(FieldSymbol field) => $"{TypeOf(field.Type)}; absent: {AbsenceOf(field)}";

    /// <summary>The page, in Markdown.</summary>
    public static string Of(FieldSymbol field)
    {
        ArgumentNullException.ThrowIfNull(field);
        StringBuilder page = new StringBuilder("**").Append(field.Name).Append("** of a ").Append(ThingNames.NameOf(field.Owners)).Append(": ").Append(TypeOf(field.Type)).Append("\n\n");
        page.Append(field.Description).Append("\n\n");
        page.Append("- absent: ").Append(AbsenceOf(field)).Append(MeaningOf(field.Absence)).Append('\n');
        if (field.Row.Source.Length > 0)
        {
            page.Append("- X12 005010: ").Append(field.Row.Source).Append('\n');
        }

        if (field.Member.Length > 0)
        {
            page.Append("- JSON: `").Append(field.Member).Append("`\n");
        }

        if (field.Type.Taint is string taint)
        {
            page.Append("- it is ").Append(taint).Append(": what reads it may only pend or review\n");
        }

        return page.ToString();
    }

    /// <summary>A type in a few words, with those of a closed list.</summary>
    public static string TypeOf(LanguageType type) =>
        type.Words is { Words.IsEmpty: false } list ? $"{type} ({string.Join(", ", list.Words)})" : type.ToString();

    private static string AbsenceOf(FieldSymbol field) => field.Absence switch
    {
        Absence.Never => "cannot be",
        Absence.Missing => "missing",
        Absence.None => "none",
        Absence.Empty => "empty",
        _ => "derived",
    };

    private static string MeaningOf(Absence absence) => absence switch
    {
        Absence.Never => "",
        Absence.Missing => ", the fact was not given: what asks for it is unknown",
        Absence.None => ", there is no such thing",
        Absence.Empty => ", the list has nothing in it",
        _ => ", it follows from other facts",
    };
}

using System.Globalization;
using System.Text;
using EditEngine.Compiler.Symbols;

namespace EditEngine.Tests.Docs;

/// <summary>The page of fields, made from the table that all read them by.</summary>
internal static class FieldsPage
{
    private static readonly ThingKinds[] Chapters =
    [
        ThingKinds.Claim, ThingKinds.Patient, ThingKinds.Provider, ThingKinds.Certificate, ThingKinds.Line | ThingKinds.History, ThingKinds.History, ThingKinds.Drug,
        ThingKinds.Diagnosis, ThingKinds.Procedure, ThingKinds.Occurrence, ThingKinds.ValueCode, ThingKinds.Authorization, ThingKinds.Span, ThingKinds.Suggestion, ThingKinds.Evidence,
    ];

    public static string Text()
    {
        StringBuilder page = new();
        page.Append("# Fields\n\nMade from the table of fields: `EDITS_BASELINE=write dotnet test` writes it anew.\n\n");
        page.Append("`THING.FIELD` reads a field, as `v.units` or `claim.received`. The member is where a claim in JSON has it ([schema](schema/claim.schema.json)), the column of X12 where a claim in X12 does.\n");
        page.Append("What absence means: **missing**: the fact was not given, and what asks for it is unknown; **none**: there is no such thing; **empty**: the list has\n");
        page.Append("nothing in it; **derived**: it follows from other facts; **cannot be**: it is always there. More in [Missing data](language.md#missing-data).\n");
        foreach (IGrouping<ThingKinds, FieldSymbol> chapter in FieldSymbols.All.GroupBy(field => field.Owners).OrderBy(one => IndexOf(one.Key)))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {TitleOf(chapter.Key)}\n\n| field | type | member | X12 005010 | absent | |\n|---|---|---|---|---|---|\n");
            foreach (FieldSymbol field in chapter)
            {
                page.Append(CultureInfo.InvariantCulture, $"| `{field.Name}` | {TypeOf(field.Type)} | `{field.Member}` | {field.Row.Source} | {AbsenceOf(field.Absence)} | {field.Description} |\n");
            }
        }

        return page.ToString();
    }

    private static int IndexOf(ThingKinds kinds)
    {
        int index = Array.IndexOf(Chapters, kinds);
        return index < 0 ? Chapters.Length : index;
    }

    private static string TitleOf(ThingKinds kinds)
    {
        string[] names = [.. Enum.GetValues<ThingKinds>().Where(kind => kind != ThingKinds.None && (kinds & kind) != 0).Select(ThingNames.NameOf)];
        string title = string.Join(" and ", names);
        return char.ToUpperInvariant(title[0]) + title[1..];
    }

    private static string TypeOf(LanguageType type)
    {
        string words = type.Words is { Words.IsEmpty: false } list ? ": " + string.Join(", ", list.Words) : "";
        string text = type.ToString();
        text = text.StartsWith("a ", StringComparison.Ordinal) ? text[2..] : text.StartsWith("an ", StringComparison.Ordinal) ? text[3..] : text;
        return text + words;
    }

    private static string AbsenceOf(Absence absence) => absence switch
    {
        Absence.Never => "cannot be",
        Absence.Missing => "missing",
        Absence.None => "none",
        Absence.Empty => "empty",
        _ => "derived",
    };
}

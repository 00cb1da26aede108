using System.Globalization;
using System.Text.Json;
using EditEngine.Analysis.Reference;
using EditEngine.Compiler.Binding;
using EditEngine.Diagnostics;

namespace EditEngine.Cli.Output;

/// <summary>What a check finds, and what a pack holds, for a program: an editor that offers fixes, a list of edits by owner or tag.</summary>
internal static class CheckJson
{
    /// <summary>One object.</summary>
    /// <param name="pack">The pack; null where a mistake keeps it from running.</param>
    /// <param name="disabled">Base edits that it has switched off.</param>
    /// <param name="problems">In the order in which they are told.</param>
    public static string Of(BoundPack? pack, IEnumerable<DisabledEdit> disabled, IReadOnlyCollection<Diagnostic> problems)
    {
        return PrintedJson.Of(json =>
        {
            json.WriteStartObject();
            if (pack is not null)
            {
                Pack(json, pack, disabled);
            }

            json.WriteStartArray("problems");
            foreach (Diagnostic problem in problems)
            {
                Problem(json, problem);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static void Pack(Utf8JsonWriter json, BoundPack pack, IEnumerable<DisabledEdit> disabled)
    {
        json.WriteString("pack", pack.Name);
        json.WriteString("version", pack.Version);
        json.WriteString("hash", PackFingerprint.HashOf(pack));
        json.WriteStartArray("edits");
        foreach (BoundEdit edit in pack.Edits)
        {
            Edit(json, edit);
        }

        json.WriteEndArray();
        json.WriteStartArray("disabled");
        foreach (DisabledEdit one in disabled)
        {
            json.WriteStartObject();
            json.WriteString("edit", one.Edit);
            Text(json, "for", one.Scope);
            Text(json, "from", DayOf(one.FromDay));
            Text(json, "because", one.Because);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Edit(Utf8JsonWriter json, BoundEdit edit)
    {
        json.WriteStartObject();
        json.WriteString("id", edit.Id);
        json.WriteString("title", edit.Title);
        json.WriteString("pack", edit.PackName);
        json.WriteString("phase", edit.Phase);
        Text(json, "owner", edit.Owner);
        if (!edit.Tags.IsEmpty)
        {
            json.WriteStartArray("tags");
            foreach (string tag in edit.Tags)
            {
                json.WriteStringValue(tag);
            }

            json.WriteEndArray();
        }

        if (edit.Deprecated is Deprecation deprecated)
        {
            json.WriteString("deprecatedSince", DayOf(deprecated.SinceDay));
            Text(json, "use", deprecated.Use);
        }

        json.WriteEndObject();
    }

    private static void Problem(Utf8JsonWriter json, Diagnostic problem)
    {
        json.WriteStartObject();
        json.WriteString("id", problem.Id);
        json.WriteString("severity", problem.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" });
        json.WriteString("message", problem.Message);
        if (problem.Place is SourceSpan span)
        {
            Place(json, span);
        }
        else
        {
            Text(json, "place", problem.Place?.ToString());
        }

        if (problem.Fix is Fix fix)
        {
            json.WriteStartObject("fix");
            json.WriteString("title", fix.Title);
            Place(json, fix.Span);
            json.WriteString("newText", fix.NewText);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Place(Utf8JsonWriter json, SourceSpan span)
    {
        json.WriteString("file", span.File);
        json.WriteNumber("line", span.Line);
        json.WriteNumber("column", span.Column);
        json.WriteNumber("start", span.Start);
        json.WriteNumber("length", span.Length);
    }

    private static void Text(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static string? DayOf(int? day) => day is int number ? DateOnly.FromDayNumber(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}

using EditEngine.Codes;
using EditEngine.Compiler.Editing;
using EditEngine.Compiler.Symbols;
using EditEngine.Diagnostics;

namespace EditEngine.Cli.Output;

/// <summary>Code sets for a program.</summary>
internal static class SetJson
{
    /// <summary>The text, without a line feed at its end.</summary>
    /// <param name="sets">The sets.</param>
    /// <param name="on">Only what they hold on this day; null: on any.</param>
    /// <param name="written">How one is declared, and where.</param>
    public static string Of(IEnumerable<CodeSetSymbol> sets, DateOnly? on, Func<CodeSetSymbol, (SourceSpan Place, string Text)?> written) => PrintedJson.Of(json =>
    {
        json.WriteStartArray();
        foreach (CodeSetSymbol set in sets)
        {
            json.WriteStartObject();
            json.WriteString("name", set.Name);
            json.WriteString("system", CodeSystemNames.NameOf(set.System));
            json.WriteBoolean("dated", set.Set.IsDated);
            if (written(set) is (SourceSpan place, string text))
            {
                json.WriteString("file", place.File);
                json.WriteNumber("line", place.Line);
                json.WriteString("declaration", text);
            }

            json.WriteStartArray("holds");
            foreach (CodeInterval interval in SetText.Held(set, on))
            {
                json.WriteStartObject();
                json.WriteString("codes", SetPage.IntervalText(interval with { FromDay = int.MinValue, ThroughDay = int.MaxValue }));
                if (interval.FromDay != int.MinValue)
                {
                    json.WriteString("from", DayText.Of(interval.FromDay));
                }

                if (interval.ThroughDay != int.MaxValue)
                {
                    json.WriteString("through", DayText.Of(interval.ThroughDay));
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}

using System.Globalization;
using System.Text;
using EditEngine.Codes;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;

namespace EditEngine.Compiler.Editing;

/// <summary>What is said of a code: on which days it is valid, and which sets, tables and edits of the pack hold it.</summary>
internal static class CodePage
{
    private const int MostShown = 12;

    /// <summary>The page, in Markdown.</summary>
    public static string Of(EditingPack pack, Code code)
    {
        ArgumentNullException.ThrowIfNull(pack);
        StringBuilder page = new StringBuilder("**").Append(code).Append("**: a ").Append(CodeSystemNames.NameOf(code.System)).Append(" code\n\n");
        Valid(page, pack.Symbols, code);
        CodeSetSymbol[] sets = [.. pack.Symbols.CodeSets.Values.Where(set => set.Set.DaysOf(code.Packed).Any()).OrderBy(set => set.Name, StringComparer.Ordinal)];
        List(page, "sets", sets.Select(set => $"@{set.Name}{Dated(set, code)}"));
        foreach (TableSymbol table in pack.Symbols.Tables.Values.OrderBy(table => table.Name, StringComparer.Ordinal))
        {
            int[] rows = [.. CodeRows.Of(table, code)];
            foreach (int row in rows.Take(3))
            {
                page.Append("- @").Append(table.Name).Append(": ").Append(TablePage.RowText(table, row)).Append('\n');
            }

            if (rows.Length > 3)
            {
                page.Append(CultureInfo.InvariantCulture, $"- @{table.Name}: {rows.Length - 3} rows more\n");
            }
        }

        List(page, "edits", EditsOf(pack, code, [.. sets.Select(set => set.Name)]));
        return page.ToString();
    }

    private static void Valid(StringBuilder page, PackSymbols symbols, Code code)
    {
        if (symbols.CodeTables.GetValueOrDefault(code.System) is not CodeTableSymbol table || !table.Untold.IsEmpty)
        {
            return;
        }

        CodeInterval[] days = [.. table.Codes.DaysOf(code.Packed)];
        page.Append("- ").Append(days.Length == 0 ? "not in the code table" : "valid " + string.Join(", ", days.Select(one => DayText.Of(one.FromDay, one.ThroughDay)))).Append('\n');
    }

    private static string Dated(CodeSetSymbol set, Code code)
    {
        CodeInterval[] days = [.. set.Set.DaysOf(code.Packed)];
        return days is [{ FromDay: int.MinValue, ThroughDay: int.MaxValue }] ? "" : $" ({string.Join(", ", days.Select(one => DayText.Of(one.FromDay, one.ThroughDay)))})";
    }

    private static void List(StringBuilder page, string what, IEnumerable<string> names)
    {
        string[] all = [.. names];
        if (all.Length > 0)
        {
            page.Append("- ").Append(what).Append(": ").Append(string.Join(", ", all.Take(MostShown))).Append(all.Length > MostShown ? string.Create(CultureInfo.InvariantCulture, $" and {all.Length - MostShown} others") : "").Append('\n');
        }
    }

    /// <summary>Ids of the edits that ask for a code, by its text or by a set that holds it.</summary>
    public static IEnumerable<string> EditsOf(EditingPack pack, Code code, IReadOnlyCollection<string> sets)
    {
        string text = code.ToString();
        return from part in pack.Parts
               where part.Declaration.Syntax is EditSyntax
               let edit = (EditSyntax)part.Declaration.Syntax
               where Asks(part, edit, text, code, sets)
               select edit.Id.Text;
    }

    private static bool Asks(FilePart part, EditSyntax edit, string text, Code code, IReadOnlyCollection<string> sets)
    {
        foreach (ClauseSyntax clause in edit.Clauses.Where(clause => clause is WhenSyntax or UnlessSyntax or LetSyntax or ForEachSyntax or ThenSyntax or AlsoSyntax))
        {
            ReadOnlySpan<char> written = part.Source.Text.AsSpan(clause.Span.Start, clause.Span.Length);
            if (Holds(written, text) || (written.Contains('-') && InRange(written, code)))
            {
                return true;
            }

            foreach (string set in sets)
            {
                if (HoldsName(written, set))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool HoldsName(ReadOnlySpan<char> written, string set)
    {
        int at = written.IndexOf("@" + set);
        return at >= 0 && (at + set.Length + 1 == written.Length || !(char.IsAsciiLetterOrDigit(written[at + set.Length + 1]) || written[at + set.Length + 1] == '_'));
    }

    private static bool Holds(ReadOnlySpan<char> written, string text)
    {
        for (int at = written.IndexOf(text); at >= 0;)
        {
            bool isWhole = (at == 0 || !char.IsAsciiLetterOrDigit(written[at - 1])) && (at + text.Length == written.Length || !char.IsAsciiLetterOrDigit(written[at + text.Length]));
            if (isWhole)
            {
                return true;
            }

            int next = written[(at + 1)..].IndexOf(text);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    // 99202-99215 holds 99213.
    private static bool InRange(ReadOnlySpan<char> written, Code code)
    {
        foreach (System.Text.RegularExpressions.ValueMatch match in Range.EnumerateMatches(written))
        {
            ReadOnlySpan<char> range = written.Slice(match.Index, match.Length);
            int hyphen = range.IndexOf('-');
            Code first = Code.From(code.System, range[..hyphen]);
            Code last = Code.From(code.System, range[(hyphen + 1)..]);
            if (first.FitsPattern && last.FitsPattern && first <= code && code <= last && first.Length == code.Length)
            {
                return true;
            }
        }

        return false;
    }

    private static readonly System.Text.RegularExpressions.Regex Range = new(@"[A-Z0-9.]+-[A-Z0-9.]+", System.Text.RegularExpressions.RegexOptions.CultureInvariant);
}

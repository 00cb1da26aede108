using EditEngine.Codes;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Tables;

namespace EditEngine.Compiler.Editing;

/// <summary>Codes that a pack knows of: those of its code tables, sets and tables that begin as typed.</summary>
internal static class CodeProposals
{
    private const int MostListed = 200;

    /// <summary>The codes of a system that begin so, with where each is known from.</summary>
    /// <param name="symbols">What the pack declares.</param>
    /// <param name="system">The system.</param>
    /// <param name="typed">What is typed of the code; may be empty.</param>
    public static IEnumerable<Proposal> Of(PackSymbols symbols, CodeSystem system, string typed)
    {
        SortedDictionary<ulong, List<string>> found = [];
        (ulong First, ulong Last)? range = typed.Length == 0 ? (0UL, ulong.MaxValue) : Code.Subtree(system, typed.ToUpperInvariant());
        if (range is not (ulong first, ulong last))
        {
            return [];
        }

        foreach (CodeSetSymbol set in symbols.CodeSets.Values.Where(set => set.System == system))
        {
            Add(found, set.Set, first, last, _ => "@" + set.Name);
        }

        foreach (TableSymbol table in symbols.Tables.Values)
        {
            AddKeys(found, table, system, first, last);
        }

        if (symbols.CodeTables.GetValueOrDefault(system) is CodeTableSymbol codes && codes.Untold.IsEmpty)
        {
            Add(found, codes.Codes, first, last, interval => "valid " + DayText.Of(interval.FromDay, interval.ThroughDay));
        }

        return found.Take(MostListed).Select(one => new Proposal(Code.FromPacked(one.Key).ToString(), ProposalKind.Code, string.Join(", ", one.Value.Distinct(StringComparer.Ordinal))));
    }

    private static void Add(SortedDictionary<ulong, List<string>> found, CodeSet set, ulong first, ulong last, Func<CodeInterval, string> from)
    {
        int added = 0;
        foreach (CodeInterval interval in From(set, first))
        {
            if (interval.First > last || added > MostListed)
            {
                return;
            }

            foreach (Code code in CountedCodes.Of(interval) ?? [Code.FromPacked(interval.First)])
            {
                // The first of all that begin alike need not be a code itself.
                if (code.Packed >= first && code.Packed <= last && Code.From(code.System, code.ToPlainText()).FitsPattern)
                {
                    Say(found, code.Packed, from(interval));
                    added++;
                }
            }
        }
    }

    // From the interval on that may hold the first number.
    private static IEnumerable<CodeInterval> From(CodeSet set, ulong first)
    {
        int low = 0;
        int high = set.Intervals.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = set.Intervals[middle].Last < first ? (middle + 1, high) : (low, middle);
        }

        for (; low < set.Intervals.Length; low++)
        {
            yield return set.Intervals[low];
        }
    }

    private static void AddKeys(SortedDictionary<ulong, List<string>> found, TableSymbol table, CodeSystem system, ulong first, ulong last)
    {
        if (table.Table is not Table rows || table.Columns is not [{ Type: { Kind: TypeKind.Code } key, Index: 0 }, ..] || key.System != system)
        {
            return;
        }

        // Rows are sorted by their first key.
        int low = 0;
        int high = rows.RowCount;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = rows.GetKey(middle, 0) < first ? (middle + 1, high) : (low, middle);
        }

        for (int added = 0; low < rows.RowCount && added <= MostListed && rows.GetKey(low, 0) <= last; low++)
        {
            if (rows.GetKey(low, 0) is not 0)
            {
                Say(found, rows.GetKey(low, 0), "@" + table.Name);
                added++;
            }
        }
    }

    private static void Say(SortedDictionary<ulong, List<string>> found, ulong code, string from)
    {
        if (!found.TryGetValue(code, out List<string>? known))
        {
            found.Add(code, known = []);
        }

        known.Add(from);
    }
}

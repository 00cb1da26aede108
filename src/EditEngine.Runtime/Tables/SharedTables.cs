using System.Collections.Immutable;

namespace EditEngine.Tables;

/// <summary>The tables of files that the process holds, by the hash of their bytes: two packs that read the same file share one. Held weakly: a table goes when no pack has it.</summary>
internal static class SharedTables
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, WeakReference<Table>> Tables = new(StringComparer.Ordinal);

    /// <summary>True where a table has the same header: its file is then worth hashing.</summary>
    public static bool MayHold(ReadOnlySpan<byte> header)
    {
        foreach (Table table in Living())
        {
            if (table.HasHeader(header))
            {
                return true;
            }
        }

        return false;
    }

    public static Table? Find(string hash)
    {
        lock (Gate)
        {
            return Tables.TryGetValue(hash, out WeakReference<Table>? held) && held.TryGetTarget(out Table? table) ? table : null;
        }
    }

    /// <summary>The table to use for these bytes: another thread may have come first.</summary>
    public static Table Share(string hash, Table table)
    {
        lock (Gate)
        {
            if (Find(hash) is Table first)
            {
                return first;
            }

            foreach (string gone in Tables.Where(one => !one.Value.TryGetTarget(out _)).Select(one => one.Key).ToList())
            {
                Tables.Remove(gone);
            }

            Tables[hash] = new WeakReference<Table>(table);
            return table;
        }
    }

    private static ImmutableArray<Table> Living()
    {
        lock (Gate)
        {
            return [.. Tables.Values.Select(held => held.TryGetTarget(out Table? table) ? table : null).OfType<Table>()];
        }
    }
}

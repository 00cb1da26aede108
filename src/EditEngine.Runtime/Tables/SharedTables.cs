namespace EditEngine.Tables;

/// <summary>
/// The tables of files that the process holds: two packs that read files of the same content share one. Tables are told apart by content hash and checksum first, and then
/// byte by byte, for a file may claim another's hash. Held weakly: a table goes when no pack has it.
/// </summary>
internal static class SharedTables
{
    private static readonly Lock Gate = new();
    private static readonly List<WeakReference<Table>> Tables = [];

    /// <summary>The table of a file's content, where the process holds it.</summary>
    /// <param name="header">How the file begins.</param>
    /// <param name="file">Read from its start.</param>
    public static Table? Find(ReadOnlySpan<byte> header, Stream file)
    {
        foreach (Table table in Living())
        {
            file.Position = 0;
            if (table.Header.SequenceEqual(header) && table.HasContentOf(file))
            {
                return table;
            }
        }

        return null;
    }

    /// <summary>The table to use: another thread may have come first with the same.</summary>
    public static Table Share(Table table)
    {
        foreach (Table other in Living())
        {
            if (other.Header.SequenceEqual(table.Header) && other.HasContentOf(table))
            {
                return other;
            }
        }

        lock (Gate)
        {
            Tables.RemoveAll(held => !held.TryGetTarget(out _));
            Tables.Add(new WeakReference<Table>(table));
        }

        return table;
    }

    private static List<Table> Living()
    {
        lock (Gate)
        {
            return [.. Tables.Select(held => held.TryGetTarget(out Table? table) ? table : null).OfType<Table>()];
        }
    }
}

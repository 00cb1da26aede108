namespace EditEngine.Formats.Cms;

/// <summary>Releases whose rows say their own days: the later release is right, and what it no longer has has ended.</summary>
internal static class DatedSeries
{
    private const int Superseded = int.MinValue;

    /// <param name="releases">In the order of time.</param>
    /// <param name="lastDays">The last day that each speaks of.</param>
    /// <param name="undated">First day of rows that say none.</param>
    /// <param name="hasVersions">Rows of a key in one release are versions: each ends where the next begins.</param>
    public static List<DatedRow> Join(FoundRows[] releases, int[] lastDays, int undated, bool hasVersions)
    {
        var rows = new List<DatedRow>();
        var known = new Dictionary<string, List<DatedRow>>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < releases.Length; i++)
        {
            FoundRows file = releases[i];
            var before = known;
            known = new Dictionary<string, List<DatedRow>>(StringComparer.OrdinalIgnoreCase);
            foreach (FoundRow row in file.Rows)
            {
                var dated = new DatedRow(row, file.File, file.Release?.Name) { From = row.From == int.MinValue ? undated : row.From, Through = row.Through };
                foreach (DatedRow earlier in before.GetValueOrDefault(row.Key, []))
                {
                    EndBefore(earlier, dated);
                }

                rows.Add(dated);
                if (!known.TryGetValue(row.Key, out List<DatedRow>? same))
                {
                    known[row.Key] = same = [];
                }

                same.Add(dated);
            }

            if (hasVersions)
            {
                EndVersions(known);
            }

            EndMissing(before, known, i > 0 ? lastDays[i - 1] : int.MaxValue);
        }

        rows.RemoveAll(row => row.Through == Superseded);
        return rows;
    }

    private static void EndVersions(Dictionary<string, List<DatedRow>> known)
    {
        foreach (List<DatedRow> versions in known.Values.Where(versions => versions.Count > 1))
        {
            DatedRow[] inTime = [.. versions.OrderBy(version => version.From)];
            for (int i = 1; i < inTime.Length; i++)
            {
                if (inTime[i - 1].From < inTime[i].From)
                {
                    EndBefore(inTime[i - 1], inTime[i]);
                }
            }
        }
    }

    private static void EndBefore(DatedRow earlier, DatedRow later)
    {
        if (earlier.From == later.From)
        {
            earlier.Through = Superseded;
        }
        else if (earlier.From < later.From && earlier.Through >= later.From)
        {
            earlier.Through = later.From - 1;
        }
    }

    private static void EndMissing(Dictionary<string, List<DatedRow>> before, Dictionary<string, List<DatedRow>> known, int lastDay)
    {
        foreach ((string key, List<DatedRow> earlier) in before)
        {
            if (!known.TryGetValue(key, out List<DatedRow>? same))
            {
                foreach (DatedRow row in earlier.Where(row => row.Through > lastDay))
                {
                    row.Through = Math.Max(lastDay, row.From - 1); // one that was to begin after it never did
                }
            }
        }
    }
}

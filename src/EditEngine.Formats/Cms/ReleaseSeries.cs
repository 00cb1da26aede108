using System.Globalization;
using EditEngine.Tables;

namespace EditEngine.Formats.Cms;

/// <summary>Rows on their way into a table, with the days its releases give them.</summary>
/// <param name="Found">The row as read.</param>
/// <param name="File">Its file.</param>
/// <param name="Release">Name of the release it was first seen in.</param>
internal sealed record DatedRow(FoundRow Found, string File, string? Release)
{
    public int From { get; set; }

    public int Through { get; set; }
}

/// <summary>Joins releases in time. Rows without days of their own hold as long as their release; a row that stays the same is one row.</summary>
internal static class ReleaseSeries
{
    /// <summary>Adds the rows of all releases.</summary>
    /// <returns>How many rows say what a row of another release says.</returns>
    public static long AddTo(TableBuilder builder, ImportRun run, Layout layout, IReadOnlyList<FoundRows> files)
    {
        FoundRows[] releases = [.. files.OrderBy(file => file.Release?.From ?? int.MinValue)];
        if (!AreKnownApart(run, layout, releases))
        {
            return 0;
        }

        int[] lastDays = [.. releases.Select((file, i) => LastDay(run, layout, file, i + 1 < releases.Length ? releases[i + 1] : null))];
        List<DatedRow> rows = layout.RowsAreDated ? DatedSeries.Join(releases, lastDays, Undated(run, releases), layout.HasVersions) : JoinUndated(releases, lastDays);
        foreach (DatedRow row in rows)
        {
            builder.AddRow(new RowSource(row.File, row.Found.Line, row.Release ?? run.Options.Release, row.Found.IsAssumed), row.From, row.Through, row.Found.Cells);
        }

        return releases.Sum(release => release.Rows.Count) - rows.Count;
    }

    /// <summary>The first day of rows that say none: the given date, if any. Of several releases it also tells the order.</summary>
    private static int Undated(ImportRun run, FoundRows[] releases) =>
        run.Effective.Take(isAsked: (releases.Length > 1 && run.Effective.DatesFile) || releases.Any(file => file.Rows.Any(row => row.From == int.MinValue))) ?? int.MinValue;

    private static bool AreKnownApart(ImportRun run, Layout layout, FoundRows[] releases)
    {
        bool needed = layout.RowsAreDated ? releases.Length > 1 : layout.ReleaseOf != ReleaseText.None;
        for (int i = 0; i < releases.Length; i++)
        {
            if (needed && releases[i].Release is null)
            {
                run.Fail(CmsDiagnostics.NoEffectiveDate(releases[i].File, layout.Example));
            }
            else if (i > 0 && releases[i].Release is Release release && release.From == releases[i - 1].Release?.From)
            {
                run.Fail(CmsDiagnostics.SameFile(releases[i].File, "release", releases[i - 1].File));
            }
        }

        return !run.HasFailed;
    }

    private static List<DatedRow> JoinUndated(FoundRows[] releases, int[] lastDays)
    {
        var rows = new List<DatedRow>();
        var last = new Dictionary<string, DatedRow>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < releases.Length; i++)
        {
            FoundRows file = releases[i];
            int from = file.Release?.From ?? int.MinValue;
            int through = lastDays[i];
            foreach (FoundRow row in file.Rows)
            {
                DatedRow? before = last.GetValueOrDefault(row.Key);
                if (before is not null && from > int.MinValue && before.Through == from - 1 && before.Found.Rest == row.Rest)
                {
                    before.Through = through;
                    continue;
                }

                var dated = new DatedRow(row, file.File, file.Release?.Name) { From = from, Through = through };
                rows.Add(dated);
                last[row.Key] = dated;
            }
        }

        return rows;
    }

    /// <summary>The day before the next release; where releases are missing between, the last day of this one, and a warning.</summary>
    private static int LastDay(ImportRun run, Layout layout, FoundRows file, FoundRows? next)
    {
        int own = file.Release?.Through ?? int.MaxValue;
        if (next?.Release is not Release following || file.Release is not Release release)
        {
            return own;
        }

        int end = Math.Min(own, layout.LastDay?.Invoke(release) ?? int.MaxValue);
        if (end < following.From - 1)
        {
            run.Report(CmsDiagnostics.ReleaseMissing(Shown(end + 1), Shown(following.From - 1), file.File, next.File, layout.RowsAreDated));
        }

        return Math.Min(end, following.From - 1);
    }

    private static string Shown(int day) => DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

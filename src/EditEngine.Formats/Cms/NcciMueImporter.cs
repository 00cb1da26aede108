using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using EditEngine.Codes;
using EditEngine.Tables;

namespace EditEngine.Formats.Cms;

/// <summary>The NCCI medically unlikely edits: units of a code payable on one day, by setting.</summary>
/// <remarks>
/// Source: CMS, "Medically Unlikely Edits", files <c>MCR_MUE_PractitionerServices_Eff_04-01-2024.csv</c> and the like. The files have no
/// intervals: a release holds from its effective date to the day before the next of its setting, or to the end of its quarter where the next is missing. A value of 0 means not payable.
/// </remarks>
internal static partial class NcciMueImporter
{
    private static readonly ImmutableArray<TableColumn> Columns =
    [
        new("code", ColumnType.Code, CodeSystem.Procedure, IsKey: true),
        new("setting", ColumnType.Text, CodeSystem.None, IsKey: true),
        new("value", ColumnType.Number, CodeSystem.None, IsKey: false),
        new("mai", ColumnType.Number, CodeSystem.None, IsKey: false),
    ];

    /// <summary>Imports any number of releases and settings into a table with keys code and setting and the numbers value and mai.</summary>
    public static TableImport Import(ImmutableArray<TableSource> sources, ImportOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var run = new ImportRun(sources, options);
        var files = new List<MueFile>();
        run.Unpack(Names());
        foreach (TableSource source in run.Files)
        {
            var file = new MueFile(run, source);
            run.ReadSheet(source, MueFile.FormOf, file.ReadRows);
            files.Add(file);
        }

        string name = options.TableName ?? "mue";
        if (run.HasFailed)
        {
            return run.Finish(null, name, options.Release);
        }

        var builder = new TableBuilder(name, Columns);
        foreach (IGrouping<string, MueFile> setting in files.GroupBy(file => file.Setting).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            AddSetting(run, builder, [.. setting.OrderBy(file => file.EffectiveDay)]);
        }

        return run.Finish(builder, name, options.Release ?? ReleaseOf(files));
    }

    private static void AddSetting(ImportRun run, TableBuilder builder, MueFile[] releases)
    {
        TableCell setting = TableCell.Of(releases[0].Setting);
        for (int i = 0; i < releases.Length; i++)
        {
            MueFile file = releases[i];
            MueFile? next = i + 1 < releases.Length ? releases[i + 1] : null;
            if (next?.EffectiveDay == file.EffectiveDay)
            {
                run.Fail(CmsDiagnostics.SameFile(next.Name, "setting and effective date", file.Name));
                return;
            }

            string release = run.Options.Release ?? Shown(file.EffectiveDay);
            int through = LastDay(run, file, next);
            foreach (MueRow row in file.Rows)
            {
                builder.AddRow(
                    new RowSource(file.Name, row.Line, release), file.EffectiveDay, through,
                    TableCell.Of(row.Code), setting, TableCell.Of(row.Value), TableCell.Of(row.AdjudicationIndicator));
            }
        }
    }

    private static int LastDay(ImportRun run, MueFile file, MueFile? next)
    {
        int end = ReleaseText.EndOfQuarter(file.EffectiveDay);
        if (next is not null && end < next.EffectiveDay - 1)
        {
            run.Report(CmsDiagnostics.ReleaseMissing(Shown(end + 1), Shown(next.EffectiveDay - 1), file.Name, next.Name, rowsAreDated: false));
        }

        return next is null ? int.MaxValue : Math.Min(end, next.EffectiveDay - 1);
    }

    private static string Shown(int day) => DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex("MUE", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Names();

    private static string? ReleaseOf(List<MueFile> files) =>
        files.Count == 0 ? null : Shown(files.Max(file => file.EffectiveDay));
}

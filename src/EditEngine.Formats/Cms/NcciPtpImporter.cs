using System.Collections.Immutable;
using System.Runtime.InteropServices;
using EditEngine.Codes;
using EditEngine.Tables;

namespace EditEngine.Formats.Cms;

/// <summary>The NCCI procedure-to-procedure edits, practitioner or hospital: pairs of codes with their modifier indicator.</summary>
/// <remarks>
/// Source: CMS, "PTP Coding Edits", files <c>ccipra-…-f1.txt</c> to <c>f4</c> and <c>ccioph-…</c>: tab-separated, six header lines. The deletion
/// date is the last day of the edit. Indicator 9 stands on edits deleted on their own effective date; they are kept as rows of one day.
/// </remarks>
internal static class NcciPtpImporter
{
    private static readonly ImmutableArray<TableColumn> Columns =
    [
        new("column1", ColumnType.Code, CodeSystem.Procedure, IsKey: true),
        new("column2", ColumnType.Code, CodeSystem.Procedure, IsKey: true),
        new("indicator", ColumnType.Number, CodeSystem.None, IsKey: false),
    ];

    /// <summary>Imports all files of one release into a table with keys column1 and column2 and the number indicator.</summary>
    public static TableImport Import(ImmutableArray<TableSource> sources, ImportOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var run = new ImportRun(sources, options);
        run.Unpack(PtpFileName.Known);
        sources = run.Files;
        string? release = options.Release ?? PtpFileName.RequireOneRelease(run);
        var rows = new List<PtpRow>();
        for (int file = 0; file < sources.Length; file++)
        {
            var part = new PtpFile(run, sources[file], checked((ushort)file), rows);
            run.ReadSheet(sources[file], PtpFile.FormOf, part.ReadRows);
        }

        string name = options.TableName ?? "ptp";
        int assumed = LostDates.Fill(rows);
        if (assumed > 0)
        {
            run.Report(CmsDiagnostics.DatesAssumed(assumed));
        }

        var builder = new TableBuilder(name, Columns);
        foreach (ref readonly PtpRow row in CollectionsMarshal.AsSpan(rows))
        {
            builder.AddRow(
                new RowSource(sources[row.File].Name, row.Line, release, row.IsAssumed), row.From, row.Through,
                TableCell.Of(Code.FromPacked(row.ColumnOne)), TableCell.Of(Code.FromPacked(row.ColumnTwo)), TableCell.Of(row.Indicator));
        }

        rows = []; // the table is built beside the rows: let them go first
        return run.Finish(builder, name, release);
    }
}

using System.Collections.Immutable;
using System.Text.RegularExpressions;
using EditEngine.Codes;
using EditEngine.Diagnostics;
using EditEngine.Files;
using EditEngine.Tables;
using nietras.SeparatedValues;

namespace EditEngine.Formats.Cms;

/// <summary>One import: its problems, its counts and its end. Importers add rows, this adds them up.</summary>
internal sealed class ImportRun(ImmutableArray<TableSource> sources, ImportOptions options)
{
    private const int RowsBetweenReports = 1 << 15;

    // A file damaged in one column would otherwise pass as a table with holes.
    private const int MostRefusedPercent = 1;

    private readonly TableProblems _problems = new();
    private PublishedText? _text;
    private string _file = "";
    private bool _failed;

    public ImportOptions Options { get; } = options;

    /// <summary>The effective date that was given.</summary>
    public GivenDate Effective { get; } = new(options.EffectiveDate);

    public ImmutableArray<TableSource> Sources { get; } = sources;

    public long RowsRead { get; private set; }

    public long RowsRefused { get; private set; }

    public long RowsSetAside { get; private set; }

    /// <summary>The sources, with archives unpacked; those given until <see cref="Unpack"/> is called.</summary>
    public ImmutableArray<TableSource> Files { get; private set; } = sources;

    /// <summary>True where no table can come of it.</summary>
    public bool HasFailed => _failed;

    /// <summary>Puts in the place of archives the files in them that are meant.</summary>
    public void Unpack(Regex names) => Files = Archive.Unpack(this, Sources, names);

    public void Report(Diagnostic problem) => _problems.Report(problem);

    /// <summary>A file that is not what it should be: no table is made.</summary>
    public void Fail(Diagnostic problem)
    {
        _failed = true;
        Report(problem);
    }

    public void Refuse(Diagnostic problem)
    {
        RowsRefused++;
        Report(problem);
    }

    /// <summary>Reads a code; a text that is none refuses the row.</summary>
    public bool TryCode(CodeSystem system, ReadOnlySpan<char> text, string file, long line, string column, out Code code)
    {
        CodeFit fit = CodeShape.Of(system, text);
        code = fit == CodeFit.Fits ? Code.From(system, text) : default;
        if (fit == CodeFit.LostZeros && LostZeros.PutBack(system, text) is string whole)
        {
            Report(CmsDiagnostics.ZerosPutBack(new TablePlace(file, line, column), text.ToString(), whole));
            code = Code.From(system, whole);
            return true;
        }

        if (fit != CodeFit.Fits)
        {
            CellMisfit misfit = fit == CodeFit.LostZeros ? CellMisfit.LostZeros : CellMisfit.Code;
            Refuse(CmsDiagnostics.Misfit(new TablePlace(file, line, column), misfit, text.ToString(), system));
        }

        return fit == CodeFit.Fits;
    }

    /// <summary>Counts a row below the header; a blank one is none, one of another length than the header is refused; cells beyond it may be blank.</summary>
    public bool TakeRow(SepReader.Row row, string file, int columnCount)
    {
        if (IsBlank(row, 0))
        {
            return false;
        }

        CountRow();
        bool fits = row.ColCount >= columnCount && IsBlank(row, columnCount);
        if (!fits)
        {
            Refuse(CmsDiagnostics.CellCount(file, row.LineNumberFrom, row.ColCount, columnCount));
        }

        return fits;
    }

    /// <summary>True where it says nothing from a cell on. A lone control-Z ends texts written for DOS.</summary>
    private static bool IsBlank(SepReader.Row row, int first)
    {
        for (int i = first; i < row.ColCount; i++)
        {
            if (row[i].Span.Trim() is not ("" or "\u001A"))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Counts a row below the header.</summary>
    public void CountRow()
    {
        RowsRead++;
        if (RowsRead % RowsBetweenReports == 0)
        {
            Report();
        }
    }

    /// <summary>Counts rows read that are of another table, or no rows at all.</summary>
    public void SetAside(long rows) => RowsSetAside += rows;

    /// <summary>Reads one source as separated text; what goes wrong with the file itself becomes a problem.</summary>
    public void Read(TableSource source, SepReaderOptions options, Action<SepReader> read) => Guard(source, () => ReadText(source, text =>
    {
        using SepReader reader = options.From(text.Reader);
        read(reader);
    }));

    /// <summary>As <see cref="Read"/>; a workbook is read as if its sheet had been saved so.</summary>
    /// <param name="source">The file.</param>
    /// <param name="form">Separator and quotes, by the first signs of the text; they are none for a workbook.</param>
    /// <param name="read">Reads the rows.</param>
    public void ReadSheet(TableSource source, Func<string, SepReaderOptions> form, Action<SepReader> read) => Guard(source, () =>
    {
        using Stream stream = source.Open();
        if (!Archive.Is(stream))
        {
            ReadPublished(source, text =>
            {
                using SepReader lines = form(text.Start).From(text.Reader);
                read(lines);
            });
            return;
        }

        _file = source.Name;
        SepReaderOptions options = form("");
        using SepReader reader = options.From(new SheetText(stream, options.Sep!.Value.Separator, !options.DisableQuotesParsing)); // each importer names its separator
        read(reader);
        Report();
    });

    /// <summary>Reads one source as rows, whatever its form: a workbook, text of fixed width or separated text.</summary>
    public void ReadRows(TableSource source, FixedForm? form, Action<IEnumerable<SheetRow>> read) => Guard(source, () =>
    {
        using Stream stream = source.Open();
        if (Archive.Is(stream))
        {
            _file = source.Name;
            read(Workbook.Rows(stream));
            Report();
            return;
        }

        ReadPublished(source, text => read(form?.Fits(text.Start) == true ? form.Rows(text.Reader) : SeparatedRows.Of(text.Reader, text.Start)));
    });

    /// <summary>Gives the first signs of a text; nothing of a workbook.</summary>
    public void ReadStart(TableSource source, Action<string> read) => Guard(source, () =>
    {
        using PublishedText? text = PublishedText.Open(source, out _);
        read(text?.Start ?? "");
    });

    /// <summary>Does what reads a source; what goes wrong with the file itself becomes a problem.</summary>
    public void Guard(TableSource source, Action read)
    {
        try
        {
            read();
        }
        catch (TooLargeException past)
        {
            Fail(CmsDiagnostics.PastBound(source.Name, past.Message));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException or NotSupportedException)
        {
            Fail(CmsDiagnostics.CannotRead(source.Name, exception.Message));
        }
    }

    public TableImport Finish(TableBuilder? builder, string tableName, string? release, long repeated = 0)
    {
        Table? table = null;
        if (!_failed && Effective.WhyRefused() is Diagnostic refused)
        {
            Fail(refused);
        }

        if (builder is not null && !_failed)
        {
            table = builder.BuildFromSoundRows(out ImmutableArray<Diagnostic> problems);
            foreach (Diagnostic problem in problems)
            {
                Report(problem);
            }

            RowsRefused += builder.RefusedCount;
        }

        if (!_failed && RowsRead == 0)
        {
            Fail(CmsDiagnostics.Empty(Sources.IsEmpty ? tableName : Sources[0].Name));
        }
        else if (!_failed && RowsSetAside == RowsRead)
        {
            Fail(CmsDiagnostics.NothingKept(RowsRead));
        }
        else if (!_failed && RowsRefused * 100 > RowsRead * MostRefusedPercent)
        {
            Fail(CmsDiagnostics.TooManyRefused(RowsRefused, RowsRead));
        }

        table = _failed ? null : table;
        return new TableImport(table, Summarize(table, tableName, release, repeated + (builder?.RepeatedCount ?? 0)), _problems.ToImmutable());
    }

    private ImportSummary Summarize(Table? table, string tableName, string? release, long repeated)
    {
        long assumed = 0;
        int first = int.MaxValue;
        int last = int.MinValue;
        for (int row = 0; row < (table?.RowCount ?? 0); row++)
        {
            int from = table!.GetFrom(row); // not null: it has rows
            int through = table.GetThrough(row);
            assumed += table.GetSource(row).Assumed ? 1 : 0;
            first = from == int.MinValue ? first : Math.Min(first, from);
            last = Math.Max(last, through == int.MaxValue ? from : Math.Max(from, through));
        }

        return new ImportSummary(
            tableName,
            [.. Sources.Select(source => source.Name)],
            release,
            RowsRead,
            table?.RowCount ?? 0,
            repeated,
            RowsRefused,
            assumed,
            first == int.MaxValue ? null : DateOnly.FromDayNumber(first),
            last == int.MinValue ? null : DateOnly.FromDayNumber(last),
            table?.ContentHash)
        {
            RowsSetAside = RowsSetAside,
        };
    }

    /// <summary>As <see cref="ReadText"/>; publishers end the last line too, so one without an end is told.</summary>
    private void ReadPublished(TableSource source, Action<PublishedText> read) => ReadText(source, text =>
    {
        read(text);
        if (!_failed && text.EndsInLine)
        {
            Report(CmsDiagnostics.LastLineOpen(source.Name));
        }
    });

    private void ReadText(TableSource source, Action<PublishedText> read)
    {
        _file = source.Name;
        using PublishedText? text = PublishedText.Open(source, out Diagnostic? problem);
        if (text is null)
        {
            Fail(problem!); // Open gives the one or the other
            return;
        }

        _text = text;
        read(text);
        Report();
        _text = null;
    }

    private void Report() => Options.Progress?.Invoke(new ImportProgress(_file, _text?.BytesRead ?? 0, _text?.BytesTotal ?? 0, RowsRead));
}

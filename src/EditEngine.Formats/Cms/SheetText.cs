namespace EditEngine.Formats.Cms;

/// <summary>The first sheet of a workbook as it would be saved as separated text, each row on the line of its number.</summary>
/// <param name="workbook">An Excel workbook (.xlsx); it is left open.</param>
/// <param name="separator">What stands between cells.</param>
/// <param name="hasQuotes">True where a cell that holds the separator is put in quotes; else the separator becomes a blank.</param>
internal sealed class SheetText(Stream workbook, char separator, bool hasQuotes) : TextReader
{
    private readonly IEnumerator<SheetRow> _rows = Workbook.Rows(workbook).TakeWhile(row => row.Sheet == 0).GetEnumerator();
    private string _line = "";
    private int _at;
    private long _number;
    private bool _isWaiting;

    public override int Peek() => Fill() ? _line[_at] : -1;

    public override int Read() => Fill() ? _line[_at++] : -1;

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        int read = 0;
        while (read < buffer.Length && Fill())
        {
            int length = Math.Min(buffer.Length - read, _line.Length - _at);
            _line.AsSpan(_at, length).CopyTo(buffer[read..]);
            _at += length;
            read += length;
        }

        return read;
    }

    public override int ReadBlock(Span<char> buffer) => Read(buffer);

    protected override void Dispose(bool disposing)
    {
        _rows.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>False at the end. A row that the workbook does not have is an empty line.</summary>
    private bool Fill()
    {
        if (_at < _line.Length)
        {
            return true;
        }

        _isWaiting = _isWaiting || _rows.MoveNext();
        if (!_isWaiting)
        {
            return false;
        }

        _number++;
        _isWaiting = _rows.Current.Line > _number;
        _line = (_isWaiting ? "" : string.Join(separator, _rows.Current.Cells.Select(Shown))) + "\n";
        _at = 0;
        return true;
    }

    private string Shown(string cell)
    {
        string text = cell.Replace('\r', ' ').Replace('\n', ' ');
        return !hasQuotes ? text.Replace(separator, ' ')
            : text.Contains(separator, StringComparison.Ordinal) || text.Contains('"', StringComparison.Ordinal) ? '"' + text.Replace("\"", "\"\"", StringComparison.Ordinal) + '"'
            : text;
    }
}

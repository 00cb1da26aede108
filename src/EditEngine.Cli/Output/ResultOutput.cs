using System.Text;
using EditEngine.Formats.Json;
using EditEngine.Outcomes;

namespace EditEngine.Cli.Output;

/// <summary>Where results go, in one of the formats.</summary>
/// <remarks>The underlying stream is not buffered twice, so that a full disk is seen by <see cref="Flush"/> and not on the way out.</remarks>
internal sealed class ResultOutput
{
    private readonly Stream _stream;
    private readonly Action<Result> _write;
    private readonly Action _flush;

    private ResultOutput(Stream stream, Action<Result> write, Action flush)
    {
        _stream = stream;
        _write = write;
        _flush = flush;
    }

    /// <summary>Opens the output.</summary>
    /// <param name="stream">Unbuffered; stays open.</param>
    /// <param name="format">The form.</param>
    /// <param name="style">For the table.</param>
    /// <param name="edits">Ids of the pack's edits: the table makes room for the longest.</param>
    public static ResultOutput Open(Stream stream, OutputFormat format, AnsiStyle style, IEnumerable<string> edits)
    {
        if (format == OutputFormat.Jsonl)
        {
            BufferedStream buffered = new(stream, 1 << 16);
            ResultWriter json = new();
            return new ResultOutput(stream, result => json.Write(result, buffered), buffered.Flush);
        }

        StreamWriter text = new(stream, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
        if (format == OutputFormat.Csv)
        {
            ResultCsvWriter? csv = null;
            return new ResultOutput(stream, result => (csv ??= new(text)).Write(result), () =>
            {
                csv ??= new(text);
                text.Flush();
            });
        }

        ResultTable table = new(text, style, edits);
        return new ResultOutput(stream, table.Write, text.Flush);
    }

    public void Write(Result result) => _write(result);

    public void Flush()
    {
        _flush();
        _stream.Flush();
    }
}

using System.Text;
using EditEngine.Formats.Json;

namespace EditEngine.Cli.Output;

/// <summary>Where results go, in one of the formats.</summary>
/// <remarks>What is given is written at once, so that a full disk is seen where results are written or by <see cref="Flush"/>, and not on the way out.</remarks>
internal sealed class ResultOutput
{
    private readonly Stream _stream;
    private readonly Func<IResultText> _createText;
    private readonly byte[] _head;
    private bool _hasBegun;

    private ResultOutput(Stream stream, Func<IResultText> createText, byte[] head)
    {
        _stream = stream;
        _createText = createText;
        _head = head;
    }

    /// <summary>Opens the output.</summary>
    /// <param name="stream">Unbuffered; stays open.</param>
    /// <param name="format">The form.</param>
    /// <param name="style">For the table.</param>
    /// <param name="edits">Ids of the pack's edits: the table makes room for the longest.</param>
    public static ResultOutput Open(Stream stream, OutputFormat format, AnsiStyle style, IEnumerable<string> edits) => format switch
    {
        OutputFormat.Jsonl => new ResultOutput(stream, () => JsonResultText.Instance, []),
        OutputFormat.Csv => new ResultOutput(stream, () => new CsvResultText(new StringWriter()), Encoding.UTF8.GetBytes(CsvResultText.Head)),
        _ => new ResultOutput(stream, () => new TableResultText(new StringWriter { NewLine = "\n" }, style, edits), []),
    };

    /// <summary>What writes results as this output takes them; one a thread.</summary>
    public IResultText CreateText() => _createText();

    /// <summary>Writes what became of claims.</summary>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public void Write(JsonBytes results)
    {
        Begin();
        Write(results.Written);
    }

    /// <summary>Writes what is left, to where it can be seen.</summary>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public void Flush()
    {
        Begin();
        _stream.Flush();
    }

    private void Begin()
    {
        if (!_hasBegun)
        {
            _hasBegun = true;
            Write(_head);
        }
    }

    // Where there is nothing to write, a stream that is closed is no fault.
    private void Write(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.IsEmpty)
        {
            _stream.Write(bytes);
        }
    }
}

using System.Collections.Immutable;
using EditEngine.Diagnostics;
using EditEngine.Outcomes;

namespace EditEngine.Formats.Json;

/// <summary>Reads the results of a run: UTF-8, one object of the result schema a line, as <see cref="ResultWriter"/> writes them. Holds one at a time.</summary>
/// <param name="stream">The bytes; disposed with the reader.</param>
/// <param name="name">The name that places show.</param>
internal sealed class JsonResultReader(Stream stream, string name) : IDisposable
{
    private static readonly JsonText.ReadWhole<Result> ReadWhole = static (ref JsonParser parser) => parser.ReadResult();

    private readonly JsonPieces _pieces = new(JsonClaimReader.MostBytes);
    private readonly JsonContext _context = new("result");
    private string? _fault;

    /// <summary>What is wrong with the file as a whole; complete behind the last result.</summary>
    public ImmutableArray<Diagnostic> FileProblems { get; private set; } = [];

    /// <summary>The results, in order; a bad one comes with its problems and without a result. Never throws on content.</summary>
    public IEnumerable<ReadResult> ReadAll()
    {
        while (true)
        {
            PieceKind kind = Next();
            JsonPlace place = new(name, _pieces.Line, null, null);
            switch (kind)
            {
                case PieceKind.Claim:
                    yield return Read();
                    break;
                case PieceKind.TooLong:
                    yield return new ReadResult(null, [JsonDiagnostics.TooLong(place, JsonClaimReader.MostBytes)]);
                    break;
                default:
                    FileProblems = [.. EndProblem(kind, place)];
                    yield break;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    private PieceKind Next()
    {
        PieceKind kind;
        while ((kind = _pieces.Next()) == PieceKind.NeedsBytes)
        {
            try
            {
                _pieces.Took(stream.Read(_pieces.Room().Span));
            }
            catch (Exception fault) when (fault is IOException or InvalidDataException)
            {
                _fault = fault.Message;
                _pieces.Failed();
            }
        }

        return kind;
    }

    private ReadResult Read()
    {
        _context.StartOver(name, _pieces.Line, _pieces.Column);
        Result? result = JsonText.Read(_pieces.Piece, _context, ReadWhole);
        return new ReadResult(result, _context.Problems());
    }

    private IEnumerable<Diagnostic> EndProblem(PieceKind kind, JsonPlace place) => kind switch
    {
        PieceKind.Utf16 => [JsonDiagnostics.NotText(new FilePlace(name) { Offset = 0 }, "in UTF-16")],
        PieceKind.Binary => [JsonDiagnostics.NotText(new FilePlace(name) { Offset = 0 }, "no text")],
        PieceKind.Failed => [JsonDiagnostics.Unreadable(place, _fault ?? "its bytes could not be read.")],
        _ => _pieces.IsListOpen ? [JsonDiagnostics.ListNotClosed(new FilePlace(name))] : [],
    };
}

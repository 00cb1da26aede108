using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Unicode;
using EditEngine.Claims;
using EditEngine.Diagnostics;

namespace EditEngine.Formats.Json;

/// <summary>Reads claims in JSON: UTF-8, one object of the claim schema a line.</summary>
/// <remarks>
/// <para>A member that is absent or null was not given, and so was one that holds a blank text. A file that is one JSON list of claims, or claims
/// printed over several lines, is read as well; there a broken bracket can cost the claims behind it, so one claim a line is the better form.</para>
/// <para>Holds one claim's text at a time, at most 64 MB. The codes of suggestions without a system are kept as procedure codes. Not safe for
/// several threads.</para>
/// </remarks>
public sealed class JsonClaimReader : IClaimReader
{
    /// <summary>The longest claim that is read, in bytes.</summary>
    public const int MostBytes = 64 * 1024 * 1024;

    private readonly string _file;
    private readonly JsonPieces _pieces;
    private readonly ClaimContext _context;
    private readonly int _limit;
    private ImmutableArray<Diagnostic> _fileProblems = [];
    private bool _ended;

    /// <summary>Reads from a stream, which is disposed with the reader.</summary>
    /// <param name="stream">The bytes, not compressed.</param>
    /// <param name="fileName">The name that places show.</param>
    public JsonClaimReader(Stream stream, string fileName)
        : this(stream, fileName, MostBytes)
    {
    }

    internal JsonClaimReader(Stream stream, string fileName, int limit)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(fileName);
        _file = fileName;
        _limit = limit;
        _pieces = new JsonPieces(stream, limit);
        _context = new ClaimContext(fileName, _pieces);
    }

    /// <inheritdoc/>
    public ImmutableArray<Diagnostic> FileProblems => _fileProblems;

    /// <inheritdoc/>
    public ReadClaim? Read()
    {
        if (_ended)
        {
            return null;
        }

        try
        {
            switch (_pieces.Next())
            {
                case PieceKind.Claim:
                    return ReadPiece();
                case PieceKind.TooLong:
                    JsonPlace place = _context.StartOver().ClaimPlace;
                    return new ReadClaim(null, null, place, [JsonDiagnostics.TooLong(place, _limit)]);
                case PieceKind.Utf16:
                    return End(JsonDiagnostics.NotText(new FilePlace(_file) { Offset = 0 }, "in UTF-16"));
                case PieceKind.Binary:
                    return End(JsonDiagnostics.NotText(new FilePlace(_file) { Offset = 0 }, "no text"));
                default:
                    return End(EndProblem());
            }
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException)
        {
            return End(JsonDiagnostics.Unreadable(new JsonPlace(_file, _pieces.Line, null, null), fault.Message));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _pieces.Dispose();

    private ReadClaim? End(Diagnostic? problem)
    {
        _ended = true;
        if (problem is not null)
        {
            _fileProblems = [problem];
        }

        return null;
    }

    private Diagnostic? EndProblem()
    {
        if (_pieces.IsLost)
        {
            return JsonDiagnostics.Unreadable(new JsonPlace(_file, _pieces.Line, null, null), "the claim here is too long, and where it ends is not known.");
        }

        return _pieces.IsListOpen ? JsonDiagnostics.ListNotClosed(new FilePlace(_file)) : null;
    }

    private ReadClaim ReadPiece()
    {
        _context.StartOver();
        ReadOnlySpan<byte> text = _pieces.Piece;
        Claim? claim = null;
        if (!Utf8.IsValid(text))
        {
            ReportNotUtf8(text);
        }
        else
        {
            try
            {
                claim = new ClaimParser(text, _context).ReadClaim();
            }
            catch (JsonException fault)
            {
                ReportNotJson(text, fault);
            }
        }

        return new ReadClaim(claim, _context.ClaimId, _context.ClaimPlace, _context.Problems());
    }

    private void ReportNotUtf8(ReadOnlySpan<byte> text)
    {
        int at = 0;
        while (System.Text.Rune.DecodeFromUtf8(text[at..], out _, out int length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
        }

        if (_context.TryFault(at, null, out JsonPlace? place))
        {
            _context.Add(JsonDiagnostics.NotUtf8(place, text[at]));
        }
    }

    private void ReportNotJson(ReadOnlySpan<byte> text, JsonException fault)
    {
        ReadOnlySpan<byte> rest = text;
        for (long line = fault.LineNumber ?? 0; line > 0; line--)
        {
            rest = rest[(rest.IndexOf((byte)'\n') + 1)..];
        }

        int offset = text.Length - rest.Length + (int)Math.Min(fault.BytePositionInLine ?? 0, rest.Length);
        if (!_context.TryFault(offset, null, out JsonPlace? place))
        {
            return;
        }

        bool isCutOff = text[offset..].IndexOfAnyExcept(" \t\r\n"u8) < 0;
        string sign = isCutOff ? "" : SignAt(text[offset..]);
        _context.Add(isCutOff ? JsonDiagnostics.CutOff(place) : JsonDiagnostics.NotJson(place, sign));
    }

    private static string SignAt(ReadOnlySpan<byte> text) =>
        System.Text.Rune.DecodeFromUtf8(text, out System.Text.Rune sign, out _) == System.Buffers.OperationStatus.Done
            ? JsonDiagnostics.Shown(sign.ToString())
            : "?";
}

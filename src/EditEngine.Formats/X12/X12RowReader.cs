using System.Collections.Immutable;
using EditEngine.Diagnostics;
using EditEngine.Formats.Rows;

namespace EditEngine.Formats.X12;

/// <summary>The claims of an 837 one by one, as <see cref="X12ClaimReader"/> gives them, made of the rows of batches.</summary>
internal sealed class X12RowReader(Stream stream, string fileName) : IClaimReader
{
    private readonly X12BatchReader _reader = new(stream, fileName);
    private readonly ClaimBatch _batch = new();
    private int _next;

    /// <inheritdoc/>
    public ImmutableArray<Diagnostic> FileProblems => _reader.FileProblems;

    /// <inheritdoc/>
    public ReadClaim? Read()
    {
        if (_next == _batch.Entries.Count)
        {
            if (!_reader.Fill(_batch))
            {
                return null;
            }

            _next = 0;
        }

        return _batch.Read(_next++);
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();
}

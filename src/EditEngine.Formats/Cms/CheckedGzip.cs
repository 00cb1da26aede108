using System.Buffers.Binary;
using System.IO.Compression;

namespace EditEngine.Formats.Cms;

/// <summary>Unpacks gzip and compares what came out with the length the file ends with.</summary>
/// <remarks>The framework's stream takes a file that was cut off for one that ends there: rows would be missing without a word.</remarks>
internal sealed class CheckedGzip : ForwardStream
{
    private const int TrailerLength = 4;

    private readonly GZipStream _unpacked;
    private readonly uint _expected;
    private uint _length;

    /// <param name="packed">At its start; can seek.</param>
    public CheckedGzip(Stream packed)
        : this(packed, new GZipStream(packed, CompressionMode.Decompress))
    {
    }

    private CheckedGzip(Stream packed, GZipStream unpacked)
        : base(unpacked)
    {
        Span<byte> trailer = stackalloc byte[TrailerLength];
        packed.Seek(-TrailerLength, SeekOrigin.End);
        packed.ReadExactly(trailer);
        packed.Position = 0;
        _expected = BinaryPrimitives.ReadUInt32LittleEndian(trailer);
        _unpacked = unpacked;
    }

    /// <exception cref="InvalidDataException">The file is damaged, cut off, or made of several parts.</exception>
    public override int Read(Span<byte> buffer)
    {
        int read = _unpacked.Read(buffer);
        unchecked
        {
            _length += (uint)read; // the trailer, too, counts modulo 2^32
        }

        if (read == 0 && !buffer.IsEmpty && _length != _expected)
        {
            throw new InvalidDataException("its gzip data is cut off, or made of several parts; unpack it first.");
        }

        return read;
    }
}

using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;

namespace EditEngine.Formats.Files;

/// <summary>Unpacks gzip, member after member, and takes nothing on trust: each member's checksum and length are compared, and what follows the last is no data.</summary>
/// <remarks>
/// The framework's stream ends silently where a member is cut off, and at bytes behind a member that begin no other. It does not say either where in
/// the file a member's data end; but behind them stand its checksum and its length, eight bytes that are known by then and looked for in the bytes it was given last.
/// </remarks>
internal sealed class GzipMembers : ForwardStream
{
    private const int TrailerLength = 8;
    private const int FixedHeaderLength = 10;
    private const byte HasHeaderChecksum = 2;
    private const byte HasExtra = 4;
    private const byte HasName = 8;
    private const byte HasComment = 16;
    private const byte Reserved = 0xE0;

    private readonly PackedBytes _packed;
    private DeflateStream? _member;
    private GzipChecksum _checksum;
    private bool _isEnded;

    /// <param name="packed">At its start; disposed with this one.</param>
    public GzipMembers(Stream packed)
        : base(packed)
    {
        _packed = new PackedBytes(packed);
    }

    /// <exception cref="InvalidDataException">The file is damaged or cut off; the message names the byte.</exception>
    public override int Read(Span<byte> buffer)
    {
        while (!_isEnded && !buffer.IsEmpty)
        {
            if (_member is null && !BeginMember())
            {
                _isEnded = true;
                break;
            }

            if (Unpack(buffer) is int read and > 0)
            {
                _checksum.Add(buffer[..read]);
                return read;
            }

            EndMember();
        }

        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        _member?.Dispose();
        base.Dispose(disposing);
    }

    private int Unpack(Span<byte> buffer)
    {
        try
        {
            return _member!.Read(buffer); // A member was begun.
        }
        catch (InvalidDataException)
        {
            throw Damaged("its compressed data are damaged", _packed.GivenFrom);
        }
    }

    /// <returns>False where the file ends.</returns>
    private bool BeginMember()
    {
        long start = _packed.Offset;
        if (_packed.Next() is not int first)
        {
            return false;
        }

        if (start > 0 && first == 0)
        {
            RequireZeros();
            return false;
        }

        if (first != 0x1F || _packed.Next() is not 0x8B)
        {
            throw Damaged("the bytes behind its last whole part are neither a gzip part nor zeros", start);
        }

        ReadHeader(start);
        _checksum = default;
        _packed.BeginGiving();
        _member = new DeflateStream(_packed, CompressionMode.Decompress, leaveOpen: true);
        return true;
    }

    // Tapes and blocks are filled up with zeros.
    private void RequireZeros()
    {
        while (_packed.Next() is int next)
        {
            if (next != 0)
            {
                throw Damaged("the bytes behind its last whole part are neither a gzip part nor zeros", _packed.Offset - 1);
            }
        }
    }

    private void ReadHeader(long start)
    {
        int method = NextOfHeader();
        int flags = NextOfHeader();
        if (method != 8 || (flags & Reserved) != 0)
        {
            throw Damaged("a gzip part is packed in a way that is not known", start);
        }

        Skip(FixedHeaderLength - 4);
        if ((flags & HasExtra) != 0)
        {
            Skip(NextOfHeader() | (NextOfHeader() << 8));
        }

        SkipText((flags & HasName) != 0);
        SkipText((flags & HasComment) != 0);
        Skip((flags & HasHeaderChecksum) != 0 ? 2 : 0);
    }

    private void Skip(int count)
    {
        for (; count > 0; count--)
        {
            NextOfHeader();
        }
    }

    private void SkipText(bool isThere)
    {
        while (isThere && NextOfHeader() != 0)
        {
        }
    }

    private int NextOfHeader() => _packed.Next() ?? throw Damaged("it is cut off", _packed.Offset);

    private void EndMember()
    {
        _member?.Dispose();
        _member = null;
        if (_packed.IsAtEnd)
        {
            throw Damaged("it is cut off", _packed.Offset);
        }

        Span<byte> trailer = stackalloc byte[TrailerLength];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, _checksum.Value);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], _checksum.Length);
        if (!_packed.GoBehind(trailer))
        {
            throw Damaged("a gzip part does not end with the checksum and the length of what was unpacked: it is damaged or cut off", _packed.GivenFrom);
        }
    }

    private static InvalidDataException Damaged(string what, long at) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{what}, at or behind byte {at} of the file."));
}

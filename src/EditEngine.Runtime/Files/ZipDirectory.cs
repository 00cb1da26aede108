using System.Buffers.Binary;
using System.Globalization;

namespace EditEngine.Files;

/// <summary>Counts the members of a zip archive before anything makes a list of them: millions fit into an archive of a few megabytes.</summary>
internal static class ZipDirectory
{
    /// <summary>The most members of an archive that is read. Those of CMS have a dozen, a workbook some hundred.</summary>
    public const int MostMembers = 10_000;

    private const uint EndMark = 0x06054B50;
    private const uint LongEndPlaceMark = 0x07064B50;
    private const uint LongEndMark = 0x06064B50;
    private const uint MemberMark = 0x02014B50;
    private const int EndLength = 22;
    private const int LongestComment = ushort.MaxValue;
    private const int LongEndPlaceLength = 20;
    private const int LongEndLength = 56;
    private const int MemberLength = 46;

    /// <summary>Leaves the stream at its start. What is no archive, or a damaged one, is for its reader to tell.</summary>
    /// <exception cref="TooLargeException">It has more members than are read.</exception>
    public static void RequireFew(Stream archive)
    {
        int members = 0;
        using (BufferedStream directory = new(new Unowned(archive), 1 << 16))
        {
            for (long at = StartOf(archive); at >= 0 && members <= MostMembers; members++)
            {
                at = Next(directory, at);
            }
        }

        archive.Position = 0;
        if (members > MostMembers)
        {
            throw new TooLargeException(string.Create(CultureInfo.InvariantCulture, $"The archive has more than {MostMembers:#,0} files."));
        }
    }

    /// <summary>Where the member after the one at a place begins; -1 where there is none.</summary>
    private static long Next(Stream directory, long at)
    {
        Span<byte> member = stackalloc byte[MemberLength];
        if (!TryRead(directory, at, member) || BinaryPrimitives.ReadUInt32LittleEndian(member) != MemberMark)
        {
            return -1;
        }

        int names = BinaryPrimitives.ReadUInt16LittleEndian(member[28..]) + BinaryPrimitives.ReadUInt16LittleEndian(member[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(member[32..]);
        return at + MemberLength + names;
    }

    /// <summary>Where the list of members begins; -1 where that is not seen.</summary>
    private static long StartOf(Stream archive)
    {
        int length = (int)Math.Min(archive.Length, EndLength + LongestComment);
        byte[] tail = new byte[length];
        if (!TryRead(archive, archive.Length - length, tail))
        {
            return -1;
        }

        for (int at = length - EndLength; at >= 0; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at)) == EndMark)
            {
                uint start = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 16));
                return start == uint.MaxValue ? LongStartOf(archive, archive.Length - length + at) : start;
            }
        }

        return -1;
    }

    private static long LongStartOf(Stream archive, long end)
    {
        Span<byte> place = stackalloc byte[LongEndPlaceLength];
        Span<byte> longEnd = stackalloc byte[LongEndLength];
        bool found = TryRead(archive, end - LongEndPlaceLength, place) && BinaryPrimitives.ReadUInt32LittleEndian(place) == LongEndPlaceMark
            && TryRead(archive, BinaryPrimitives.ReadInt64LittleEndian(place[8..]), longEnd) && BinaryPrimitives.ReadUInt32LittleEndian(longEnd) == LongEndMark;
        return found ? BinaryPrimitives.ReadInt64LittleEndian(longEnd[48..]) : -1;
    }

    private static bool TryRead(Stream stream, long at, Span<byte> bytes)
    {
        if (at < 0 || at > stream.Length - bytes.Length)
        {
            return false;
        }

        stream.Position = at;
        return stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) == bytes.Length;
    }

    /// <summary>A stream that stays open when what reads it is done.</summary>
    private sealed class Unowned(Stream inner) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => inner.Length;

        public override long Position
        {
            get => inner.Position;
            set => inner.Position = value;
        }

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

        public override void Flush()
        {
        }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

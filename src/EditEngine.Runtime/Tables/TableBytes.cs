using System.Security.Cryptography;
using EditEngine.Diagnostics;

namespace EditEngine.Tables;

/// <summary>The bytes of a table file where look-ups will read them, not yet a table: they can be hashed and checked at once, each on a core of its own.</summary>
/// <param name="owner">Keeps the memory as long as it is referenced.</param>
/// <param name="image">First byte.</param>
/// <param name="length">Number of bytes.</param>
internal sealed unsafe class TableBytes(object owner, byte* image, long length)
{
    /// <summary>SHA-256 of the bytes as they stand in memory, so that what is used later is what was hashed.</summary>
    public byte[] Sha256()
    {
        byte[] hash = SHA256.HashData(new ReadOnlySpan<byte>(image, checked((int)length)));
        GC.KeepAlive(owner);
        return hash;
    }

    /// <summary>The table that the bytes are, once header, checksum and every reference in them are checked.</summary>
    /// <param name="path">The file, for the problem.</param>
    /// <param name="problem">Why they are none; null where they are one.</param>
    public Table? ToTable(string path, out Diagnostic? problem)
    {
        ReadOnlySpan<byte> bytes = new(image, checked((int)length));
        problem = TableHeader.ProblemOf(path, bytes[..TableImage.HeaderLength], length);
        if (problem is null && TableImage.Checksum(bytes) != TableImage.ChecksumOf(bytes))
        {
            problem = TableDiagnostics.Damaged(path, "its checksum is another");
        }

        if (problem is not null)
        {
            return null;
        }

        try
        {
            return new Table(owner, image, length);
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or FormatException or OverflowException or InvalidDataException)
        {
            problem = TableDiagnostics.Damaged(path, exception.Message);
            return null;
        }
    }

    /// <summary>Gives back the memory of what became no table.</summary>
    public void Release() => (owner as IDisposable)?.Dispose();
}

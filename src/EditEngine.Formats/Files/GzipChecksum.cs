using System.Buffers.Binary;

namespace EditEngine.Formats.Files;

/// <summary>The checksum (CRC-32 of ISO 3309) and the length that a gzip member ends with, over bytes as they come. Begins as its default.</summary>
internal struct GzipChecksum
{
    // One table for each of the eight bytes that are taken at once.
    private static readonly uint[][] Tables = MakeTables();

    private uint _inverted;

    /// <summary>The checksum so far.</summary>
    public readonly uint Value => _inverted;

    /// <summary>How many bytes, modulo 2^32.</summary>
    public uint Length { get; private set; }

    /// <summary>Adds bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        uint crc = ~_inverted;
        uint[][] tables = Tables;
        unchecked
        {
            Length += (uint)bytes.Length;
        }

        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            uint low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc;
            uint high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = tables[7][low & 0xFF] ^ tables[6][(low >> 8) & 0xFF] ^ tables[5][(low >> 16) & 0xFF] ^ tables[4][low >> 24]
                ^ tables[3][high & 0xFF] ^ tables[2][(high >> 8) & 0xFF] ^ tables[1][(high >> 16) & 0xFF] ^ tables[0][high >> 24];
        }

        foreach (byte one in bytes)
        {
            crc = (crc >> 8) ^ tables[0][(crc ^ one) & 0xFF];
        }

        _inverted = ~crc;
    }

    private static uint[][] MakeTables()
    {
        uint[][] tables = [.. Enumerable.Range(0, 8).Select(_ => new uint[256])];
        for (uint i = 0; i < 256; i++)
        {
            uint value = i;
            for (int bit = 0; bit < 8; bit++)
            {
                value = (value & 1) != 0 ? (value >> 1) ^ 0xEDB88320 : value >> 1;
            }

            tables[0][i] = value;
        }

        for (int table = 1; table < 8; table++)
        {
            for (int i = 0; i < 256; i++)
            {
                uint before = tables[table - 1][i];
                tables[table][i] = (before >> 8) ^ tables[0][before & 0xFF];
            }
        }

        return tables;
    }
}

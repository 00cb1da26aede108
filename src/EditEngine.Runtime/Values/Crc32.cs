using System.Text;

namespace EditEngine.Values;

/// <summary>CRC-32 of ZIP and PNG (ISO 3309), of a text's UTF-8 bytes: what stable samples are drawn by.</summary>
internal static class Crc32
{
    private static readonly uint[] Table = MakeTable();

    /// <summary>The checksum as a number without sign; <c>123456789</c> gives CBF43926.</summary>
    public static uint Of(string text)
    {
        uint crc = uint.MaxValue;
        Span<byte> bytes = stackalloc byte[4];
        foreach (Rune rune in text.EnumerateRunes())
        {
            int length = rune.EncodeToUtf8(bytes);
            foreach (byte b in bytes[..length])
            {
                crc = (crc >> 8) ^ Table[(crc ^ b) & 0xFF];
            }
        }

        return ~crc;
    }

    private static uint[] MakeTable()
    {
        uint[] table = new uint[256];
        for (uint i = 0; i < 256; i++)
        {
            uint value = i;
            for (int bit = 0; bit < 8; bit++)
            {
                value = (value & 1) != 0 ? (value >> 1) ^ 0xEDB88320 : value >> 1;
            }

            table[i] = value;
        }

        return table;
    }
}

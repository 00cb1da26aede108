using System.Runtime.InteropServices;

namespace EditEngine.Tables;

/// <summary>The rows of one first key, in the index of first keys. End 0 is an empty place.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct FirstEntry(ulong Key, uint Start, uint End);

/// <summary>Sizes of the indexes: what a table of so many rows and first keys has of each.</summary>
/// <remarks>
/// First keys: open addressing, half full. Rows of one first key: a stretch of bits as filter and a stretch of slots, open addressing over the
/// rest of the key, at most half full; both stand where the rows themselves do, so that the pairs of one code share cache lines and the codes
/// in daily use stay in the cache. Hashing whole keys over the whole table costs five times as much a miss.
/// </remarks>
internal static class RowIndex
{
    /// <summary>Filter bits a row: a miss of a first key that is there ends here fifteen times in sixteen.</summary>
    public const int FilterBits = 16;

    /// <summary>Slots a row. A slot holds a row number plus one, counted from the first of its stretch; 0 is empty.</summary>
    public const int Slots = 2;

    public static int FirstPlaces(int firstKeys) => Math.Max(2, checked(2 * firstKeys));

    public static int FilterWords(int rowCount, int keyCount) => keyCount == 1 ? 0 : (int)((((long)rowCount * FilterBits) + 31) / 32);

    public static int SlotCount(int rowCount, int keyCount) => keyCount == 1 ? 0 : checked(rowCount * Slots);
}

using System.Runtime.CompilerServices;

namespace EditEngine.Tables;

/// <summary>The hash of a row's key, and where a hash falls in a filter or an index of any size.</summary>
/// <remarks>
/// The full 128-bit product is folded: packed codes share their high digits, and anything weaker (the framework's high xor low) piles them up.
/// Part of the file format: changing it needs a new <see cref="TableImage.Version"/>.
/// </remarks>
internal static class KeyHash
{
    private const ulong Seed = 0x9E3779B97F4A7C15;
    private const ulong Factor = 0xD6E8FEB86659FD93;

    public static ulong Of(ReadOnlySpan<ulong> key)
    {
        ulong hash = Seed;
        foreach (ulong part in key)
        {
            hash = Add(hash, part);
        }

        return hash;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(ulong key) => Add(Seed, key);

    /// <summary>A position below <paramref name="count"/>, from the high half of the hash.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Slot(ulong hash, uint count) => (uint)(((hash >> 32) * count) >> 32);

    /// <summary>A position below <paramref name="count"/>, from the low half of the hash.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Bit(ulong hash, uint count) => (uint)(((hash & uint.MaxValue) * count) >> 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Add(ulong hash, ulong part)
    {
        ulong high = Math.BigMul(hash ^ part, Factor, out ulong low);
        return high ^ low;
    }
}

using System.Text;

namespace EditEngine.Formats.Batch;

/// <summary>Tells which claim ids come again. Keeps 64 bits of each, for a bounded number of them.</summary>
/// <remarks>Two different ids with the same 64 bits are one in a million for batches of millions, and cost a needless warning.</remarks>
internal sealed class ClaimIds
{
    /// <summary>How many ids are kept: some 45 MB.</summary>
    public const int MostKept = 4_000_000;

    /// <summary>How many warnings are given.</summary>
    public const int MostNamed = 100;

    private readonly NumberSet _seen = new();

    /// <summary>Claims whose id had come before.</summary>
    public long Repeated { get; private set; }

    /// <summary>True once there were more ids than are kept.</summary>
    public bool IsFull { get; private set; }

    /// <summary>True for a repeated id that shall be named.</summary>
    public bool IsToBeNamed(string id) => IsToBeNamed(Hash(id));

    /// <summary>As above, of an id in UTF-8.</summary>
    public bool IsToBeNamed(ReadOnlySpan<byte> id) => Ascii.IsValid(id) ? IsToBeNamed(Hash(id)) : IsToBeNamed(Encoding.UTF8.GetString(id));

    private bool IsToBeNamed(ulong hash)
    {
        if (_seen.Count >= MostKept && !_seen.Contains(hash))
        {
            IsFull = true;
            return false;
        }

        return !_seen.Add(hash) && ++Repeated <= MostNamed;
    }

    // FNV-1a over the characters, then mixed: stable from run to run, as the framework's hash of texts is not.
    private static ulong Hash(string id)
    {
        ulong hash = 14695981039346656037;
        foreach (char sign in id)
        {
            hash = (hash ^ sign) * 1099511628211;
        }

        return Mixed(hash);
    }

    // The same, for a byte is the character.
    private static ulong Hash(ReadOnlySpan<byte> id)
    {
        ulong hash = 14695981039346656037;
        foreach (byte sign in id)
        {
            hash = (hash ^ sign) * 1099511628211;
        }

        return Mixed(hash);
    }

    private static ulong Mixed(ulong hash)
    {
        hash ^= hash >> 32;
        return hash * 0x9E3779B97F4A7C15;
    }
}

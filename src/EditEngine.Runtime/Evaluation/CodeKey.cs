using EditEngine.Codes;

namespace EditEngine.Evaluation;

/// <summary>A code as one number while steps run.</summary>
/// <remarks>
/// A code that packs is its <see cref="Code.Packed"/>. An odd text is a 57-bit hash of its system and text above all packed codes: it equals
/// itself and is in no set. Two odd texts of one claim with the same hash would be taken for one; at 57 bits nobody will see it.
/// </remarks>
public static class CodeKey
{
    /// <summary>A missing code.</summary>
    public const ulong Missing = 0;

    /// <summary>None: there is no code.</summary>
    public const ulong None = 1;

    private const ulong OddBase = 100UL * 177917621779460413UL;

    /// <summary>The number of a code; a missing one gives what its absence means.</summary>
    public static ulong Of(in Code code, ulong absent = Missing) => code.Packed == 0 ? absent : code.Odd is null ? code.Packed : OfOdd(code);

    private static ulong OfOdd(in Code code)
    {
        ulong hash = 14695981039346656037 ^ code.Packed;
        foreach (char c in code.Odd!) // Asked only where it is there.
        {
            hash = (hash ^ char.ToUpperInvariant(c)) * 1099511628211;
        }

        return OddBase + (hash >> 7);
    }
}

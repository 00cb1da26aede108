using EditEngine.Codes;

namespace EditEngine.Values;

/// <summary>A code, or its absence.</summary>
/// <remarks>
/// A code that fits no pattern of its system is its own text: it equals itself, letter for letter, and no set, range, prefix or table holds it. Codes that pack are compared by
/// their numbers alone.
/// </remarks>
internal readonly record struct CodeKey : IKey<CodeKey>
{
    // No code has the number: those of the first system come far above it.
    private const ulong NoneValue = 1;

    private readonly ulong _packed;
    private readonly string? _odd;

    private CodeKey(ulong packed, string? odd)
    {
        _packed = packed;
        _odd = odd;
    }

    /// <inheritdoc/>
    public static CodeKey Missing => default;

    /// <inheritdoc/>
    public static CodeKey None => new(NoneValue, null);

    /// <inheritdoc/>
    public Presence Presence => _packed > NoneValue ? Presence.Known : (Presence)_packed;

    /// <summary>It is a code.</summary>
    public bool IsKnown => _packed > NoneValue;

    /// <summary>It was not given.</summary>
    public bool IsMissing => _packed == 0;

    /// <summary>The number under which sets and tables hold a known code; a number that none holds for a text that does not pack.</summary>
    public ulong Held => _odd is null ? _packed : ulong.MaxValue;

    /// <summary>The code; none where there is none.</summary>
    public Code Code => IsKnown ? Code.Of(_packed, _odd) : default;

    /// <inheritdoc/>
    public KeptKey Kept => new(Presence, _packed, _odd, default);

    /// <summary>A code; a missing one is what its absence means.</summary>
    public static CodeKey Of(in Code code, Presence absent = Presence.Missing) => code.IsMissing ? new CodeKey((ulong)absent, null) : new CodeKey(code.Packed, code.Odd);

    /// <summary>A code by its number, missing by 0.</summary>
    internal static CodeKey FromPacked(ulong packed) => new(packed, null);

    /// <inheritdoc/>
    public static CodeKey From(in KeptKey kept) => new(kept.Bits, kept.Text);

    /// <inheritdoc/>
    public static int Order(in CodeKey left, in CodeKey right) =>
        left._packed != right._packed ? left._packed.CompareTo(right._packed) : string.CompareOrdinal(left._odd, right._odd);

    /// <summary>Whether a code is in a set whose members are members on every day.</summary>
    public static Truth IsIn(CodeSet set, in CodeKey code) => code.IsKnown ? Truth.Of(code._odd is null && set.Contains(code._packed, 0)) : code.IsMissing ? Truth.Unknown : Truth.False;

    /// <summary>Whether a code is in a set on a day, which may be missing or none.</summary>
    public static Truth IsIn(CodeSet set, in CodeKey code, Day day)
    {
        if (!code.IsKnown)
        {
            return code.IsMissing ? Truth.Unknown : Truth.False;
        }

        if (code._odd is not null)
        {
            return Truth.False;
        }

        if (day.IsKnown)
        {
            return Truth.Of(set.Contains(code._packed, day.DayNumber));
        }

        return set.ContainsSometime(code._packed) switch
        {
            SometimeMember.Never => Truth.False,
            SometimeMember.Always => Truth.True,
            _ => day.IsMissing ? Truth.Unknown : Truth.False,
        };
    }

    /// <summary>Whether a known code is that of a category, or lies under it.</summary>
    public static bool IsUnder(in CodeKey code, in CodeKey category)
    {
        (ulong first, ulong last) = category.Code.Subtree();
        return code._odd is null && category._odd is null && code._packed >= first && code._packed <= last;
    }

    /// <summary>Same code, letter for letter, or the same absence.</summary>
    public bool Equals(CodeKey other) => _packed == other._packed && (ReferenceEquals(_odd, other._odd) || string.Equals(_odd, other._odd, StringComparison.Ordinal));

    /// <inheritdoc/>
    public override int GetHashCode() => Code.Of(_packed, _odd).GetHashCode();

    /// <summary>As it is printed; empty where there is none.</summary>
    public override string ToString() => Code.ToString();
}

using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace EditEngine.Codes;

/// <summary>A code: its system and its text, packed into 64 bits.</summary>
/// <remarks>
/// Eleven characters of 37 signs (end, 0-9, A-Z) and a system fit one number. The text stands left-justified, so codes of a system order as
/// their texts do, and all codes with a prefix are one interval. A text that does not fit its system's pattern (other signs, more or fewer of them) is kept
/// as it was seen in <see cref="Odd"/>: it equals only itself and is in no set. <c>default</c> is no code.
/// </remarks>
public readonly struct Code : IEquatable<Code>, IComparable<Code>
{
    /// <summary>The most characters a packed text can have.</summary>
    public const int MaxLength = 11;

    private const ulong Signs = 37;
    private const int LetterA = 11;
    private const ulong SystemWeight = 177917621779460413; // 37^11

    private Code(ulong packed, string? odd)
    {
        Packed = packed;
        Odd = odd;
    }

    /// <summary>System and text as one number; 0 is no code. For an odd code: the system alone.</summary>
    public ulong Packed { get; }

    /// <summary>The text as it was seen, where it does not fit its system's pattern; else null.</summary>
    public string? Odd { get; }

    /// <summary>True for <c>default</c>: there is no code.</summary>
    public bool IsMissing => Packed == 0;

    /// <summary>There is a code, and its text fits the pattern of its system.</summary>
    internal bool FitsPattern => Packed != 0 && Odd is null;

    /// <summary>The system of the code.</summary>
    public CodeSystem System => (CodeSystem)(Packed / SystemWeight);

    /// <summary>Whether it is of a system, or no code.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool IsNoneOr(CodeSystem system) => Packed == 0 || Packed - ((ulong)system * SystemWeight) < SystemWeight;

    /// <summary>Length of the text without dots.</summary>
    public int Length => Odd?.Length ?? Unpack(stackalloc char[MaxLength]);

    /// <summary>Equal when system and text are.</summary>
    public static bool operator ==(Code left, Code right) => left.Equals(right);

    /// <summary>Unequal when system or text differ.</summary>
    public static bool operator !=(Code left, Code right) => !left.Equals(right);

    /// <summary>By system, then text.</summary>
    public static bool operator <(Code left, Code right) => left.CompareTo(right) < 0;

    /// <summary>By system, then text.</summary>
    public static bool operator >(Code left, Code right) => left.CompareTo(right) > 0;

    /// <summary>By system, then text.</summary>
    public static bool operator <=(Code left, Code right) => left.CompareTo(right) <= 0;

    /// <summary>By system, then text.</summary>
    public static bool operator >=(Code left, Code right) => left.CompareTo(right) >= 0;

    /// <summary>
    /// Reads a code as billed: the dot of a diagnosis and outer blanks are dropped, letters made upper case, hyphens of an NDC resolved, the leading zero of a type of bill dropped. All readers
    /// make codes so, and claims built by hand should.
    /// </summary>
    /// <param name="system">The system the place asks for.</param>
    /// <param name="text">As seen. Empty or blank gives <c>default</c>.</param>
    public static Code From(CodeSystem system, ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.IsEmpty || system == CodeSystem.None)
        {
            return default;
        }

        if (system == CodeSystem.Ndc && text.Contains('-'))
        {
            Span<char> ndc = stackalloc char[MaxLength];
            return NdcText.TryExpand(text, ndc) ? From(system, ndc) : OddOf(system, text);
        }

        if (system == CodeSystem.BillType && text is ['0', _, _, _])
        {
            text = text[1..];
        }

        ulong signs = 0;
        int length = 0;
        uint letters = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '.' && IsDot(system, i) && i < text.Length - 1)
            {
                continue;
            }

            int sign = SignOf(text[i]);
            if (sign == 0 || length == MaxLength)
            {
                return OddOf(system, text);
            }

            letters |= (sign >= LetterA ? 1u : 0) << length;
            signs = (signs * Signs) + (ulong)sign;
            length++;
        }

        return CodePattern.Fits(system, signs, length, letters) ? new Code(Justify(system, signs, length), null) : OddOf(system, text);
    }

    /// <summary>As <see cref="From(CodeSystem, ReadOnlySpan{char})"/>, from ASCII or Latin-1 bytes; no string is made for a code that packs.</summary>
    public static Code From(CodeSystem system, ReadOnlySpan<byte> bytes)
    {
        // As nearly all are: letters and digits alone. A type of bill has a zero that may fall.
        if (system is not (CodeSystem.None or CodeSystem.BillType) && bytes.Length is > 0 and <= MaxLength && TrySigns(system, bytes, out ulong signs))
        {
            return new Code(Justify(system, signs, bytes.Length), null);
        }

        if (bytes.Length <= 64)
        {
            Span<char> text = stackalloc char[64];
            for (int i = 0; i < bytes.Length; i++)
            {
                text[i] = (char)bytes[i];
            }

            return From(system, text[..bytes.Length]);
        }

        return From(system, global::System.Text.Encoding.Latin1.GetString(bytes));
    }

    /// <summary>Packs a text of letters and digits alone that fits the pattern of its system, as nearly all do. False where it is any other, be it a code or not.</summary>
    /// <param name="system">The system.</param>
    /// <param name="text">As seen.</param>
    /// <param name="packed">The number of the code.</param>
    internal static bool TryPack(CodeSystem system, ReadOnlySpan<byte> text, out ulong packed)
    {
        packed = 0;
        if (text.Length - 1 >= (uint)MaxLength || !TrySigns(system, text, out ulong signs))
        {
            return false;
        }

        packed = Justify(system, signs, text.Length);
        return true;
    }

    /// <summary>The code whose number is <paramref name="packed"/>; used where only numbers are kept.</summary>
    internal static Code FromPacked(ulong packed) => new(packed, null);

    /// <summary>The code of a number and, where it does not pack, its text.</summary>
    internal static Code Of(ulong packed, string? odd) => new(packed, odd);

    /// <summary>The smallest and largest number of all codes of the system that begin with a prefix.</summary>
    /// <param name="system">The system.</param>
    /// <param name="prefix">As billed: dots are dropped.</param>
    /// <returns>Null where no code of the system begins so: it has other signs, or more than any of them.</returns>
    internal static (ulong First, ulong Last)? Subtree(CodeSystem system, ReadOnlySpan<char> prefix)
    {
        if (Word(system, prefix) is not Code first || first.Length > CodePattern.Of(system).Most)
        {
            return null;
        }

        return first.Subtree();
    }

    /// <summary>The smallest and largest number of all codes that begin as this one does.</summary>
    internal (ulong First, ulong Last) Subtree()
    {
        ulong width = 1;
        for (int i = Length; i < MaxLength; i++)
        {
            width *= Signs;
        }

        return (Packed, Packed + width - 1);
    }

    /// <summary>Packs what stands among codes without being one: their first signs, or a publisher's word in place of a code.</summary>
    /// <param name="system">The system.</param>
    /// <param name="text">Dots are dropped.</param>
    /// <returns>Null where it holds other signs than letters and digits, none, or more than eleven.</returns>
    internal static Code? Word(CodeSystem system, ReadOnlySpan<char> text)
    {
        ulong signs = 0;
        int length = 0;
        foreach (char c in text)
        {
            if (c == '.')
            {
                continue;
            }

            int sign = SignOf(c);
            if (sign == 0 || length == MaxLength)
            {
                return null;
            }

            signs = (signs * Signs) + (ulong)sign;
            length++;
        }

        return length == 0 ? null : new Code(Justify(system, signs, length), null);
    }

    /// <inheritdoc/>
    public bool Equals(Code other) => Packed == other.Packed && string.Equals(Odd, other.Odd, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Code other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // Multiplied before folding: the framework's hash of a ulong is high xor low, which collides badly on packed texts.
        ulong mixed = Packed * 0x9E3779B97F4A7C15;
        return (int)(mixed >> 32) ^ (Odd is null ? 0 : string.GetHashCode(Odd, StringComparison.Ordinal));
    }

    /// <inheritdoc/>
    public int CompareTo(Code other)
    {
        int byNumber = Packed.CompareTo(other.Packed);
        return byNumber != 0 ? byNumber : string.CompareOrdinal(Odd, other.Odd);
    }

    /// <summary>The text as it is printed: upper case, ICD-10-CM with its dot. Empty for no code.</summary>
    public override string ToString()
    {
        if (Odd is not null)
        {
            return Odd;
        }

        string text = ToPlainText();
        return System == CodeSystem.Diagnosis && text.Length > 3 ? $"{text[..3]}.{text[3..]}" : text;
    }

    /// <summary>The text without dots. Empty for no code.</summary>
    public string ToPlainText()
    {
        if (Odd is not null)
        {
            return Odd;
        }

        Span<char> text = stackalloc char[MaxLength];
        int length = Unpack(text);
        return new string(text[..length]);
    }

    private static bool TrySigns(CodeSystem system, ReadOnlySpan<byte> bytes, out ulong signs)
    {
        signs = 0;
        uint letters = 0;
        ReadOnlySpan<byte> signOf = SignOfByte;
        for (int i = 0; i < bytes.Length; i++)
        {
            uint sign = signOf[bytes[i]];
            if (sign == 0)
            {
                return false;
            }

            letters |= (sign >= LetterA ? 1u : 0) << i;
            signs = (signs * Signs) + sign;
        }

        return CodePattern.Fits(system, signs, bytes.Length, letters);
    }

    // ICD-10-CM has its dot behind three signs; ICD-9-CM likewise, its external causes behind four.
    private static bool IsDot(CodeSystem system, int place) =>
        (place == 3 && system is CodeSystem.Diagnosis or CodeSystem.Icd9Diagnosis) || (place == 4 && system == CodeSystem.Icd9Diagnosis);

    private static Code OddOf(CodeSystem system, ReadOnlySpan<char> text) => new((ulong)system * SystemWeight, new string(text));

    private static ulong Justify(CodeSystem system, ulong value, int length) => ((ulong)system * SystemWeight) + (value * Weights[MaxLength - length]);

    /// <summary>What a sign weighs by how many places follow it.</summary>
    private static ReadOnlySpan<ulong> Weights => [1, 37, 1369, 50653, 1874161, 69343957, 2565726409, 94931877133, 3512479453921, 129961739795077, 4808584372417849, 177917621779460413];

    /// <summary>The number of each sign; 0: it is none of a code.</summary>
    private static ReadOnlySpan<byte> SignOfByte =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0, 0, 0, 0, 0, 0,
        0, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 0, 0, 0, 0, 0,
        0, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    private static int SignOf(char c) => c switch
    {
        >= '0' and <= '9' => c - '0' + 1,
        >= 'A' and <= 'Z' => c - 'A' + 11,
        >= 'a' and <= 'z' => c - 'a' + 11,
        _ => 0,
    };

    private int Unpack(Span<char> text)
    {
        ulong rest = Packed % SystemWeight;
        int length = 0;
        for (int i = MaxLength - 1; i >= 0; i--)
        {
            int sign = (int)(rest % Signs);
            rest /= Signs;
            if (sign != 0)
            {
                text[i] = (char)(sign <= 10 ? '0' + sign - 1 : 'A' + sign - 11);
                length = Math.Max(length, i + 1);
            }
        }

        return length;
    }
}

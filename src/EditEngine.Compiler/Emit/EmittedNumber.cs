using System.Collections.Immutable;

namespace EditEngine.Compiler.Emit;

/// <summary>C# of a number: a whole number that is so many times the value, and so many times as large as a divisor says.</summary>
/// <remarks><c>v.units / v.days * 50%</c> is <c>units</c> with scale 2 and divisor <c>days</c>. Nothing is rounded, and nothing overflows: bits are counted while the text is written.</remarks>
/// <param name="Text">A <c>long</c>, or, above <see cref="LongBits"/>, an <c>Int128</c>; without effects.</param>
/// <param name="Scale">The value is the number divided by it; 1 or more.</param>
/// <param name="Bits">The number is less than two to the power of it.</param>
internal readonly record struct EmittedNumber(string Text, long Scale, int Bits)
{
    /// <summary>So much fits a <c>long</c>.</summary>
    public const int LongBits = 62;

    /// <summary>So much fits an <c>Int128</c>.</summary>
    public const int MostBits = 120;

    /// <summary>C# of what must hold, or else the value is none.</summary>
    public ImmutableArray<string> KnownIf { get; init; } = [];

    /// <summary>The text is <c>PlainFacts.NoNumber</c> where the value is none.</summary>
    public bool SaysNone { get; init; }

    /// <summary>C# of a number above zero by which it is divided, also; null: none.</summary>
    public string? Divisor { get; init; }

    /// <summary>The divisor is less than two to the power of it.</summary>
    public int DivisorBits { get; init; }

    /// <summary>It may be none.</summary>
    public bool MayBeNone => !KnownIf.IsEmpty;

    /// <summary>It is a <c>long</c> that is the value itself.</summary>
    public bool IsPlain => Scale == 1 && Divisor is null && Bits <= LongBits;

    /// <summary>A number that says itself whether it is none.</summary>
    public static EmittedNumber OrNone(string text, long scale, int bits) =>
        new(text, scale, bits) { KnownIf = [$"{text} != PlainFacts.NoNumber"], SaysNone = true };

    /// <summary>A plain number as a value that says itself whether it is none; null for others.</summary>
    public EmittedValue? ToValue() =>
        !IsPlain ? null
        : KnownIf.IsEmpty ? new(Text, false)
        : new(SaysNone ? Text : $"({string.Join(" && ", KnownIf)} ? {Text} : PlainFacts.NoNumber)", true);

    /// <summary>So many times as much, with the scale to match; null where it does not fit.</summary>
    public EmittedNumber? Scaled(long scale) => scale == Scale ? this : Times(Emission.Number(scale / Scale) + "L", BitsOf(scale / Scale)) is { } more ? more with { Scale = scale } : null;

    /// <summary>The product with a number of which the bits are known; null where it does not fit.</summary>
    public EmittedNumber? Times(string factor, int bits) => Bits + bits > MostBits ? null : this with
    {
        Text = Bits + bits > LongBits ? $"((Int128){Text} * {factor})" : $"({Text} * {factor})",
        Bits = Bits + bits,
        SaysNone = false,
    };

    /// <summary>How many bits a factor adds.</summary>
    public static int BitsOf(long factor) => factor == 1 ? 0 : 64 - (int)long.LeadingZeroCount(factor);
}

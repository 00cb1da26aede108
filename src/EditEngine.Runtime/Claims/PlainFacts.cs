using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using EditEngine.Codes;

namespace EditEngine.Claims;

/// <summary>Facts as plain numbers, as columns and compiled code keep them. What absence means is not said here.</summary>
internal static class PlainFacts
{
    /// <summary>A code that was not given.</summary>
    public const ulong NoCode = 0;

    /// <summary>A code that does not pack: the line itself has its text.</summary>
    public const ulong OddCode = ulong.MaxValue;

    /// <summary>A date that was not given.</summary>
    public const int NoDay = 0;

    /// <summary>No date is less.</summary>
    public const int FirstDay = 2;

    /// <summary>No number: it was not given.</summary>
    public const long NoNumber = long.MinValue;

    /// <summary>A number that is not whole, or is too large.</summary>
    public const long OddNumber = long.MaxValue;

    /// <summary>Numbers lie below it, so that sums and products of them fit.</summary>
    public const long MostNumber = 1L << 36;

    /// <summary>A code.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(in Code code) => code.Odd is null ? code.Packed : OddCode;

    /// <summary>A date: its day number and two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Of(DateOnly? date) => date is DateOnly day ? day.DayNumber + FirstDay : NoDay;

    /// <summary>A whole number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Of(long? number) => number is long value ? value is > -MostNumber and < MostNumber ? value : OddNumber : NoNumber;

    /// <summary>A number.</summary>
    public static long Of(decimal? number)
    {
        if (number is not decimal value)
        {
            return NoNumber;
        }

        return value is > -MostNumber and < MostNumber && (value.Scale == 0 || decimal.Truncate(value) == value) ? (long)value : OddNumber;
    }

    /// <summary>A list; empty where none was given.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T[] Of<T>(ImmutableArray<T> list) => ImmutableCollectionsMarshal.AsArray(list) ?? [];
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Tables;
using EditEngine.Values;

namespace EditEngine.Evaluation.Compiled;

/// <summary>What compiled code does with known values: it says what the operators' rows say of them.</summary>
internal static class KnownValues
{
    /// <summary>Whether two texts are the same; none is only itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Same(string left, string right) =>
        ReferenceEquals(left, right) || (left.Length == right.Length && !ReferenceEquals(left, KnownFacts.NoText) && !ReferenceEquals(right, KnownFacts.NoText) && string.Equals(left, right, StringComparison.Ordinal));

    /// <summary>Whether a code is in a set that knows no days.</summary>
    public static bool IsIn(object set, ulong code) => Unsafe.As<CodeSet>(set).Contains(code, 0);

    /// <summary>Whether a code is in a set on a day; none is a day on which only those are that always are.</summary>
    public static bool IsIn(object set, ulong code, int day) =>
        day > 1 ? Unsafe.As<CodeSet>(set).Contains(code, day - 2) : Unsafe.As<CodeSet>(set).ContainsSometime(code) == SometimeMember.Always;

    /// <summary>Whether a code is one of a few.</summary>
    /// <param name="numbers">An edit's numbers.</param>
    /// <param name="place">Where the length of the few stands, and they behind it.</param>
    /// <param name="code">The code.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsOneOf(long[] numbers, int place, ulong code)
    {
        for (int end = place + (int)numbers[place]; place < end;)
        {
            if ((ulong)numbers[++place] == code)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a text is one of some, or begins as one of some.</summary>
    public static bool IsOneOf(object texts, object prefixes, string text)
    {
        if (ReferenceEquals(text, KnownFacts.NoText))
        {
            return false;
        }

        foreach (string one in Unsafe.As<string[]>(texts))
        {
            if (ReferenceEquals(one, text) || string.Equals(one, text, StringComparison.Ordinal))
            {
                return true;
            }
        }

        foreach (string prefix in Unsafe.As<string[]>(prefixes))
        {
            if (text.StartsWith(prefix, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How many codes of a list, each once, are in a set or are a code; with neither, all.</summary>
    /// <param name="codes">The list.</param>
    /// <param name="set">The set; null: none.</param>
    /// <param name="code">The code; 0: none.</param>
    /// <param name="day">The day of a dated set; 0: the set is not dated.</param>
    /// <param name="isOutside">Those that are not.</param>
    public static int CountIn(Code[] codes, object? set, ulong code, int day, bool isOutside)
    {
        int count = 0;
        for (int i = 0; i < codes.Length; i++)
        {
            if (codes[i].IsMissing || codes.AsSpan(0, i).Contains(codes[i]))
            {
                continue;
            }

            ulong one = PlainFacts.Of(codes[i]);
            bool matches = set is not null ? one != PlainFacts.OddCode && (day == 0 ? IsIn(set, one) : IsIn(set, one, day)) : code == 0 || one == code;
            count += matches != isOutside ? 1 : 0;
        }

        return count;
    }

    /// <summary>Whether a list has a code of a set, or one that is not of it.</summary>
    public static bool HasIn(Code[] codes, object set, int day, bool isOutside)
    {
        foreach (ref readonly Code code in codes.AsSpan())
        {
            if (!code.IsMissing && (code.Odd is null && (day == 0 ? IsIn(set, code.Packed) : IsIn(set, code.Packed, day))) != isOutside)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a list has a code, or another one.</summary>
    public static bool HasCode(Code[] codes, ulong wanted, bool isOutside)
    {
        foreach (ref readonly Code code in codes.AsSpan())
        {
            if (!code.IsMissing && (PlainFacts.Of(code) == wanted) != isOutside)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a list has any code.</summary>
    public static bool HasAny(Code[] codes)
    {
        foreach (ref readonly Code code in codes.AsSpan())
        {
            if (!code.IsMissing)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a list has a code of a set, or one that is not of it.</summary>
    public static bool HasIn(in CodeList codes, object set, int day, bool isOutside)
    {
        CodeCursor cursor = default;
        while (codes.Next(ref cursor, out Code code))
        {
            if ((code.Odd is null && (day == 0 ? IsIn(set, code.Packed) : IsIn(set, code.Packed, day))) != isOutside)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a list has a code, or another one.</summary>
    public static bool HasCode(in CodeList codes, ulong wanted, bool isOutside)
    {
        CodeCursor cursor = default;
        while (codes.Next(ref cursor, out Code code))
        {
            if ((PlainFacts.Of(code) == wanted) != isOutside)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a list has any code.</summary>
    public static bool HasAny(in CodeList codes) => !codes.IsEmpty();

    /// <summary>How many codes of a list, each once, are in a set or are a code; with neither, all.</summary>
    public static int CountIn(in CodeList codes, object? set, ulong code, int day, bool isOutside)
    {
        int count = 0;
        CodeCursor cursor = default;
        while (codes.Next(ref cursor, out Code one))
        {
            ulong packed = PlainFacts.Of(one);
            bool matches = set is not null ? packed != PlainFacts.OddCode && (day == 0 ? IsIn(set, packed) : IsIn(set, packed, day)) : code == 0 || packed == code;
            count += matches != isOutside && !codes.HasBefore(cursor, one) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Whether two lists share a code.</summary>
    public static bool Share(in CodeList left, in CodeList right)
    {
        CodeCursor cursor = default;
        while (left.Next(ref cursor, out Code code))
        {
            if (right.Contains(code))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a text falls into a stable sample.</summary>
    public static bool IsInSample(string text, long part, long whole) => !ReferenceEquals(text, KnownFacts.NoText) && Crc32.Of(text) % (uint)whole < part;

    /// <summary>Whether two lists share a code.</summary>
    public static bool Share(Code[] left, Code[] right)
    {
        foreach (ref readonly Code code in left.AsSpan())
        {
            if (!code.IsMissing && right.AsSpan().Contains(code))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether two lists have the same codes, in whatever order.</summary>
    public static bool SameCodes(in CodeList left, in CodeList right) => AreAllIn(left, right) && AreAllIn(right, left);

    /// <summary>A list of codes, as all lists can be taken.</summary>
    public static CodeList ListOf(Code[] codes) => CodeList.Of(ImmutableCollectionsMarshal.AsImmutableArray(codes));

    /// <summary>The list itself.</summary>
    public static CodeList ListOf(in CodeList codes) => codes;

    private static bool AreAllIn(in CodeList codes, in CodeList others)
    {
        CodeCursor cursor = default;
        while (codes.Next(ref cursor, out Code code))
        {
            if (!others.Contains(code))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The day so many months and days away, none of none; 0 past the calendar's ends.</summary>
    /// <param name="day">The day.</param>
    /// <param name="period">A period as <see cref="PeriodOf"/> keeps it; <see cref="PlainFacts.NoNumber"/> is none.</param>
    /// <param name="sign">1 or -1.</param>
    public static int Shift(int day, long period, int sign) =>
        day == 1 || period == PlainFacts.NoNumber ? 1 : Values.Day.Of(DateOnly.FromDayNumber(day - 2)).Plus(new Period(Presence.Known, (int)period, (int)(period >> 32)), sign).Packed;

    /// <summary>The day so many days later, none of none; 0 past the calendar's ends.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int DaysLater(int day, int days) =>
        day == 1 ? 1 : (long)day + days is long later && later >= PlainFacts.FirstDay && later <= DateOnly.MaxValue.DayNumber + PlainFacts.FirstDay ? (int)later : 0;

    /// <summary>The quotient of a number by one above zero, rounded to a whole one: halves away from zero.</summary>
    public static Int128 RoundHalfUp(Int128 number, Int128 divisor) => Round(number, divisor, Int128.Abs(number % divisor) * 2 >= divisor);

    /// <summary>The same, away from zero.</summary>
    public static Int128 RoundUp(Int128 number, Int128 divisor) => Round(number, divisor, number % divisor != 0);

    /// <summary>The same, towards zero.</summary>
    public static Int128 RoundDown(Int128 number, Int128 divisor) => number / divisor;

    /// <summary>A period as one number.</summary>
    public static long PeriodOf(in Period period) => ((long)period.Months << 32) | (uint)period.Days;

    /// <summary>How many days, months or years lie between two known days.</summary>
    public static long Between(int unit, int from, int to) => (Between)unit switch
    {
        Values.Between.Days => to - from,
        Values.Between.FullMonths => CalendarMath.FullMonthsBetween(from - 2, to - 2),
        _ => CalendarMath.Age(from - 2, to - 2),
    };

    /// <summary>An end of the calendar period of a known day; 0 past the calendar's ends.</summary>
    public static int Edge(int period, bool isLast, int day, int start) =>
        Values.Day.FromNumber(day - 2).EdgeOf((CalendarPeriod)period, isLast, Values.Day.FromNumber(start - 2)).Packed;

    /// <summary>The row of a key on a day; -1 where there is none.</summary>
    public static int Find(object table, int day, ulong first)
    {
        Span<ulong> key = [first];
        return Find(table, day, key);
    }

    /// <summary>The row of a key on a day; -1 where there is none.</summary>
    public static int Find(object table, int day, ulong first, ulong second)
    {
        Span<ulong> key = [first, second];
        return Find(table, day, key);
    }

    /// <summary>The row of a key on a day; -1 where there is none.</summary>
    public static int Find(object table, int day, ulong first, ulong second, ulong third)
    {
        Span<ulong> key = [first, second, third];
        return Find(table, day, key);
    }

    /// <summary>The row of a key on a day; -1 where there is none.</summary>
    public static int Find(object table, int day, ulong first, ulong second, ulong third, ulong fourth)
    {
        Span<ulong> key = [first, second, third, fourth];
        return Find(table, day, key);
    }

    /// <summary>The number of a text in a table's key; of none one that no row has.</summary>
    public static ulong KeyOf(object table, int column, string text) => ReferenceEquals(text, KnownFacts.NoText) ? ulong.MaxValue : Unsafe.As<Table>(table).KeyOf(column, text);

    /// <summary>Whether a row is in force on a day; where there is none, on every day.</summary>
    public static bool IsInForce(object table, int row, int day)
    {
        Table rows = Unsafe.As<Table>(table);
        return day > 1
            ? rows.GetFrom(row) <= day - 2 && rows.GetThrough(row) >= day - 2
            : rows.GetFrom(row) == int.MinValue && rows.GetThrough(row) == int.MaxValue;
    }

    /// <summary>The lowest bit's position.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Lowest(ulong mask) => BitOperations.TrailingZeroCount(mask);

    private static Int128 Round(Int128 number, Int128 divisor, bool isMore) => (number / divisor) + (isMore ? number < 0 ? -1 : 1 : 0);

    private static int Find(object table, int day, ReadOnlySpan<ulong> key)
    {
        Table rows = Unsafe.As<Table>(table);
        return day > 1 ? rows.FindRow(key, day - 2) : rows.FindRowOfAnyDay(key, out _);
    }
}

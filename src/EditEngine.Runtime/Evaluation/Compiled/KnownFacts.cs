using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Fields;
using EditEngine.Plans;
using EditEngine.Tables;
using EditEngine.Values;

namespace EditEngine.Evaluation.Compiled;

/// <summary>Facts in the plain types of compiled code, read by the rows of the table of fields.</summary>
/// <remarks>
/// A code is its packed number: 0 missing, 1 none, <see cref="Odd"/> a text that does not pack. A day is <see cref="Values.Day.Packed"/>. A number is whole:
/// <see cref="NoNumber"/> absent, <see cref="OddNumber"/> one that is not whole or too large. A text is a reference: null absent, <see cref="NoText"/> none.
/// </remarks>
internal static class KnownFacts
{
    /// <summary>A code that does not pack.</summary>
    public const ulong Odd = ulong.MaxValue;

    /// <summary>No number: absent, or none.</summary>
    public const long NoNumber = long.MinValue;

    /// <summary>A number that compiled code does not take: the executor does.</summary>
    public const long OddNumber = long.MaxValue;

    /// <summary>Numbers of facts lie below it, so that sums and products of them fit.</summary>
    public const long MostNumber = 1L << 36;

    // Ten thousand cents times it are below the most.
    private const decimal MostPayerNumber = 1_000_000m;

    /// <summary>The text of none: no fact is this object.</summary>
    public static readonly string NoText = new('\0', 1);

    /// <summary>A code.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Code(object field, Claim claim, object thing) => Code(Unsafe.As<ClaimField<EditEngine.Codes.Code>>(field).Read(claim, thing));

    /// <summary>A code.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Code(in EditEngine.Codes.Code code) => code.Odd is null ? code.Packed : Odd;

    /// <summary>A day.</summary>
    public static int Day(object field, Claim claim, object thing) => Values.Day.Of(Unsafe.As<ClaimField<DateOnly?>>(field).Read(claim, thing)).Packed;

    /// <summary>A whole number of a decimal.</summary>
    public static long Decimal(object field, Claim claim, object thing) => Whole(Unsafe.As<ClaimField<decimal?>>(field).Read(claim, thing));

    /// <summary>A whole number.</summary>
    public static long Whole(object field, Claim claim, object thing) =>
        Unsafe.As<ClaimField<long?>>(field).Read(claim, thing) is long value ? Math.Abs(value) < MostNumber ? value : OddNumber : NoNumber;

    /// <summary>A text.</summary>
    public static string? Text(object field, Claim claim, object thing) => Unsafe.As<ClaimField<string?>>(field).Read(claim, thing);

    /// <summary>Yes 1, no 0, absent -1.</summary>
    public static int YesNo(object field, Claim claim, object thing) => Unsafe.As<ClaimField<bool?>>(field).Read(claim, thing) is bool yes ? yes ? 1 : 0 : -1;

    /// <summary>Codes of a list; empty where none are given.</summary>
    public static EditEngine.Codes.Code[] Codes(object field, Claim claim, object thing) =>
        ImmutableCollectionsMarshal.AsArray(Unsafe.As<ClaimField<ImmutableArray<EditEngine.Codes.Code>>>(field).Read(claim, thing)) ?? [];

    /// <summary>Codes that a claim holds inside of other records.</summary>
    public static CodeList Held(object fact, Claim claim, object thing)
    {
        FactRef known = Unsafe.As<FactRef>(fact);
        return Read.ListOf(known.HeldCodes!.Read(claim, thing), known); // A list's fact.
    }

    /// <summary>An instant, of which only the order counts.</summary>
    public static long Instant(object field, Claim claim, object thing) =>
        Unsafe.As<ClaimField<DateTimeOffset?>>(field).Read(claim, thing) is DateTimeOffset known ? known.UtcTicks : NoNumber;

    /// <summary>A payer's number, ten thousand times.</summary>
    /// <param name="member">Under <c>facts</c> of the claim.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="scale">10,000; of dollars kept in cents a hundred times as much.</param>
    public static long PayerNumber(object member, Claim claim, int scale) =>
        claim.Facts.TryGetValue(Unsafe.As<string>(member), out FactValue? value) && value.Number is decimal number
            ? Math.Abs(number) < MostPayerNumber ? Whole(number * scale) : OddNumber
            : NoNumber;

    /// <summary>A payer's text; null where it is absent.</summary>
    public static string? PayerText(object member, Claim claim) => claim.Facts.TryGetValue(Unsafe.As<string>(member), out FactValue? value) ? value.Text : null;

    /// <summary>A payer's code.</summary>
    public static ulong PayerCode(object member, Claim claim, int system) => Code(EditEngine.Codes.Code.From((CodeSystem)system, PayerText(member, claim)));

    /// <summary>The certificates of a provider; null where they were not given.</summary>
    public static Certificate[]? Certificates(object provider) => ImmutableCollectionsMarshal.AsArray(Unsafe.As<Provider>(provider).Certificates);

    /// <summary>The record of a part; null where there is none.</summary>
    public static object? Part(object field, Claim claim, object thing) => Unsafe.As<ClaimField>(field).PartOf(claim, thing);

    /// <summary>The things of a list; none for a list that was not given.</summary>
    public static T[] Things<T>(ImmutableArray<T> things) => ImmutableCollectionsMarshal.AsArray(things) ?? [];

    /// <summary>The suggestions of a claim.</summary>
    public static Suggestion[] Suggestions(Claim claim) => claim.CodingRecord is CodingRecord record ? Things(record.Suggestions) : [];

    /// <summary>How many things a list has; none where it was not given.</summary>
    public static int LengthOf<T>(ImmutableArray<T> things) => things.IsDefault ? 0 : things.Length;

    /// <summary>A whole number of a decimal.</summary>
    public static long Whole(decimal? number)
    {
        if (number is not decimal value)
        {
            return NoNumber;
        }

        return Math.Abs(value) < MostNumber && decimal.Truncate(value) == value ? (long)value : OddNumber;
    }

    /// <summary>A cell with a code; none where it is empty, or there is no row.</summary>
    public static ulong CellCode(object table, int row, int column) => row >= 0 && Unsafe.As<Table>(table).GetCode(row, column) is > 0 and ulong code ? code : 1;

    /// <summary>A cell with a number, times ten to the power of its column; none where it is empty, or there is no row.</summary>
    public static long CellNumber(object table, int row, int column)
    {
        long value = row >= 0 ? Unsafe.As<Table>(table).GetScaled(row, column) : NoNumber;
        return value == NoNumber || Math.Abs(value) < MostNumber ? value : OddNumber;
    }

    /// <summary>A cell with a day; none where it is empty, or there is no row.</summary>
    public static int CellDay(object table, int row, int column) =>
        row >= 0 && Unsafe.As<Table>(table).GetDate(row, column) is not int.MinValue and int day ? Values.Day.FromNumber(day).Packed : 1;

    /// <summary>A cell with a text; none where it is empty, or there is no row.</summary>
    public static string CellText(object table, int row, int column) => row >= 0 ? Unsafe.As<Table>(table).GetText(row, column) ?? NoText : NoText;

    /// <summary>A cell with a period; <see cref="NoNumber"/> where it is empty, or there is no row.</summary>
    public static long CellPeriod(object table, int row, int column, bool isMonths)
    {
        if (row < 0 || !Unsafe.As<Table>(table).TryGetNumber(row, column, out Numbers.Rational number))
        {
            return NoNumber;
        }

        int count = (int)number.Numerator;
        return KnownValues.PeriodOf(isMonths ? Values.Period.OfMonths(count) : Values.Period.OfDays(count));
    }

    /// <summary>A cell with yes.</summary>
    public static bool CellYes(object table, int row, int column) => row >= 0 && Unsafe.As<Table>(table).GetYesNo(row, column) == true;
}

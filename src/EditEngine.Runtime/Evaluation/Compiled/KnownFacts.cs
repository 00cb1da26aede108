using System.Collections.Immutable;
using System.Globalization;
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
/// A code is its packed number: 0 missing, 1 none, <see cref="PlainFacts.OddCode"/> a text that does not pack. A day is <see cref="Values.Day.Packed"/>. A number is whole:
/// <see cref="PlainFacts.NoNumber"/> absent, <see cref="PlainFacts.OddNumber"/> one that is not whole or too large. A text is a reference: null absent, <see cref="NoText"/> none.
/// </remarks>
internal static class KnownFacts
{
    // Ten thousand cents times it are below the most.
    private const decimal MostPayerNumber = 1_000_000m;

    /// <summary>The text of none: no fact is this object.</summary>
    public static readonly string NoText = new('\0', 1);

    /// <summary>A code.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Code(object field, Claim claim, object thing) => PlainFacts.Of(Unsafe.As<ClaimField<EditEngine.Codes.Code>>(field).Read(claim, thing));

    /// <summary>A day.</summary>
    public static int Day(object field, Claim claim, object thing) => PlainFacts.Of(Unsafe.As<ClaimField<DateOnly?>>(field).Read(claim, thing));

    /// <summary>A whole number of a decimal.</summary>
    public static long Decimal(object field, Claim claim, object thing) => PlainFacts.Of(Unsafe.As<ClaimField<decimal?>>(field).Read(claim, thing));

    /// <summary>A whole number.</summary>
    public static long Whole(object field, Claim claim, object thing) => PlainFacts.Of(Unsafe.As<ClaimField<long?>>(field).Read(claim, thing));

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
        Unsafe.As<ClaimField<DateTimeOffset?>>(field).Read(claim, thing) is DateTimeOffset known ? known.UtcTicks : PlainFacts.NoNumber;

    /// <summary>A payer's number, ten thousand times.</summary>
    /// <param name="member">Under <c>facts</c> of the claim.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="scale">10,000; of dollars kept in cents a hundred times as much.</param>
    public static long PayerNumber(object member, Claim claim, int scale) =>
        claim.Facts.TryGetValue(Unsafe.As<string>(member), out FactValue? value) && value.Number is decimal number
            ? Math.Abs(number) < MostPayerNumber ? PlainFacts.Of(number * scale) : PlainFacts.OddNumber
            : PlainFacts.NoNumber;

    /// <summary>A payer's text; null where it is absent.</summary>
    public static string? PayerText(object member, Claim claim) => claim.Facts.TryGetValue(Unsafe.As<string>(member), out FactValue? value) ? value.Text : null;

    /// <summary>A payer's yes 1, no 0, absent -1.</summary>
    public static long PayerYesNo(object member, Claim claim) => claim.Facts.TryGetValue(Unsafe.As<string>(member), out FactValue? value) && value.YesNo is bool yes ? yes ? 1 : 0 : -1;

    /// <summary>A payer's day.</summary>
    public static int PayerDay(object member, Claim claim) =>
        DateOnly.TryParseExact(PayerText(member, claim), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? Values.Day.Of(day).Packed : 0;

    /// <summary>Every code of one system on a claim.</summary>
    public static CodeList ClaimCodes(Claim claim, int system) => CodeSources.Of(claim, (CodeSystem)system);

    /// <summary>A payer's code.</summary>
    public static ulong PayerCode(object member, Claim claim, int system) => PlainFacts.Of(EditEngine.Codes.Code.From((CodeSystem)system, PayerText(member, claim)));

    /// <summary>The certificates of a provider; null where they were not given.</summary>
    public static Certificate[]? Certificates(object provider) => ImmutableCollectionsMarshal.AsArray(Unsafe.As<Provider>(provider).Certificates);

    /// <summary>The spans of a payer's fact; null where they were not given.</summary>
    public static FactSpan[]? Spans(object member, Claim claim) =>
        claim.Facts.TryGetValue(Unsafe.As<string>(member), out FactValue? value) ? ImmutableCollectionsMarshal.AsArray(value.Spans) : null;

    /// <summary>The record of a part; null where there is none.</summary>
    public static object? Part(object field, Claim claim, object thing) => Unsafe.As<ClaimField>(field).PartOf(claim, thing);

    /// <summary>The things of a list; none for a list that was not given.</summary>
    public static T[] Things<T>(ImmutableArray<T> things) => ImmutableCollectionsMarshal.AsArray(things) ?? [];

    /// <summary>The suggestions of a claim.</summary>
    public static Suggestion[] Suggestions(Claim claim) => claim.CodingRecord is CodingRecord record ? Things(record.Suggestions) : [];

    /// <summary>How many things a list has; none where it was not given.</summary>
    public static int LengthOf<T>(ImmutableArray<T> things) => things.IsDefault ? 0 : things.Length;

    /// <summary>A cell with a code; none where it is empty, or there is no row.</summary>
    public static ulong CellCode(object table, int row, int column) => row >= 0 && Unsafe.As<Table>(table).GetCode(row, column) is > 0 and ulong code ? code : 1;

    /// <summary>A cell with a number, times ten to the power of its column; none where it is empty, or there is no row.</summary>
    public static long CellNumber(object table, int row, int column)
    {
        long value = row >= 0 ? Unsafe.As<Table>(table).GetScaled(row, column) : PlainFacts.NoNumber;
        return value == PlainFacts.NoNumber || Math.Abs(value) < PlainFacts.MostNumber ? value : PlainFacts.OddNumber;
    }

    /// <summary>A cell with a day; none where it is empty, or there is no row.</summary>
    public static int CellDay(object table, int row, int column) =>
        row >= 0 && Unsafe.As<Table>(table).GetDate(row, column) is not int.MinValue and int day ? Values.Day.FromNumber(day).Packed : 1;

    /// <summary>A cell with a text; none where it is empty, or there is no row.</summary>
    public static string CellText(object table, int row, int column) => row >= 0 ? Unsafe.As<Table>(table).GetText(row, column) ?? NoText : NoText;

    /// <summary>A cell with a period; <see cref="PlainFacts.NoNumber"/> where it is empty, or there is no row.</summary>
    public static long CellPeriod(object table, int row, int column, bool isMonths)
    {
        if (row < 0 || !Unsafe.As<Table>(table).TryGetNumber(row, column, out Numbers.Rational number))
        {
            return PlainFacts.NoNumber;
        }

        int count = (int)number.Numerator;
        return KnownValues.PeriodOf(isMonths ? Values.Period.OfMonths(count) : Values.Period.OfDays(count));
    }

    /// <summary>A cell with yes.</summary>
    public static bool CellYes(object table, int row, int column) => row >= 0 && Unsafe.As<Table>(table).GetYesNo(row, column) == true;
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using EditEngine.Codes;
using EditEngine.Diagnostics;
using EditEngine.Formats.Cms;

namespace EditEngine.Formats.Json;

/// <summary>Single values of claims and results. Each gives null or <c>default</c> where nothing usable stands, and has reported it then.</summary>
internal static class JsonValues
{
    // Ten trillion dollars: sums over all lines of a claim stay far within 64 bits.
    private const decimal MostCents = 1_000_000_000_000_000m;

    // A text; blank counts as not given, as it does for codes.
    public static string? ReadText(this ref JsonParser json) => json.IsString() && json.ReadString() is string text && !string.IsNullOrWhiteSpace(text) ? text : null;

    // A code as it stands.
    public static Code ReadCode(this ref JsonParser json, CodeSystem system)
    {
        if (!json.IsString())
        {
            return default;
        }

        return !json.Tokens.ValueIsEscaped && Ascii.IsValid(json.Tokens.ValueSpan) ? Code.From(system, json.Tokens.ValueSpan)
            : json.ReadString() is string text ? Code.From(system, text)
            : default;
    }

    // A code of a claim, which may have lost its zeros.
    public static Code ReadSentCode(this ref JsonParser json, CodeSystem system)
    {
        Code code = json.ReadCode(system);
        return code.Odd is null && system is not (CodeSystem.Tooth or CodeSystem.Quadrant or CodeSystem.DelayReason) ? code : json.AsMeant(code);
    }

    // A code without the form of its system: with the zeros that it lost, or as it was sent; told either way.
    private static Code AsMeant(this ref JsonParser json, in Code code)
    {
        if (LeadingZeros.TryRestore(code, out Code meant))
        {
            if (json.TryWarnAt(json.Tokens.TokenStartIndex, null, out JsonPlace? place))
            {
                json.Context.Add(JsonDiagnostics.LostZeros(place, SentText.Value(code.ToPlainText()), meant.ToPlainText()));
            }
        }
        else if (code.Odd is string odd && !MayBePaymentGroup(code.System, odd) && json.TryWarnAt(json.Tokens.TokenStartIndex, null, out JsonPlace? place))
        {
            json.Context.Add(JsonDiagnostics.OddCode(place, odd, SystemNames.Of(code.System)));
        }

        return meant;
    }

    // Until its revenue code is read, what stands in the place of a procedure may be one.
    private static bool MayBePaymentGroup(CodeSystem system, string odd) => system == CodeSystem.Procedure && odd.Length == 5 && odd.All(char.IsAsciiLetterOrDigit);

    public static DateOnly? ReadDate(this ref JsonParser json)
    {
        if (!json.IsString())
        {
            return null;
        }

        if (JsonTimes.TryDate(json.Tokens.ValueSpan, out DateOnly date))
        {
            return date;
        }

        if (json.ReadText() is not string text)
        {
            return null;
        }

        if (json.Tokens.ValueIsEscaped && JsonTimes.TryDate(Encoding.UTF8.GetBytes(text), out date))
        {
            return date;
        }

        if (json.TryFault(out JsonPlace? place))
        {
            json.Context.Add(JsonDiagnostics.BadDate(place, text, JsonTimes.Meant(text)));
        }

        return null;
    }

    public static DateTimeOffset? ReadInstant(this ref JsonParser json)
    {
        if (!json.IsString())
        {
            return null;
        }

        if (json.ReadText() is not string text)
        {
            return null;
        }

        if (JsonTimes.TryInstant(text, out DateTimeOffset instant))
        {
            return instant;
        }

        if (json.TryFault(out JsonPlace? place))
        {
            json.Context.Add(JsonDiagnostics.BadInstant(place, text));
        }

        return null;
    }

    public static TimeOnly? ReadTime(this ref JsonParser json)
    {
        if (json.ReadText() is not string text)
        {
            return null;
        }

        if (JsonTimes.TryTime(text, out TimeOnly time))
        {
            return time;
        }

        if (json.TryFault(out JsonPlace? place))
        {
            json.Context.Add(JsonDiagnostics.BadTime(place, text));
        }

        return null;
    }

    public static decimal? ReadNumber(this ref JsonParser json)
    {
        if (json.Tokens.TokenType != JsonTokenType.Number)
        {
            json.ReportWrongType(JsonParser.NumberFits);
            return null;
        }

        if (JsonNumber.TryParse(json.Tokens.ValueSpan, out decimal value))
        {
            return value;
        }

        json.ReportOutOfRange("a number of at most 28 digits");
        return null;
    }

    public static long? ReadCents(this ref JsonParser json) => json.ReadCents(MostCents);

    public static long? ReadCents(this ref JsonParser json, decimal most)
    {
        if (json.Tokens.TokenType == JsonTokenType.Number && JsonNumber.TryCents(json.Tokens.ValueSpan, out long usual))
        {
            return usual;
        }

        if (json.ReadNumber() is not decimal dollars)
        {
            return null;
        }

        if (Math.Abs(dollars) > most / 100)
        {
            json.ReportOutOfRange(most == MostCents ? "an amount of at most ten trillion dollars" : "an amount that 64 bits of cents hold");
            return null;
        }

        decimal cents = dollars * 100;
        if (decimal.IsInteger(cents))
        {
            return (long)cents;
        }

        if (json.TryFault(out JsonPlace? place))
        {
            json.Context.Add(JsonDiagnostics.PartOfCent(place, json.RawToken()));
        }

        return null;
    }

    public static int? ReadWhole(this ref JsonParser json, int least)
    {
        if (json.Tokens.TokenType == JsonTokenType.Number && JsonNumber.TrySmall(json.Tokens.ValueSpan, out long small, out int scale) && scale == 0 && small >= least && small <= int.MaxValue)
        {
            return (int)small;
        }

        if (json.ReadNumber() is not decimal value)
        {
            return null;
        }

        if (decimal.IsInteger(value) && value >= least && value <= int.MaxValue)
        {
            return (int)value;
        }

        json.ReportOutOfRange(least == int.MinValue ? "a whole number" : string.Create(CultureInfo.InvariantCulture, $"a whole number, {least} or more"));
        return null;
    }

    public static bool? ReadYesNo(this ref JsonParser json)
    {
        if (json.Tokens.TokenType is JsonTokenType.True or JsonTokenType.False)
        {
            return json.Tokens.TokenType == JsonTokenType.True;
        }

        json.ReportWrongType(JsonParser.YesNoFits);
        return null;
    }

    // Position of the word in its list, or -1.
    public static int ReadWordIndex(this ref JsonParser json, string[] words)
    {
        if (!json.IsString())
        {
            return -1;
        }

        for (int i = 0; i < words.Length && json.IsWholeText; i++)
        {
            if (json.Tokens.ValueTextEquals(words[i]))
            {
                return i;
            }
        }

        if (json.ReadString() is string seen && json.TryFault(out JsonPlace? place))
        {
            json.Context.Add(JsonDiagnostics.UnknownWord(place, seen, words));
        }

        return -1;
    }

    public static string? ReadWord(this ref JsonParser json, string[] words) => json.ReadWordIndex(words) is >= 0 and int index ? words[index] : null;

    public static ImmutableArray<string> ReadTexts(this ref JsonParser json) =>
        json.ReadList(static (ref JsonParser parser) => parser.IsString() ? parser.ReadString()! : null!); // null items are left out by ReadList

    public static ImmutableArray<int> ReadPointers(this ref JsonParser json) => json.ReadList(static (ref JsonParser parser) => parser.ReadWhole(1) ?? 0);

    private delegate Code CodeReader(ref JsonParser json, CodeSystem system);

    /// <summary>Codes of a result, as they stand.</summary>
    public static ImmutableArray<Code> ReadCodes(this ref JsonParser json, CodeSystem system) => ReadCodes(ref json, system, int.MaxValue, ReadCode);

    /// <summary>Codes of a claim.</summary>
    public static ImmutableArray<Code> ReadSentCodes(this ref JsonParser json, CodeSystem system, int most) => ReadCodes(ref json, system, most, ReadSentCode);

    // Blank items are left out, and said.
    private static ImmutableArray<Code> ReadCodes(ref JsonParser json, CodeSystem system, int most, CodeReader read)
    {
        if (json.Tokens.TokenType != JsonTokenType.StartArray)
        {
            json.ReportWrongType(JsonParser.ListFits);
            return default;
        }

        long start = json.Tokens.TokenStartIndex;
        PooledList<Code> codes = new();
        while (json.Tokens.Read() && json.Tokens.TokenType != JsonTokenType.EndArray)
        {
            int problems = json.Context.ProblemCount;
            Code code = read(ref json, system);
            if (!code.IsMissing)
            {
                codes.Add(code);
            }
            else if (json.Context.ProblemCount == problems && json.TryWarnAt(json.Tokens.TokenStartIndex, null, out JsonPlace? place))
            {
                json.Context.Add(JsonDiagnostics.EmptyCode(place));
            }
        }

        if (codes.Count > most && json.TryFaultAt(start, null, out JsonPlace? listPlace))
        {
            json.Context.Add(JsonDiagnostics.TooManyItems(listPlace, codes.Count, most));
        }

        return codes.ToImmutable();
    }
}

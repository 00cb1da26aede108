using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using EditEngine.Codes;
using EditEngine.Diagnostics;

namespace EditEngine.Formats.Json;

/// <summary>Single values. Each gives null or <c>default</c> where nothing usable stands, and has reported it then.</summary>
internal ref partial struct JsonParser
{
    private const string TextFits = "text in double quotes";
    private const string NumberFits = "a number without quotes";
    private const string YesNoFits = "true or false";
    private const string ListFits = "a list in [ ]";
    private const string ObjectFits = "an object in { }";

    // Ten trillion dollars: sums over all lines of a claim stay far within 64 bits.
    private const decimal MostCents = 1_000_000_000_000_000m;

    // A result may hold more than a claim: a percent can be beyond a hundred.
    private const decimal MostDeniedCents = long.MaxValue;

    // A text; blank counts as not given, as it does for codes.
    public string? ReadText() => IsString() && ReadString() is string text && !string.IsNullOrWhiteSpace(text) ? text : null;

    public Code ReadCode(CodeSystem system)
    {
        if (!IsString())
        {
            return default;
        }

        if (!_json.ValueIsEscaped && Ascii.IsValid(_json.ValueSpan))
        {
            return Code.From(system, _json.ValueSpan);
        }

        return ReadString() is string text ? Code.From(system, text) : default;
    }

    public Code ReadBillType()
    {
        Code code = ReadCode(CodeSystem.BillType);
        return code.Length == 4 && code.Odd is null && code.ToPlainText() is ['0', .. string rest] ? Code.From(CodeSystem.BillType, rest) : code;
    }

    public DateOnly? ReadDate()
    {
        if (!IsString())
        {
            return null;
        }

        if (JsonTimes.TryDate(_json.ValueSpan, out DateOnly date))
        {
            return date;
        }

        if (ReadText() is not string text)
        {
            return null;
        }

        if (_json.ValueIsEscaped && JsonTimes.TryDate(Encoding.UTF8.GetBytes(text), out date))
        {
            return date;
        }

        if (TryFault(out JsonPlace? place))
        {
            _context.Add(JsonDiagnostics.BadDate(place, text, JsonTimes.Meant(text)));
        }

        return null;
    }

    public DateTimeOffset? ReadInstant()
    {
        if (!IsString())
        {
            return null;
        }

        if (ReadText() is not string text)
        {
            return null;
        }

        if (JsonTimes.TryInstant(text, out DateTimeOffset instant))
        {
            return instant;
        }

        if (TryFault(out JsonPlace? place))
        {
            _context.Add(JsonDiagnostics.BadInstant(place, text));
        }

        return null;
    }

    public TimeOnly? ReadTime()
    {
        if (ReadText() is not string text)
        {
            return null;
        }

        if (JsonTimes.TryTime(text, out TimeOnly time))
        {
            return time;
        }

        if (TryFault(out JsonPlace? place))
        {
            _context.Add(JsonDiagnostics.BadTime(place, text));
        }

        return null;
    }

    public decimal? ReadNumber()
    {
        if (_json.TokenType != JsonTokenType.Number)
        {
            ReportWrongType(NumberFits);
            return null;
        }

        if (JsonNumber.TryParse(_json.ValueSpan, out decimal value))
        {
            return value;
        }

        ReportOutOfRange("a number of at most 28 digits");
        return null;
    }

    public long? ReadCents() => ReadCents(MostCents);

    private long? ReadCents(decimal most)
    {
        if (_json.TokenType == JsonTokenType.Number && JsonNumber.TryCents(_json.ValueSpan, out long usual))
        {
            return usual;
        }

        if (ReadNumber() is not decimal dollars)
        {
            return null;
        }

        if (Math.Abs(dollars) > most / 100)
        {
            ReportOutOfRange(most == MostCents ? "an amount of at most ten trillion dollars" : "an amount that 64 bits of cents hold");
            return null;
        }

        decimal cents = dollars * 100;
        if (decimal.IsInteger(cents))
        {
            return (long)cents;
        }

        if (TryFault(out JsonPlace? place))
        {
            _context.Add(JsonDiagnostics.PartOfCent(place, RawToken()));
        }

        return null;
    }

    private int? ReadWhole(int least)
    {
        if (_json.TokenType == JsonTokenType.Number && JsonNumber.TrySmall(_json.ValueSpan, out long small, out int scale) && scale == 0 && small >= least && small <= int.MaxValue)
        {
            return (int)small;
        }

        if (ReadNumber() is not decimal value)
        {
            return null;
        }

        if (decimal.IsInteger(value) && value >= least && value <= int.MaxValue)
        {
            return (int)value;
        }

        ReportOutOfRange(least == int.MinValue ? "a whole number" : string.Create(CultureInfo.InvariantCulture, $"a whole number, {least} or more"));
        return null;
    }

    public bool? ReadYesNo()
    {
        if (_json.TokenType is JsonTokenType.True or JsonTokenType.False)
        {
            return _json.TokenType == JsonTokenType.True;
        }

        ReportWrongType(YesNoFits);
        return null;
    }

    // Position of the word in its list, or -1.
    private int ReadWordIndex(string[] words)
    {
        if (!IsString())
        {
            return -1;
        }

        for (int i = 0; i < words.Length && IsWholeText; i++)
        {
            if (_json.ValueTextEquals(words[i]))
            {
                return i;
            }
        }

        if (ReadString() is string seen && TryFault(out JsonPlace? place))
        {
            _context.Add(JsonDiagnostics.UnknownWord(place, seen, words));
        }

        return -1;
    }

    public string? ReadWord(string[] words) => ReadWordIndex(words) is >= 0 and int index ? words[index] : null;

    public ImmutableArray<string> ReadTexts() =>
        ReadList(static (ref JsonParser parser) => parser.IsString() ? parser.ReadString()! : null!); // null items are left out by ReadList

    public ImmutableArray<int> ReadPointers() => ReadList(static (ref JsonParser parser) => parser.ReadWhole(1) ?? 0);

    // Blank items are left out, and said.
    public ImmutableArray<Code> ReadCodes(CodeSystem system, int most = int.MaxValue)
    {
        if (_json.TokenType != JsonTokenType.StartArray)
        {
            ReportWrongType(ListFits);
            return default;
        }

        long start = _json.TokenStartIndex;
        PooledList<Code> codes = new();
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            int problems = _context.ProblemCount;
            Code code = ReadCode(system);
            if (!code.IsMissing)
            {
                codes.Add(code);
            }
            else if (_context.ProblemCount == problems && TryWarnAt(_json.TokenStartIndex, null, out JsonPlace? place))
            {
                _context.Add(JsonDiagnostics.EmptyCode(place));
            }
        }

        if (codes.Count > most && TryFaultAt(start, null, out JsonPlace? listPlace))
        {
            _context.Add(JsonDiagnostics.TooManyItems(listPlace, codes.Count, most));
        }

        return codes.ToImmutable();
    }

    private bool IsString()
    {
        if (_json.TokenType == JsonTokenType.String)
        {
            return true;
        }

        ReportWrongType(TextFits);
        return false;
    }

    private readonly string? ReadString()
    {
        string? text = TextOrNull();
        if (text is null)
        {
            ReportHalf(_json.TokenStartIndex);
        }

        return text;
    }

    // null for a text with half of a surrogate pair.
    private readonly string? TextOrNull() => IsWholeText ? _json.GetString() : null;

    // INVARIANT: looked at before the framework takes the escapes out of a text, for it throws at half of a surrogate pair.
    private readonly bool IsWholeText => !_json.ValueIsEscaped || Surrogates.LoneEscape(_json.ValueSpan) < 0;

    private readonly void ReportOutOfRange(string fits)
    {
        if (TryFault(out JsonPlace? place))
        {
            _context.Add(JsonDiagnostics.OutOfRange(place, RawToken(), fits));
        }
    }

    // Reports, and passes over what stands there.
    private void ReportWrongType(string fits)
    {
        if (TryFault(out JsonPlace? place))
        {
            // Of a number in the place of a text little is shown: it may be an id of a person.
            string raw = RawToken();
            string shown = fits == TextFits ? SentText.Words(raw) : SentText.Value(raw);
            string written = shown == raw ? raw : "it";
            string? mend = _json.TokenType switch
            {
                JsonTokenType.Number when fits == TextFits => shown == raw ? $"\"{raw}\"" : "it in double quotes",
                JsonTokenType.String when fits == NumberFits && LooksLikeNumber() => $"{written} without quotes",
                _ => null,
            };
            _context.Add(JsonDiagnostics.WrongType(place, Seen(shown), fits, mend));
        }

        _json.Skip();
    }

    private readonly string Seen(string raw) => _json.TokenType switch
    {
        JsonTokenType.Number => $"The number {raw}",
        JsonTokenType.String => "A text",
        JsonTokenType.StartArray => "A list",
        JsonTokenType.StartObject => "An object",
        _ => Encoding.ASCII.GetString(_json.ValueSpan), // null, true or false
    };

    private readonly bool LooksLikeNumber() =>
        decimal.TryParse(_json.ValueSpan, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    private readonly string RawToken() => Encoding.UTF8.GetString(_json.ValueSpan);
}

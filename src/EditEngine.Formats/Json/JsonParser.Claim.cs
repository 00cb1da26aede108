using System.Collections.Immutable;
using System.Text.Json;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Diagnostics;

namespace EditEngine.Formats.Json;

/// <summary>Claims, and the members of claims that are more than read into a property.</summary>
internal ref partial struct JsonParser
{
    /// <summary>The claim; null where anything in it is an error.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public Claim? ReadClaim()
    {
        if (!BeginsObject())
        {
            return null;
        }

        Claim? claim = ReadObject(ClaimShapes.Claim);
        return IsGoodToEnd() ? claim : null;
    }

    /// <summary>An object of the claim schema; null where something else stands there, which is reported.</summary>
    public T? ReadObject<T>(ObjectShape<T> shape)
        where T : class
    {
        if (!TryOpen(shape.Names, out OpenObject open))
        {
            return null;
        }

        T record = shape.Create();
        ulong given = 0;
        while (NextMember(ref open, out _))
        {
            if (shape.Readers[open.Current](ref this, record))
            {
                given |= 1UL << open.Current;
            }
        }

        foreach (string member in shape.Required)
        {
            Require(open, member, (given & (1UL << shape.Names.IndexOf(member))) != 0);
        }

        return record;
    }

    public bool ReadClaimId(Claim claim)
    {
        string? id = ReadText();
        _context.ClaimId = id;
        claim._id = id ?? "";
        return id is not null;
    }

    public bool ReadLineNumber(ServiceLine line)
    {
        if (ReadWhole(1) is not int number)
        {
            return false;
        }

        line._number = number;
        if (!_context.LineNumbers.Add(number) && TryFault(out JsonPlace? place))
        {
            _context.Add(JsonDiagnostics.RepeatedLineNumber(place, number));
        }

        return true;
    }

    public bool ReadHistoryNumber(HistoryLine history)
    {
        int? number = ReadWhole(int.MinValue);
        history.Line._number = number ?? 0;
        return number is not null;
    }

    public bool ReadConfidence(Suggestion suggestion)
    {
        suggestion._confidence = ReadNumber();
        if (suggestion.Confidence is < 0 or > 1)
        {
            ReportOutOfRange("a number from 0 to 1");
        }

        return true;
    }

    /// <summary>A suggestion: the system that tells what its code is may stand behind the code.</summary>
    public Suggestion? ReadSuggestion()
    {
        ObjectShape<Suggestion> shape = ClaimShapes.Suggestion;
        if (!TryOpen(shape.Names, out OpenObject open))
        {
            return null;
        }

        Suggestion suggestion = shape.Create();
        string? text = null;
        while (NextMember(ref open, out string name))
        {
            if (name == "code")
            {
                text = ReadText();
            }
            else
            {
                shape.Readers[open.Current](ref this, suggestion);
            }
        }

        Require(open, "code", text is not null);
        suggestion._code = Code.From(ClaimShapes.SystemOf(suggestion.System), text);
        return suggestion;
    }

    public ImmutableArray<ServiceLine> ReadLines(int most)
    {
        int problems = _context.ProblemCount;
        long start = _json.TokenStartIndex;
        ImmutableArray<ServiceLine> lines = ReadList(static (ref JsonParser parser) => parser.ReadObject(ClaimShapes.Line)!, most);
        if (lines is { IsDefault: false, IsEmpty: true } && _context.ProblemCount == problems && TryFaultAt(start, null, out JsonPlace? place))
        {
            _context.Add(JsonDiagnostics.NoLines(place));
        }

        return lines;
    }

    public ImmutableSortedDictionary<string, FactValue> ReadFacts()
    {
        if (_json.TokenType != JsonTokenType.StartObject)
        {
            ReportWrongType(ObjectFits);
            return FactValue.NoFacts;
        }

        ImmutableSortedDictionary<string, FactValue>.Builder facts = FactValue.NoFacts.ToBuilder();
        HashSet<string> names = new(StringComparer.Ordinal);
        while (_json.Read() && _json.TokenType != JsonTokenType.EndObject)
        {
            string name = ReadString() ?? "?";
            if (!names.Add(name) && TryFault(out JsonPlace? place))
            {
                _context.Add(JsonDiagnostics.RepeatedMember(place, name));
            }

            _json.Read();
            if (_json.TokenType != JsonTokenType.Null && ReadFact() is FactValue fact)
            {
                facts[name] = fact;
            }
        }

        return facts.ToImmutable();
    }

    private FactValue? ReadFact()
    {
        switch (_json.TokenType)
        {
            case JsonTokenType.String:
                return ReadString() is string text ? new FactValue { Text = text } : null;
            case JsonTokenType.Number:
                return ReadNumber() is decimal number ? new FactValue { Number = number } : null;
            case JsonTokenType.True or JsonTokenType.False:
                return new FactValue { YesNo = _json.TokenType == JsonTokenType.True };
            default:
                ReportWrongType("a text, a number, true or false");
                return null;
        }
    }
}

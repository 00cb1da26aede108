using System.Collections.Immutable;
using System.Text.Json;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Diagnostics;
using EditEngine.Fields;

namespace EditEngine.Formats.Json;

/// <summary>Claims, and the members of claims that are more than read into a property.</summary>
internal static class ClaimParsing
{
    /// <summary>The claim; null where anything in it is an error.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static Claim? ReadClaim(this ref JsonParser json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        Claim? claim = json.ReadObject(ClaimShapes.Claim);
        return json.IsGoodToEnd() ? claim : null;
    }

    /// <summary>An object of the claim schema; null where something else stands there, which is reported.</summary>
    public static T? ReadObject<T>(this ref JsonParser json, ObjectShape<T> shape)
        where T : class
    {
        if (!json.TryOpen(shape.Names, out JsonParser.OpenObject open))
        {
            return null;
        }

        T record = shape.Create();
        ulong given = 0;
        while (json.NextMember(ref open, out _))
        {
            if (shape.Readers[open.Current](ref json, record))
            {
                given |= 1UL << open.Current;
            }
        }

        foreach (string member in shape.Required)
        {
            json.Require(open, member, (given & (1UL << shape.Names.IndexOf(member))) != 0);
        }

        shape.Complete?.Invoke(record);
        return record;
    }

    public static bool ReadClaimId(this ref JsonParser json, Claim claim)
    {
        string? id = json.ReadText();
        json.Context.ClaimId = id;
        claim._id = id ?? "";
        return id is not null;
    }

    public static bool ReadLineNumber(this ref JsonParser json, ServiceLine line)
    {
        if (json.ReadWhole(1) is not int number)
        {
            return false;
        }

        line._number = number;
        if (!json.Context.LineNumbers.Add(number) && json.TryFault(out JsonPlace? place))
        {
            json.Context.Add(JsonDiagnostics.RepeatedLineNumber(place, number));
        }

        return true;
    }

    public static bool ReadHistoryNumber(this ref JsonParser json, HistoryLine history)
    {
        int? number = json.ReadWhole(int.MinValue);
        history.Line._number = number ?? 0;
        return number is not null;
    }

    public static bool ReadConfidence(this ref JsonParser json, Suggestion suggestion)
    {
        suggestion._confidence = json.ReadNumber();
        if (suggestion.Confidence is < 0 or > 1)
        {
            json.ReportOutOfRange("a number from 0 to 1");
        }

        return true;
    }

    /// <summary>A suggestion: the system that tells what its code is may stand behind the code.</summary>
    public static Suggestion? ReadSuggestion(this ref JsonParser json)
    {
        ObjectShape<Suggestion> shape = ClaimShapes.Suggestion;
        if (!json.TryOpen(shape.Names, out JsonParser.OpenObject open))
        {
            return null;
        }

        Suggestion suggestion = shape.Create();
        string? text = null;
        while (json.NextMember(ref open, out string name))
        {
            if (name == "code")
            {
                text = json.ReadText();
            }
            else
            {
                shape.Readers[open.Current](ref json, suggestion);
            }
        }

        json.Require(open, "code", text is not null);
        suggestion._code = Code.From(ClaimShapes.SystemOf(suggestion.System), text);
        return suggestion;
    }

    public static ImmutableArray<ServiceLine> ReadLines(this ref JsonParser json, int most)
    {
        int problems = json.Context.ProblemCount;
        long start = json.Tokens.TokenStartIndex;
        ImmutableArray<ServiceLine> lines = json.ReadList(static (ref JsonParser parser) => parser.ReadObject(ClaimShapes.Line)!, most);
        if (lines is { IsDefault: false, IsEmpty: true } && json.Context.ProblemCount == problems && json.TryFaultAt(start, null, out JsonPlace? place))
        {
            json.Context.Add(JsonDiagnostics.NoLines(place));
        }

        return lines;
    }

    public static ImmutableSortedDictionary<string, FactValue> ReadFacts(this ref JsonParser json)
    {
        if (json.Tokens.TokenType != JsonTokenType.StartObject)
        {
            json.ReportWrongType(JsonParser.ObjectFits);
            return FactValue.NoFacts;
        }

        ImmutableSortedDictionary<string, FactValue>.Builder facts = FactValue.NoFacts.ToBuilder();
        HashSet<string> names = new(StringComparer.Ordinal);
        while (json.Tokens.Read() && json.Tokens.TokenType != JsonTokenType.EndObject)
        {
            string name = json.ReadString() ?? "?";
            if (!names.Add(name) && json.TryFault(out JsonPlace? place))
            {
                json.Context.Add(JsonDiagnostics.RepeatedMember(place, name));
            }

            json.Tokens.Read();
            if (json.Tokens.TokenType != JsonTokenType.Null && json.ReadFact() is FactValue fact)
            {
                facts[name] = fact;
            }
        }

        return facts.ToImmutable();
    }

    /// <summary>Spans of days by the names of facts: an object of lists.</summary>
    public static FactSpans ReadSpans(this ref JsonParser json)
    {
        if (json.Tokens.TokenType != JsonTokenType.StartObject)
        {
            json.ReportWrongType(JsonParser.ObjectFits);
            return new FactSpans(FactValue.NoFacts);
        }

        ImmutableSortedDictionary<string, FactValue>.Builder facts = FactValue.NoFacts.ToBuilder();
        HashSet<string> names = new(StringComparer.Ordinal);
        while (json.Tokens.Read() && json.Tokens.TokenType != JsonTokenType.EndObject)
        {
            string name = json.ReadString() ?? "?";
            if (!names.Add(name) && json.TryFault(out JsonPlace? place))
            {
                json.Context.Add(JsonDiagnostics.RepeatedMember(place, name));
            }

            json.Tokens.Read();
            if (json.Tokens.TokenType != JsonTokenType.Null
                && json.ReadList(static (ref JsonParser parser) => parser.ReadObject(ClaimShapes.Span)!) is { IsDefault: false } spans)
            {
                facts[name] = new FactValue { Spans = spans };
            }
        }

        return new FactSpans(facts.ToImmutable());
    }

    private static FactValue? ReadFact(this ref JsonParser json)
    {
        switch (json.Tokens.TokenType)
        {
            case JsonTokenType.String:
                return json.ReadString() is string text ? new FactValue { Text = text } : null;
            case JsonTokenType.Number:
                return json.ReadNumber() is decimal number ? new FactValue { Number = number } : null;
            case JsonTokenType.True or JsonTokenType.False:
                return new FactValue { YesNo = json.Tokens.TokenType == JsonTokenType.True };
            default:
                json.ReportWrongType("a text, a number, true or false");
                return null;
        }
    }
}

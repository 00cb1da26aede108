using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using EditEngine.Diagnostics;

namespace EditEngine.Formats.Json;

/// <summary>The text of one claim, or of one result, to its record, straight from the bytes: objects, their members, lists, and what is reported of them.</summary>
/// <remarks>What an object or a value becomes is read by <see cref="JsonValues"/>, <see cref="ClaimParsing"/> and <see cref="ResultParsing"/>; nothing is kept between.</remarks>
internal ref struct JsonParser(ReadOnlySpan<byte> text, JsonContext context)
{
    public const string TextFits = "text in double quotes";
    public const string NumberFits = "a number without quotes";
    public const string YesNoFits = "true or false";
    public const string ListFits = "a list in [ ]";
    public const string ObjectFits = "an object in { }";

    public readonly JsonContext Context = context;
    public JsonTokens Tokens = new(text);

    private readonly ReadOnlySpan<byte> _text = text;

    /// <summary>How many objects and lists are open.</summary>
    public readonly int Depth => Tokens.Depth;

    public delegate T ReadItem<T>(ref JsonParser parser);

    /// <summary>An object being read: which of its members were seen.</summary>
    public struct OpenObject
    {
        public MemberNames Names;
        public ulong Seen;
        public ulong Faulted;
        public int Current;
        public int ProblemsBefore;
        public long Start;
    }

    // At the beginning of the whole: an object, or its absence is reported.
    public bool BeginsObject()
    {
        Tokens.Read();
        if (Tokens.TokenType == JsonTokenType.StartObject)
        {
            return true;
        }

        if (TryFault(out JsonPlace? place))
        {
            Context.Add(JsonDiagnostics.NotAnObject(place, Seen(SentText.Words(RawToken())), Context.Thing));
        }

        Tokens.Skip();
        return false;
    }

    // Behind the whole; throws where anything is there.
    public bool IsGoodToEnd()
    {
        Tokens.Read();
        return !Context.HasErrors;
    }

    // Steps into an object. False: there is none (null, or something else, which is reported).
    public bool TryOpen(MemberNames names, out OpenObject open)
    {
        open = new OpenObject { Names = names, Current = -1, Start = Tokens.TokenStartIndex };
        if (Tokens.TokenType != JsonTokenType.StartObject)
        {
            ReportWrongType(ObjectFits);
            return false;
        }

        return true;
    }

    // Steps to the value of the next member that is known and new; false at the end of the object.
    public bool NextMember(ref OpenObject open, out string name)
    {
        while (true)
        {
            if (open.Current >= 0 && Context.ProblemCount != open.ProblemsBefore)
            {
                open.Faulted |= 1UL << open.Current;
            }

            Tokens.Read();
            open.Current = -1;
            if (Tokens.TokenType == JsonTokenType.EndObject)
            {
                name = "";
                return false;
            }

            int index = FindMember(open.Names);
            if (index < 0)
            {
                ReportUnknownMember(open.Names);
                PassMember();
                continue;
            }

            name = open.Names[index];
            ulong bit = 1UL << index;
            if ((open.Seen & bit) != 0)
            {
                if (TryFault(out JsonPlace? place))
                {
                    Context.Add(JsonDiagnostics.RepeatedMember(place, name));
                }

                PassMember();
                continue;
            }

            open.Seen |= bit;
            Tokens.Read();
            if (Tokens.TokenType == JsonTokenType.Null)
            {
                continue; // null says the same as nothing
            }

            open.Current = index;
            open.ProblemsBefore = Context.ProblemCount;
            return true;
        }
    }

    // A member that must be there; what is wrong with it was said where it stands.
    public readonly void Require(in OpenObject open, string name, bool isThere)
    {
        if (!isThere && (open.Faulted & (1UL << open.Names.IndexOf(name))) == 0 && TryFaultAt(open.Start, name, out JsonPlace? place))
        {
            Context.Add(JsonDiagnostics.MissingMember(place, name));
        }
    }

    // A list: default where something else stands there.
    public ImmutableArray<T> ReadList<T>(ReadItem<T> readItem, int most = int.MaxValue)
    {
        if (Tokens.TokenType != JsonTokenType.StartArray)
        {
            ReportWrongType(ListFits);
            return default;
        }

        long start = Tokens.TokenStartIndex;
        PooledList<T> items = new();
        int count = 0;
        while (Tokens.Read() && Tokens.TokenType != JsonTokenType.EndArray)
        {
            count++;
            T item = readItem(ref this);
            if (item is not null && count <= most)
            {
                items.Add(item);
            }
        }

        if (count > most && TryFaultAt(start, null, out JsonPlace? place))
        {
            Context.Add(JsonDiagnostics.TooManyItems(place, count, most));
        }

        return items.ToImmutable();
    }

    private readonly int FindMember(MemberNames names)
    {
        if (!Tokens.ValueIsEscaped)
        {
            return names.Find(Tokens.ValueSpan);
        }

        return TextOrNull() is string name ? names.IndexOf(name) : -1;
    }

    private readonly void ReportUnknownMember(MemberNames names)
    {
        if (TextOrNull() is not string name)
        {
            ReportHalf(Tokens.TokenStartIndex);
            return;
        }

        if (!ReferenceEquals(names, ClaimShapes.HistoryLine.Names))
        {
            if (TryFault(out JsonPlace? place))
            {
                Context.Add(JsonDiagnostics.UnknownMember(place, name, names.All));
            }
        }
        else if (TryWarnAt(Tokens.TokenStartIndex, null, out JsonPlace? place))
        {
            // The schema leaves history lines open, but a slip there is as quiet as anywhere.
            Context.Add(JsonDiagnostics.UnknownHistoryMember(place, name, names.All));
        }
    }

    // What is passed over is text of the claim all the same.
    private void PassMember()
    {
        Tokens.Read();
        long start = Tokens.TokenStartIndex;
        Tokens.Skip();
        if (Surrogates.LoneEscape(_text[(int)start..Tokens.BytesConsumed]) is int half and >= 0)
        {
            ReportHalf(start + half);
        }
    }

    private readonly void ReportHalf(long offset)
    {
        if (TryFaultAt(offset, null, out JsonPlace? place))
        {
            Context.Add(JsonDiagnostics.BadText(place));
        }
    }

    public readonly bool TryFaultAt(long offset, string? member, [NotNullWhen(true)] out JsonPlace? place) => Context.TryFault(_text, offset, member, out place);

    public readonly bool TryWarnAt(long offset, string? member, [NotNullWhen(true)] out JsonPlace? place) => Context.TryWarn(_text, offset, member, out place);

    // An error at the current token.
    public readonly bool TryFault([NotNullWhen(true)] out JsonPlace? place) => TryFaultAt(Tokens.TokenStartIndex, null, out place);

    public bool IsString()
    {
        if (Tokens.TokenType == JsonTokenType.String)
        {
            return true;
        }

        ReportWrongType(TextFits);
        return false;
    }

    public readonly string? ReadString()
    {
        string? text = TextOrNull();
        if (text is null)
        {
            ReportHalf(Tokens.TokenStartIndex);
        }

        return text;
    }

    // null for a text with half of a surrogate pair.
    private readonly string? TextOrNull() => IsWholeText ? Tokens.GetString() : null;

    // INVARIANT: looked at before the framework takes the escapes out of a text, for it throws at half of a surrogate pair.
    public readonly bool IsWholeText => !Tokens.ValueIsEscaped || Surrogates.LoneEscape(Tokens.ValueSpan) < 0;

    public readonly void ReportOutOfRange(string fits)
    {
        if (TryFault(out JsonPlace? place))
        {
            Context.Add(JsonDiagnostics.OutOfRange(place, RawToken(), fits));
        }
    }

    // Reports, and passes over what stands there.
    public void ReportWrongType(string fits)
    {
        if (TryFault(out JsonPlace? place))
        {
            // Of a number in the place of a text little is shown: it may be an id of a person.
            string raw = RawToken();
            string shown = fits == TextFits ? SentText.Words(raw) : SentText.Value(raw);
            string written = shown == raw ? raw : "it";
            string? help = Tokens.TokenType switch
            {
                JsonTokenType.Number when fits == TextFits => shown == raw ? $"\"{raw}\"" : "it in double quotes",
                JsonTokenType.String when fits == NumberFits && LooksLikeNumber() => $"{written} without quotes",
                _ => null,
            };
            Context.Add(JsonDiagnostics.WrongType(place, Seen(shown), fits, help));
        }

        Tokens.Skip();
    }

    public readonly string Seen(string raw) => Tokens.TokenType switch
    {
        JsonTokenType.Number => $"The number {raw}",
        JsonTokenType.String => "A text",
        JsonTokenType.StartArray => "A list",
        JsonTokenType.StartObject => "An object",
        _ => Encoding.ASCII.GetString(Tokens.ValueSpan), // null, true or false
    };

    private readonly bool LooksLikeNumber() =>
        decimal.TryParse(Tokens.ValueSpan, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    public readonly string RawToken() => Encoding.UTF8.GetString(Tokens.ValueSpan);
}

using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using EditEngine.Diagnostics;

namespace EditEngine.Formats.Json;

/// <summary>The text of one claim, or of one result, to its record, straight from the bytes. Each kind of object has its method; nothing is kept between.</summary>
internal ref partial struct JsonParser(ReadOnlySpan<byte> text, JsonContext context)
{
    private readonly ReadOnlySpan<byte> _text = text;
    private readonly JsonContext _context = context;
    private JsonTokens _json = new(text);

    /// <summary>How many objects and lists are open.</summary>
    public readonly int Depth => _json.Depth;

    public delegate T ReadItem<T>(ref JsonParser parser);

    /// <summary>An object being read: which of its members were seen.</summary>
    private struct OpenObject
    {
        public MemberNames Names;
        public ulong Seen;
        public ulong Faulted;
        public int Current;
        public int ProblemsBefore;
        public long Start;
    }

    // At the beginning of the whole: an object, or its absence is reported.
    private bool BeginsObject()
    {
        _json.Read();
        if (_json.TokenType == JsonTokenType.StartObject)
        {
            return true;
        }

        if (TryFault(out JsonPlace? place))
        {
            _context.Add(JsonDiagnostics.NotAnObject(place, Seen(SentText.Words(RawToken())), _context.Thing));
        }

        _json.Skip();
        return false;
    }

    // Behind the whole; throws where anything is there.
    private bool IsGoodToEnd()
    {
        _json.Read();
        return !_context.HasErrors;
    }

    // Steps into an object. False: there is none (null, or something else, which is reported).
    private bool TryOpen(MemberNames names, out OpenObject open)
    {
        open = new OpenObject { Names = names, Current = -1, Start = _json.TokenStartIndex };
        if (_json.TokenType != JsonTokenType.StartObject)
        {
            ReportWrongType(ObjectFits);
            return false;
        }

        return true;
    }

    // Steps to the value of the next member that is known and new; false at the end of the object.
    private bool NextMember(ref OpenObject open, out string name)
    {
        while (true)
        {
            if (open.Current >= 0 && _context.ProblemCount != open.ProblemsBefore)
            {
                open.Faulted |= 1UL << open.Current;
            }

            _json.Read();
            open.Current = -1;
            if (_json.TokenType == JsonTokenType.EndObject)
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
                    _context.Add(JsonDiagnostics.RepeatedMember(place, name));
                }

                PassMember();
                continue;
            }

            open.Seen |= bit;
            _json.Read();
            if (_json.TokenType == JsonTokenType.Null)
            {
                continue; // null says the same as nothing
            }

            open.Current = index;
            open.ProblemsBefore = _context.ProblemCount;
            return true;
        }
    }

    // A member that must be there; what is wrong with it was said where it stands.
    private readonly void Require(in OpenObject open, string name, bool isThere)
    {
        if (!isThere && (open.Faulted & (1UL << open.Names.IndexOf(name))) == 0 && TryFaultAt(open.Start, name, out JsonPlace? place))
        {
            _context.Add(JsonDiagnostics.MissingMember(place, name));
        }
    }

    // A list: default where something else stands there.
    public ImmutableArray<T> ReadList<T>(ReadItem<T> readItem, int most = int.MaxValue)
    {
        if (_json.TokenType != JsonTokenType.StartArray)
        {
            ReportWrongType(ListFits);
            return default;
        }

        long start = _json.TokenStartIndex;
        PooledList<T> items = new();
        int count = 0;
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
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
            _context.Add(JsonDiagnostics.TooManyItems(place, count, most));
        }

        return items.ToImmutable();
    }

    private readonly int FindMember(MemberNames names)
    {
        if (!_json.ValueIsEscaped)
        {
            return names.Find(_json.ValueSpan);
        }

        return TextOrNull() is string name ? names.IndexOf(name) : -1;
    }

    private readonly void ReportUnknownMember(MemberNames names)
    {
        if (TextOrNull() is not string name)
        {
            ReportHalf(_json.TokenStartIndex);
            return;
        }

        if (!ReferenceEquals(names, ClaimShapes.HistoryLine.Names))
        {
            if (TryFault(out JsonPlace? place))
            {
                _context.Add(JsonDiagnostics.UnknownMember(place, name, names.All));
            }
        }
        else if (TryWarnAt(_json.TokenStartIndex, null, out JsonPlace? place))
        {
            // The schema leaves history lines open, but a slip there is as quiet as anywhere.
            _context.Add(JsonDiagnostics.UnknownHistoryMember(place, name, names.All));
        }
    }

    // What is passed over is text of the claim all the same.
    private void PassMember()
    {
        _json.Read();
        long start = _json.TokenStartIndex;
        _json.Skip();
        if (Surrogates.LoneEscape(_text[(int)start.._json.BytesConsumed]) is int half and >= 0)
        {
            ReportHalf(start + half);
        }
    }

    private readonly void ReportHalf(long offset)
    {
        if (TryFaultAt(offset, null, out JsonPlace? place))
        {
            _context.Add(JsonDiagnostics.BadText(place));
        }
    }

    private readonly bool TryFaultAt(long offset, string? member, [NotNullWhen(true)] out JsonPlace? place) => _context.TryFault(_text, offset, member, out place);

    private readonly bool TryWarnAt(long offset, string? member, [NotNullWhen(true)] out JsonPlace? place) => _context.TryWarn(_text, offset, member, out place);

    // An error at the current token.
    private readonly bool TryFault([NotNullWhen(true)] out JsonPlace? place) => TryFaultAt(_json.TokenStartIndex, null, out place);
}

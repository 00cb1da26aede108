using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using EditEngine.Diagnostics;

namespace EditEngine.Formats.Json;

/// <summary>One claim's text to a <see cref="Claims.Claim"/>, straight from the bytes. Each kind of object has its method; nothing is kept between.</summary>
internal ref partial struct ClaimParser(ReadOnlySpan<byte> text, ClaimContext context)
{
    private readonly ClaimContext _context = context;
    private Utf8JsonReader _json = new(text);

    private delegate T ReadItem<T>(ref ClaimParser parser);

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

    // Steps into an object. False: there is none (null, or something else, which is reported).
    private bool TryOpen(MemberNames names, out OpenObject open)
    {
        open = new OpenObject { Names = names, Current = -1, Start = _json.TokenStartIndex };
        if (_json.TokenType != JsonTokenType.StartObject)
        {
            ReportWrongType(ObjectFits);
            return false;
        }

        _context.Enter();
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
                _context.Leave();
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
            _context.AtMember(name);
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
        if (!isThere && (open.Faulted & (1UL << open.Names.IndexOf(name))) == 0 && _context.TryFault(open.Start, name, out JsonPlace? place))
        {
            _context.Add(JsonDiagnostics.MissingMember(place, name));
        }
    }

    // A list: default where something else stands there.
    private ImmutableArray<T> ReadList<T>(ReadItem<T> readItem, int most = int.MaxValue)
    {
        if (_json.TokenType != JsonTokenType.StartArray)
        {
            ReportWrongType(ListFits);
            return default;
        }

        long start = _json.TokenStartIndex;
        PooledList<T> items = new();
        _context.Enter();
        int count = 0;
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            _context.AtItem(count++);
            T item = readItem(ref this);
            if (item is not null && count <= most)
            {
                items.Add(item);
            }
        }

        _context.Leave();
        if (count > most && _context.TryFault(start, null, out JsonPlace? place))
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
        string name = TextOrNull() ?? "?";
        _context.AtMember(JsonDiagnostics.Shown(name));
        if (!ReferenceEquals(names, ClaimMembers.HistoryLine))
        {
            if (TryFault(out JsonPlace? place))
            {
                _context.Add(JsonDiagnostics.UnknownMember(place, name, names.All));
            }
        }
        else if (_context.TryWarn(_json.TokenStartIndex, null, out JsonPlace? place))
        {
            // The schema leaves history lines open, but a slip there is as quiet as anywhere.
            _context.Add(JsonDiagnostics.UnknownHistoryMember(place, name, names.All));
        }
    }

    private void PassMember()
    {
        _json.Read();
        _json.Skip();
    }

    // An error at the current token.
    private readonly bool TryFault([NotNullWhen(true)] out JsonPlace? place) => _context.TryFault(_json.TokenStartIndex, null, out place);
}

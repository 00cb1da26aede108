using System.Numerics;
using EditEngine.Fields;

namespace EditEngine.Evaluation.Compiled;

/// <summary>Groups of things that all belong and whose keys are all known: what compiled code groups by any keys. Arrays are used again.</summary>
/// <remarks>Groups stand in the order of their first members, and members in the order in which they were added, as those of <see cref="GroupArena"/> do.</remarks>
internal sealed class KnownGroups(CompiledRun run)
{
    // Up to here comparing with each group is as fast.
    private const int MostCompared = 16;

    // An evaluator that waits keeps room for so many.
    private const int MostKept = 1_024;

    private Member[] _members = new Member[16];
    private long[] _keys = new long[32];
    private string?[] _texts = new string?[16];
    private Range[] _groups = new Range[8];
    private int[] _buckets = [];
    private int _memberCount;
    private int _keyCount;
    private int _textCount;
    private int _keysOfEach;
    private int _textsOfEach;

    /// <summary>How many groups there are.</summary>
    public int Count { get; private set; }

    /// <summary>Begins anew.</summary>
    /// <param name="keys">How many keys a member has that are no texts.</param>
    /// <param name="texts">How many that are.</param>
    public void Begin(int keys, int texts)
    {
        _memberCount = 0;
        _keyCount = 0;
        _textCount = 0;
        _keysOfEach = keys;
        _textsOfEach = texts;
        Count = 0;
    }

    /// <summary>Adds a member. Its keys follow.</summary>
    public void Add(int kind, int index)
    {
        if (_memberCount == _members.Length)
        {
            Array.Resize(ref _members, _memberCount * 2);
        }

        _members[_memberCount++] = new Member(kind, index, -1);
    }

    /// <summary>Adds the next key of the last member that is no text.</summary>
    public void Key(long key)
    {
        if (_keyCount == _keys.Length)
        {
            Array.Resize(ref _keys, _keyCount * 2);
        }

        _keys[_keyCount++] = key;
    }

    /// <summary>Adds the next key of the last member that is a text.</summary>
    public void Text(string text)
    {
        if (_textCount == _texts.Length)
        {
            Array.Resize(ref _texts, _textCount * 2);
        }

        _texts[_textCount++] = text;
    }

    /// <summary>Makes the groups of the members.</summary>
    public void Make()
    {
        if (_memberCount > MostCompared)
        {
            MakeByHash();
            return;
        }

        for (int i = 0; i < _memberCount; i++)
        {
            int group = Count - 1;
            while (group >= 0 && !AreSame(_groups[group].First, i))
            {
                group--;
            }

            Put(group, i);
        }
    }

    /// <summary>A group's first member.</summary>
    public int First(int group) => _groups[group].First;

    /// <summary>The member of a group after another; -1 after the last.</summary>
    public int Next(int member) => _members[member].Next;

    /// <summary>The kind of a member.</summary>
    public int KindOf(int member) => _members[member].Kind;

    /// <summary>The position of a member among its kind.</summary>
    public int IndexOf(int member) => _members[member].Index;

    /// <summary>A key of a group that is no text.</summary>
    public long KeyOf(int group, int key) => _keys[(_groups[group].First * _keysOfEach) + key];

    /// <summary>A key of a group that is a text.</summary>
    public string TextOf(int group, int text) => _texts[(_groups[group].First * _textsOfEach) + text]!; // Each member has them.

    /// <summary>The date of a group: its date key, else that of its first member.</summary>
    /// <param name="group">The group.</param>
    /// <param name="key">Its date key; 1 where it has none.</param>
    public int DayOf(int group, int key)
    {
        Member first = _members[_groups[group].First];
        return key > 1 ? key : (ThingKind)first.Kind switch
        {
            ThingKind.Line => run.Days[first.Index],
            ThingKind.History => run.HistoryDays[first.Index],
            _ => run.ClaimDay,
        };
    }

    /// <summary>Lets go of the claim's texts.</summary>
    internal void Forget()
    {
        if (_members.Length > MostKept)
        {
            _members = new Member[16];
            _keys = new long[32];
            _texts = new string?[16];
            _groups = new Range[8];
            _buckets = [];
        }

        Array.Clear(_texts);
        Begin(0, 0);
    }

    private void MakeByHash()
    {
        int buckets = (int)BitOperations.RoundUpToPowerOf2((uint)_memberCount);
        _buckets = _buckets.Length >= buckets ? _buckets : new int[buckets];
        _buckets.AsSpan(0, buckets).Fill(-1);
        for (int i = 0; i < _memberCount; i++)
        {
            ref int bucket = ref _buckets[HashOf(i) & (uint)(buckets - 1)];
            int group = bucket;
            while (group >= 0 && !AreSame(_groups[group].First, i))
            {
                group = _groups[group].Next;
            }

            if (Put(group, i))
            {
                _groups[Count - 1].Next = bucket;
                bucket = Count - 1;
            }
        }
    }

    // Puts a member into a group; where there is none, into a new one.
    private bool Put(int group, int member)
    {
        if (group >= 0)
        {
            _members[_groups[group].Last].Next = member;
            _groups[group].Last = member;
            return false;
        }

        if (Count == _groups.Length)
        {
            Array.Resize(ref _groups, Count * 2);
        }

        _groups[Count++] = new Range(member, member, -1);
        return true;
    }

    private bool AreSame(int left, int right)
    {
        if (!_keys.AsSpan(left * _keysOfEach, _keysOfEach).SequenceEqual(_keys.AsSpan(right * _keysOfEach, _keysOfEach)))
        {
            return false;
        }

        for (int i = 0; i < _textsOfEach; i++)
        {
            if (!KnownValues.Same(_texts[(left * _textsOfEach) + i]!, _texts[(right * _textsOfEach) + i]!)) // Each member has them.
            {
                return false;
            }
        }

        return true;
    }

    private uint HashOf(int member)
    {
        ulong hash = 0;
        foreach (long key in _keys.AsSpan(member * _keysOfEach, _keysOfEach))
        {
            hash = Mix(hash, (ulong)key);
        }

        foreach (string? text in _texts.AsSpan(member * _textsOfEach, _textsOfEach))
        {
            foreach (char sign in text!) // Each member has them.
            {
                hash = Mix(hash, sign);
            }
        }

        return (uint)hash;
    }

    private static ulong Mix(ulong hash, ulong bits)
    {
        hash = (hash ^ bits) * 0x9E3779B97F4A7C15;
        return hash ^ (hash >> 32);
    }

    private record struct Member(int Kind, int Index, int Next);

    private record struct Range(int First, int Last, int Next);
}

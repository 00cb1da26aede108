namespace EditEngine.Evaluation.Compiled;

/// <summary>Things in the order of a known key, from which compiled code cuts the last run. Arrays are used again.</summary>
internal sealed class KnownRun
{
    // An evaluator that waits keeps room for so many.
    private const int MostKept = 1_024;

    private Member[] _members = new Member[16];

    /// <summary>How many things there are.</summary>
    public int Count { get; private set; }

    /// <summary>Begins anew.</summary>
    public void Begin() => Count = 0;

    /// <summary>Adds a thing with its key: before all with a greater one.</summary>
    public void Add(int kind, int index, long key)
    {
        if (Count == _members.Length)
        {
            Array.Resize(ref _members, Count * 2);
        }

        // Things come nearly sorted.
        int at = Count++;
        for (; at > 0 && _members[at - 1].Key > key; at--)
        {
            _members[at] = _members[at - 1];
        }

        _members[at] = new Member(kind, index, key);
    }

    /// <summary>The kind of a thing.</summary>
    public int KindOf(int at) => _members[at].Kind;

    /// <summary>The position of a thing among its kind.</summary>
    public int IndexOf(int at) => _members[at].Index;

    /// <summary>Forgets the claim's things.</summary>
    internal void Forget()
    {
        _members = _members.Length > MostKept ? new Member[16] : _members;
        Begin();
    }

    private readonly record struct Member(int Kind, int Index, long Key);
}

namespace EditEngine.Evaluation;

/// <summary>The paths through open choices: on each, every choice has one of the values it may have, and no two paths are the same.</summary>
internal sealed class BranchEnumeration
{
    private Open[] _open = new Open[16];

    /// <summary>How many choices are open now.</summary>
    public int Count { get; private set; }

    /// <summary>Forgets all choices.</summary>
    public void Clear() => Count = 0;

    /// <summary>The answer of a choice on this path: its first value where it is met for the first time.</summary>
    public int Answer(int choice, int count)
    {
        for (int i = Count - 1; i >= 0; i--)
        {
            if (_open[i].Choice == choice)
            {
                return _open[i].Answer;
            }
        }

        if (Count == _open.Length)
        {
            Array.Resize(ref _open, Count * 2);
        }

        _open[Count++] = new Open(choice, 0, count);
        return 0;
    }

    public bool IsOpen(int start, int choice)
    {
        for (int i = start; i < Count; i++)
        {
            if (_open[i].Choice == choice)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The last choice that has a further value takes it; those met after it are met anew.</summary>
    public bool Next(int start)
    {
        while (Count > start)
        {
            ref Open last = ref _open[Count - 1];
            if (last.Answer + 1 < last.Count)
            {
                last = last with { Answer = last.Answer + 1 };
                return true;
            }

            Count--;
        }

        return false;
    }

    private readonly record struct Open(int Choice, int Answer, int Count);
}

namespace EditEngine.Evaluation.Compiled;

/// <summary>Which edits lack facts claim after claim: their compiled code, which would only find that again, is tried now and then.</summary>
internal sealed class CodeTrials
{
    /// <summary>So often in a row undecided, and the code rests.</summary>
    public const int MostInRow = 16;

    /// <summary>So often the executor runs the edit at once, before its code is tried again.</summary>
    public const int Rest = 64;

    // How often in a row an edit was undecided; from the most on, and how often its code still rests. Empty until an edit was.
    private byte[] _states = [];

    /// <summary>Whether an edit's code is tried.</summary>
    public bool IsTried(int edit)
    {
        if (edit >= _states.Length || _states[edit] <= MostInRow)
        {
            return true;
        }

        _states[edit]--;
        return false;
    }

    /// <summary>An edit's code decided.</summary>
    public void Decided(int edit)
    {
        if (edit < _states.Length)
        {
            _states[edit] = 0;
        }
    }

    /// <summary>It found a fact absent.</summary>
    public void Undecided(int edit)
    {
        if (edit >= _states.Length)
        {
            Array.Resize(ref _states, Math.Max(edit + 1, _states.Length * 2));
        }

        _states[edit] = (byte)(_states[edit] >= MostInRow - 1 ? MostInRow + Rest : _states[edit] + 1);
    }
}

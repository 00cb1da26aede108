namespace EditEngine.Evaluation.Compiled;

/// <summary>
/// Edits that compiled code leaves to the executor again and again, because the claims of a payer lack a fact that they ask for: for a while the executor is given them at once. What is found is the same either way.
/// </summary>
/// <remarks>A byte an edit. It is written only where code left an edit, and afterwards: an edit whose claims have all facts touches nothing more than it.</remarks>
internal sealed class LeavingEdits(int editCount)
{
    // Where three of five runs are left they balance: fewer are worth trying.
    private const int Left = 2;
    private const int Decided = 3;

    // So much is left before code is no longer tried, and so many runs are not tried then.
    private const int Most = 30;
    private const int Pause = 200;

    private readonly byte[] _counts = new byte[editCount];

    /// <summary>Whether the executor is to be given the edit at once.</summary>
    public bool Pauses(int edit)
    {
        if (_counts[edit] <= Most)
        {
            return false;
        }

        _counts[edit]--;
        return true;
    }

    /// <summary>Code left the edit.</summary>
    public void Leave(int edit) => _counts[edit] = (byte)(_counts[edit] + Left > Most ? Most + Pause : _counts[edit] + Left);

    /// <summary>Code decided the edit.</summary>
    public void Decide(int edit)
    {
        if (_counts[edit] > 0)
        {
            _counts[edit] = (byte)Math.Max(0, _counts[edit] - Decided);
        }
    }
}

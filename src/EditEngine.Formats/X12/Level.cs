namespace EditEngine.Formats.X12;

/// <summary>What a segment speaks of: the whole transaction, a billing provider, a subscriber, a patient or one claim; each within the one before.</summary>
internal enum Level
{
    Transaction,
    Billing,
    Subscriber,
    Patient,
    Claim,
}

/// <summary>Where in one list the entries of each open level begin, so that what a closed level left can be cut off.</summary>
internal sealed class LevelStarts
{
    private readonly int[] _starts = new int[(int)Level.Claim + 1];
    private Level _open;

    /// <summary>Where the entries of an open level begin.</summary>
    public int Of(Level level) => _starts[(int)level];

    /// <summary>Opens a level, which closes it and all within it where they were open.</summary>
    /// <returns>Where the list is to be cut.</returns>
    public int Open(Level level, int count)
    {
        int cut = level <= _open ? _starts[(int)level] : count;
        for (int i = (int)(level <= _open ? level : _open + 1); i <= (int)level; i++)
        {
            _starts[i] = cut;
        }

        _open = level;
        return cut;
    }
}

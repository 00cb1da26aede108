namespace EditEngine.Evaluation;

/// <summary>An edit as the index keeps it: its position in the pack, and a bit for each type of claim that can concern it.</summary>
internal readonly struct Posting(int edit, int claimTypes)
{
    private const int EditBits = 28;

    private readonly uint _value = ((uint)claimTypes << EditBits) | (uint)edit;

    /// <summary>Position of the edit in the pack.</summary>
    public int Edit => (int)(_value & ((1U << EditBits) - 1));

    /// <summary>Whether claims of a type can concern it.</summary>
    public bool IsOf(int claimType) => ((_value >> (EditBits + claimType)) & 1) != 0;
}

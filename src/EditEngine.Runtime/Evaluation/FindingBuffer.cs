using EditEngine.Outcomes;
using EditEngine.Plans;

namespace EditEngine.Evaluation;

/// <summary>What is found of a claim, edit by edit, before anything is decided or rendered. The array is used again.</summary>
internal sealed class FindingBuffer
{
    // Up to here looking through all is as fast as a set.
    private const int MostScanned = 16;

    private readonly HashSet<int> _deniedLines = [];
    private readonly HashSet<(string Edit, int Line)> _deniedBy = [];
    private FindingSummary[] _findings = new FindingSummary[16];
    private int _decided = -1;
    private bool _isClaimDenied;
    private bool _isOtherDenied;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Targets that could not be decided.</summary>
    public int NotEvaluatedCount { get; private set; }

    /// <summary>One of them, in the order found.</summary>
    public ref readonly FindingSummary this[int index] => ref _findings[index];

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        Count = 0;
        NotEvaluatedCount = 0;
        _decided = -1;
    }

    /// <summary>Adds one.</summary>
    public void Add(in FindingSummary found)
    {
        if (Count == _findings.Length)
        {
            Array.Resize(ref _findings, Count * 2);
        }

        _findings[Count++] = found;
    }

    /// <summary>Counts a target that could not be decided.</summary>
    public void AddNotEvaluated() => NotEvaluatedCount++;

    /// <summary>Whether a line is denied or rejected by the first findings, its claim's included.</summary>
    public bool IsDenied(int line, int count)
    {
        if (count > MostScanned)
        {
            Decide(count);
            return _isClaimDenied || _deniedLines.Contains(line);
        }

        for (int i = 0; i < count; i++)
        {
            if (_findings[i].Denies && (_findings[i].Level == FindingLevel.Line ? _findings[i].Line == line : _findings[i].Level != FindingLevel.History))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the claim, or a thing of it that is no line, is denied or rejected by the first findings.</summary>
    public bool IsClaimDenied(int count)
    {
        if (count > MostScanned)
        {
            Decide(count);
            return _isOtherDenied;
        }

        for (int i = 0; i < count; i++)
        {
            if (_findings[i].Denies && _findings[i].Level != FindingLevel.Line)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an edit denied a line, or its claim, among the first findings.</summary>
    public bool IsDeniedBy(string edit, int? line, int count)
    {
        if (count > MostScanned)
        {
            Decide(count);
            return _deniedBy.Contains((edit, 0)) || (line is int own && _deniedBy.Contains((edit, own)));
        }

        for (int i = 0; i < count; i++)
        {
            if (_findings[i].Denies
                && string.Equals(_findings[i].Edit.Header.Id, edit, StringComparison.Ordinal)
                && (_findings[i].Level == FindingLevel.Line ? line is int number && _findings[i].Line == number : _findings[i].Level != FindingLevel.History))
            {
                return true;
            }
        }

        return false;
    }

    // What the first findings deny, put together once for all that ask: line 0 for what denies the whole claim.
    private void Decide(int count)
    {
        if (_decided == count)
        {
            return;
        }

        _decided = count;
        _isClaimDenied = false;
        _isOtherDenied = false;
        _deniedLines.Clear();
        _deniedBy.Clear();
        for (int i = 0; i < count; i++)
        {
            ref readonly FindingSummary found = ref _findings[i];
            _isOtherDenied |= found.Denies && found.Level != FindingLevel.Line;
            if (!found.Denies || found.Level == FindingLevel.History)
            {
                continue;
            }

            int line = found.Level == FindingLevel.Line ? found.Line : 0;
            _isClaimDenied |= line == 0;
            _deniedLines.Add(line);
            _deniedBy.Add((found.Edit.Header.Id, line));
        }
    }
}

/// <summary>One finding in short.</summary>
/// <param name="Edit">Its edit.</param>
/// <param name="Action">What it does.</param>
/// <param name="State">Active, Bypassed or Monitor.</param>
/// <param name="Level">What it attaches to.</param>
/// <param name="Line">Line number; 0 for what is no line.</param>
internal readonly record struct FindingSummary(EditPlan Edit, EditAction Action, FindingState State, FindingLevel Level, int Line)
{
    /// <summary>The day number from which on an edit is monitored that never is.</summary>
    public const int Never = int.MaxValue;

    /// <summary>The state of what an edit finds.</summary>
    /// <param name="fires">It fires; else an exception excuses.</param>
    /// <param name="monitorFrom">The day number from which on it is only monitored.</param>
    /// <param name="asOf">The as-of date's day number.</param>
    public static FindingState StateOf(bool fires, int monitorFrom, int asOf) => !fires ? FindingState.Bypassed : asOf >= monitorFrom ? FindingState.Monitor : FindingState.Active;

    /// <summary>It stands, and denies or rejects.</summary>
    public bool Denies => State == FindingState.Active && ActionTable.Of(Action).IsDenial;
}

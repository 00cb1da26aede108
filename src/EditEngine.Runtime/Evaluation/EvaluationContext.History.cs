using EditEngine.Claims;

namespace EditEngine.Evaluation;

/// <content>Lines of history that were given twice: they are one where lines are counted by name.</content>
internal sealed partial class EvaluationContext
{
    private int[]? _firstOfHistory;

    /// <summary>Whether two lines of history have one name.</summary>
    internal bool AreOneOfHistory(int left, int right) =>
        History[left].Line.Number == History[right].Line.Number && string.Equals(History[left].ClaimId, History[right].ClaimId, StringComparison.Ordinal);

    /// <summary>The number of a line by its place, history after lines; of lines of history with one name, that of the first.</summary>
    internal int FirstOfHistory(int id)
    {
        if (id < LineCount)
        {
            return id;
        }

        _firstOfHistory ??= FindFirstOfHistory();
        return LineCount + _firstOfHistory[id - LineCount];
    }

    private int[] FindFirstOfHistory()
    {
        int[] firsts = new int[HistoryCount];
        Dictionary<(string ClaimId, int Number), int> known = new(HistoryCount);
        for (int i = 0; i < HistoryCount; i++)
        {
            HistoryLine line = History[i];
            firsts[i] = known.TryAdd((line.ClaimId, line.Line.Number), i) ? i : known[(line.ClaimId, line.Line.Number)];
        }

        return firsts;
    }
}

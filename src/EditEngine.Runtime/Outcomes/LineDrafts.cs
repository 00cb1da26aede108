using System.Collections.Immutable;

namespace EditEngine.Outcomes;

/// <summary>The active drafts of each line: those of a line are found without looking at those of all others.</summary>
internal sealed class LineDrafts
{
    private readonly int[] _positions;
    private readonly int[] _lines;

    public LineDrafts(ImmutableArray<FindingDraft> drafts)
    {
        int count = 0;
        int[] positions = new int[drafts.Length];
        for (int i = 0; i < drafts.Length; i++)
        {
            if (drafts[i] is { State: FindingState.Active, Level: FindingLevel.Line, Line: not null })
            {
                positions[count++] = i;
            }
        }

        _positions = positions[..count];
        Array.Sort(_positions, (left, right) => LineOf(left) is int line && line != LineOf(right) ? line.CompareTo(LineOf(right)) : left.CompareTo(right));
        _lines = Array.ConvertAll(_positions, LineOf);

        int LineOf(int position) => drafts[position].Line!.Value; // Those without a line were left out.
    }

    /// <summary>How many there are.</summary>
    public int Count => _positions.Length;

    /// <summary>Positions of a line's drafts, ascending.</summary>
    public ReadOnlySpan<int> Of(int line)
    {
        int first = FirstFrom(line);
        int end = first;
        while (end < _lines.Length && _lines[end] == line)
        {
            end++;
        }

        return _positions.AsSpan(first, end - first);
    }

    private int FirstFrom(int line)
    {
        int low = 0;
        int high = _lines.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = _lines[middle] < line ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

using EditEngine.Bench.Made;
using EditEngine.Bench.Measuring;
using EditEngine.Claims;

namespace EditEngine.Bench.Experts;

/// <summary>What an expert writes for many made edits: from a line's code to its candidates, then a switch over the sentences.</summary>
internal sealed class IndexedExpert(MadeEdit[] edits)
{
    private readonly CodePostings _postings = new(edits);
    private readonly Row[] _rows = [.. edits.Select(edit => new Row(edit.Shape, edit.Bound, edit.First.Packed, edit.Second.Packed, edit.OtherFirst.Packed, edit.OtherSecond.Packed))];

    /// <summary>What the made edits find.</summary>
    public Tally Run(Claim claim)
    {
        Tally tally = default;
        for (int i = 0; i < claim.Lines.Length; i++)
        {
            ServiceLine line = claim.Lines[i];
            foreach (int edit in _postings.Of(line.Procedure.Packed))
            {
                if (Holds(claim, line, i, in _rows[edit]))
                {
                    tally.Add(edit, line.Number, isActive: true);
                }
            }
        }

        return tally;
    }

    private static bool Holds(Claim claim, ServiceLine line, int at, in Row row) => row.Shape switch
    {
        MadeShape.Place => MadeFacts.IsInHospital(line),
        MadeShape.Units => line.Units > row.Bound,
        MadeShape.Pair => MadeFacts.HasPartner(claim, at, row.OtherFirst, row.OtherSecond),
        MadeShape.Age => MadeFacts.IsYounger(claim, line, row.Bound),
        _ => MadeFacts.HasCountedAfter(claim, MadeFacts.DayOf(line) - row.Bound, row.First, row.Second),
    };

    private readonly record struct Row(MadeShape Shape, int Bound, ulong First, ulong Second, ulong OtherFirst, ulong OtherSecond);
}

using EditEngine.Bench.Made;
using EditEngine.Bench.Measuring;

namespace EditEngine.Bench.Peers;

/// <summary>Made edits as they are written where nobody thinks of speed: a function an edit, LINQ over texts, all asked in turn.</summary>
internal sealed class NaiveEdits(IEnumerable<MadeEdit> edits)
{
    private static readonly HashSet<string> Hospital = ["21", "23"];
    private readonly List<(int Number, Func<NaiveClaim, IEnumerable<NaiveLine>> Find)> _edits = [.. edits.Select(edit => (edit.Number, FunctionOf(edit)))];

    public Tally Run(NaiveClaim claim)
    {
        Tally tally = default;
        foreach ((int number, Func<NaiveClaim, IEnumerable<NaiveLine>> find) in _edits)
        {
            foreach (NaiveLine line in find(claim))
            {
                tally.Add(number, line.Number, isActive: true);
            }
        }

        return tally;
    }

    /// <summary>The ids of the edits that find something.</summary>
    public IEnumerable<string> Fired(NaiveClaim claim) => _edits.Where(edit => edit.Find(claim).Any()).Select(edit => $"G{edit.Number}");

    private static Func<NaiveClaim, IEnumerable<NaiveLine>> FunctionOf(MadeEdit edit)
    {
        HashSet<string> codes = [edit.First.ToString(), edit.Second.ToString()];
        HashSet<string> others = [edit.OtherFirst.ToString(), edit.OtherSecond.ToString()];
        return edit.Shape switch
        {
            MadeShape.Place => claim => claim.Lines.Where(line => codes.Contains(line.Procedure) && Hospital.Contains(line.Place)),
            MadeShape.Units => claim => claim.Lines.Where(line => codes.Contains(line.Procedure) && line.Units > edit.Bound),
            MadeShape.Pair => claim => claim.Lines.Where(line => codes.Contains(line.Procedure) && claim.Lines.Where(other => other != line).Concat(claim.Counted).Any(other => other.Date == line.Date && others.Contains(other.Procedure))),
            MadeShape.Age => claim => claim.Lines.Where(line => codes.Contains(line.Procedure) && claim.AgeOn(line.Date) < edit.Bound),
            _ => claim => claim.Lines.Where(line => codes.Contains(line.Procedure) && claim.Counted.Any(other => codes.Contains(other.Procedure) && other.Date > line.Date.AddDays(-edit.Bound))),
        };
    }
}

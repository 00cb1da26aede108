using System.Collections.Immutable;
using EditEngine.Analysis.Snapshots;
using EditEngine.Formats;

namespace EditEngine.Cli.Output;

/// <summary>Writes what is decided otherwise than before, by edit, short enough for a review.</summary>
internal sealed class SnapshotLines(TextWriter output, AnsiStyle style)
{
    private const int MostOfAnEdit = 10;
    private const int MostIds = 5;

    public void Write(SnapshotDifference difference, int claims)
    {
        foreach (IGrouping<string, SnapshotChange> edit in difference.Changes.GroupBy(change => change.Line.Edit).OrderBy(edit => edit.Key, StringComparer.Ordinal))
        {
            output.WriteLine(FormattableString.Invariant($"{style.Bold(EscapedText.Of(edit.Key))}  {edit.Count(change => change.IsNew)} new, {edit.Count(change => !change.IsNew)} gone"));
            foreach (SnapshotChange change in edit.Take(MostOfAnEdit))
            {
                string line = $"  {(change.IsNew ? "+" : "-")} {EscapedText.Of(change.Claim)}: {EscapedText.Of(change.Line.Text)}";
                output.WriteLine(change.IsNew ? style.Green(line) : style.Red(line));
            }

            if (edit.Count() > MostOfAnEdit)
            {
                output.WriteLine(FormattableString.Invariant($"  and {edit.Count() - MostOfAnEdit} more"));
            }
        }

        Ids("not there before", difference.NewClaims);
        Ids("not there any more", difference.GoneClaims);
        int changed = difference.Changes.Select(change => change.Claim).Distinct().Count();
        output.WriteLine(difference.IsEmpty ? style.Green($"{Counts.Of(claims, "claim")}, nothing changed") : FormattableString.Invariant($"{Counts.Of(claims, "claim")}, {changed} decided otherwise"));
    }

    private void Ids(string what, ImmutableArray<string> ids)
    {
        if (!ids.IsEmpty)
        {
            output.WriteLine($"{Counts.Of(ids.Length, "claim")} {what}: {string.Join(", ", ids.Take(MostIds).Select(id => EscapedText.Of(id)))}{(ids.Length > MostIds ? ", …" : "")}");
        }
    }
}

using EditEngine.Analysis.Mutation;
using EditEngine.Formats;

namespace EditEngine.Cli.Output;

/// <summary>Writes each change that no test notices, and how many are noticed, by edit and in all.</summary>
internal sealed class MutationLines(TextWriter output, AnsiStyle style)
{
    public void Write(MutationReport report)
    {
        foreach (MutantOutcome survivor in report.Mutants.Where(mutant => mutant.KilledBy is null))
        {
            output.WriteLine($"{style.Bold(EscapedText.Of(survivor.Place.ToString()))}: no test notices when {EscapedText.Of(survivor.Words)}");
            foreach (string line in survivor.Killer?.Lines("This test would: it passes as the rules are, and fails then.") ?? [])
            {
                output.WriteLine("  " + EscapedText.Of(line));
            }

            if (survivor.Killer is null)
            {
                output.WriteLine(survivor.IsBeyondTests
                    ? "    claims tell them apart only by what no test can expect"
                    : FormattableString.Invariant($"    no claim of {survivor.Tried} tried tells them apart (perhaps they mean the same)"));
            }
        }

        foreach (IGrouping<string, MutantOutcome> edit in report.Mutants.SelectMany(mutant => mutant.Edits.Select(id => (Id: id, Mutant: mutant))).GroupBy(one => one.Id, one => one.Mutant))
        {
            output.WriteLine(FormattableString.Invariant($"  {edit.Key,-16}  {edit.Count(mutant => mutant.KilledBy is not null),4} of {edit.Count(),4}"));
        }

        string sum = report.Mutants.IsEmpty ? "nothing to change"
            : FormattableString.Invariant($"{report.Killed} of {Counts.Of(report.Mutants.Length, "change")} noticed, {report.Score * 100:0.#} %");
        output.WriteLine(report.Killed == report.Mutants.Length ? style.Green(sum) : sum);
    }
}

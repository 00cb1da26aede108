using EditEngine.Analysis.Coverage;
using EditEngine.Formats;

namespace EditEngine.Cli.Output;

/// <summary>Writes of each edit what was not reached, and how much was.</summary>
internal sealed class CoverageLines(TextWriter output, AnsiStyle style)
{
    private const int MostNever = 5;

    public void Write(CoverageReport report)
    {
        foreach (EditCoverage edit in report.Edits)
        {
            Write(edit);
        }

        string sum = FormattableString.Invariant($"{report.Reached} of {report.Points} reached, {report.Percent:0.#} %, by {Counts.Of(report.Claims, "claim")}");
        output.WriteLine(report.Reached == report.Points ? style.Green(sum) : sum);
    }

    private void Write(EditCoverage edit)
    {
        string share = FormattableString.Invariant($"{edit.Reached} of {edit.Points}");
        output.WriteLine($"{style.Bold(edit.Edit)}  {(edit.Reached == edit.Points ? style.Green(share) : share)}{(edit.WhyNot is string why ? style.Yellow($"  never fired: {EscapedText.Of(why)}") : "")}");
        foreach (ConditionCoverage condition in edit.Conditions)
        {
            string? open = condition.WhyNever is string never ? $"never asked: {EscapedText.Of(never)}"
                : condition.True == 0 ? "never true" : condition.False == 0 ? "never false" : null;
            if (open is not null)
            {
                Line(condition.Place.ToString(), $"'{EscapedText.Of(condition.Text)}' {open}");
            }
        }

        foreach (CaseCoverage one in edit.Cases.Where(one => one.Fired == 0))
        {
            Line(one.Place.ToString(), $"'{EscapedText.Of(one.Text)}' never came");
        }

        foreach (ExceptionCoverage exception in edit.Exceptions.Where(exception => exception.Used == 0))
        {
            Line(exception.Place.ToString(), $"the exception \"{EscapedText.Of(exception.Because)}\" never held");
        }

        foreach (MembersCoverage members in edit.Sets.Concat(edit.Tables).Where(members => members.Met.Length < members.All))
        {
            string never = string.Join(", ", members.Never.Take(MostNever)) + (members.All - members.Met.Length > MostNever ? ", …" : "");
            Line("", FormattableString.Invariant($"{EscapedText.Of(members.Name)}: {members.Met.Length} of {members.All} met, not {EscapedText.Of(never)}"));
        }
    }

    private void Line(string place, string text) => output.WriteLine(place.Length == 0 ? $"  {text}" : $"  {style.Faint(place)}: {text}");
}

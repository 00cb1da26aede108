using System.Collections.Immutable;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Syntax;

namespace EditEngine.Compiler.Notation;

/// <summary><c>claim of "TITLE"</c>: the claim of another test of the edit, with lines in place of some of its own, beside them, or left out.</summary>
internal static class ClaimOfTest
{
    private static readonly ImmutableArray<string> Single = ["claim", "patient", "diagnoses", "as"];

    /// <summary>The lines of a test, those of a claim that it takes over among them.</summary>
    /// <param name="test">The test.</param>
    /// <param name="beside">The tests of its edit.</param>
    /// <param name="report">Takes a title that no other test has.</param>
    public static ImmutableArray<TestLineSyntax> LinesOf(TestSyntax test, ImmutableArray<TestSyntax> beside, NotationReport report) => LinesOf(test, beside, [test], report);

    private static ImmutableArray<TestLineSyntax> LinesOf(TestSyntax test, ImmutableArray<TestSyntax> beside, ImmutableArray<TestSyntax> open, NotationReport report)
    {
        int at = test.Body.IndexOf(test.Body.FirstOrDefault(line => TitleIn(line) is not null)!);
        if (at < 0)
        {
            return test.Body;
        }

        TestLineSyntax head = test.Body[at];
        TestSyntax? other = beside.FirstOrDefault(one => one.Title?.Value == TitleIn(head));
        if (other is null || open.Contains(other) || (other.Each is not null && other.Each.Text != test.Each?.Text))
        {
            report.Spoil(head.Span, TestDiagnostics.NoSuchClaim(
                report.PlaceOf(head.Span), TitleIn(head)!, beside.Except(open).Where(one => one.Each is null || one.Each.Text == test.Each?.Text).Select(one => one.Title?.Value).OfType<string>()));
            return test.Body;
        }

        List<TestLineSyntax> lines = [.. LinesOf(other, beside, open.Add(other), report).Where(line => FirstWord(line.Text) != "expect")];
        foreach (TestLineSyntax line in test.Body.RemoveAt(at))
        {
            bool leaves = FirstWord(line.Text) == "without";
            string? key = KeyOf(leaves ? line.Text["without".Length..].Trim() : line.Text);
            int same = key is null ? -1 : lines.FindIndex(one => KeyOf(one.Text) == key);
            if (leaves && same < 0)
            {
                report.Spoil(line.Span, TestDiagnostics.NothingToLeaveOut(report.PlaceOf(line.Span), lines.Select(one => KeyOf(one.Text)).OfType<string>().Where(one => one != "claim")));
            }
            else if (leaves)
            {
                lines.RemoveAt(same);
            }
            else if (same >= 0)
            {
                lines[same] = line;
            }
            else
            {
                lines.Add(line);
            }
        }

        return [.. lines];
    }

    /// <summary>The title that a line names, or null.</summary>
    public static string? TitleIn(TestLineSyntax line) =>
        Words.Of(line.Text).ToList() is [{ Kind: WordKind.Plain, Value: "claim" }, { Kind: WordKind.Plain, Value: "of" }, { Kind: WordKind.Text } title] ? title.Value : null;

    // What a claim has once: a later line of it stands in its place. Null: lines of which there may be several.
    private static string? KeyOf(string line)
    {
        string[] words = [.. Words.Of(line).Take(2).Select(word => word.Value)];
        return words switch
        {
            ["line", string number] => $"line {number}",
            ["fact", string name] => $"fact {name}",
            [string word, ..] when Single.Contains(word) => word,
            _ => null,
        };
    }

    private static string FirstWord(string line) => Words.Of(line).FirstOrDefault().Value ?? "";
}

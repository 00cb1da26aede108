using System.Collections.Immutable;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Notation;

/// <summary>A line of a test, with the text that it is written in: one that is taken over may stand in another file.</summary>
internal readonly record struct WrittenLine(TestLineSyntax Syntax, SourceText Source)
{
    /// <summary>As written.</summary>
    public string Text => Syntax.Text;

    /// <summary>Its place.</summary>
    public EditEngine.Diagnostics.SourceSpan Place => Source.PlaceOf(Syntax.Span);
}

/// <summary><c>claim of "TITLE"</c>: the claim of another test of the edit, or one that the pack names, with lines in place of some of its own, beside them, or left out.</summary>
/// <param name="beside">The tests of the edit; a claim of theirs is taken before one of the pack.</param>
/// <param name="named">The claims that the pack names.</param>
/// <param name="source">The text that the tests stand in.</param>
/// <param name="report">Takes a title that no claim has.</param>
internal sealed class ClaimOfTest(ImmutableArray<TestSyntax> beside, NamedClaims named, SourceText source, NotationReport report)
{
    private static readonly ImmutableArray<string> Single = ["claim", "patient", "diagnoses", "as"];

    /// <summary>The lines of a test, those of a claim that it takes over among them.</summary>
    public ImmutableArray<WrittenLine> LinesOf(TestSyntax test) => LinesOf(test.Body, test.Each?.Text, [test]);

    /// <summary>The lines of a claim that a pack names, those of others that it takes over among them.</summary>
    public static ImmutableArray<WrittenLine> LinesOf(NamedClaim claim, NamedClaims named, NotationReport report) =>
        new ClaimOfTest([], named, claim.Source, report).LinesOf(claim.Syntax.Body, null, []);

    private ImmutableArray<WrittenLine> LinesOf(ImmutableArray<TestLineSyntax> body, string? each, ImmutableArray<TestSyntax> open)
    {
        ImmutableArray<WrittenLine> written = [.. body.Select(line => new WrittenLine(line, source))];
        if (written.FirstOrDefault(line => TitleIn(line.Syntax) is not null) is not { Syntax: not null } head)
        {
            return written;
        }

        string title = TitleIn(head.Syntax)!; // It has one.
        if (Lent(title, each, open) is not ImmutableArray<WrittenLine> lent)
        {
            Fail(head, title, each, open);
            return written;
        }

        List<WrittenLine> lines = [.. lent.Where(line => FirstWord(line.Text) != "expect")];
        foreach (WrittenLine line in written.Where(line => line != head))
        {
            Put(line, lines);
        }

        return [.. lines];
    }

    // Null: there is none, or it has a mistake.
    private ImmutableArray<WrittenLine>? Lent(string title, string? each, ImmutableArray<TestSyntax> open)
    {
        if (Lenders(each, open).FirstOrDefault(one => one.Title?.Value == title) is TestSyntax test)
        {
            return LinesOf(test.Body, test.Each?.Text, open.Add(test));
        }

        return named.Find(title) is NamedClaim claim && !named.IsBroken(title) ? LinesOf(claim, named, report) : null;
    }

    private IEnumerable<TestSyntax> Lenders(string? each, ImmutableArray<TestSyntax> open) => beside.Except(open).Where(one => one.Each is null || one.Each.Text == each);

    private void Fail(WrittenLine head, string title, string? each, ImmutableArray<TestSyntax> open)
    {
        if (named.Find(title) is not null)
        {
            report.Spoil(head.Place); // What is wrong with it was told.
            return;
        }

        report.Spoil(head.Place, TestDiagnostics.NoSuchClaim(head.Place, title, Lenders(each, open).Select(one => one.Title?.Value).OfType<string>().Concat(named.Titles).Distinct(StringComparer.Ordinal)));
    }

    private void Put(WrittenLine line, List<WrittenLine> lines)
    {
        bool leaves = FirstWord(line.Text) == "without";
        string? key = KeyOf(leaves ? line.Text["without".Length..].Trim() : line.Text);
        int same = key is null ? -1 : lines.FindIndex(one => KeyOf(one.Text) == key);
        if (leaves && same < 0)
        {
            report.Spoil(line.Place, TestDiagnostics.NothingToLeaveOut(line.Place, lines.Select(one => KeyOf(one.Text)).OfType<string>().Where(one => one != "claim")));
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

    /// <summary>The title that a line names, or null.</summary>
    public static string? TitleIn(TestLineSyntax line) => TitleWordIn(line)?.Value;

    /// <summary>The word of a line that names a claim, or null.</summary>
    public static Word? TitleWordIn(TestLineSyntax line) =>
        Words.Of(line.Text).ToList() is [{ Kind: WordKind.Plain, Value: "claim" }, { Kind: WordKind.Plain, Value: "of" }, { Kind: WordKind.Text } title] ? title : null;

    /// <summary>The first word of a line; empty where it has none.</summary>
    public static string FirstWord(string line) => Words.Of(line).FirstOrDefault().Value ?? "";

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
}

using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Compiler.Notation;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;
using Xunit;

namespace EditEngine.Tests.Notation;

/// <summary>Reads the body of a test as it stands in an edit.</summary>
internal static class NotatedTest
{
    private const string Facts = "fact office_visits from \"officeVisits12m\" : number\nfact gold_card : yes or no\nfact plan : text\n";

    public static TestCase Case(string body)
    {
        ImmutableArray<TestCase> cases = Read("test \"t\"", body, out ImmutableArray<Diagnostic> diagnostics);
        Assert.Equal("", string.Join("\n", diagnostics));
        return Assert.Single(cases);
    }

    /// <summary>The claim of some lines, with a type and an expectation where they have none.</summary>
    public static Claim Claim(string lines)
    {
        string body = lines.Contains("claim ", StringComparison.Ordinal) && lines.TrimStart().StartsWith("claim", StringComparison.Ordinal) ? lines : "claim professional\n" + lines;
        return Case(body + "\nexpect clean").Claim!; // A case without a mistake has one.
    }

    public static ImmutableArray<TestCase> Read(string head, string body, out ImmutableArray<Diagnostic> diagnostics)
    {
        string indented = string.Join("\n", body.Split('\n').Select(line => "    " + line.Trim()));
        string text = $"{Facts}edit A \"a\"\n  for each  line v\n  when      v.procedure = 99213\n  then      review v\n  {head}\n{indented}\nend\n";
        SyntaxTree tree = EditParser.Parse(new SourceText("a.edit", text));
        Assert.Equal("", string.Join("\n", tree.Diagnostics));
        TestSyntax test = tree.Declarations.OfType<EditSyntax>().Single().Clauses.OfType<TestSyntax>().Single();
        return TestNotation.Parse(tree.Source, test, new TestFacts(tree.Declarations.OfType<FactSyntax>()), out diagnostics);
    }

    /// <summary>The diagnostics of a body, in which the place of the first one stands in brackets.</summary>
    public static ImmutableArray<Diagnostic> Diagnostics(string bracketed, out string expectedPlace, string head = "test \"t\"")
    {
        int open = bracketed.IndexOf('[', StringComparison.Ordinal);
        string before = bracketed[..open];
        int line = before.Count(c => c == '\n');
        string ownLine = before[(before.LastIndexOf('\n') + 1)..].TrimStart();
        int length = bracketed.IndexOf(']', StringComparison.Ordinal) - open - 1;
        Read(head, bracketed.Remove(open + 1 + length, 1).Remove(open, 1), out ImmutableArray<Diagnostic> diagnostics);

        // Three facts, four lines of the edit and the head stand before the body, and each line is indented by four.
        expectedPlace = FormattableString.Invariant($"a.edit({line + 9},{ownLine.Length + 5}) {length}");
        return diagnostics;
    }

    public static string PlaceOf(Diagnostic diagnostic)
    {
        SourceSpan place = Assert.IsType<SourceSpan>(diagnostic.Place);
        return FormattableString.Invariant($"{place} {place.Length}");
    }
}

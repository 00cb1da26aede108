using System.Collections.Immutable;
using System.Text;
using EditEngine.Compiler.Notation;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;
using Xunit;

namespace EditEngine.Tests.Notation;

public sealed class NotationPropertyTests
{
    private static readonly string[] Words =
    [
        "claim", "professional", "institutional", "patient", "M", "born", "diagnoses", "diagnosis", "M17.11", "principal", "poa", "Y", "line", "1", "2", "1:", ":", "99213-25",
        "99213", "x2", "$120.00", "$", "on", "2024-05-02", "9999-12-31", "..", "at", "11", "for", ",", "npi", "specialty", "history", "paid", "in-process", "stay", "H1",
        "certificate", "of", "billing", "waiver", "authorization", "approved", "suggestion", "J18.9", "by", "\"x\"", "\"", "reviewed", "changed", "accepted", "evidence",
        "family", "negated", "fact", "office_visits", "3", "missing", "processed", "rendering", "billing.tax_id", "no", "certificates", "as", "expect", "clean", "denied",
        "not", "evaluated", "nothing", "from", "A", "reduced", "to", "50%", "unit", "added", "with", "modifier", "50", "every", "{m}", "{", "}", "{n}", "units", "pointers",
        "rendering.", ".", "...", "\u201Cx\u201D", "é", "-", "0", "99999999999", "procedure", "occurrence", "value", "bypassed", "because", "queue",
    ];

    [Fact]
    public void Any_lines_give_a_claim_or_mistakes_with_places_in_the_text()
    {
        for (int seed = 1; seed <= 1500; seed++)
        {
            Random random = new(seed);
            (SourceText source, TestSyntax test) = RandomTest(random);
            ImmutableArray<TestCase> cases = TestNotation.Parse(source, test, TestFacts.None, out ImmutableArray<Diagnostic> diagnostics);
            Assert.True(cases.All(read => read.Claim is not null) || !diagnostics.IsEmpty, $"seed {seed}");
            IEnumerable<SourceSpan> places = diagnostics.Select(diagnostic => Assert.IsType<SourceSpan>(diagnostic.Place));
            Assert.True(places.All(place => place.Start >= 0 && place.End <= source.Text.Length), $"seed {seed}");

            // Braces that stand for nothing are told beside the mistake that their being left out makes.
            IEnumerable<int> lines = diagnostics.Where(diagnostic => diagnostic.Id != "EDIT0917").Select(diagnostic => ((SourceSpan)diagnostic.Place!).Line);
            Assert.True(lines.GroupBy(line => line).All(line => line.Key == 1 || line.Count() <= 2), $"seed {seed}: {string.Join(" / ", diagnostics)}\n{source.Text}");
        }
    }

    private static (SourceText Source, TestSyntax Test) RandomTest(Random random)
    {
        StringBuilder text = new("test\n");
        ImmutableArray<TestLineSyntax>.Builder lines = ImmutableArray.CreateBuilder<TestLineSyntax>();
        int count = random.Next(1, 8);
        for (int i = 0; i < count; i++)
        {
            string start = i == 0 ? "claim professional " : i == 1 ? "line 1: 99213 on 2024-05-02 " : "";
            string line = (start + string.Join(' ', Enumerable.Range(0, random.Next(i < 2 ? 0 : 1, 7)).Select(_ => Words[random.Next(Words.Length)]))).Trim();
            lines.Add(new TestLineSyntax(new TextSpan(text.Length, line.Length), line));
            text.Append(line).Append('\n');
        }

        NameSyntax each = new(new TextSpan(0, 4), "m");
        bool repeats = random.Next(2) == 0;
        ImmutableArray<NameSyntax> values = repeats ? [new(new TextSpan(0, 4), "24"), new(new TextSpan(0, 4), "XE")] : [];
        TextSpan head = new(0, 4);
        return (new SourceText("t.edit", text.ToString()), new TestSyntax(head, new StringSyntax(head, "t"), repeats ? each : null, values, lines.ToImmutable()));
    }
}

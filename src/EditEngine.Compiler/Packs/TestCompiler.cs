using System.Collections.Immutable;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Notation;
using EditEngine.Compiler.Syntax;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Packs;

/// <summary>Reads the tests of a pack. A pack's tests run against that pack: those of the packs it extends are not among them.</summary>
internal static class TestCompiler
{
    /// <summary>The most tests of a pack: each holds a claim.</summary>
    private const int MostTests = 200_000;

    public static ImmutableArray<EditTests> Compile(PackSources sources, List<Diagnostic> diagnostics)
    {
        TestFacts facts = new(sources.Chain.SelectMany(pack => pack.Trees).SelectMany(tree => tree.Declarations).OfType<FactSyntax>());
        HashSet<string> known =
        [
            .. sources.Chain.SelectMany(pack => pack.Trees).SelectMany(tree => tree.Declarations).OfType<EditSyntax>().Select(edit => edit.Id.Text),
        ];
        int count = 0;
        ImmutableArray<EditTests>.Builder tests = ImmutableArray.CreateBuilder<EditTests>();
        foreach (SyntaxTree tree in sources.Chain[^1].Trees)
        {
            foreach (EditSyntax edit in tree.Declarations.OfType<EditSyntax>())
            {
                ImmutableArray<TestCase>.Builder cases = ImmutableArray.CreateBuilder<TestCase>();
                foreach (TestSyntax test in edit.Clauses.OfType<TestSyntax>())
                {
                    bool wasTold = count > MostTests;
                    count += wasTold ? 0 : Math.Max(1, test.Values.Length);
                    if (count > MostTests)
                    {
                        diagnostics.AddRange(wasTold ? [] : [SizeDiagnostics.TooManyTests(tree.Source.PlaceOf(test.Span), MostTests)]);
                        continue;
                    }

                    ImmutableArray<TestCase> read = TestNotation.Parse(tree.Source, test, facts, out ImmutableArray<Diagnostic> found);
                    diagnostics.AddRange(found);
                    diagnostics.AddRange(UnknownEdits(read, known));
                    cases.AddRange(read);
                }

                tests.Add(new EditTests(edit.Id.Text, tree.Source.PlaceOf(edit.Id.Span), cases.ToImmutable()));
            }
        }

        return tests.ToImmutable();
    }

    private static IEnumerable<Diagnostic> UnknownEdits(ImmutableArray<TestCase> cases, HashSet<string> known) =>
        from expectation in cases.SelectMany(test => test.Expectations)
        where expectation.Edit is not null && !known.Contains(expectation.Edit)
        group expectation by expectation.EditPlace into place
        select TestDiagnostics.UnknownEdit(place.Key!, place.First().Edit!, known); // An edit has a place; the query asked for an edit.
}

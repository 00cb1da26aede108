using System.Collections.Immutable;
using EditEngine.Analysis.Mutation;
using EditEngine.Analysis.Testing;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Interpretation;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;
using EditEngine.Tests.Docs;
using Xunit;

namespace EditEngine.Tests.Mutation;

/// <summary>Mutants of the packs beside, against the same change made in the text: a comparison with its bound in or out, and a number one more.</summary>
public sealed class TextMutantTests(ITestOutputHelper output)
{
    private const int Least = 100;

    // Each needs the pack's tests run on a text of its own.
    private const int Stride = 2;

    [Fact]
    public void A_hundred_mutants_are_the_same_in_the_text()
    {
        int compared = 0;
        foreach (string folder in Directory.GetDirectories(Repository.PathOf("payer-rules", "acceptance"), "E*").Order(StringComparer.Ordinal))
        {
            compared += Compare(folder);
        }

        output.WriteLine($"{compared} mutants compared");
        Assert.True(compared >= Least, $"only {compared} mutants could be written as text");
    }

    private static int Compare(string folder)
    {
        PackCompilation pack = EditCompiler.Open(folder, CompileOptions.Default);
        BoundPack bound = pack.Result.Pack!; // The packs beside have no errors.
        Dictionary<string, SourceText> texts = pack.Sources.Texts.ToDictionary(text => text.File, StringComparer.Ordinal);
        string TextAt(SourceSpan place) => texts[place.File].Text.Substring(place.Start, place.Length);
        MutationRun run = new(pack.Result, bound, pack.Sources.Chain[^1].Trees.Select(tree => tree.Source.File), TextAt);
        ImmutableArray<Mutant> mutants = [.. run.MutantsOf(_ => true).Where(mutant => InText(mutant, TextAt) is not null).Where((_, at) => at % Stride == 0)];
        MutationReport report = run.Run(mutants);
        for (int i = 0; i < mutants.Length; i++)
        {
            Mutant mutant = mutants[i];
            SourceText text = texts[mutant.Place.File];
            string changed = text.Text[..mutant.Place.Start] + InText(mutant, TextAt) + text.Text[(mutant.Place.Start + mutant.Place.Length)..];
            CompileResult inText = pack.WithText(mutant.Place.File, changed).Result;
            Assert.True(inText.Pack is not null, $"{mutant.Place}: {mutant.Words}\n{string.Join('\n', inText.Diagnostics)}");
            foreach ((int position, BoundEdit edit) in mutant.Edits)
            {
                // That two dates are equal says in the text also on which day sets and tables are asked.
                Assert.True(mutant.Words.StartsWith("'=' becomes", StringComparison.Ordinal) || PackFingerprint.HashOf(inText.Pack.Edits[position]) == PackFingerprint.HashOf(edit), $"{mutant.Place}: {mutant.Words} means something else in the text");
            }

            TestReport tests = PackTests.Run(inText, new Interpreter(inText.Pack, "p", historyActions: true).Evaluate, TestFilter.All);
            Assert.True(tests.Failed > 0 == report.Mutants[i].KilledBy is not null, $"{mutant.Place}: {mutant.Words}: {tests.Failed} tests fail in the text, noticed by {report.Mutants[i].KilledBy?.Title ?? "none"}");
        }

        return mutants.Length;
    }

    /// <summary>What stands in the text at the mutant's place; null where the change is no exchange of a word.</summary>
    private static string? InText(Mutant mutant, Func<SourceSpan, string> textAt)
    {
        string text = textAt(mutant.Place);
        if (mutant.Words.Split(' ') is [string before, "becomes", string after] && before == text && (char.IsAsciiDigit(text[0]) || text[0] == '$'))
        {
            return after;
        }

        return mutant.Words.Split(' ') is [['\'', .. string sign, '\''], "becomes", ['\'', .. string other, '\''], "in", ..] && text.Split($" {sign} ") is [string left, string right]
            ? $"{left} {other} {right}" : null;
    }
}

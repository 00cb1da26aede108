using System.Diagnostics;
using System.Globalization;
using System.Text;
using EditEngine.Analysis.Mutation;
using EditEngine.Analysis.Testing;
using EditEngine.Bench.Made;
using EditEngine.Bench.Measuring;
using EditEngine.Compiler.Text;

namespace EditEngine.Bench.Contests;

/// <summary>How fast suites of rules answer: tests after load and after a save, and tests on mutants.</summary>
internal static class SuitesContest
{
    private const int Edits = 2_000;
    private const int EditsOfFile = 50;

    public static void Hold(BenchRun run)
    {
        run.Page.Heading("Tests of 2,000 edits, and of their mutants");
        (string File, string Text)[] files = FilesOf(MadeEdit.Make(run.World, Edits, seed: 6));
        PackCompilation pack = EditCompiler.Open(PackSources.FromTexts(files.Select(file => KeyValuePair.Create(file.File, file.Text))), CompileOptions.Default with { KeepsSources = false });
        _ = pack.Result.Rules;
        long started = Stopwatch.GetTimestamp();
        int passed = Passed(pack);
        run.Page.Line(string.Create(CultureInfo.InvariantCulture, $"{passed:N0} of {Edits:N0} tests passed, one beside each edit, first after load: {Stopwatch.GetElapsedTime(started).TotalMilliseconds:N0} ms (wanted < 2,000 ms)."));
        double[] times = [.. Enumerable.Range(0, run.Quick ? 20 : 100).Select(round => Saved(ref pack, files[round * 7 % files.Length], round)).Skip(run.Quick ? 5 : 20).Order()];
        run.Page.Line(string.Create(CultureInfo.InvariantCulture, $"from a save to the answer of all tests: p50 {times[times.Length / 2]:N0} ms, p99 {times[^1]:N0} ms (wanted < 200 ms)."));
        if (Repository.Root() is string root)
        {
            Mutate(run, Path.Combine(root, "payer-rules", "general", "structure"));
            Mutate(run, Path.Combine(root, "payer-rules", "acme", "commercial"));
        }
    }

    private static double Saved(ref PackCompilation pack, (string File, string Text) file, int round)
    {
        int at = file.Text.IndexOf("v.units > ", StringComparison.Ordinal) + "v.units > ".Length;
        string text = file.Text[..at] + (2 + (round % 6)).ToString(CultureInfo.InvariantCulture) + file.Text[(at + 1)..];
        long started = Stopwatch.GetTimestamp();
        pack = pack.WithText(file.File, text);
        Passed(pack);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static int Passed(PackCompilation pack)
    {
        CompileResult compiled = pack.Result;
        RulePack rules = compiled.Rules!; // Made without a mistake.
        using ThreadLocal<Evaluator> evaluators = new(() => rules.CreateEvaluator(new EvaluatorOptions { HistoryActions = true, Budget = EvaluatorOptions.NoBudget }));
        return PackTests.RunBeside(compiled, (claim, asOf) => evaluators.Value!.Evaluate(claim, asOf), TestFilter.All, static _ => true).Tests.Count(test => test.HasPassed);
    }

    private static void Mutate(BenchRun run, string folder)
    {
        PackCompilation pack = EditCompiler.Open(folder, CompileOptions.Default);
        Dictionary<string, SourceText> texts = pack.Sources.Texts.ToDictionary(text => text.File, StringComparer.Ordinal);
        MutationRun mutation = new(pack.Result, pack.Result.Pack!, pack.Sources.Chain[^1].Trees.Select(tree => tree.Source.File), place => texts[place.File].Text.Substring(place.Start, place.Length)); // The packs have no errors.
        long started = Stopwatch.GetTimestamp();
        MutationReport report = mutation.Run(mutation.MutantsOf(static _ => true));
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        run.Page.Line(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(folder)}: {report.Mutants.Length:N0} mutants made and {report.Runs:N0} runs of a test on one in {seconds:N2} s, {report.Runs / seconds:N0} a second (wanted ≥ 1,000); {report.Score:P1} noticed."));
    }

    // A test beside each, that it does not fire on one of its codes alone.
    private static (string File, string Text)[] FilesOf(MadeEdit[] edits) =>
    [
        .. edits.Chunk(EditsOfFile).Select((chunk, at) =>
        {
            StringBuilder text = new(at == 0 ? BenchPack.Common : "");
            foreach (MadeEdit edit in chunk)
            {
                string written = MadeEdit.TextOf([edit])[BenchPack.Common.Length..];
                text.Append(CultureInfo.InvariantCulture, $"{written[..written.LastIndexOf("end", StringComparison.Ordinal)]}  test \"alone\"\n    claim professional\n      patient born 1930-01-01\n      line 1: {edit.First} on 2025-03-04\n    expect nothing from {edit.Id}\nend\n\n");
            }

            return (string.Create(CultureInfo.InvariantCulture, $"made{at:00}.edit"), text.ToString());
        }),
    ];
}

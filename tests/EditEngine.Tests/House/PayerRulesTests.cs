using EditEngine.Analysis.Testing;
using EditEngine.Compiler.Editing;
using EditEngine.Compiler.Interpretation;
using EditEngine.Compiler.Lowering;
using EditEngine.Compiler.Packs;
using EditEngine.Tests.Docs;
using Xunit;

namespace EditEngine.Tests.House;

/// <summary>The packs beside the code: sound, tested, laid out.</summary>
public sealed class PayerRulesTests
{
    public static TheoryData<string> Packs =>
    [
        .. Directory.EnumerateFiles(Repository.PathOf("payer-rules"), "*.edit", SearchOption.AllDirectories)
            .Where(file => File.ReadLines(file).Any(line => line.StartsWith("pack ", StringComparison.Ordinal)))
            .Select(file => Path.GetRelativePath(Repository.Root, Path.GetDirectoryName(file)!).Replace('\\', '/')) // A file lies in a folder.
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Packs))]
    public void A_pack_is_sound_and_its_tests_pass_by_rules_and_by_steps(string folder)
    {
        CompileResult pack = EditCompiler.Compile(PackReader.Read(Repository.PathOf(folder)), CompileOptions.Default);
        Assert.Empty(pack.Diagnostics.Select(problem => problem.ToString()));
        Assert.NotNull(pack.Pack);
        Interpreter interpreter = new(pack.Pack, "pack", historyActions: true);
        Assert.Empty(Failed(PackTests.Run(pack, interpreter.Evaluate, TestFilter.All)));
        Evaluator evaluator = PackLowering.Lower(pack.Pack).CreateEvaluator(new EvaluatorOptions { HistoryActions = true });
        Assert.Empty(Failed(PackTests.Run(pack, evaluator.Evaluate, TestFilter.All)));
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void Every_edit_has_a_test_that_fires_one_that_is_clean_and_one_with_a_fact_missing(string folder)
    {
        CompileResult pack = EditCompiler.Compile(PackReader.Read(Repository.PathOf(folder)), CompileOptions.Default);
        Assert.All(pack.Tests, edit => Assert.True(edit.Cases.Length >= 3, $"{edit.Edit} has {edit.Cases.Length} tests."));
        Assert.All(pack.Tests, edit => Assert.Contains(edit.Cases, test => test.Expectations.Any(one => one.Text.Contains(edit.Edit, StringComparison.Ordinal))));
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void A_pack_is_laid_out_in_the_one_way(string folder)
    {
        PackSources sources = PackReader.Read(Repository.PathOf(folder));
        Assert.All(sources.Chain[^1].Trees, tree => Assert.Equal(tree.Source.Text, Formatter.Format(tree)));
    }

    private static IEnumerable<string> Failed(TestReport report) =>
        report.Tests.Where(test => !test.HasPassed).SelectMany(test => test.Failures.Select(failure => $"{test.Edit} \"{test.Title}\": {failure.Expected}: {string.Join("; ", failure.Found)}"));
}

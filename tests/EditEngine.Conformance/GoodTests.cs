using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using EditEngine.Analysis.Testing;
using EditEngine.Claims;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Editing;
using EditEngine.Compiler.Lowering;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Formats.Json;
using EditEngine.Outcomes;
using EditEngine.Tests.Json;
using Xunit;

namespace EditEngine.Conformance;

/// <summary>Sources without a mistake: their own tests pass in every execution, and what the compiler makes of them is what it made before.</summary>
public sealed class GoodTests
{
    private static readonly ConcurrentDictionary<string, CompileResult> Compiled = new(StringComparer.Ordinal);

    public static TheoryData<string> Cases => [.. Corpus.Names("good", ".edit")];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Its_tests_pass_in_every_execution(string name)
    {
        CompileResult result = Compile(name);
        List<string> wrong = [];
        foreach (Execution execution in Execution.Of(result.Pack!)) // It has no mistake.
        {
            TestReport report = PackTests.Run(result, execution.Evaluate, TestFilter.All);
            Assert.NotEmpty(report.Tests);
            Assert.Empty(report.Untested.Select(edit => edit.Edit));
            wrong.AddRange(report.Tests.Where(test => !test.HasPassed)
                .Select(test => $"{execution.Name}: {test.Title}: {string.Join("; ", test.Failures.Select(one => $"{one.Expected}, found {string.Join(" | ", one.Found)}"))}"));
        }

        Assert.True(wrong.Count == 0, $"{name}\n{string.Join('\n', wrong)}");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Its_edits_rewritten_with_nothing_changed_are_the_same(string name)
    {
        BoundPack pack = Compile(name).Pack!; // It has no mistake.
        Assert.Equal(BoundPrinter.Print(pack), BoundPrinter.Print(pack with { Edits = [.. pack.Edits.Select(edit => BoundRewrite.Of(edit, static _ => null))] }));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Its_results_are_written_read_and_written_to_the_same_bytes(string name)
    {
        CompileResult result = Compile(name);
        Execution interpreter = Execution.Interpreted(result.Pack!); // It has no mistake.
        using ResultWriter writer = new();
        int results = 0;
        PackTests.Run(result, WriteAndRead, TestFilter.All);
        Assert.NotEqual(0, results);

        Result WriteAndRead(Claim claim, DateOnly asOf)
        {
            Result decided = interpreter.Evaluate(claim, asOf);
            byte[] written = Written(writer, decided);
            Assert.Equal(Encoding.UTF8.GetString(FrameworkResults.Written(decided)), Encoding.UTF8.GetString(written));
            ReadResult read = ResultJson.Parse(written);
            Assert.Empty(read.Problems.Select(one => one.ToString()));
            Assert.Equal(Encoding.UTF8.GetString(written), Encoding.UTF8.GetString(Written(writer, Assert.IsType<Result>(read.Result))));
            results++;
            return decided;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_syntax_tree_is_as_before(string name) => Baseline.Compare(name, ".tree", string.Concat(Trees(name).Select(SyntaxPrinter.Print)));

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_bound_tree_is_as_before(string name) => Baseline.Compare(name, ".bound", BoundPrinter.Print(Compile(name).Pack!)); // It has no mistake.

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_plan_is_as_before(string name) => Baseline.Compare(name, ".plan", PlanPrinter.Print(Lowered(name)));

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_findings_are_as_before(string name)
    {
        CompileResult result = Compile(name);
        Execution interpreter = Execution.Interpreted(result.Pack!); // It has no mistake.
        Baseline.Compare(name, ".findings", FindingsText.Of(result, interpreter.Evaluate));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void It_is_laid_out_in_the_one_way(string name)
    {
        Assert.NotEmpty(Trees(name));
        foreach (SyntaxTree tree in Trees(name))
        {
            string formatted = Formatter.Format(tree);
            if (Corpus.WritesBaselines)
            {
                File.WriteAllText(Corpus.PathOf(name), Corpus.Read(name).Replace(tree.Source.Text, formatted, StringComparison.Ordinal));
            }
            else
            {
                Assert.Equal(formatted, tree.Source.Text);
            }
        }
    }

    private static byte[] Written(ResultWriter writer, Result result)
    {
        using MemoryStream output = new();
        writer.Write(result, output);
        return output.ToArray();
    }

    private static RulePack Lowered(string name) => PackLowering.Lower(Compile(name).Pack!); // It has no mistake.

    private static IEnumerable<SyntaxTree> Trees(string name)
    {
        string text = Corpus.Read(name);
        ImmutableArray<(string Name, string Text)> files = CasePack.FilesOf(text);
        return files.IsEmpty
            ? [EditParser.Parse(new SourceText(name, text))]
            : files.Where(file => file.Name.EndsWith(".edit", StringComparison.Ordinal)).Select(file => EditParser.Parse(new SourceText(file.Name, file.Text)));
    }

    private static CompileResult Compile(string name)
    {
        CompileResult result = Compiled.GetOrAdd(name, static name => CasePack.Compile(name, Corpus.Read(name)));
        Assert.Empty(result.Diagnostics.Select(one => one.ToString()));
        return result;
    }
}

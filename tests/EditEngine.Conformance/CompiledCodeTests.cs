using System.Collections.Immutable;
using EditEngine.Compiler.Emit;
using Xunit;

namespace EditEngine.Conformance;

/// <summary>Which edits run as compiled code, and what that code is.</summary>
public sealed class CompiledCodeTests
{
    private const double LeastWhole = 0.95;

    /// <summary>A source for each sort of code.</summary>
    public static TheoryData<string> Shown =>
    [
        "good/joins/pair.edit", "good/groups/by-day.edit", "good/groups/members.edit", "good/windows/months.edit", "good/choice/open.edit", "good/runs/last-run.edit", "good/dates/periods.edit",
    ];

    /// <summary>An edit runs whole as compiled code, asks the executor for so many conditions, or is the executor's.</summary>
    [Fact]
    public void The_edits_that_run_as_compiled_code_are_those_of_before()
    {
        ImmutableArray<(string Name, string Edit, EmittedEdit? Code)> edits = [.. Sources().SelectMany(EditsOf)];
        Assert.InRange(edits.Count(one => one.Code is { Asked.IsEmpty: true }), LeastWhole * edits.Length, edits.Length);
        Baseline.Compare("compiled.txt", ".txt", string.Concat(edits.Select(one => $"{one.Name}\t{one.Edit}\t{SaysOf(one.Code)}\n")));
    }

    [Theory]
    [MemberData(nameof(Shown))]
    public void Its_code_is_as_before(string name) => Baseline.Compare(name, ".code", PackCompiler.SourceOf(GoodPack.Of(name).Pack));

    private static string SaysOf(EmittedEdit? code) => code is null ? "the executor's" : code.Asked.IsEmpty ? "whole" : $"asks {code.Asked.Length}";

    private static IEnumerable<(string Name, string Edit, EmittedEdit? Code)> EditsOf((string Name, RulePack Pack) source)
    {
        ImmutableArray<EmittedEdit?> code = PackCompiler.EditsOf(source.Pack);
        return source.Pack.Edits.Select((edit, i) => (source.Name, edit.Header.Id, code[i]));
    }

    private static IEnumerable<(string Name, RulePack Pack)> Sources() =>
        Corpus.Names("good", ".edit").Select(name => (name, GoodPack.Of(name).Pack)).Concat(Packs());

    // A folder is a pack, whichever of its files is named.
    private static IEnumerable<(string Name, RulePack Pack)> Packs()
    {
        string root = Path.GetFullPath(Corpus.PathOf("../.."));
        return Directory.EnumerateFiles(Path.Combine(root, "payer-rules"), "*.edit", SearchOption.AllDirectories)
            .GroupBy(file => Path.GetDirectoryName(file)!, StringComparer.Ordinal) // A file lies in a folder.
            .OrderBy(folder => folder.Key, StringComparer.Ordinal)
            .Select(folder => (Path.GetRelativePath(root, folder.Key).Replace('\\', '/'), EditCompiler.Compile(folder.Order(StringComparer.Ordinal).First()).Rules!)); // Packs here compile.
    }
}

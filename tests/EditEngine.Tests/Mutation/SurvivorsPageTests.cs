using EditEngine.Analysis.Mutation;
using EditEngine.Compiler.Text;
using EditEngine.Tests.Docs;
using Xunit;

namespace EditEngine.Tests.Mutation;

/// <summary>The page that says of each change that no test of the acceptance packs notices why none can.</summary>
public sealed class SurvivorsPageTests
{
    public static TheoryData<string> Packs => [.. Directory.GetDirectories(Repository.PathOf("payer-rules", "acceptance"), "E*").Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Packs))]
    public void The_page_has_what_survives(string pack) =>
        Assert.Equal(Rows().Where(row => row.Pack == pack).Select(row => row.Change), Survivors(Repository.PathOf("payer-rules", "acceptance", pack)));

    [Fact]
    public void Each_row_is_of_a_pack_and_has_its_reason()
    {
        Assert.NotEmpty(Rows());
        Assert.All(Rows(), row => Assert.True(Packs.Any(pack => pack.Data == row.Pack) && row.Why.Length > 10, row.ToString()));
    }

    private static IEnumerable<(string Pack, string Change, string Why)> Rows() =>
        from line in File.ReadLines(Repository.PathOf("docs", "survivors.md"))
        let cells = line.Split(" | ")
        where line.StartsWith("| E", StringComparison.Ordinal)
        select (cells[0][2..], cells[1], cells[2].TrimEnd(' ', '|'));

    private static IEnumerable<string> Survivors(string folder)
    {
        PackCompilation pack = EditCompiler.Open(folder, CompileOptions.Default);
        Dictionary<string, SourceText> texts = pack.Sources.Texts.ToDictionary(text => text.File, StringComparer.Ordinal);
        MutationRun run = new(pack.Result, pack.Result.Pack!, pack.Sources.Chain[^1].Trees.Select(tree => tree.Source.File), place => texts[place.File].Text.Substring(place.Start, place.Length)); // The packs have no errors.
        return run.Run(run.MutantsOf(static _ => true)).Mutants.Where(mutant => mutant.KilledBy is null).Select(mutant => mutant.Words);
    }
}

using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;
using EditEngine.Tests.Docs;
using Xunit;

namespace EditEngine.Tests.Packs;

/// <summary>A file that is read around its change is read as a whole file is.</summary>
public sealed class ChangedFileTests
{
    // EDITS_CHANGES=100000 runs as many; without it as many as a build can wait for.
    private static int Rounds => int.TryParse(Environment.GetEnvironmentVariable("EDITS_CHANGES"), out int rounds) ? rounds : 300;

    [Fact]
    public void A_change_is_read_as_the_whole_file_is()
    {
        string[] files = [.. Directory.EnumerateFiles(Repository.PathOf("payer-rules"), "*.edit", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        string[] texts = [.. files.Select(File.ReadAllText), string.Join('\n', files.Take(12).Select(File.ReadAllText))];
        int parts = 0;
        for (int round = 0; round < Rounds; round++)
        {
            RuleChanges changes = new(round);
            string text = texts[changes.Random.Next(texts.Length)];
            SyntaxTree tree = EditParser.Parse(new SourceText("rules.edit", text));
            for (int step = 0; step < 4; step++)
            {
                (string changed, string done) = changes.Of(tree.Source.Text);
                tree = ChangedFile.Read(tree, new SourceText("rules.edit", changed));
                SyntaxTree whole = EditParser.Parse(new SourceText("rules.edit", changed));
                string seed = $"round {round}, step {step}: {done}";
                Assert.Equal((seed, Shown(whole.Diagnostics)), (seed, Shown(tree.Diagnostics)));
                Assert.Equal((seed, Shown(whole)), (seed, Shown(tree)));
                parts += tree.Parts.Any(part => part.Source != tree.Source) ? 1 : 0;
            }
        }

        Assert.True(parts > Rounds, $"Only {parts} of {4 * Rounds} changes were read by themselves.");
    }

    private static string Shown(IEnumerable<Diagnostic> diagnostics) =>
        string.Join('\n', diagnostics.Select(one => $"{one} {one.Place as SourceSpan is { } span} {(one.Place as SourceSpan)?.Start}+{(one.Place as SourceSpan)?.Length} {one.Fix?.Span.Start} {one.Fix?.NewText}"));

    private static string Shown(SyntaxTree tree) => string.Join('\n', tree.Parts.Select(part =>
        $"{part.Source.PlaceOf(part.Syntax.Span).Start} {part.Source.PlaceOf(part.Syntax.Span)} {part.Syntax.GetType().Name} {(part.Syntax as EditSyntax)?.HasErrors} "
        + SyntaxPrinter.Print(new SyntaxTree(part.Source, [part.Syntax], [], []))));
}

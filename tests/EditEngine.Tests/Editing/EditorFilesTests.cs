using System.Text.Encodings.Web;
using System.Text.Json;
using EditEngine.Compiler.Editing;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Tests.Docs;
using EditEngine.Tests.Syntax;
using Xunit;

namespace EditEngine.Tests.Editing;

/// <summary>Files of the editors' extensions that are made from the code.</summary>
public sealed class EditorFilesTests
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Samples => SyntaxSamples.All;

    [Fact]
    public void The_grammar_is_made_from_the_lexers_vocabulary() => Hold("editors/vscode/syntaxes/edits.tmLanguage.json", TextMateGrammar.Text());

    [Fact]
    public void The_snippets_are_those_that_completion_proposes() => Hold("editors/vscode/snippets/edits.json", Snippets());

    [Theory]
    [MemberData(nameof(Samples))]
    public void Tokens_have_a_colour_of_their_kind(string name)
    {
        SyntaxTree tree = SyntaxSamples.Parse(SyntaxSamples.Read(name));
        string text = tree.Source.Text;
        LinePositions lines = new(text, ColumnUnit.Utf16);
        List<string> wrong = [];
        foreach (SyntaxToken token in tree.Tokens.Where(token => token.Kind is not (TokenKind.Blank or TokenKind.Bad)))
        {
            TextPosition at = lines.Of(token.Span.Start);
            string line = text[lines.StartOf(at.Line)..lines.EndOf(at.Line)];
            int pattern = TextMateGrammar.At(line, at.Column);
            bool fits = pattern < 0 ? token.Kind == TokenKind.Sign : TextMateGrammar.Patterns[pattern].Kinds.Contains(token.Kind);
            if (!fits)
            {
                wrong.Add($"{name}({at.Line + 1},{at.Column + 1}) {text.Substring(token.Span.Start, token.Span.Length)} is {token.Kind}, coloured as {(pattern < 0 ? "nothing" : TextMateGrammar.Patterns[pattern].Name)}");
            }
        }

        Assert.Empty(wrong);
    }

    private static string Snippets()
    {
        SortedDictionary<string, object> snippets = new(StringComparer.Ordinal);
        foreach (string clauses in (string[])["‸", "edit X \"x\"\n  ‸\nend\n"])
        {
            MarkedPack pack = MarkedPack.OfTexts(("rules.edit", clauses));
            foreach (Proposal one in Completion.At(pack.Pack, pack.File, pack.Offset).Where(one => one.IsTemplate && one.Text.Contains('$', StringComparison.Ordinal)))
            {
                snippets[clauses.Length == 1 ? one.Label : $"{one.Label} in an edit"] = new { prefix = one.Label, body = one.Text.Split('\n'), description = one.Detail };
            }
        }

        return JsonSerializer.Serialize(snippets, Written) + "\n";
    }

    private static void Hold(string name, string text)
    {
        string file = Repository.PathOf(name);
        if (Repository.WritesBaselines)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        Assert.Equal(text, File.ReadAllText(file));
    }
}

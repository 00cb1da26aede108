using System.Runtime.CompilerServices;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using Xunit;

namespace EditEngine.Tests.Syntax;

/// <summary>The sample files beside the tests, and short ways to parse.</summary>
internal static class SyntaxSamples
{
    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder(), "*.edit").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    public static TheoryData<string> All => [.. Names];

    public static string Read(string name) => File.ReadAllText(Path.Combine(Folder(), name));

    public static SyntaxTree Parse(string text) => EditParser.Parse(new SourceText("test.edit", text));

    public static SyntaxTree ParseClean(string text)
    {
        SyntaxTree tree = Parse(text);
        Assert.Empty(tree.Diagnostics.Select(found => found.ToString()));
        return tree;
    }

    public static string Joined(SyntaxTree tree) => string.Concat(tree.Tokens.Select(token => tree.Source.Slice(token.Span)));

    /// <summary>An edit with these lines between its first line and its end; that clauses are missing or out of order does not matter.</summary>
    public static EditSyntax Edit(string body)
    {
        SyntaxTree tree = Parse($"edit X \"x\"\n{body}\nend\n");
        Assert.Empty(tree.Diagnostics.Where(found => found.Id is not ("EDIT0140" or "EDIT0141" or "EDIT0142")).Select(found => found.ToString()));
        return tree.Declarations.OfType<EditSyntax>().Single();
    }

    public static ExpressionSyntax Condition(string condition) => Edit($"  when {condition}").Clauses.OfType<WhenSyntax>().Single().Condition;

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "samples");
}

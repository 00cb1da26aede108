using System.Text;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;

namespace EditEngine.Conformance;

/// <summary>Other names for all that a rule file names itself: terms, code sets, parameters, things, lets.</summary>
internal static class Renaming
{
    private const string Suffix = "_renamed";

    /// <summary>The text with its own names changed. Tables keep theirs: findings show them.</summary>
    public static string Of(string text)
    {
        SyntaxTree tree = EditParser.Parse(new SourceText("renamed.edit", text));
        HashSet<string> names = [.. tree.Declarations.SelectMany(NamesOf)];
        StringBuilder renamed = new();
        bool isMember = false;
        foreach (SyntaxToken token in tree.Tokens)
        {
            string word = text.Substring(token.Span.Start, token.Span.Length);
            renamed.Append(token.Kind == TokenKind.Text ? InBraces(word, names) : word).Append(names.Contains(word) && !isMember ? Suffix : "");
            isMember = word == ".";
        }

        return renamed.ToString();
    }

    // The values of a message stand in braces within a text.
    private static string InBraces(string text, HashSet<string> names)
    {
        foreach (string name in names)
        {
            foreach (char end in ". })")
            {
                text = text.Replace("{" + name + end, "{" + name + Suffix + end, StringComparison.Ordinal).Replace(" of " + name + end, " of " + name + Suffix + end, StringComparison.Ordinal);
            }
        }

        return text;
    }

    private static IEnumerable<string> NamesOf(DeclarationSyntax declaration) => declaration switch
    {
        CodesSyntax codes => [AtName(codes.Name)],
        ParameterSyntax parameter => [AtName(parameter.Name)],
        DefineKindSyntax kind => [kind.Name.Text],
        DefineValueSyntax value => [value.Name.Text],
        EditSyntax edit => edit.Clauses.SelectMany(NamesOf),
        _ => [],
    };

    private static IEnumerable<string> NamesOf(ClauseSyntax clause) => clause switch
    {
        ParameterClauseSyntax parameter => [AtName(parameter.Parameter.Name)],
        LetSyntax let => [let.Name.Text],
        _ => [],
    };

    private static string AtName(NameSyntax name) => "@" + name.Text.TrimStart('@');
}

using EditEngine.Compiler.Syntax;
using EditEngine.Diagnostics;

namespace EditEngine.Analysis.Linting;

/// <summary>Names that a pack declares and nothing uses. What a pack without edits declares is there for those that extend it.</summary>
internal static class UnusedNames
{
    /// <summary>One lint a name, at its declaration. A name is used where it stands a second time, in the pack itself or in one that it extends.</summary>
    public static IEnumerable<Diagnostic> In(PackSources sources)
    {
        SyntaxTree[] own = [.. sources.Chain[^1].Trees];
        if (!own.Any(tree => tree.Declarations.Any(one => one is EditSyntax)))
        {
            yield break;
        }

        Dictionary<string, int> uses = Uses(sources.Chain.SelectMany(pack => pack.Trees));
        foreach (SyntaxTree tree in own)
        {
            foreach ((string shown, NameSyntax name) in tree.Declarations.SelectMany(NamesOf))
            {
                if (uses.GetValueOrDefault(shown) < 2)
                {
                    yield return LintDiagnostics.Unused(tree.Source.PlaceOf(name.Span), shown);
                }
            }
        }
    }

    private static Dictionary<string, int> Uses(IEnumerable<SyntaxTree> trees)
    {
        Dictionary<string, int> uses = new(StringComparer.Ordinal);
        foreach (SyntaxTree tree in trees)
        {
            foreach (SyntaxToken token in tree.Tokens.Where(token => token.Kind is TokenKind.AtName or TokenKind.Word or TokenKind.Keyword or TokenKind.Atom))
            {
                string text = tree.Source.Slice(token.Span);
                uses[text] = uses.GetValueOrDefault(text) + 1;
            }
        }

        return uses;
    }

    private static IEnumerable<(string Shown, NameSyntax Name)> NamesOf(DeclarationSyntax declaration) => declaration switch
    {
        CodesSyntax codes => [("@" + codes.Name.Text.TrimStart('@'), codes.Name)],
        TableSyntax table => [("@" + table.Name.Text.TrimStart('@'), table.Name)],
        ParameterSyntax parameter => [("@" + parameter.Name.Text.TrimStart('@'), parameter.Name)],
        DefineKindSyntax kind => [(kind.Name.Text, kind.Name)],
        DefineValueSyntax value => [(value.Name.Text, value.Name)],
        ReasonsSyntax reasons => reasons.Rows.DistinctBy(row => row.Key.Text).Select(row => (row.Key.Text, row.Key)),
        _ => [],
    };
}

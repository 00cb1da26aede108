using EditEngine.Compiler.Syntax;
using EditEngine.Diagnostics;

namespace EditEngine.Analysis.Consistency;

/// <summary>Sets of a pack that no edit asks for, not even by a definition, a table or another set.</summary>
internal static class UnreachedSets
{
    /// <summary>One remark a set. A pack without edits has none: its sets are there for those that extend it.</summary>
    public static IEnumerable<PackRemark> In(PackSources sources)
    {
        SyntaxTree[] own = [.. sources.Chain[^1].Trees];
        if (!own.Any(tree => tree.Declarations.Any(one => one is EditSyntax)))
        {
            yield break;
        }

        HashSet<string> reached = Reached([.. sources.Chain.SelectMany(pack => pack.Trees).SelectMany(UsesIn)]);
        foreach (SyntaxTree tree in own)
        {
            foreach (CodesSyntax codes in tree.Declarations.OfType<CodesSyntax>())
            {
                string name = NameOf(codes)!; // A set has one.
                if (!reached.Contains(name))
                {
                    SourceSpan place = tree.Source.PlaceOf(codes.Name.Span);
                    yield return new PackRemark(RemarkKind.Unreached, [], place, $"No edit asks for {name}.", IsProven: true, null);
                }
            }
        }
    }

    private static HashSet<string> Reached(List<(string? Name, HashSet<string> Words)> declarations)
    {
        HashSet<string> reached = [];
        Stack<HashSet<string>> open = new(declarations.Where(one => one.Name is null).Select(one => one.Words));
        ILookup<string, HashSet<string>> named = declarations.Where(one => one.Name is not null).ToLookup(one => one.Name!, one => one.Words, StringComparer.Ordinal); // Asked just now.
        while (open.TryPop(out HashSet<string>? words))
        {
            foreach (string word in words.Where(reached.Add))
            {
                foreach (HashSet<string> more in named[word])
                {
                    open.Push(more);
                }
            }
        }

        return reached;
    }

    // What has no name of its own, as an edit, is asked always.
    private static IEnumerable<(string? Name, HashSet<string> Words)> UsesIn(SyntaxTree tree)
    {
        foreach (DeclarationSyntax declaration in tree.Declarations)
        {
            HashSet<string> words =
            [
                .. tree.Tokens.Where(token => token.Span.Start >= declaration.Span.Start && token.Span.End <= declaration.Span.End && token.Kind is TokenKind.AtName or TokenKind.Word or TokenKind.Keyword or TokenKind.Atom)
                    .Select(token => tree.Source.Slice(token.Span)),
            ];
            yield return (NameOf(declaration), words);
        }
    }

    private static string? NameOf(DeclarationSyntax declaration) => declaration switch
    {
        CodesSyntax codes => "@" + codes.Name.Text.TrimStart('@'),
        TableSyntax table => "@" + table.Name.Text.TrimStart('@'),
        ParameterSyntax parameter => "@" + parameter.Name.Text.TrimStart('@'),
        DefineKindSyntax kind => kind.Name.Text,
        DefineValueSyntax value => value.Name.Text,
        _ => null,
    };
}

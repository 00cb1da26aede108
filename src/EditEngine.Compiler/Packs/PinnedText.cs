using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Packs;

/// <summary>A declaration with the file that it is written in.</summary>
internal readonly record struct WrittenDeclaration(DeclarationSyntax Syntax, SyntaxTree Tree);

/// <summary>What the text of an edit names, and what that names in turn: at least all that the edit depends on.</summary>
internal sealed class PinnedText
{
    // 'is valid' asks the code tables and names none.
    private const string AsksCodeTables = "valid";

    private readonly Dictionary<string, List<WrittenDeclaration>> _named = new(StringComparer.Ordinal);
    private readonly List<(string Edit, WrittenDeclaration Declaration)> _edits = [];

    public PinnedText(ImmutableArray<PackFiles> packs)
    {
        foreach (SyntaxTree tree in packs.SelectMany(pack => pack.Trees))
        {
            foreach (DeclarationSyntax syntax in tree.Declarations)
            {
                Add(new WrittenDeclaration(syntax, tree));
            }
        }
    }

    /// <summary>The edit, what changes it, and all that they name.</summary>
    public ImmutableArray<WrittenDeclaration> Of(string edit)
    {
        List<WrittenDeclaration> reached = [.. _edits.Where(one => one.Edit == edit).Select(one => one.Declaration)];
        HashSet<DeclarationSyntax> known = new(reached.Select(one => one.Syntax), ReferenceEqualityComparer.Instance);
        for (int i = 0; i < reached.Count; i++)
        {
            foreach (string word in Words(reached[i]))
            {
                foreach (WrittenDeclaration named in _named.GetValueOrDefault(word.TrimStart('@'), []))
                {
                    if (known.Add(named.Syntax))
                    {
                        reached.Add(named);
                    }
                }
            }
        }

        return [.. reached];
    }

    /// <summary>The words and signs of a declaration, without blanks, comments and tests.</summary>
    public static IEnumerable<string> Words(WrittenDeclaration declaration)
    {
        TextSpan span = declaration.Syntax.Span;
        TextSpan[] tests = declaration.Syntax is EditSyntax edit ? [.. edit.Clauses.OfType<TestSyntax>().Select(test => test.Span)] : [];
        return declaration.Tree.Tokens
            .Where(token => token.Kind is not (TokenKind.Blank or TokenKind.Comment) && Holds(span, token.Span) && !tests.Any(test => Holds(test, token.Span)))
            .Select(token => declaration.Tree.Source.Slice(token.Span));
    }

    private static bool Holds(TextSpan outer, TextSpan inner) => inner.Start >= outer.Start && inner.Start + inner.Length <= outer.Start + outer.Length;

    private void Add(WrittenDeclaration declaration)
    {
        string? edit = declaration.Syntax switch
        {
            EditSyntax one => one.Id.Text,
            OverrideSyntax one => one.Edit.Text,
            ExtendSyntax one => one.Edit.Text,
            DisableSyntax one => one.Edit.Text,
            _ => null,
        };
        string? name = declaration.Syntax switch
        {
            CodesSyntax one => one.Name.Text,
            TableSyntax one => one.Name.Text,
            ParameterSyntax one => one.Name.Text,
            DefineKindSyntax one => one.Name.Text,
            DefineValueSyntax one => one.Name.Text,
            CodeTableSyntax => AsksCodeTables,
            _ => null,
        };
        if (edit is not null)
        {
            _edits.Add((edit, declaration));
        }
        else if (name is not null)
        {
            string plain = name.TrimStart('@');
            if (!_named.TryGetValue(plain, out List<WrittenDeclaration>? all))
            {
                _named.Add(plain, all = []);
            }

            all.Add(declaration);
        }
    }
}

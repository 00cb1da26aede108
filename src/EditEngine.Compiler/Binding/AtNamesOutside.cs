using System.Text.RegularExpressions;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Binding;

/// <summary>The @names that stand anywhere but in declarations of code sets; those in texts too, for messages may show values.</summary>
internal static partial class AtNamesOutside
{
    public static HashSet<string> Of(IEnumerable<SyntaxTree> trees)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (SyntaxTree tree in trees)
        {
            TextSpan[] sets = [.. tree.Declarations.OfType<CodesSyntax>().Select(codes => codes.Span).OrderBy(span => span.Start)];
            int next = 0;
            foreach (SyntaxToken token in tree.Tokens.Where(token => token.Kind is TokenKind.AtName or TokenKind.Text))
            {
                while (next < sets.Length && sets[next].End <= token.Span.Start)
                {
                    next++;
                }

                if (next == sets.Length || token.Span.Start < sets[next].Start)
                {
                    names.UnionWith(AtName().Matches(tree.Source.Slice(token.Span)).Select(match => match.Value[1..]));
                }
            }
        }

        return names;
    }

    [GeneratedRegex("@[A-Za-z_][A-Za-z0-9_]*")]
    private static partial Regex AtName();
}

using System.Globalization;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Syntax;

/// <summary>The syntax tree as text: a node a line with its place, for baselines and for people who look at the parser.</summary>
internal static class SyntaxPrinter
{
    /// <summary>The declarations of a file, one below the other. The place of a node is line:column+length.</summary>
    public static string Print(SyntaxTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        NodeText text = new(node => NameOf((SyntaxNode)node, tree.Source), static node => NodeParts.Of(node, static property => property.PropertyType == typeof(TextSpan)), LeafOf);
        foreach (DeclarationSyntax declaration in tree.Declarations)
        {
            text.Write(declaration);
        }

        return text.ToString();
    }

    private static string NameOf(SyntaxNode node, SourceText source)
    {
        SourceSpan place = source.PlaceOf(node.Span);
        string kind = node.GetType().Name.Replace("Syntax", "", StringComparison.Ordinal);
        return string.Create(CultureInfo.InvariantCulture, $"{kind} {place.Line}:{place.Column}+{place.Length}");
    }

    private static string? LeafOf(object value) => value switch
    {
        NameSyntax name => name.Text,
        StringSyntax text => $"\"{text.Value}\"",
        TestLineSyntax line => line.Text,
        _ => null,
    };
}

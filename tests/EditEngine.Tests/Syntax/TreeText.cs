using System.Collections;
using System.Reflection;
using System.Text;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;

namespace EditEngine.Tests.Syntax;

/// <summary>A tree as one line of text, without its spans: <c>In(Member(Name v, date), Set(…))</c>.</summary>
internal static class TreeText
{
    public static string Of(object? value)
    {
        StringBuilder text = new();
        Write(text, value);
        return text.ToString();
    }

    public static string Of(SyntaxTree tree) => string.Join('\n', tree.Declarations.Select(Of));

    /// <summary>Every node below one, itself included.</summary>
    public static IEnumerable<SyntaxNode> Nodes(SyntaxNode node) =>
        Parts(node).SelectMany(part => part is IEnumerable list and not string ? list.Cast<object>() : [part!]).OfType<SyntaxNode>().SelectMany(Nodes).Prepend(node);

    private static void Write(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append('_');
                break;
            case NameSyntax name:
                text.Append(name.Text);
                break;
            case NameExpressionSyntax name:
                text.Append('`').Append(name.Name);
                break;
            case AtomSyntax atom:
                text.Append('#').Append(atom.Text);
                break;
            case string word:
                text.Append('"').Append(word).Append('"');
                break;
            case SyntaxNode node:
                text.Append(node.GetType().Name.Replace("Syntax", "", StringComparison.Ordinal));
                WriteList(text, '(', Parts(node), ')');
                break;
            case IEnumerable list:
                WriteList(text, '[', list.Cast<object?>(), ']');
                break;
            case DateOnly day:
                text.Append(day.ToString("O"));
                break;
            default:
                text.Append(value);
                break;
        }
    }

    private static void WriteList(StringBuilder text, char open, IEnumerable<object?> parts, char close)
    {
        text.Append(open);
        string before = "";
        foreach (object? part in parts)
        {
            text.Append(before);
            Write(text, part);
            before = ", ";
        }

        text.Append(close);
    }

    private static IEnumerable<object?> Parts(SyntaxNode node) => node.GetType()
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.PropertyType != typeof(TextSpan) && property.GetIndexParameters().Length == 0)
        .OrderBy(property => property.MetadataToken)
        .Select(property => property.GetValue(node));
}

using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using EditEngine.Codes;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;
using EditEngine.Numbers;

namespace EditEngine.Compiler.Binding;

/// <summary>The bound tree as text, for a reader: names are shown with their slots and types. What a hash is taken of is <see cref="PackFingerprint"/>.</summary>
internal static class BoundPrinter
{
    /// <summary>The edits of a pack, by id.</summary>
    public static string Print(BoundPack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        NodeText text = new(static node => node.GetType().Name.Replace("Bound", "", StringComparison.Ordinal), static node => NodeParts.Of(node, IsLeftOut), LeafOf);
        foreach (BoundEdit edit in pack.Edits.OrderBy(edit => edit.Id, StringComparer.Ordinal))
        {
            text.Write(edit);
        }

        return text.ToString();
    }

    private static bool IsLeftOut(PropertyInfo property) =>
        property.PropertyType == typeof(SourceSpan) || property.PropertyType == typeof(SourceText) || property.PropertyType == typeof(ImmutableArray<TestSyntax>)
        || property.Name == nameof(BoundNode.Children);

    private static string? LeafOf(object value) => value switch
    {
        int.MinValue or int.MaxValue => "open",
        VariableSymbol variable => string.Create(CultureInfo.InvariantCulture, $"{variable.Name}#{variable.Slot}"),
        LanguageType type => $"({type})",
        FieldSymbol field => field.Name,
        FactSymbol fact => fact.Name,
        ParameterSymbol parameter => "@" + parameter.Name,
        TableSymbol table => "@" + table.Name,
        ColumnSymbol column => column.Name,
        Code code => code.ToString(),
        Rational number => number.ToString(),
        Constant constant => ConstantText.Of(constant),
        _ => null,
    };
}

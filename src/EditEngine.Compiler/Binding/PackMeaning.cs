using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using EditEngine.Codes;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;
using EditEngine.Numbers;

namespace EditEngine.Compiler.Binding;

/// <summary>The meaning of a pack as text and as a hash: its bound tree and its tables' contents, without places, names of files and comments.</summary>
public static class PackMeaning
{
    // A code table has a hundred thousand intervals, and many edits can name it.
    private const int MostWritten = 1_000;

    /// <summary>Hex SHA-256 of <see cref="Print(BoundPack)"/>.</summary>
    public static string HashOf(BoundPack pack) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Print(pack))));

    /// <summary>Hex SHA-256 of what one edit means.</summary>
    public static string HashOf(BoundEdit edit) => DeepStack.Run(() =>
    {
        StringBuilder text = new();
        Print(text, edit, 0);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    });

    /// <summary>The bound tree as text: one node a line, indented. Edits come by id, so that the order of files does not matter.</summary>
    public static string Print(BoundPack pack) => DeepStack.Run(() => PrintAll(pack));

    private static string PrintAll(BoundPack pack)
    {
        StringBuilder text = new();
        text.Append("phases ").AppendJoin(", ", pack.Phases).Append('\n');
        foreach (ReasonSymbol reason in pack.Reasons.OrderBy(reason => reason.Name, StringComparer.Ordinal))
        {
            Print(text, reason, 0);
        }

        foreach (BoundEdit edit in pack.Edits.OrderBy(edit => edit.Id, StringComparer.Ordinal))
        {
            Print(text, edit, 0);
        }

        return text.ToString();
    }

    private static void Print(StringBuilder text, object? value, int depth)
    {
        text.Append(' ', depth * 2);
        switch (value)
        {
            case null:
                text.Append("none\n");
                return;
            case string or bool or Enum or int or Code or Rational:
                text.Append(CultureInfo.InvariantCulture, $"{value}\n");
                return;
            case VariableSymbol variable:
                text.Append(CultureInfo.InvariantCulture, $"slot {variable.Slot}\n");
                return;
            case FieldSymbol field:
                text.Append(CultureInfo.InvariantCulture, $"{field.Owners} {field.Name}\n");
                return;
            case TableSymbol table:
                text.Append(CultureInfo.InvariantCulture, $"@{table.Name} {table.Table?.ContentHash}\n");
                return;
            case CodeSet set when set.Intervals.Length > MostWritten:
                text.Append(CultureInfo.InvariantCulture, $"{set.ContentHash}\n");
                return;
            case CodeSet set:
                text.AppendJoin(' ', set.Intervals.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.First}-{one.Last}:{one.FromDay}:{one.ThroughDay}"))).Append('\n');
                return;
            case IEnumerable list:
                text.Append("list\n");
                foreach (object? item in list)
                {
                    Print(text, item, depth + 1);
                }

                return;
        }

        Type type = value.GetType();
        text.Append(type.Name).Append('\n');
        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetIndexParameters().Length == 0 && !IsLeftOut(property))
            {
                Print(text, property.GetValue(value), depth + 1);
            }
        }
    }

    private static bool IsLeftOut(PropertyInfo property) =>
        property.PropertyType == typeof(SourceSpan) || property.PropertyType == typeof(SourceText) || property.PropertyType == typeof(LanguageType)
        || property.PropertyType == typeof(ImmutableArray<TestSyntax>) || property.Name is "EqualityContract" or "Children";
}

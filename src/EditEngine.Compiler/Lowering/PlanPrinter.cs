using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using EditEngine.Codes;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Text;
using EditEngine.Evaluation;
using EditEngine.Evaluation.Steps;
using EditEngine.Numbers;
using EditEngine.Outcomes;
using EditEngine.Packs;
using EditEngine.Plans;
using EditEngine.Tables;

namespace EditEngine.Compiler.Lowering;

/// <summary>The plans of a pack as text: an edit, binding, case or step a line.</summary>
public static class PlanPrinter
{
    private static readonly ConcurrentDictionary<Type, FieldInfo[]> Fields = new();

    /// <summary>The plans in the order they are run.</summary>
    public static string Print(RulePack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        NodeText text = new(static node => NameOf(node.GetType()), PartsOf, LeafOf);
        foreach (EditPlan plan in pack.Edits)
        {
            text.Write(plan);
        }

        return text.ToString();
    }

    private static string NameOf(Type type) =>
        type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{NameOf(type.GetGenericArguments()[0])}>" : type.Name;

    // Steps are data: all they hold are their fields, whether they show them or not.
    private static IEnumerable<NodePart> PartsOf(object node) =>
        Fields.GetOrAdd(node.GetType(), FieldsOf).Select(field => new NodePart(NameOf(field), Given(field.GetValue(node))));

    private static object? Given(object? value) =>
        value is IEnumerable and IStructuralEquatable && value.GetType() is { IsValueType: true } type && type.GetProperty("IsDefault")?.GetValue(value) is true ? null : value;

    private static FieldInfo[] FieldsOf(Type type)
    {
        List<FieldInfo> fields = [];
        for (Type? level = type; level is not null && level != typeof(object); level = level.BaseType)
        {
            fields.AddRange(level.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly).OrderBy(field => field.MetadataToken)
                .Where(field => !IsDerived(field)));
        }

        return [.. fields];
    }

    // An open choice stands in the step that hangs on it; a source's stores follow from its alternatives.
    private static bool IsDerived(FieldInfo field) =>
        field.FieldType == typeof(ImmutableArray<IOpenChoice>) || (field.DeclaringType == typeof(SourcePlan) && NameOf(field) is "Stores" or "HistoryDay");

    private static string NameOf(FieldInfo field)
    {
        string name = field.Name.TrimStart('_', '<');
        int end = name.IndexOf('>', StringComparison.Ordinal);
        name = end < 0 ? name : name[..end];
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    private static string? LeafOf(object value) => value switch
    {
        int.MinValue or int.MaxValue => "open",
        ulong code => code == CodeKey.None ? "none" : Code.FromPacked(code).ToString(),
        FactRef fact => string.Create(CultureInfo.InvariantCulture, $"{fact.PartPath}{fact.Field.Name}#{fact.Slot}"),
        EditHeader header => string.Create(CultureInfo.InvariantCulture, $"{header.Id}/{header.Phase}/{header.Precedence}/{header.ScopeRank}"),
        Rational number => number.ToString(),
        Num number => number.Presence == Presence.Known ? number.Low.ToString() : number.Presence.ToString(),
        Code code => code.ToString(),
        CodeSet set => ConstantText.Of(set),
        Table table => string.Create(CultureInfo.InvariantCulture, $"{table.RowCount} rows"),
        Delegate => "code",
        Span span => string.Create(CultureInfo.InvariantCulture, $"{span.Days} days {span.Months} months"),
        _ => null,
    };
}

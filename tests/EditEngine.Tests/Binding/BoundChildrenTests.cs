using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;
using Xunit;

namespace EditEngine.Tests.Binding;

/// <summary>What a bound node holds of nodes is among its children: nothing is left out of a check, a count or a walk.</summary>
public sealed class BoundChildrenTests
{
    private static readonly SourceSpan Here = new SourceText("x", "x").PlaceOf(new TextSpan(0, 1));

    public static TheoryData<Type> Types =>
        [.. typeof(BoundNode).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(BoundNode)) && !type.IsAbstract).OrderBy(type => type.Name, StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_part_that_is_a_node_is_a_child(Type type)
    {
        var node = (BoundNode)Make(type);
        BoundNode[] parts = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(part => part.Name != nameof(BoundNode.Children)).SelectMany(part => NodesOf(part.GetValue(node)))];
        Assert.Equal(parts, node.Children, ReferenceEqualityComparer.Instance);
    }

    [Fact]
    public void Every_node_is_a_bound_node()
    {
        IEnumerable<string> outside = typeof(BoundNode).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(BoundNode).Namespace && type.Name.StartsWith("Bound", StringComparison.Ordinal) && !type.IsAssignableTo(typeof(BoundNode)))
            .Select(type => type.Name);
        Assert.Equal(["BoundPack", "BoundPrinter", "BoundRewrite", "BoundTree"], outside.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<BoundNode> NodesOf(object? value) => value switch
    {
        BoundNode node => [node],
        string => [],
        IEnumerable list => list.Cast<object?>().SelectMany(NodesOf),
        _ => [],
    };

    private static object Make(Type type)
    {
        if (Known(type) is object known)
        {
            return known;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            return MakeList(type.GetGenericArguments()[0]);
        }

        if (Nullable.GetUnderlyingType(type) is Type inner)
        {
            return Make(inner);
        }

        if (type.IsValueType)
        {
            return Activator.CreateInstance(type)!; // A value type has a default.
        }

        // Of an abstract type any that needs no other will do; not the same twice.
        Type made = !type.IsAbstract ? type : type == typeof(BoundExpression) ? typeof(BoundError) : typeof(BoundThingBinding);
        ConstructorInfo constructor = made.GetConstructors().OrderByDescending(one => one.GetParameters().Length).First();
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Make(parameter.ParameterType))]);
    }

    private static object MakeList(Type item)
    {
        Array items = Array.CreateInstance(item, item.IsAssignableTo(typeof(BoundNode)) ? 2 : 0);
        for (int i = 0; i < items.Length; i++)
        {
            items.SetValue(Make(item), i);
        }

        // ImmutableArray.Create<T>(T[]) by the type of the item.
        return typeof(ImmutableArray).GetMethods()
            .Single(method => method.Name == nameof(ImmutableArray.Create) && method.GetParameters() is [{ ParameterType.IsArray: true }])
            .MakeGenericMethod(item).Invoke(null, [items])!; // It returns a value.
    }

    private static object? Known(Type type) =>
        type == typeof(string) ? "x"
        : type == typeof(LanguageType) ? LanguageType.Number
        : type == typeof(VariableSymbol) ? new VariableSymbol("x", Here, LanguageType.Number, 0)
        : type == typeof(FieldSymbol) ? FieldSymbols.All[0]
        : type == typeof(FactSymbol) ? new FactSymbol("x", Here, "x", LanguageType.Number)
        : type == typeof(ParameterSymbol) ? new ParameterSymbol("x", Here, LanguageType.Number, [])
        : type == typeof(TableSymbol) ? new TableSymbol("x", Here, [], 0, false, null)
        : type == typeof(ColumnSymbol) ? new ColumnSymbol("x", LanguageType.Number, 0)
        : type == typeof(Constant) ? NoneConstant.Instance
        : type == typeof(SourceText) ? new SourceText("x", "")
        : type == typeof(SourceSpan) ? Here
        : null;
}

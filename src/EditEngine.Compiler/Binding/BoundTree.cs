using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;

namespace EditEngine.Compiler.Binding;

/// <summary>Walks bound nodes: their parts, whatever they are.</summary>
public static class BoundTree
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Parts = new();

    /// <summary>The expressions and sources right below a node, in the order of its parts.</summary>
    public static IEnumerable<object> Below(object node)
    {
        foreach (PropertyInfo property in Parts.GetOrAdd(node.GetType(), PartsOf))
        {
            foreach (object part in Flat(property.GetValue(node)))
            {
                yield return part;
            }
        }
    }

    /// <summary>A node and all below it.</summary>
    public static IEnumerable<object> All(object node) => Below(node).SelectMany(All).Prepend(node);

    /// <summary>The fields that an expression reads, in the order of its parts.</summary>
    public static IEnumerable<BoundField> Fields(BoundExpression expression) => All(expression).OfType<BoundField>();

    /// <summary>What must all be true where a condition is: the operands of its <c>and</c>, of those within it, or the condition itself.</summary>
    public static IEnumerable<BoundExpression> Conjuncts(BoundExpression condition) =>
        condition is BoundAnd and ? and.Operands.SelectMany(Conjuncts) : [condition];

    private static IEnumerable<object> Flat(object? value) => value switch
    {
        BoundExpression or BoundSource or BoundAlternative or BoundBranch or BoundOrderKey or BoundCase or BoundException or BoundAction or BoundBinding
            or BoundGroupKeyDefinition or BoundMessage or BoundMessagePart or BoundAddedLine => [value],
        string or null => [],
        IEnumerable list => list.Cast<object?>().SelectMany(Flat),
        _ => [],
    };

    private static PropertyInfo[] PartsOf(Type type) =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0
            && property.Name is not ("Variable" or "Field" or "Table" or "Column" or "Set" or "Type" or "Place" or "Parameter" or "Parameters" or "Fact" or "Tests" or "Source" or "EqualityContract")
            || property.PropertyType == typeof(BoundSource)),
    ];
}

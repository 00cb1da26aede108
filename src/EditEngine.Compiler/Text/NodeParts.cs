using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;

namespace EditEngine.Compiler.Text;

/// <summary>The parts of nodes that are records: their properties, in the order written, those of a base behind.</summary>
internal static class NodeParts
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    /// <summary>The parts of a node, but those that a test leaves out.</summary>
    public static IEnumerable<NodePart> Of(object node, Func<PropertyInfo, bool> isLeftOut) =>
        Properties.GetOrAdd(node.GetType(), PropertiesOf).Where(property => !isLeftOut(property)).Select(property => new NodePart(property.Name, Given(property.GetValue(node))));

    // A list that was never set throws when it is walked.
    private static object? Given(object? value) =>
        value is IEnumerable and IStructuralEquatable && value.GetType() is { IsValueType: true } type && type.GetProperty("IsDefault")?.GetValue(value) is true ? null : value;

    private static PropertyInfo[] PropertiesOf(Type type) =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0)
            .OrderBy(property => Depth(property.DeclaringType)).ThenBy(property => property.MetadataToken),
    ];

    private static int Depth(Type? type) => type is null ? 0 : Depth(type.BaseType) - 1;
}

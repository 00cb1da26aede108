using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using EditEngine.Diagnostics;

namespace EditEngine.Tests.Docs;

/// <summary>Every diagnostic that the projects declare.</summary>
internal static class Catalogue
{
    private static readonly string[] Projects = ["EditEngine.Runtime", "EditEngine.Compiler", "EditEngine.Formats", "EditEngine.Analysis", "edits", "EditEngine.Cli"];

    /// <summary>Ordered by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        .. AssembliesBelow(typeof(Cli.Tool).Assembly).SelectMany(assembly => assembly.GetTypes()).Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(field => field.FieldType == typeof(DiagnosticDescriptor)).Select(Declared).OrderBy(one => one.Id, StringComparer.Ordinal),
    ];

    /// <summary>Diagnostics of the language: rule files and what they name.</summary>
    public static bool IsOfLanguage(string id) => string.CompareOrdinal(id, "EDIT1000") < 0;

    private static IEnumerable<Assembly> AssembliesBelow(Assembly root) =>
        root.GetReferencedAssemblies().Where(name => Projects.Contains(name.Name)).Select(Assembly.Load).Append(root).Append(typeof(DiagnosticDescriptor).Assembly).Distinct();

    private static DiagnosticDescriptor Declared(FieldInfo field)
    {
        RuntimeHelpers.RunClassConstructor(field.DeclaringType!.TypeHandle); // a field has a type that declares it
        return (DiagnosticDescriptor)field.GetValue(null)!; // set where it is declared
    }
}

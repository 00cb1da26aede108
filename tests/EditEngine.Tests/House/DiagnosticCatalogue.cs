using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using EditEngine.Analysis.Testing;
using EditEngine.Compiler.Packs;
using EditEngine.Diagnostics;
using EditEngine.Formats.Batch;

namespace EditEngine.Tests.House;

/// <summary>All that the projects can tell, out of their catalogues.</summary>
internal static partial class DiagnosticCatalogue
{
    /// <summary>Every descriptor with the type that declares it, by id.</summary>
    public static ImmutableArray<(DiagnosticDescriptor Descriptor, Type Owner)> All { get; } = Find();

    /// <summary>The page of a diagnostic.</summary>
    public static string PageOf(string id) => Repository.PathOf($"docs/diagnostics/{id}.md");

    /// <summary>The head of a diagnostic's page: it says what the tool says.</summary>
    public static string HeadOf(DiagnosticDescriptor descriptor)
    {
        StringBuilder head = new();
        head.Append($"# {descriptor.Id} {descriptor.Title}\n\n");
        head.Append($"*{descriptor.Severity.ToString().ToLowerInvariant()}*\n\n");
        Add("What was seen", descriptor.Seen);
        Add("What fits", descriptor.Fits);
        Add("How to mend it", descriptor.Mend);
        return head.ToString();

        void Add(string title, string? sentence)
        {
            if (sentence is not null)
            {
                string shown = Place().Replace(sentence, "…").Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal);
                head.Append($"- **{title}:** {shown}\n");
            }
        }
    }

    private static ImmutableArray<(DiagnosticDescriptor Descriptor, Type Owner)> Find()
    {
        Assembly[] assemblies =
            [typeof(Diagnostic).Assembly, typeof(ClaimSources).Assembly, typeof(EditCompiler).Assembly, typeof(PackTests).Assembly, typeof(Cli.ExitCode).Assembly];
        return
        [
            .. assemblies.SelectMany(assembly => assembly.GetTypes())
                .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly)
                    .Where(field => field.FieldType == typeof(DiagnosticDescriptor))
                    .Select(field => ((DiagnosticDescriptor)field.GetValue(null)!, type)))
                .OrderBy(found => found.Item1.Id, StringComparer.Ordinal),
        ];
    }

    [GeneratedRegex(@"(?<!\{)\{\d+[^}]*\}(?!\})")]
    private static partial Regex Place();
}

using System.Collections.Immutable;
using System.Text;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Syntax;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Packs;

/// <summary>
/// Pins of base edits: what a pack overrides, extends, disables or replaces is pinned to what it meant when that was written. The file
/// <c>pack.lock</c> stands in the pack's folder, one line an edit: id and meaning hash, by id. Written by <c>edits pin</c>, reviewed as a diff.
/// </summary>
public static class PackLock
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "pack.lock";

    /// <summary>The lock that fits a pack as it stands now; empty where it changes no base edit.</summary>
    public static string Write(PackSources sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        StringBuilder text = new();
        foreach ((string id, string hash) in Meanings(sources).OrderBy(pin => pin.Key, StringComparer.Ordinal))
        {
            text.Append(id).Append(' ').Append(hash).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>What is to be said of a pack's pins: a base edit that changed is an error, one without a pin a warning.</summary>
    internal static IEnumerable<Diagnostic> Check(PackSources sources)
    {
        (NameSyntax Name, SyntaxTree Tree)[] changes = [.. ChangedEdits(sources)];
        if (changes.Length == 0)
        {
            yield break;
        }

        Dictionary<string, string> pins = Read(sources);
        Dictionary<string, string> meanings = Meanings(sources);
        foreach ((NameSyntax name, SyntaxTree tree) in changes.DistinctBy(change => change.Name.Text))
        {
            if (!meanings.TryGetValue(name.Text, out string? now))
            {
                continue;
            }

            if (!pins.TryGetValue(name.Text, out string? pinned))
            {
                yield return PackDiagnostics.NotPinned(tree.Source.PlaceOf(name.Span), name.Text);
            }
            else if (pinned != now)
            {
                yield return PackDiagnostics.BaseChanged(tree.Source.PlaceOf(name.Span), name.Text);
            }
        }
    }

    private static IEnumerable<(NameSyntax Name, SyntaxTree Tree)> ChangedEdits(PackSources sources)
    {
        if (sources.Chain.Length < 2)
        {
            yield break;
        }

        foreach (SyntaxTree tree in sources.Chain[^1].Trees)
        {
            foreach (DeclarationSyntax declaration in tree.Declarations)
            {
                NameSyntax? name = declaration switch
                {
                    DisableSyntax disable => disable.Edit,
                    OverrideSyntax change => change.Edit,
                    ExtendSyntax extend => extend.Edit,
                    EditSyntax { Replaces: true } edit => edit.Id,
                    _ => null,
                };
                if (name is not null)
                {
                    yield return (name, tree);
                }
            }
        }
    }

    private static Dictionary<string, string> Meanings(PackSources sources)
    {
        HashSet<string> changed = [.. ChangedEdits(sources).Select(change => change.Name.Text)];
        if (changed.Count == 0)
        {
            return [];
        }

        ImmutableArray<PackFiles> bases = sources.Chain[..^1];
        BoundPack pack = new PackBinder(sources.References).Bind(bases, out _);
        return pack.Edits.Where(edit => changed.Contains(edit.Id)).ToDictionary(edit => edit.Id, PackMeaning.HashOf, StringComparer.Ordinal);
    }

    private static Dictionary<string, string> Read(PackSources sources)
    {
        string path = sources.PathOf(FileName);
        Dictionary<string, string> pins = new(StringComparer.Ordinal);
        if (sources.Folder.Length == 0 || !File.Exists(path))
        {
            return pins;
        }

        foreach (string line in File.ReadLines(path))
        {
            string[] parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length == 2)
            {
                pins[parts[0]] = parts[1];
            }
        }

        return pins;
    }
}

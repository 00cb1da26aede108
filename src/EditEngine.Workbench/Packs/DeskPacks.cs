using System.Collections.Immutable;
using EditEngine.Compiler.Packs;
using EditEngine.Workbench.Files;
using EditEngine.Workbench.Serving;
using Microsoft.AspNetCore.Http;

namespace EditEngine.Workbench.Packs;

/// <summary>The packs of the folder, with texts of the page that stand for their files. Any thread may ask.</summary>
/// <param name="folder">The folder.</param>
internal sealed class DeskPacks(DeskFolder folder)
{
    private const int Most = 60;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Opened> _opened = new(StringComparer.Ordinal);

    /// <summary>The packs in the folder and below it, by their folders; the folder of the first is empty where it is the folder itself.</summary>
    public ImmutableArray<(string Name, string Folder)> Found()
    {
        RuleFileReader files = new(folder.Path, PackBoundary.At(folder.Path));
        return
        [
            .. PackSearch.Below(folder.Path, files).DistinctBy(pack => pack.Folder).Take(Most)
                .Select(pack => (pack.Name, Path.GetRelativePath(folder.Path, pack.Folder) is var name && name == "." ? "" : name.Replace('\\', '/'))),
        ];
    }

    /// <summary>The pack of a question; null, and why there is none.</summary>
    public PackCompilation? Open(PackRequest request, out DeskRefusal? refusal)
    {
        PackCompilation? pack = Open(request.Pack ?? "", request.Texts ?? []);
        refusal = pack is null ? new DeskRefusal(StatusCodes.Status404NotFound, $"There is no folder '{request.Pack}'.") : null;
        return pack;
    }

    /// <summary>What runs of the pack of a question; null, and why it cannot.</summary>
    public RulePack? OpenRules(PackRequest request, out DeskRefusal? refusal)
    {
        RulePack? rules = Open(request, out refusal)?.Result.Rules;
        refusal ??= rules is null ? new DeskRefusal(StatusCodes.Status422UnprocessableEntity, "The pack has errors and cannot run. They are listed in the pane 'Problems': mend them first.") : null;
        return rules;
    }

    /// <summary>A pack as the page has it.</summary>
    /// <param name="pack">Its folder, as <see cref="Found"/> has it.</param>
    /// <param name="texts">Texts that are not saved, by the names of their files in the desk's folder.</param>
    /// <returns>Null where the name is that of no folder of the desk.</returns>
    public PackCompilation? Open(string pack, IReadOnlyDictionary<string, string> texts)
    {
        string? path = pack.Length == 0 ? folder.Path : folder.Find(pack, out _)?.Path;
        if (path is null || !Directory.Exists(path))
        {
            return null;
        }

        lock (_gate)
        {
            Opened known = _opened.GetValueOrDefault(path) is Opened found && found.Texts.Keys.All(texts.ContainsKey) ? found : new Opened(EditCompiler.Open(path, CompileOptions.Default), ImmutableDictionary<string, string>.Empty);
            PackCompilation compilation = known.Compilation;
            foreach ((string name, string text) in texts.Where(one => known.Texts.GetValueOrDefault(one.Key) != one.Value).OrderBy(one => one.Key, StringComparer.Ordinal))
            {
                string full = Path.Combine(folder.Path, name);
                compilation = RuleFileReader.IsShownRuleFile(full) && full.StartsWith(path + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? compilation.WithText(full, text) : compilation;
            }

            _opened[path] = new Opened(compilation, texts.ToImmutableDictionary(StringComparer.Ordinal));
            return compilation;
        }
    }

    /// <summary>A file outside of the folder that a pack of the folder is made of; null where the name leads to none.</summary>
    /// <param name="name">From the folder on, as <c>../base/visits.edit</c>.</param>
    public BaseFile? FindBase(string name)
    {
        string path = Path.GetFullPath(Path.Combine(folder.Path, name));
        return folder.NameOf(path) is not null ? null : Found().Select(pack => BaseFile.In(Open(pack.Folder, ImmutableDictionary<string, string>.Empty)!, path)).FirstOrDefault(one => one is not null); // It was found.
    }

    /// <summary>Something changed on the disk: all is read anew when it is asked for next.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _opened.Clear();
        }
    }

    /// <summary>A pack that was asked for.</summary>
    private sealed record Opened(PackCompilation Compilation, ImmutableDictionary<string, string> Texts);
}

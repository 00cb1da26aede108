using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Packs;

/// <summary>
/// Pins of base edits: what a pack overrides, extends, disables or replaces is pinned to what it meant when that was written. The rows of tables
/// are not: they come anew with every release, and that they did is noted. The file <c>pack.lock</c> lies in the pack's folder: the number of its form,
/// then a line for each table that the edits look up and a line for each edit. Written by <c>edits pin</c>, reviewed as a diff.
/// </summary>
internal static class PackLock
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "pack.lock";

    /// <summary>The lock that fits a pack as it is now; empty where it changes no base edit.</summary>
    public static string Write(PackSources sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        LockText now = Now(sources);
        return now.Pins.Count == 0 ? "" : now.Write();
    }

    /// <summary>How many edits a lock pins.</summary>
    public static int CountPins(string text) => LockText.Read(text).Pins.Count;

    /// <summary>What there is to say of a pack's pins: a base edit that changed is an error, one without a pin a warning, changed rows are a note.</summary>
    internal static IEnumerable<Diagnostic> Check(PackSources sources)
    {
        (NameSyntax Name, SourceText Source)[] changes = [.. ChangedEdits(sources)];
        return changes.Length == 0 ? []
            : Read(sources, out Diagnostic? problem) is LockText pinned ? Compare(changes, pinned, Now(sources))
            : problem is not null ? [problem]
            : Compare(changes, new LockText(LockText.CurrentForm, ImmutableDictionary<string, string>.Empty, ImmutableDictionary<string, string>.Empty), Now(sources));
    }

    private static IEnumerable<Diagnostic> Compare((NameSyntax Name, SourceText Source)[] changes, LockText pinned, LockText now)
    {
        foreach ((NameSyntax name, SourceText source) in changes.DistinctBy(change => change.Name.Text))
        {
            if (!now.Pins.TryGetValue(name.Text, out string? means))
            {
                continue;
            }

            if (!pinned.Pins.TryGetValue(name.Text, out string? meant))
            {
                yield return PackDiagnostics.NotPinned(source.PlaceOf(name.Span), name.Text);
            }
            else if (meant != means)
            {
                yield return PackDiagnostics.BaseChanged(source.PlaceOf(name.Span), name.Text);
            }
        }

        foreach ((string table, string rows) in now.Rows)
        {
            if (pinned.Rows.TryGetValue(table, out string? before) && before != rows)
            {
                yield return PackDiagnostics.RowsChanged(FileName, table);
            }
        }
    }

    private static IEnumerable<(NameSyntax Name, SourceText Source)> ChangedEdits(PackSources sources)
    {
        if (sources.Chain.Length < 2)
        {
            yield break;
        }

        foreach (PlacedDeclaration part in sources.Chain[^1].Trees.SelectMany(tree => tree.Parts))
        {
            NameSyntax? name = part.Syntax switch
            {
                DisableSyntax disable => disable.Edit,
                OverrideSyntax change => change.Edit,
                ExtendSyntax extend => extend.Edit,
                EditSyntax { Replaces: true } edit => edit.Id,
                _ => null,
            };
            if (name is not null)
            {
                yield return (name, part.Source);
            }
        }
    }

    private static LockText Now(PackSources sources)
    {
        HashSet<string> changed = [.. ChangedEdits(sources).Select(change => change.Name.Text)];
        if (changed.Count == 0)
        {
            return new LockText(LockText.CurrentForm, ImmutableDictionary<string, string>.Empty, ImmutableDictionary<string, string>.Empty);
        }

        ImmutableArray<PackFiles> bases = sources.Chain[..^1];
        BoundPack pack = PackBinder.OfEdits(new RowlessFiles(sources.References), changed).Bind([.. bases.Select(RowlessFiles.Of)], out _);
        PinnedText text = new(bases);
        Dictionary<string, string> pins = new(StringComparer.Ordinal);
        List<WrittenDeclaration> named = [];
        foreach (BoundEdit edit in pack.Edits.Where(edit => changed.Contains(edit.Id)))
        {
            ImmutableArray<WrittenDeclaration> reached = text.Of(edit.Id);
            named.AddRange(reached);
            pins[edit.Id] = HashOf(edit, reached);
        }

        return new LockText(LockText.CurrentForm, pins, PinnedRows.Of(named.DistinctBy(one => one.Syntax, ReferenceEqualityComparer.Instance), sources.References));
    }

    /// <summary>
    /// The meaning without rows. Where codes come from a file the text counts as well: <c>@from_file - { 99213 }</c> means nothing without the file's codes, whatever it takes away.
    /// </summary>
    private static string HashOf(BoundEdit edit, ImmutableArray<WrittenDeclaration> reached)
    {
        string meaning = PackFingerprint.HashOf(edit);
        if (!reached.Any(one => one.Syntax is CodesSyntax { File: not null }))
        {
            return meaning;
        }

        // In an order that no file's name changes.
        IEnumerable<string> texts = reached.Where(one => one.Syntax is not TableSyntax).Select(one => string.Join(' ', PinnedText.Words(one))).Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(meaning + "\n" + string.Join('\n', texts))));
    }

    /// <summary>What the lock beside a pack says; null where there is none.</summary>
    internal static string? TextOf(PackSources sources, out Diagnostic? problem)
    {
        problem = null;
        if (sources.Folder.Length == 0)
        {
            return sources.Lock;
        }

        string folder = Path.GetFullPath(sources.Folder);
        folder = RealPath.Of(folder) ?? folder;
        string path = Path.Combine(folder, FileName);
        return File.Exists(path) && PackFile.Read(path, FileName, PackBoundary.Of(folder), PackFile.LongestLock, out problem) is byte[] bytes ? Encoding.UTF8.GetString(bytes) : null;
    }

    /// <summary>The lock of a pack; null where there is none, or where it is of another form, which is told.</summary>
    private static LockText? Read(PackSources sources, out Diagnostic? problem)
    {
        if (TextOf(sources, out problem) is not string text)
        {
            return null;
        }

        LockText read = LockText.Read(text);
        problem = read.Form == LockText.CurrentForm ? null
            : read.Form < LockText.CurrentForm ? PackDiagnostics.OldLock(FileName)
            : PackDiagnostics.NewLock(FileName, read.Form, LockText.CurrentForm);
        return problem is null ? read : null;
    }
}

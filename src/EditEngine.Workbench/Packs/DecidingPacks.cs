using System.Collections.Immutable;
using EditEngine.Diagnostics;
using EditEngine.Workbench.Serving;
using Microsoft.AspNetCore.Http;

namespace EditEngine.Workbench.Packs;

/// <summary>A pack that decides for the page.</summary>
/// <param name="Pack">It.</param>
/// <param name="Errors">What keeps the text of the page from deciding, the first of it; empty where the pack is that text's.</param>
internal sealed record PackInUse(DecidingPack Pack, ImmutableArray<Diagnostic> Errors)
{
    /// <summary>The text of the page decides, and not an earlier one.</summary>
    public bool IsCurrent => Errors.IsEmpty;
}

/// <summary>Packs that decide for the page: by its texts, or while these have errors by the last that had none. Any thread may ask.</summary>
/// <param name="packs">The packs.</param>
internal sealed class DecidingPacks(DeskPacks packs)
{
    private const int MostErrors = 5;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, DecidingPack> _last = new(StringComparer.Ordinal);

    /// <summary>A pack; null, and why nothing can be decided.</summary>
    public PackInUse? Open(PackRequest asked, out DeskRefusal? refusal)
    {
        refusal = null;
        string folder = asked.Pack ?? "";
        if (packs.Open(folder, asked.Texts ?? []) is not PackCompilation compilation)
        {
            refusal = new DeskRefusal(StatusCodes.Status404NotFound, $"There is no pack '{folder}' in this folder.");
            return null;
        }

        ImmutableArray<Diagnostic> all = compilation.Result.Diagnostics;
        if (compilation.Result.Pack is not null)
        {
            return new PackInUse(Keep(folder, compilation), []);
        }

        ImmutableArray<Diagnostic> errors = [.. all.Where(one => one.Severity == Severity.Error).Take(MostErrors)];
        lock (_gate)
        {
            if (_last.TryGetValue(folder, out DecidingPack? last) && !errors.IsEmpty)
            {
                return new PackInUse(last, errors);
            }
        }

        // No fault of who asks: while one types, a pack is often such.
        refusal = new DeskRefusal(StatusCodes.Status200OK, errors.IsEmpty ? "The pack has no edits that can run." : $"The pack has errors, and nothing can be decided until they are mended. The first: {errors[0]}");
        return null;
    }

    private DecidingPack Keep(string folder, PackCompilation compilation)
    {
        lock (_gate)
        {
            if (!_last.TryGetValue(folder, out DecidingPack? known) || !ReferenceEquals(known.Compilation, compilation))
            {
                known = DecidingPack.Of(compilation)!; // Who calls has asked.
                _last[folder] = known;
            }

            return known;
        }
    }
}

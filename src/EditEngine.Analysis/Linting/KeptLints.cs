using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;

namespace EditEngine.Analysis.Linting;

/// <summary>Lints of a pack as it was, for an editor in which somebody types on: those of what has not changed are shown where it stands now.</summary>
/// <param name="Sources">The pack's texts when it was looked at.</param>
/// <param name="Lints">By file and place.</param>
internal sealed record KeptLints(PackSources Sources, ImmutableArray<Diagnostic> Lints)
{
    /// <summary>Most of one file that are shown: who has more asks <c>edits check --lint</c>, and an editor is to be told all of them at every keystroke.</summary>
    public const int MostOfFile = 200;

    /// <summary>The lints of a pack; null where it has errors: of what is half written little can be said.</summary>
    /// <exception cref="OperationCanceledException">They are of no use any more.</exception>
    public static KeptLints? Of(PackCompilation compilation, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(compilation);
        return compilation.Result.Pack is not BoundPack pack ? null : new KeptLints(
            compilation.Sources,
            [
                .. PackLints.Of(compilation.Sources, pack, cancellation).GroupBy(FileOf, StringComparer.Ordinal).SelectMany(file => file.Take(MostOfFile)),
            ]);
    }

    /// <summary>The lints as they stand in the pack's texts now; without those of stretches that have changed since.</summary>
    public ImmutableArray<Diagnostic> In(PackSources now)
    {
        ArgumentNullException.ThrowIfNull(now);
        if (ReferenceEquals(now, Sources))
        {
            return Lints;
        }

        Dictionary<string, (TextDifference Change, SourceText Text)?> changes = new(StringComparer.Ordinal);
        return [.. Lints.Select(lint => Moved(lint, now, changes)).OfType<Diagnostic>()];
    }

    private Diagnostic? Moved(Diagnostic lint, PackSources now, Dictionary<string, (TextDifference Change, SourceText Text)?> changes)
    {
        if (lint.Place is not SourceSpan place)
        {
            return lint;
        }

        if (!changes.TryGetValue(place.File, out (TextDifference Change, SourceText Text)? change))
        {
            change = TextOf(Sources, place.File) is SourceText before && TextOf(now, place.File) is SourceText text ? (TextDifference.Between(before.Text, text.Text), text) : null;
            changes.Add(place.File, change);
        }

        return change?.Change.Moved(new TextSpan(place.Start, place.Length)) is TextSpan span ? lint with { Place = change.Value.Text.PlaceOf(span) } : null;
    }

    private static SourceText? TextOf(PackSources sources, string file) => sources.Texts.FirstOrDefault(source => source.File == file);

    private static string FileOf(Diagnostic lint) => lint.Place switch
    {
        SourceSpan span => span.File,
        TablePlace table => table.File,
        _ => "",
    };
}

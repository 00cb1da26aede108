using System.Collections.Immutable;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Editing;

/// <summary>Where what stands at a place is declared, and where else it stands: over all packs, and into the rows of CSV files.</summary>
internal static class NamePlaces
{
    private const int MostFound = 2_000;

    /// <summary>Where it is declared; of a file its first line, of a code the rows that hold it.</summary>
    public static ImmutableArray<FoundPlace> DefinitionOf(EditingPack pack, string file, int offset)
    {
        if (NameSearch.At(pack, file, offset) is Occurrence name && NameSearch.Declarations(pack, name.Key) is { IsEmpty: false } declared)
        {
            return declared;
        }

        if (CursorPlace.Of(pack, file, offset) is not { Part: not null } place)
        {
            return [];
        }

        if (FileAt(place) is string path)
        {
            return [new FoundPlace(path, default, 1)];
        }

        return WrittenCode.At(place, new(() => EditSketch.OfWritten(place))) is WrittenCode code ? [.. CodeRows.PlacesOf(pack, code.Code.ToString())] : [];
    }

    /// <summary>Every place of it, declarations among them where they are wanted.</summary>
    public static ImmutableArray<FoundPlace> ReferencesOf(EditingPack pack, string file, int offset, bool withDeclarations)
    {
        if (NameSearch.At(pack, file, offset) is Occurrence name)
        {
            return
            [
                .. NameSearch.All(pack, name.Key).Where(one => withDeclarations || !one.Occurrence.IsDeclaration).Select(one => new FoundPlace(one.File, one.Occurrence.Span)).Take(MostFound),
            ];
        }

        if (CursorPlace.Of(pack, file, offset) is { Part: not null } place && WrittenCode.At(place, new(() => EditSketch.OfWritten(place))) is WrittenCode code)
        {
            string text = code.Code.ToString();
            return [.. pack.Sources.Texts.SelectMany(source => Written(source, text)).Concat(CodeRows.PlacesOf(pack, text)).Take(MostFound)];
        }

        return [];
    }

    private static IEnumerable<FoundPlace> Written(SourceText source, string text)
    {
        string all = source.Text;
        for (int at = all.IndexOf(text, StringComparison.Ordinal); at >= 0; at = all.IndexOf(text, at + 1, StringComparison.Ordinal))
        {
            int end = at + text.Length;
            if ((at == 0 || !char.IsAsciiLetterOrDigit(all[at - 1])) && (end == all.Length || !char.IsAsciiLetterOrDigit(all[end])))
            {
                yield return new FoundPlace(source.File, new TextSpan(at, text.Length));
            }
        }
    }

    // The file that a declaration names, as diagnostics call it.
    private static string? FileAt(CursorPlace place)
    {
        StringSyntax? name = place.Part!.Declaration.Syntax switch // Asked in a declaration.
        {
            TableSyntax table => table.File,
            CodesSyntax codes => codes.File?.Name,
            CodeTableSyntax codes => codes.File.Name,
            _ => null,
        };
        int at = place.Offset - place.Part.By;
        if (name is null || at < name.Span.Start || at > name.Span.End)
        {
            return null;
        }

        string folder = Path.GetDirectoryName(place.Tree.Source.File) ?? "";
        return Path.Combine(folder, name.Value).Replace('\\', '/');
    }
}

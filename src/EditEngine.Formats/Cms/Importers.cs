using System.Collections.Immutable;
using EditEngine.Formats.Cms.Layouts;

namespace EditEngine.Formats.Cms;

/// <summary>A kind of files that can be imported.</summary>
/// <param name="Kind">Its name, as <c>ncci-ptp</c>.</param>
/// <param name="Files">What the files are.</param>
/// <param name="Import">Makes a table of them: plain, gzip, or a zip archive as published.</param>
internal sealed record Importer(string Kind, string Files, Func<ImmutableArray<TableSource>, ImportOptions, TableImport> Import)
{
    /// <summary>Why no effective date can be given with it; null where one can.</summary>
    public string? WhyUndated { get; init; }
}

/// <summary>All kinds of published files that can be imported.</summary>
internal static class Importers
{
    /// <summary>The kinds, in the order they are listed.</summary>
    public static ImmutableArray<Importer> All { get; } =
    [
        new("ncci-ptp", "NCCI procedure-to-procedure edits: all files of one release.", NcciPtpImporter.Import) { WhyUndated = "each pair says its own days" },
        new("ncci-mue", "NCCI medically unlikely edits: any number of releases and settings.", NcciMueImporter.Import),
        .. PublishedLayouts.All.Select(layout => new Importer(layout.Kind, layout.Files, (sources, options) => LayoutImporter.Import(layout, sources, options))),
    ];
}

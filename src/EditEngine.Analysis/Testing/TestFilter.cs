namespace EditEngine.Analysis.Testing;

/// <summary>Which tests are run; what is null does not choose.</summary>
public sealed record TestFilter
{
    /// <summary>Every test.</summary>
    public static readonly TestFilter All = new();

    /// <summary>Id of an edit, in either case; <c>E02*</c> is every edit whose id begins so.</summary>
    public string? Edit { get; init; }

    /// <summary>A part of the title, in either case.</summary>
    public string? Title { get; init; }

    /// <summary>A rule file, or a folder with all files below it, named as in places.</summary>
    public string? File { get; init; }

    internal bool TakesEdit(string id, string file) => TakesId(id) && TakesFile(file);

    internal bool TakesTitle(string title) => Title is null || title.Contains(Title, StringComparison.OrdinalIgnoreCase);

    private bool TakesId(string id) =>
        Edit is null
        || (Edit.EndsWith('*') ? id.StartsWith(Edit[..^1], StringComparison.OrdinalIgnoreCase) : string.Equals(id, Edit, StringComparison.OrdinalIgnoreCase));

    private bool TakesFile(string file) => File is null || file == File || file.StartsWith(File.TrimEnd('/') + "/", StringComparison.Ordinal);
}

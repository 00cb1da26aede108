using EditEngine.Files;
using EditEngine.Formats.Batch;
using EditEngine.Workbench.Files;
using EditEngine.Workbench.Serving;
using Microsoft.AspNetCore.Http;

namespace EditEngine.Workbench.Panes;

/// <summary>Claims that the page names: a file or folder of the desk, or what was pasted or opened in the page. The latter are read in memory and forgotten.</summary>
/// <param name="Name">The name of a file or folder in the desk's, or what the page calls its own.</param>
/// <param name="Content">The bytes that the page has; null: the desk's file is meant.</param>
internal sealed record ClaimFile(string? Name, byte[]? Content)
{
    /// <summary>The most bytes that a page sends.</summary>
    public const int MostBytes = 32 << 20;

    private const string Unnamed = "what was pasted";

    /// <summary>Begins to read; null, and why not.</summary>
    public ClaimSources? Open(DeskFolder folder, out DeskRefusal? refusal)
    {
        refusal = null;
        if (Content is byte[] bytes)
        {
            if (bytes.Length <= MostBytes)
            {
                return new ClaimSources([ClaimPaths.StandardInput], () => new MemoryStream(bytes, writable: false));
            }

            refusal = new DeskRefusal(StatusCodes.Status413PayloadTooLarge, $"'{NameOf(folder, "")}' has {bytes.Length >> 20} MB: a claim is looked for in up to {MostBytes >> 20} MB. Put the file into the folder and choose it there.");
            return null;
        }

        if (folder.Find(Name ?? "", out refusal) is not DeskFile file)
        {
            return null;
        }

        if (file.Kind is FileKind.Ordinary or FileKind.Folder)
        {
            return new ClaimSources([file.Path]);
        }

        refusal = file.Kind == FileKind.Missing
            ? new DeskRefusal(StatusCodes.Status404NotFound, $"There is no file '{Name}'.")
            : new DeskRefusal(StatusCodes.Status415UnsupportedMediaType, $"'{Name}' is {OrdinaryFile.Describe(file.Kind)}, and no file of claims.");
        return null;
    }

    /// <summary>What the page calls a file that a place names.</summary>
    public string NameOf(DeskFolder folder, string file) => Content is not null ? Name ?? Unnamed : folder.NameOf(file) ?? Name ?? file;
}

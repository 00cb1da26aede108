using EditEngine.Files;
using EditEngine.Formats.Files;
using EditEngine.Workbench.Packs;
using EditEngine.Workbench.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace EditEngine.Workbench.Files;

/// <summary>Lists, reads and saves the files of the folder. A save names the bytes it is a change of: where the file has others by now, nothing is written and both texts are there.</summary>
internal sealed class FilesEndpoint(Desk desk) : IDeskEndpoint
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/files", () => Results.Json(FileListing.Of(desk.Folder), DeskJson.Options));
        routes.MapGet("/api/file", Read);
        routes.MapPut("/api/file", ([FromBody] SavedText saved) => Save(saved));
    }

    private IResult Read(string name) => name.StartsWith("../", StringComparison.Ordinal) && desk.Packs.FindBase(name) is BaseFile known ? ReadBase(known, name)
        : desk.Folder.Find(name, out DeskRefusal? refusal) is DeskFile file && DeskText.Read(file, name, out refusal) is DeskText text
            ? Results.Json(new { Name = name, text.Text, text.Hash }, DeskJson.Options)
            : refusal!.Answer; // One of both is there.

    private static IResult ReadBase(BaseFile known, string name) =>
        DeskText.Read(new DeskFile(known.Path, OrdinaryFile.KindOf(known.Path)), name, out DeskRefusal? refusal) is DeskText text
            ? Results.Json(new { Name = name, text.Text, text.Hash, known.Said }, DeskJson.Options)
            : refusal!.Answer; // One of both is there.

    private IResult Save(SavedText saved)
    {
        if (saved.Name is null || saved.Text is null)
        {
            return new DeskRefusal(StatusCodes.Status400BadRequest, "A save has a name and a text.").Answer;
        }

        byte[] plain = DeskText.BytesOf(saved.Text, hasMark: false);
        if (plain.Length > DeskText.Longest)
        {
            return new DeskRefusal(StatusCodes.Status413PayloadTooLarge, $"The text of '{saved.Name}' is longer than the editor writes.").Answer;
        }

        if (desk.Folder.Find(saved.Name, out DeskRefusal? refusal) is not DeskFile file)
        {
            return refusal!.Answer; // It says why there is no file.
        }

        if (file.Kind is not (FileKind.Missing or FileKind.Ordinary))
        {
            return new DeskRefusal(StatusCodes.Status415UnsupportedMediaType, $"'{saved.Name}' is {OrdinaryFile.Describe(file.Kind)}, and no file that can be replaced.").Answer;
        }

        try
        {
            return SaveAt(saved, file.Path, plain);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new DeskRefusal(StatusCodes.Status422UnprocessableEntity, $"'{saved.Name}' cannot be written: {fault.Message} Nothing was changed.").Answer;
        }
    }

    // While the unfinished file is held, no other save of a workbench or run of the tool can begin: what is compared is what is replaced.
    private static IResult SaveAt(SavedText saved, string path, byte[] plain)
    {
        using UnfinishedFile? unfinished = BusyFile.When(() => UnfinishedFile.Begin(path));
        if (unfinished is null)
        {
            return new DeskRefusal(StatusCodes.Status423Locked, $"'{saved.Name}' is being written by another run. Save again in a moment.").Answer;
        }

        DeskText? now = DeskText.Read(new DeskFile(path, OrdinaryFile.KindOf(path)), saved.Name!, out DeskRefusal? refusal); // Asked by who calls.
        if (refusal is { Status: not StatusCodes.Status404NotFound })
        {
            return refusal.Answer;
        }

        if (now?.Hash != saved.Hash)
        {
            return Results.Json(new { Said = WhyConflict(saved, now), now?.Text, now?.Hash }, DeskJson.Options, statusCode: StatusCodes.Status409Conflict);
        }

        byte[] bytes = now is { HasMark: true } ? DeskText.BytesOf(saved.Text!, hasMark: true) : plain; // Asked by who calls.
        unfinished.Stream.Write(bytes);
        unfinished.Settle();
        unfinished.Replace();
        return Results.Json(new { Hash = DeskText.HashOf(bytes) }, DeskJson.Options);
    }

    private static string WhyConflict(SavedText saved, DeskText? now) =>
        now is null ? $"'{saved.Name}' is no longer there: it was removed or renamed after it was opened here. Nothing was written."
        : saved.Hash is null ? $"There is a file '{saved.Name}' already. Nothing was written."
        : $"'{saved.Name}' was changed elsewhere after it was opened here. Nothing was written: both texts are shown.";

    /// <summary>A text that is to be saved.</summary>
    /// <param name="Name">The name of its file in the folder.</param>
    /// <param name="Text">The text.</param>
    /// <param name="Hash">Of the bytes that it is a change of; null: there was no file.</param>
    internal sealed record SavedText(string? Name, string? Text, string? Hash);
}

using System.Security.Cryptography;
using EditEngine.Compiler.Packs;
using EditEngine.Diagnostics;
using EditEngine.Files;
using EditEngine.Workbench.Serving;
using Microsoft.AspNetCore.Http;

namespace EditEngine.Workbench.Files;

/// <summary>The text of a file, with what tells its bytes from any others.</summary>
/// <param name="Text">Without the mark of UTF-8.</param>
/// <param name="Hash">Of the bytes.</param>
/// <param name="HasMark">The file begins with the mark of UTF-8, and keeps it.</param>
internal sealed record DeskText(string Text, string Hash, bool HasMark)
{
    /// <summary>The longest file that is opened, in bytes: more is no text to be read by a person.</summary>
    public const int Longest = 8 << 20;

    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a file; null, and why it cannot be shown.</summary>
    public static DeskText? Read(DeskFile file, string name, out DeskRefusal? refusal)
    {
        refusal = WhyNot(file, name);
        if (refusal is not null)
        {
            return null;
        }

        try
        {
            return Of(BusyFile.When(() => OrdinaryFile.ReadAll(file.Path, Longest)), name, out refusal);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or TooLargeException)
        {
            refusal = new DeskRefusal(StatusCodes.Status422UnprocessableEntity, $"'{name}' cannot be read: {fault.Message}");
            return null;
        }
    }

    /// <summary>The bytes of a text that takes the place of this one.</summary>
    public static byte[] BytesOf(string text, bool hasMark) => [.. hasMark ? Mark : [], .. System.Text.Encoding.UTF8.GetBytes(text)];

    /// <summary>What tells bytes from others.</summary>
    public static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static DeskRefusal? WhyNot(DeskFile file, string name) => file.Kind switch
    {
        FileKind.Missing => new DeskRefusal(StatusCodes.Status404NotFound, $"There is no file '{name}'."),
        FileKind.Ordinary => new FileInfo(file.Path).Length is long length && length > Longest
            ? new DeskRefusal(StatusCodes.Status413PayloadTooLarge, $"'{name}' has {Megabytes(length)} MB: the editor opens files of up to {Megabytes(Longest)} MB. Claims of any size can be run in the pane 'Runs'.")
            : null,
        _ => new DeskRefusal(StatusCodes.Status415UnsupportedMediaType, $"'{name}' is {OrdinaryFile.Describe(file.Kind)}, and no file that can be opened."),
    };

    private static DeskText? Of(byte[] bytes, string name, out DeskRefusal? refusal)
    {
        refusal = null;
        DecodedText decoded = DecodedText.Of(bytes);
        if (decoded.Text is string text)
        {
            return new DeskText(text, HashOf(bytes), bytes.AsSpan().StartsWith(Mark));
        }

        Diagnostic? told = decoded.Fault?.Invoke(before => new FilePlace(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}, line {before.Count(c => c == '\n') + 1}")));
        refusal = new DeskRefusal(StatusCodes.Status415UnsupportedMediaType, $"{told?.Place}: {told?.Message}");
        return null;
    }

    private static string Megabytes(long bytes) => (bytes / (double)(1 << 20)).ToString("#,0.#", System.Globalization.CultureInfo.InvariantCulture);
}

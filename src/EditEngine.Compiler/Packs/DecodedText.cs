using System.Text;
using System.Text.Unicode;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Packs;

/// <summary>The text of a file's bytes: UTF-8, with or without its mark. Nothing is guessed: another encoding is told, with the place.</summary>
/// <param name="Text">The text; null where the bytes are none.</param>
/// <param name="Fault">What is wrong; called with the text before the fault to make its place.</param>
internal readonly record struct DecodedText(string? Text, Func<Func<string, Place>, Diagnostic>? Fault)
{
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    public static DecodedText Of(ReadOnlySpan<byte> bytes)
    {
        bool isMarked16 = bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
        if (isMarked16 || LooksLikeUtf16(bytes))
        {
            return new DecodedText(null, place => PackDiagnostics.Utf16(place("")));
        }

        if (bytes.StartsWith(Mark))
        {
            bytes = bytes[Mark.Length..];
        }

        int zero = bytes.IndexOf((byte)0);
        int bad = Utf8.IsValid(bytes) ? -1 : FirstBad(bytes);
        if (zero >= 0 && (bad < 0 || zero < bad))
        {
            string before = Encoding.UTF8.GetString(bytes[..zero]);
            return new DecodedText(null, place => PackDiagnostics.NotText(place(before)));
        }

        if (bad >= 0)
        {
            string before = Encoding.UTF8.GetString(bytes[..bad]);
            byte value = bytes[bad];
            return new DecodedText(null, place => PackDiagnostics.NotUtf8(place(before), value));
        }

        return new DecodedText(Encoding.UTF8.GetString(bytes), null);
    }

    // Text of Latin letters in UTF-16 without its mark: every second byte is zero.
    private static bool LooksLikeUtf16(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 4 && bytes.Length % 2 == 0
        && ((bytes[0] == 0 && bytes[2] == 0 && bytes[1] != 0 && bytes[3] != 0) || (bytes[1] == 0 && bytes[3] == 0 && bytes[0] != 0 && bytes[2] != 0));

    private static int FirstBad(ReadOnlySpan<byte> bytes)
    {
        int at = 0;
        while (at < bytes.Length && Rune.DecodeFromUtf8(bytes[at..], out _, out int length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }
}

using System.Globalization;
using System.Text;

namespace EditEngine.Formats.Batch;

/// <summary>Tells the form of a file by its content; its name is only what someone called it.</summary>
internal static class FirstBytes
{
    /// <summary>How many bytes are looked at.</summary>
    public const int HeadLength = 4096;

    /// <summary>True for what gzip writes.</summary>
    public static bool IsGzip(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]);

    /// <summary>The form that the first bytes have.</summary>
    public static ClaimForm Of(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return ClaimForm.Json; // UTF-16: its reader says what to do
        }

        ReadOnlySpan<byte> text = AfterMark(head).TrimStart(" \t\r\n"u8);
        if (text.IsEmpty)
        {
            return head.Length < HeadLength ? ClaimForm.Empty : ClaimForm.Json;
        }

        if (text.StartsWith("ISA"u8))
        {
            return ClaimForm.X12;
        }

        return text[0] is (byte)'{' or (byte)'[' || HasObjectLine(text) ? ClaimForm.Json : ClaimForm.Other;
    }

    /// <summary>What a file of another form is, as the end of "it …", and what to do with it.</summary>
    public static (string Seen, string? Help) Describe(ReadOnlySpan<byte> head)
    {
        ReadOnlySpan<byte> text = AfterMark(head);
        return text switch
        {
            _ when text.StartsWith("EDITTABL"u8) => ("is a table made from CMS files", "Name the table in the pack that uses it."),
            _ when text.StartsWith("%PDF-"u8) => ("is a PDF document", "Ask the sender for the claims themselves."),
            _ when text.StartsWith("PK"u8) => ("is a zip archive or a workbook", "Unpack it, and give the claim files in it."),
            _ when IsGzip(text) => ("is compressed twice", "Unpack it once."),
            _ when text.StartsWith("PAR1"u8) || text.Contains((byte)0) => ("is binary", null),
            _ when text.StartsWith("<"u8) => ("is XML or HTML", null),
            _ when IsTable(text) => ("looks like a table with columns", "Name tables in the pack that uses them."),
            _ => ("is other text", null),
        };
    }

    /// <summary>The first bytes as they are shown: few, for text may begin with a name.</summary>
    public static string Show(ReadOnlySpan<byte> head)
    {
        ReadOnlySpan<byte> shown = head[..Math.Min(head.Length, head.StartsWith("%PDF-"u8) ? 8 : 3)];
        return shown.ContainsAnyExceptInRange((byte)' ', (byte)'~')
            ? string.Join(' ', head[..Math.Min(head.Length, 4)].ToArray().Select(one => one.ToString("X2", CultureInfo.InvariantCulture)))
            : $"'{Encoding.ASCII.GetString(shown)}'";
    }

    private static ReadOnlySpan<byte> AfterMark(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? head[3..] : head;

    // A broken first line is no reason to leave all others unread.
    private static bool HasObjectLine(ReadOnlySpan<byte> text) => !text.Contains((byte)0) && text.IndexOf("\n{"u8) >= 0;

    private static bool IsTable(ReadOnlySpan<byte> text)
    {
        int end = text.IndexOf((byte)'\n');
        return (end < 0 ? text : text[..end]).IndexOfAny(",\t|"u8) >= 0;
    }
}

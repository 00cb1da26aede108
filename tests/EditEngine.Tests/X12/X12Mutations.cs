using System.Text;

namespace EditEngine.Tests.X12;

/// <summary>Files broken at random: bytes, elements and whole segments changed, moved, doubled, cut.</summary>
internal static class X12Mutations
{
    private static readonly string[] Extremes =
    [
        "", " ", "0", "-0", "-1", "1e9", "999999999999999999", "79228162514264337593543950335", "-79228162514264337593543950336", "1234567890123456789012345678901234567890",
        "0.0000000000000000000000000001", "1.005", ".", "-", "--1", "00010101", "99991231", "00000000", "20240230", "00010101-99991231", "99991231-00010101", "\0", "\u0080\u00ff",
        "\u00ed\u00a0\u0080", "\u00e2\u0080\u00ae", "DOE, JANE", new('9', 300), new('A', 70_000), "A:B:C:D:E:F:G:H:I:J", ">>>", "^^^",
    ];

    /// <summary>A file with one to four changes.</summary>
    public static byte[] Mutate(byte[] file, byte[][] files, Random random)
    {
        List<byte> bytes = [.. file];
        for (int change = random.Next(1, 5); change > 0 && bytes.Count > 4; change--)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(9))
            {
                case 8:
                    BreakElement(bytes, random);
                    break;
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] = "*~:^\n>AB09 "u8[random.Next(11)];
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 60), bytes.Count - at));
                    break;
                case 3:
                    bytes.InsertRange(at, file[..random.Next(Math.Min(200, file.Length))]);
                    break;
                case 4:
                    byte[] other = files[random.Next(files.Length)];
                    bytes.InsertRange(at, other[random.Next(other.Length)..]);
                    break;
                case 5:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    MoveSegments(bytes, random);
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>Puts what is extreme in the place of an element or component.</summary>
    private static void BreakElement(List<byte> bytes, Random random)
    {
        string text = Encoding.Latin1.GetString([.. bytes]);
        int start = text.IndexOf('*', random.Next(text.Length)) + 1;
        int end = text.AsSpan(start).IndexOfAny("*:~") is int length and >= 0 ? start + length : text.Length;
        string extreme = Extremes[random.Next(Extremes.Length)];
        bytes.Clear();
        bytes.AddRange(Encoding.Latin1.GetBytes(string.Concat(text.AsSpan(0, start), extreme, text.AsSpan(end))));
    }

    /// <summary>Swaps, doubles or drops whole segments: the mutations that reach deepest.</summary>
    private static void MoveSegments(List<byte> bytes, Random random)
    {
        List<string> segments = [.. Encoding.Latin1.GetString([.. bytes]).Split('~')];
        int from = random.Next(segments.Count);
        string moved = segments[from];
        if (random.Next(3) != 0)
        {
            segments.RemoveAt(from);
        }

        if (random.Next(3) != 0)
        {
            segments.Insert(random.Next(segments.Count + 1), moved);
        }

        bytes.Clear();
        bytes.AddRange(Encoding.Latin1.GetBytes(string.Join('~', segments)));
    }
}

namespace EditEngine.Formats.Json;

/// <summary>Rejects claims of an acknowledgement that were written as accepted, before the trailers of their envelopes were read: in place, for both words have one length.</summary>
internal static class RejectedClaims
{
    private const int BufferBytes = 1 << 16;

    // Inside of a text a quotation mark has a backslash before it: only members look like this.
    private static ReadOnlySpan<byte> Accepted => "\"status\":\"accepted\",\"category\":\"A"u8;

    private static ReadOnlySpan<byte> Rejected => "\"status\":\"rejected\",\"category\":\"A3"u8;

    /// <summary>Rejects all claims between two bytes of what was written.</summary>
    public static void Rewrite(Stream written, long from, long to)
    {
        byte[] buffer = new byte[BufferBytes];
        while (to - from >= Rejected.Length)
        {
            written.Position = from;
            Span<byte> part = buffer.AsSpan(0, written.ReadAtLeast(buffer.AsSpan(0, (int)Math.Min(to - from, buffer.Length)), Rejected.Length, throwOnEndOfStream: false));
            if (part.Length < Rejected.Length)
            {
                return; // a device that keeps nothing
            }

            if (Reject(part))
            {
                written.Position = from;
                written.Write(part);
            }

            from += part.Length - (Rejected.Length - 1);
        }
    }

    private static bool Reject(Span<byte> part)
    {
        bool isChanged = false;
        for (int at = 0; part.Length - at >= Rejected.Length && part[at..^1].IndexOf(Accepted) is int found and >= 0; at += found + Rejected.Length)
        {
            Rejected.CopyTo(part[(at + found)..]);
            isChanged = true;
        }

        return isChanged;
    }
}

using EditEngine.Formats;
using EditEngine.Formats.Rows;
using EditEngine.Formats.X12;
using EditEngine.Tests.Batch;
using Xunit;

namespace EditEngine.Tests.X12;

/// <summary>All that both readers of X12 make of a file, as texts that can be compared.</summary>
internal static class X12Comparison
{
    /// <summary>Holds both against each other.</summary>
    public static void Hold(byte[] bytes)
    {
        string[] expected = Exactly(bytes);
        string[] seen = ByRows(bytes, int.MaxValue, out _);
        Assert.True(expected.SequenceEqual(seen), FirstDifference(expected, seen));
    }

    /// <summary>What is read segment by segment: claims, then problems of the file; with envelopes those too, and the places of all values.</summary>
    public static string[] Exactly(byte[] bytes, X12EnvelopeLog? envelopes = null)
    {
        List<string> read = [];
        using X12ClaimReader reader = new(new MemoryStream(bytes), "file", envelopes);
        while (reader.Read() is ReadClaim claim)
        {
            read.Add(RecordText.OfRead(claim));
        }

        return [.. read, .. reader.FileProblems.Select(RecordText.Of), .. Texts(envelopes)];
    }

    /// <summary>What is read by rows. Claims that are made one after another in one room are the same.</summary>
    public static string[] ByRows(byte[] bytes, int stretch, out long rows, X12EnvelopeLog? envelopes = null)
    {
        List<string> read = [];
        using X12BatchReader reader = new(new MemoryStream(bytes), "file", envelopes, stretch);
        ClaimBatch batch = new();
        ClaimRoom room = new();
        while (reader.Fill(batch))
        {
            for (int entry = 0; entry < batch.Entries.Count; entry++)
            {
                ReadClaim claim = batch.Read(entry);
                read.Add(RecordText.OfRead(claim));
                if (batch.Entries[entry] is { Read: null } row)
                {
                    Assert.Equal(RecordText.Of(claim.Claim), RecordText.Of(batch.ToClaim(row.Row, room)));
                }
            }
        }

        rows = reader.RowsRead;
        return [.. read, .. reader.FileProblems.Select(RecordText.Of), .. Texts(envelopes)];
    }

    private static IEnumerable<string> Texts(X12EnvelopeLog? envelopes) =>
        envelopes?.All.Select(envelope => $"{RecordText.Of(envelope)} {envelopes.IsFaulty(envelope)} {envelopes.IsRejected(envelope)}") ?? [];

    /// <summary>Where they part.</summary>
    public static string FirstDifference(string[] expected, string[] seen)
    {
        int at = expected.Zip(seen).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"entry {at} of {expected.Length} and {seen.Length}\nexactly: {expected.ElementAtOrDefault(at)}\nby rows: {seen.ElementAtOrDefault(at)}";
    }
}

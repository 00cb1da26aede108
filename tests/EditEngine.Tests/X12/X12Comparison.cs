using EditEngine.Formats;
using EditEngine.Formats.Batch;
using EditEngine.Formats.Rows;
using EditEngine.Formats.X12;
using EditEngine.Formats.X12.Ahead;
using EditEngine.Tests.Batch;
using EditEngine.Tests.Docs;
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

    /// <summary>Every sample, made files of each form, and the files of a folder that EDITS_X12_FILES names.</summary>
    public static IEnumerable<(string Name, byte[] Bytes)> Files()
    {
        foreach (string name in X12Samples.Names("*.*"))
        {
            yield return (name, X12Samples.Bytes(name));
        }

        foreach ((string Name, byte[] Bytes) made in X12MadeFiles.All(subscribers: 40, seed: 5))
        {
            yield return made;
        }

        yield return ("clinic.837", File.ReadAllBytes(Repository.PathOf("samples/claims/clinic.837")));
        if (Environment.GetEnvironmentVariable("EDITS_X12_FILES") is string folder)
        {
            foreach (string path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                yield return (path, File.ReadAllBytes(path));
            }
        }
    }

    /// <summary>What is read where stretches are taken before it is their turn, so many at a time, and read at any time until then.</summary>
    public static string[] Ahead(byte[] bytes, int stretch, int most, Random random, out long rowsAhead)
    {
        List<string> read = [];
        using X12BatchReader reader = new(new MemoryStream(bytes), "file", null, stretch);
        Queue<(ClaimBatch Batch, Stretch? Stretch, bool IsRead)> taken = [];
        Stack<ClaimBatch> free = [];
        while (true)
        {
            while (taken.Count == 0 || (taken.Count < most && random.Next(4) > 0))
            {
                ClaimBatch next = free.TryPop(out ClaimBatch? used) ? used : new ClaimBatch();
                Stretch? ahead = reader.Take();
                bool isRead = random.Next(2) == 0;
                if (isRead)
                {
                    ahead?.Read(next);
                }

                taken.Enqueue((next, ahead, isRead));
            }

            (ClaimBatch batch, Stretch? own, bool wasRead) = taken.Dequeue();
            if (!wasRead)
            {
                own?.Read(batch);
            }

            if (!reader.Fill(batch, own))
            {
                break;
            }

            read.AddRange(Enumerable.Range(0, batch.Entries.Count).Select(entry => RecordText.OfRead(batch.Read(entry))));
            free.Push(batch);
        }

        rowsAhead = reader.RowsReadAhead;
        return [.. read, .. reader.FileProblems.Select(RecordText.Of)];
    }

    /// <summary>What several threads read that share a reader.</summary>
    public static string[] ByThreads(byte[] bytes, int stretch, int threads, out long rowsAhead)
    {
        List<string> read = [];
        using X12BatchReader reader = new(new MemoryStream(bytes), "file", null, stretch);
        using BatchWorkers<string[]> workers = new(
            reader, reader, _ => batch => [.. Enumerable.Range(0, batch.Entries.Count).Select(entry => RecordText.OfRead(batch.Read(entry)))], threads, CancellationToken.None);
        Task working = workers.Start();
        foreach (Task<string[]> part in workers.Parts.GetConsumingEnumerable())
        {
            read.AddRange(part.GetAwaiter().GetResult());
        }

        working.GetAwaiter().GetResult();
        rowsAhead = reader.RowsReadAhead;
        return [.. read, .. reader.FileProblems.Select(RecordText.Of)];
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

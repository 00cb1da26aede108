using System.Globalization;
using EditEngine.Bench.Measuring;
using EditEngine.Formats.Rows;
using EditEngine.Formats.X12;

namespace EditEngine.Bench.Reading;

/// <summary>The reader of 837 beside what its bytes cost at least, and what a naive reader spends on splitting alone. One thread, in turns.</summary>
internal sealed class ReaderBench(ResultsPage page, bool quick)
{
    private const int Parts = 16;

    private sealed record Row(string Name, Action<byte[]> Run, int Share);

    public void Run()
    {
        using MemoryStream made = new();
        long claims = new InterchangeMaker(seed: 17).Write(made, quick ? 8_000_000 : 100_000_000);
        byte[] bytes = made.ToArray();
        int[] positions = new int[1 << 16];
        long read = 0;
        ClaimBatch batch = new();
        Row[] rows =
        [
            new("IndexOf('~') only", all => InterchangeFloors.CountSegments(all), 1),
            new("Vector256, positions of ~ * :", all => InterchangeFloors.FindDelimiters(all, positions), 1),
            new("string.Split of segments and elements, a sixteenth", all => InterchangeFloors.SplitTexts(all.AsSpan(0, all.Length / Parts)), Parts),
            new("X12ClaimReader, claims", all => read = Read(all, null), 1),
            new("X12ClaimReader, claims with places (--ack)", all => read = Read(all, new X12EnvelopeLog()), 1),
            new("rows", all => ReadRows(all, batch), 1),
            new("rows, places on demand (--ack)", all => ReadRows(all, batch, new X12EnvelopeLog()), 1),
            new("the first look at envelopes (--ack)", PassEnvelopes, 1),
        ];
        page.Heading(string.Create(CultureInfo.InvariantCulture, $"Reading an 837P of {bytes.Length / 1e6:N0} MB in memory, {claims:N0} claims of {bytes.Length / (double)claims:N0} bytes; processor time"));
        Show(rows, bytes, claims, quick ? 3 : 7);
        page.Row("");
        ShowPaths();
        page.Line(read == claims ? "The reader gave every claim, and none was bad." : $"The reader gave {read} good claims of {claims}.");
    }

    private void Show(Row[] rows, byte[] bytes, long claims, int rounds)
    {
        double[][] seconds = [.. rows.Select(_ => new double[rounds])];
        long[] allocated = new long[rows.Length];
        for (int round = -1; round < rounds; round++)
        {
            for (int i = 0; i < rows.Length; i++)
            {
                int at = (i + round + 1) % rows.Length;
                double time = Time(rows[at], bytes, out allocated[at]);
                if (round >= 0)
                {
                    seconds[at][round] = time;
                }
            }
        }

        page.Row("\n| | MB/s, best | median | claims/s (median) | time, ratio to the first (median) | bytes allocated a claim |\n|---|---|---|---|---|---|");
        for (int i = 0; i < rows.Length; i++)
        {
            double median = Contest.Median(seconds[i]);
            double ratio = Contest.Median([.. seconds[i].Zip(seconds[0], (own, first) => own / first)]);
            page.Row(string.Create(CultureInfo.InvariantCulture, $"| {rows[i].Name} | {bytes.Length / seconds[i].Min() / 1e6:N0} | {bytes.Length / median / 1e6:N0} | {claims / median:N0} | {ratio:N1} | {allocated[i] * rows[i].Share / (double)claims:N0} |"));
        }
    }

    /// <summary>The reader that knows every problem beside the one that reads what is plainly good into rows and leaves all else to it.</summary>
    private void ShowPaths()
    {
        foreach ((string name, int faultyIn) in ((string, int)[])[("clean", 0), ("one claim in 20 faulty", 20), ("every claim faulty", 1)])
        {
            using MemoryStream made = new();
            long claims = new InterchangeMaker(seed: 17, MadeForm.Usual with { FaultyIn = faultyIn }).Write(made, quick ? 8_000_000 : 60_000_000);
            byte[] bytes = made.ToArray();
            ClaimBatch batch = new();
            long rows = 0;
            page.Heading(string.Create(CultureInfo.InvariantCulture, $"Reading an 837P by segments and by rows, {name}, {claims:N0} claims"));
            Show(
                [
                    new("segment by segment, claims", all => Read(all, null), 1),
                    new("rows", all => rows = ReadRows(all, batch), 1),
                    new("rows, and claims made of them", all => ReadClaimsOfRows(all, batch), 1),
                    new("rows, and claims in one room", all => ReadClaimsOfRows(all, batch, new ClaimRoom()), 1),
                ],
                bytes,
                claims,
                quick ? 3 : 7);
            page.Row("");
            page.Line(string.Create(CultureInfo.InvariantCulture, $"{rows:N0} of {claims:N0} claims were rows."));
        }
    }

    private static void PassEnvelopes(byte[] bytes)
    {
        using X12ClaimReader reader = X12ClaimReader.OfEnvelopes(new MemoryStream(bytes), "made", new X12EnvelopeLog());
        reader.Read();
    }

    private static long ReadRows(byte[] bytes, ClaimBatch batch, X12EnvelopeLog? envelopes = null)
    {
        using X12BatchReader reader = new(new MemoryStream(bytes), "made", envelopes);
        while (reader.Fill(batch))
        {
        }

        return reader.RowsRead;
    }

    private static void ReadClaimsOfRows(byte[] bytes, ClaimBatch batch)
    {
        using X12BatchReader reader = new(new MemoryStream(bytes), "made");
        while (reader.Fill(batch))
        {
            for (int entry = 0; entry < batch.Entries.Count; entry++)
            {
                batch.Read(entry);
            }
        }
    }

    private static void ReadClaimsOfRows(byte[] bytes, ClaimBatch batch, ClaimRoom room)
    {
        using X12BatchReader reader = new(new MemoryStream(bytes), "made");
        while (reader.Fill(batch))
        {
            foreach (BatchEntry entry in batch.Entries)
            {
                _ = entry.Read is null ? batch.ToClaim(entry.Row, room) : entry.Read.Claim;
            }
        }
    }

    private static double Time(Row row, byte[] bytes, out long allocated)
    {
        GC.Collect();
        long before = GC.GetAllocatedBytesForCurrentThread();
        TimeSpan started = Environment.CpuUsage.TotalTime; // of a busy machine a clock would tell how busy it is
        row.Run(bytes);
        double seconds = (Environment.CpuUsage.TotalTime - started).TotalSeconds;
        allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        return seconds * row.Share;
    }

    private static long Read(byte[] bytes, X12EnvelopeLog? envelopes)
    {
        using X12ClaimReader reader = new(new MemoryStream(bytes), "made", envelopes);
        long good = 0;
        while (reader.Read() is { } read)
        {
            good += read.Claim is null || read.Problems.Length > 0 ? 0 : 1;
        }

        return reader.FileProblems.IsEmpty ? good : -1;
    }
}

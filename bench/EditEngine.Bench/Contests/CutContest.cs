using System.Globalization;
using EditEngine.Bench.Measuring;
using EditEngine.Bench.Reading;
using EditEngine.Formats.Batch;
using EditEngine.Formats.Rows;
using EditEngine.Formats.X12;

namespace EditEngine.Bench.Contests;

/// <summary>Reading an 837 and nothing else: by one thread, by several that take turns, and by several that read it at once, beside as many that share nothing.</summary>
internal static class CutContest
{
    private const int Seed = 17;
    private const int MadeBytes = 40_000_000;
    private const int Times = 6;

    private static readonly (string Name, MadeForm Form)[] Forms =
    [
        ("837p, one provider a transaction", MadeForm.Usual),
        ("837p, a provider every three claims", MadeForm.Usual with { ClaimsOfProvider = 3 }),
        ("837p, a provider every 700 claims", MadeForm.Usual with { ClaimsOfProvider = 700 }),
        ("837i, one provider a transaction", MadeForm.Usual with { IsInstitutional = true }),
        ("837p, one claim in twenty faulty", MadeForm.Usual with { FaultyIn = 20 }),
    ];

    public static void Hold(BenchRun run)
    {
        int threads = Environment.ProcessorCount;
        run.Page.Heading($"Reading one 837 by {threads} threads");
        foreach ((string name, MadeForm form) in Forms)
        {
            using MemoryStream made = new();
            new InterchangeMaker(Seed, form).Write(made, MadeBytes);
            byte[] bytes = made.ToArray();
            X12BatchReader Open() => new(new RepeatedBytes(bytes, Times), "made");
            long ahead = 0;
            long rows = 0;
            void ReadAtOnce()
            {
                using X12BatchReader reader = Open();
                Read(reader, reader, threads);
                (ahead, rows) = (reader.RowsReadAhead, reader.RowsRead);
            }

            CoreRounds atOnce = new(() => ReadAlone(Open()), ReadAtOnce, threads, run.Quick ? 2 : 15);
            CoreRounds byTurns = new(() => ReadAlone(Open()), () => Read(Open(), null, threads), threads, run.Quick ? 2 : 15);
            run.Page.Line(string.Create(CultureInfo.InvariantCulture, $"{name}: at once {atOnce.Gain:N2} times as fast as one, by turns {byTurns.Gain:N2}, of {atOnce.Limit:N2} that as many gain that share nothing; {atOnce.Work:N2} of one's processor time; {(double)ahead / rows:P0} of the rows were read ahead; {atOnce.Told}."));
        }
    }

    private static void ReadAlone(X12BatchReader reader)
    {
        ClaimBatch batch = new();
        while (reader.Fill(batch))
        {
        }
    }

    private static void Read(IBatchReader reader, IAheadReader? ahead, int threads)
    {
        using BatchWorkers<int> workers = new(reader, ahead, _ => batch => batch.Entries.Count, threads, CancellationToken.None);
        Task working = workers.Start();
        foreach (Task<int> part in workers.Parts.GetConsumingEnumerable())
        {
            part.Wait();
        }

        working.Wait();
    }
}

using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using EditEngine.Bench.Measuring;
using EditEngine.Bench.Older;
using EditEngine.Bench.Reading;
using EditEngine.Claims;
using EditEngine.Compiler.Emit;
using EditEngine.Compiler.Packs;
using EditEngine.Formats.Batch;
using EditEngine.Formats.Json;
using EditEngine.Formats.Rows;
using EditEngine.Formats.X12;
using EditEngine.Outcomes;

namespace EditEngine.Bench.Contests;

/// <summary>Claims in bytes, results in bytes: reading, deciding and writing, alone and together, by the demonstration pack; an older release beside it where there is one.</summary>
/// <remarks>What one thread does is its processor time. What several do is the time that passes: of a machine that others are busy on it says little.</remarks>
internal sealed class BytesContest(BenchRun run, RulePack pack)
{
    private const int Seed = 17;
    private const int MostHeld = 20_000; // Claims and results are held that are only decided, or only written.
    private const int FaultyIn = 20;
    private const int LongBytes = 100_000_000; // A second or so.
    private const int QuickBytes = 50_000_000;

    private static readonly (string Name, MadeForm Form, bool IsJson)[] Forms =
    [
        .. from form in (string[])["837p", "837i", "json"]
           from lines in (int[])[6, 25]
           from isFaulty in (bool[])[false, true]
           select ($"{form}-{lines}{(isFaulty ? "-faulty" : "")}", new MadeForm(form == "837i", lines, lines, isFaulty ? FaultyIn : 0), form == "json"),
    ];

    public static void Hold(BenchRun run)
    {
        RulePack pack = EditCompiler.Compile(PackReader.Read(Demonstration(AppContext.BaseDirectory)), CompileOptions.Default).Rules!; // Its own tests say so.
        PackCompiler.Compile(pack);
        BytesContest contest = new(run, pack);
        run.Page.Heading("Claims in bytes, results in bytes: the demonstration pack");
        foreach ((string name, MadeForm form, bool isJson) in run.Quick ? Forms.Where(one => one.Form.MostLines == 6 || one.Form.FaultyIn == 0) : Forms)
        {
            contest.Hold(name, Made(form, isJson, run.Quick ? 6_000_000 : 40_000_000), isJson);
        }
    }

    // A release has the packs of its own time: what one pins of another is of the release too.
    private static string Demonstration(string assemblies) =>
        Path.Combine(Repository.Around(assemblies) ?? throw new InvalidOperationException($"{assemblies} lies in no repository, and has no packs."), "payer-rules", "acme", "commercial");

    private void Hold(string name, byte[] bytes, bool isJson)
    {
        Claim[] claims = ReadSome(Open(bytes, isJson));
        Evaluator evaluator = pack.CreateEvaluator();
        Result[] results = [.. claims.Select(claim => evaluator.Evaluate(claim, DateOf(claim)))];
        string file = Path.GetTempFileName();
        File.WriteAllBytes(file, bytes);
        using OlderRelease? older = run.Older is null ? null : OlderRelease.OfBytes(run.Older, file, isJson, Demonstration(run.Older));
        JsonBytes output = new();
        Contestant[] own =
        [
            new("read", () => OneThread(() => Read(Open(bytes, isJson)))),
            new("decide", () => OneThread(() => Decide(claims, evaluator))),
            new("write", () => OneThread(() => Write(results, output))),
            new("read, decide, write", () => OneThread(() => DecideAll(Open(bytes, isJson), evaluator, output))),
            new("the same, one worker", () => Threads(() => RunAll(Open(bytes, isJson), 1))),
            new("the same, a worker a core", () => Threads(() => RunAll(Open(bytes, isJson), Environment.ProcessorCount))),
            new("read, the sender answered", () => OneThread(() => Read(isJson ? Open(bytes, isJson) : new X12BatchReader(new MemoryStream(bytes), "made", new X12EnvelopeLog())))),
        ];
        Contestant[] others = older is null ? [] : [older.Doing("read"), older.Doing("write"), older.Doing("bytes"), older.Doing($"{Environment.ProcessorCount}"), older.Doing("answered")];
        Standing[] standings = Contest.Hold([.. own, .. others], run.Rounds);
        run.Page.Line(string.Create(CultureInfo.InvariantCulture, $"{name}: {bytes.Length / 1e6:N0} MB, {standings[0].Findings:N0} claims, {standings[3].Findings:N0} read in the run, {standings[2].Findings:N0} results held"));
        run.Page.Table(standings);
        HoldCores(name, bytes, isJson);
        if (older is not null)
        {
            CompareResults(name, standings[2], standings[own.Length + 1]);
            run.Page.Ratio($"read-{name}", standings[own.Length].RatioTo(standings[0]), isJson ? "≥ 4 × the older release" : "≥ 6 × the older release");
            run.Page.Ratio($"write-{name}", standings[own.Length + 1].RatioTo(standings[2]), "≥ 3.5 × the older release");
            run.Page.Ratio($"bytes-{name}", standings[own.Length + 2].RatioTo(standings[3]), "≥ 3 × the older release");
            run.Page.Ratio($"bytes-on-cores-{name}", standings[own.Length + 3].RatioTo(standings[5]), "≥ 5 × the older release");
            if (!isJson)
            {
                run.Page.Ratio($"answered-{name}", standings[own.Length + 4].RatioTo(standings[6]), "≥ 0.9 × the older release, which looked at fewer things");
            }
        }

        File.Delete(file);
    }

    // A release that takes fewer claims does less: its ratios would say nothing.
    private void CompareResults(string name, Standing own, Standing older)
    {
        if (own.Findings != older.Findings)
        {
            run.Page.Line($"**{name}: the older release decides {older.Findings:N0} claims of {own.Findings:N0}.**");
            run.Odd++;
        }
    }

    private void HoldCores(string name, byte[] bytes, bool isJson)
    {
        int times = (run.Quick ? QuickBytes : LongBytes) / bytes.Length;
        IBatchReader Long() => Open(new RepeatedBytes(bytes, times), isJson);
        int threads = Environment.ProcessorCount;
        CoreRounds rounds = new(() => DecideAll(Long(), pack.CreateEvaluator(), new JsonBytes()), () => RunAll(Long(), threads), threads, run.Quick ? 2 : 25);
        run.Page.Line(string.Create(CultureInfo.InvariantCulture, $"{name}, the time that passes: {threads} threads {rounds.Gain:N2} times as fast as one, of {rounds.Limit:N2} that as many gain that share nothing; {rounds.Told}."));
        run.Page.Ratio($"cores-{name}", rounds.Gain, $"≥ 1.8 × one thread on {threads} cores");
        run.Page.Ratio($"cores-of-limit-{name}", rounds.Gain / rounds.Limit, "≥ 0.95 of what threads gain that share nothing");
        run.Page.Ratio($"work-on-cores-{name}", rounds.Work, "≤ 1.1 × one thread's processor time");
    }

    // JSON is made of what a clean interchange says; the number of a line becomes a text where a claim shall be faulty.
    private static byte[] Made(MadeForm form, bool isJson, long bytes)
    {
        using MemoryStream made = new();
        new InterchangeMaker(Seed, isJson ? form with { FaultyIn = 0 } : form).Write(made, bytes);
        if (!isJson)
        {
            return made.ToArray();
        }

        using MemoryStream lines = new();
        using ClaimWriter writer = new();
        ArrayBufferWriter<byte> line = new();
        long count = 0;
        made.Position = 0;
        using X12ClaimReader reader = new(made, "made");
        while (reader.Read() is { } read)
        {
            line.ResetWrittenCount();
            writer.Write(read.Claim! with { Billing = Older(read.Claim.Billing) }, line); // None is faulty.
            string text = Encoding.UTF8.GetString(line.WrittenSpan);
            bool isFaulty = form.FaultyIn > 0 && ++count % form.FaultyIn == 0;
            lines.Write(Encoding.UTF8.GetBytes(isFaulty ? text.Replace("\"number\":2,", "\"number\":\"2\",", StringComparison.Ordinal) : text));
        }

        return lines.ToArray();
    }

    // An older release refuses members that came later.
    private static Provider? Older(Provider? provider) => provider is null ? null : provider with { Zip = null, Country = null };

    private static IBatchReader Open(byte[] bytes, bool isJson) => Open(new MemoryStream(bytes), isJson);

    private static IBatchReader Open(Stream bytes, bool isJson) => isJson ? new JsonClaimReader(bytes, "made") : new X12BatchReader(bytes, "made");

    private static DateOnly DateOf(Claim claim) => AsOfDate.Of(claim)!.Value; // Each has a day of service.

    private static Turn OneThread(Func<long> take)
    {
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        long started = ThreadClock.Nanoseconds;
        long claims = take();
        long passed = ThreadClock.Nanoseconds - started;
        return new Turn(passed / (double)claims, (GC.GetAllocatedBytesForCurrentThread() - bytes) / (double)claims, claims);
    }

    private static Turn Threads(Func<long> take)
    {
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        long started = Stopwatch.GetTimestamp();
        long claims = take();
        double passed = Stopwatch.GetElapsedTime(started).TotalNanoseconds;
        return new Turn(passed / claims, (GC.GetTotalAllocatedBytes(precise: true) - bytes) / (double)claims, claims);
    }

    private static Claim[] ReadSome(IBatchReader reader)
    {
        List<Claim> claims = [];
        ClaimBatch batch = new();
        while (claims.Count < MostHeld && reader.Fill(batch))
        {
            claims.AddRange(Enumerable.Range(0, batch.Entries.Count).Select(i => batch.Read(i).Claim).OfType<Claim>());
        }

        return [.. claims];
    }

    private static long Read(IBatchReader reader)
    {
        long claims = 0;
        ClaimBatch batch = new();
        while (reader.Fill(batch))
        {
            claims += batch.Entries.Count;
        }

        return claims;
    }

    // A claim that is decided again has its columns already: a copy is as a claim that was just read.
    private static long Decide(Claim[] claims, Evaluator evaluator)
    {
        foreach (Claim claim in claims)
        {
            evaluator.EvaluateFound(claim with { Lines = claim.Lines }, DateOf(claim), EvaluatorOptions.DefaultBudget, CancellationToken.None, out _);
        }

        return claims.Length;
    }

    private static long Write(Result[] results, JsonBytes output)
    {
        foreach (Result result in results)
        {
            output.Clear();
            ResultWriter.Write(result, output);
        }

        return results.Length;
    }

    private static long DecideAll(IBatchReader reader, Evaluator evaluator, JsonBytes output)
    {
        long claims = 0;
        ClaimBatch batch = new();
        ClaimRoom room = new();
        while (reader.Fill(batch))
        {
            output.Clear();
            Decide(batch, room, evaluator, output);
            claims += batch.Entries.Count;
            Stream.Null.Write(output.Written);
        }

        return claims;
    }

    private long RunAll(IBatchReader reader, int workers)
    {
        ConcurrentBag<JsonBytes> idle = [];
        long claims = 0;
        BatchPipeline.Run(
            reader,
            _ =>
            {
                Evaluator evaluator = pack.CreateEvaluator();
                ClaimRoom room = new();
                return batch =>
                {
                    JsonBytes output = idle.TryTake(out JsonBytes? used) ? used : new JsonBytes();
                    output.Clear();
                    Decide(batch, room, evaluator, output);
                    return (output, batch.Entries.Count);
                };
            },
            new PartOutput<(JsonBytes Output, int Claims)>(
                (part, _) =>
                {
                    claims += part.Claims;
                    Stream.Null.Write(part.Output.Written);
                    idle.Add(part.Output);
                },
                () => { },
                null),
            workers,
            CancellationToken.None);
        return claims;
    }

    private static void Decide(ClaimBatch batch, ClaimRoom room, Evaluator evaluator, JsonBytes output)
    {
        foreach (BatchEntry entry in batch.Entries)
        {
            if ((entry.Read is null ? batch.ToClaim(entry.Row, room) : entry.Read.Claim) is not Claim claim)
            {
                continue;
            }

            if (evaluator.EvaluateFound(claim, DateOf(claim), EvaluatorOptions.DefaultBudget, CancellationToken.None, out CleanResult clean) is Result result)
            {
                ResultWriter.Write(result, output);
            }
            else
            {
                ResultWriter.Write(clean, output);
            }
        }
    }
}

using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using EditEngine.Bench.Measuring;
using EditEngine.Claims;
using EditEngine.Compiler.Emit;
using EditEngine.Compiler.Lowering;
using EditEngine.Compiler.Packs;
using EditEngine.Evaluation;
using EditEngine.Formats;
using EditEngine.Formats.Batch;
using EditEngine.Formats.Json;
using EditEngine.Formats.X12;
using EditEngine.Outcomes;
using EditEngine.Packs;

namespace EditEngine.Bench.Older;

/// <summary>As <see cref="OlderDriver"/>, for claims that come in bytes and results that go in bytes.</summary>
internal static class OlderBytesDriver
{
    /// <summary>A file of claims, its form (x12 or json), the folder of a pack. Then it answers what it is asked, line by line.</summary>
    public static void Main(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        byte[] bytes = File.ReadAllBytes(args[0]);
        bool isJson = args[1] == "json";
        RulePack pack = PackCompiler.Compile(PackLowering.Lower(EditCompiler.Compile(PackReader.Read(args[2]), CompileOptions.Default).Pack!), isCollectible: false);
        Evaluator evaluator = pack.CreateEvaluator();
        using ResultWriter writer = new();
        ArrayBufferWriter<byte> line = new();
        IClaimReader Open() => isJson ? new JsonClaimReader(new MemoryStream(bytes), "made") : new X12ClaimReader(new MemoryStream(bytes), "made");
        Claim[] some = ReadSome(Open());
        Result[] results = [.. some.Select(claim => evaluator.Evaluate(claim, AsOfDate.Of(claim)!.Value))];
        while (Console.In.ReadLine() is string asked)
        {
            Turn turn = asked switch
            {
                "read" => OneThread(() => Read(Open())),
                "answered" => OneThread(() => Read(isJson ? Open() : new X12ClaimReader(new MemoryStream(bytes), "made", new X12EnvelopeLog()))),
                "write" => OneThread(() => Write(results, writer, line)),
                "bytes" => OneThread(() => Decide(Open(), evaluator, writer, line)),
                _ => Threads(() => Run(Open(), pack, int.Parse(asked))),
            };
            Console.Out.WriteLine($"{turn.Nanoseconds} {turn.Bytes} {turn.Findings}");
        }
    }

    private static Turn OneThread(Func<long> run)
    {
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        long started = ThreadClock.Nanoseconds;
        long claims = run();
        long passed = ThreadClock.Nanoseconds - started;
        return new Turn(passed / (double)claims, (GC.GetAllocatedBytesForCurrentThread() - bytes) / (double)claims, claims);
    }

    private static Turn Threads(Func<long> run)
    {
        long started = Stopwatch.GetTimestamp();
        long claims = run();
        return new Turn(Stopwatch.GetElapsedTime(started).TotalNanoseconds / claims, 0, claims);
    }

    private static Claim[] ReadSome(IClaimReader reader)
    {
        List<Claim> claims = [];
        while (claims.Count < 20_000 && reader.Read() is { } read)
        {
            if (read.Claim is Claim claim)
            {
                claims.Add(claim);
            }
        }

        return [.. claims];
    }

    private static long Read(IClaimReader reader)
    {
        long claims = 0;
        while (reader.Read() is not null)
        {
            claims++;
        }

        return claims;
    }

    private static long Write(Result[] results, ResultWriter writer, ArrayBufferWriter<byte> line)
    {
        foreach (Result result in results)
        {
            line.ResetWrittenCount();
            writer.Write(result, line);
        }

        return results.Length;
    }

    private static long Decide(IClaimReader reader, Evaluator evaluator, ResultWriter writer, ArrayBufferWriter<byte> line)
    {
        long claims = 0;
        while (reader.Read() is { } read)
        {
            claims++;
            if (read.Claim is Claim claim)
            {
                line.ResetWrittenCount();
                writer.Write(evaluator.Evaluate(claim, AsOfDate.Of(claim)!.Value), line);
                Stream.Null.Write(line.WrittenSpan);
            }
        }

        return claims;
    }

    private static long Run(IClaimReader reader, RulePack pack, int workers)
    {
        using ResultWriter writer = new();
        BatchReport report = BatchRun.Run(
            reader,
            () =>
            {
                Evaluator evaluator = pack.CreateEvaluator();
                return claim => evaluator.Evaluate(claim, AsOfDate.Of(claim)!.Value);
            },
            new BatchOutput<Result>(
                (_, result) =>
                {
                    if (result is not null)
                    {
                        writer.Write(result, Stream.Null);
                    }
                },
                () => { }),
            workers,
            System.Threading.CancellationToken.None);
        return report.Good + report.Bad;
    }
}

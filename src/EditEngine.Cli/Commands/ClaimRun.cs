using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using EditEngine.Analysis.Explanation;
using EditEngine.Claims;
using EditEngine.Cli.Output;
using EditEngine.Cli.Outputs;
using EditEngine.Cli.Records;
using EditEngine.Compiler.Binding;
using EditEngine.Diagnostics;
using EditEngine.Formats;
using EditEngine.Formats.Batch;
using EditEngine.Formats.Json;
using EditEngine.Formats.X12;
using EditEngine.Outcomes;

namespace EditEngine.Cli.Commands;

/// <summary>One run of a pack over claims: joins reader, evaluator and output, and tells what happened.</summary>
/// <param name="inputs">The files of the pack.</param>
/// <param name="rules">What runs.</param>
/// <param name="walked">Its rules; null where the request asks neither to walk them nor to answer the sender.</param>
/// <param name="request">What is asked.</param>
internal sealed class ClaimRun(IEnumerable<string> inputs, RulePack rules, BoundPack? walked, RunRequest request)
{
    private const string NothingThere = "EDIT5301";

    private readonly ProblemLines _problems = ProblemLines.OnError();
    private readonly RunSummary _summary = new(rules.HistoryNeeds.SelectMany(need => need.Edits).Distinct(StringComparer.Ordinal).Count());
    private readonly X12EnvelopeLog _envelopes = new();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private AcknowledgementWriter? _acknowledgement;
    private KeptInput? _input;

    public int Run(CancellationToken cancellation)
    {
        using KeptInput? kept = request.Acknowledgement is null ? null : new KeptInput();
        _input = kept;
        using ClaimSources sources = kept is null
            ? new(request.Claims, StandardStreams.OpenInput)
            : new(request.Claims, StandardStreams.OpenInput, _envelopes) { Reopened = kept.Open };
        Diagnostic[] nowhere = [.. sources.FileProblems.Where(problem => problem.Id == NothingThere)];
        if (nowhere.Length > 0)
        {
            Array.ForEach(nowhere, problem => _problems.Write(problem));
            return ExitCode.WrongUsage;
        }

        if (request.Received?.WhyUnknown(sources.Files) is Diagnostic dateless)
        {
            _problems.Write(dateless);
            return ExitCode.WrongUsage;
        }

        string?[] names = [request.File ?? OutputTarget.Standard, request.Acknowledgement, request.Record];
        OutputTarget?[] targets = [.. names.OfType<string>().Select(Target)];
        if (targets.Contains(null))
        {
            return ExitCode.OutputFailed;
        }

        if (OutputConflicts.Find([.. targets.OfType<OutputTarget>()], [.. sources.Files, .. inputs]) is Diagnostic conflict)
        {
            _problems.Write(conflict);
            return ExitCode.WrongUsage;
        }

        using OutputFiles files = new();
        Stream?[] streams = [.. targets.OfType<OutputTarget>().Select(target => Opened(files, target))];
        return streams.Contains(null) ? ExitCode.OutputFailed : Run(sources, files, [.. streams.OfType<Stream>()], cancellation);
    }

    private OutputTarget? Target(string name)
    {
        OutputTarget? target = OutputTarget.Resolve(name, out Diagnostic? problem);
        Report(problem);
        return target;
    }

    private Stream? Opened(OutputFiles files, OutputTarget target)
    {
        Stream? stream = files.Open(target, out Diagnostic? problem);
        Report(problem);
        return stream;
    }

    private void Report(Diagnostic? problem)
    {
        if (problem is not null)
        {
            _problems.Write(problem);
        }
    }

    private int Run(ClaimSources sources, OutputFiles files, Stream[] streams, CancellationToken cancellation)
    {
        using AcknowledgementWriter? acknowledgement =
            request.Acknowledgement is null ? null : new AcknowledgementWriter(streams[1], PathOf);
        _acknowledgement = acknowledgement;
        AnsiStyle style = new(request.File is null && Terminal.HasColours(Terminal.IsOutput));
        ResultOutput output = ResultOutput.Open(streams[0], request.Format, style, rules.EditIds);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bool isReaderGone = false;
        using WrittenPipe? pipe = WrittenPipe.Watch(streams[0], () =>
        {
            Volatile.Write(ref isReaderGone, true);
            stop.Cancel();
        });
        Stopping.LastWords = () => _summary.Write(Console.Error, 0, _watch.Elapsed, "not written: the run was stopped");
        bool isOver = false;
        try
        {
            BatchReport report = Run(sources, output, stop.Token);
            isOver = true;
            if (report.IsComplete && request.Recorded is RunRecord record)
            {
                Record(record, sources, streams);
            }

            return Finish(sources, files, Volatile.Read(ref isReaderGone) && !cancellation.IsCancellationRequested ? WithoutReader(report) : report);
        }
        finally
        {
            if (!isOver)
            {
                _summary.Write(Console.Error, 0, _watch.Elapsed, "not written: the run failed");
            }
        }
    }

    private BatchReport Run(ClaimSources sources, ResultOutput output, CancellationToken stop)
    {
        ConcurrentBag<DecidedBatch> idle = [];
        Func<ClaimScreen> createScreen = Screen(stop);
        Func<CancellationToken, Deciding> createDeciding = EvaluatorFactory.Of(rules, walked, request.AsOf, request.Choice);
        PartOutput<DecidedBatch> results = new(
            (batch, counts) =>
            {
                Write(output, batch, counts);
                idle.Add(batch);
            },
            output.Flush,
            () => _acknowledgement?.Finish(_envelopes, sources.FileProblems));
        DecidedBatch TakeRoom() => idle.TryTake(out DecidedBatch? used) ? used : new DecidedBatch(_acknowledgement is null ? null : new AcknowledgedClaims(PathOf));
        BatchReport Work() => BatchPipeline.Run(
            sources,
            stopped => new BatchDecider(createScreen(), createDeciding(stopped), output.CreateText(), TakeRoom, stopped).Decide,
            results,
            Environment.ProcessorCount,
            stop);

        // A bar between the rows of a table on the same terminal would garble both.
        bool hasBar = Terminal.IsError && (request.File is not null || !Terminal.IsOutput);
        return hasBar ? RunProgress.Show(sources, () => _summary.Read, Work) : Work();
    }

    private string PathOf(Claim claim, Finding finding) => FindingPaths.Of(walked!, claim, finding); // It is there where the sender is answered.

    /// <summary>One run never says both: what the acknowledgement rejects is not decided, so trailers are looked at before the claims they close.</summary>
    private Func<ClaimScreen> Screen(CancellationToken stop)
    {
        RefusedTrailers? trailers = _input is null ? null : RefusedTrailers.Find(request.Claims, _input.Open, stop);
        return () => new ClaimScreen
        {
            AsksConformity = request.IsStrict || trailers is not null,
            Trailers = trailers,
            DayOf = request.Received is null ? null : request.Received.Of,
            AsksDate = request.AsOf is null,
        };
    }

    // Results are in a file that is not in its place yet, and that can be read.
    private static void Record(RunRecord record, ClaimSources sources, Stream[] streams)
    {
        streams[0].Flush();
        streams[0].Position = 0;
        string results = Convert.ToHexStringLower(SHA256.HashData(streams[0]));
        streams[^1].Write((record with { Claims = [.. sources.Files.Select(file => (file, File.Exists(file) ? RunRecord.HashOf(file) : ""))], Results = results }).Write());
    }

    private static BatchReport WithoutReader(BatchReport report) =>
        report is { IsCancelled: true, OutputFault: null } ? report with { OutputFault = BatchDiagnostics.OutputFailed("their reader is gone.") } : report;

    private void Write(ResultOutput output, DecidedBatch batch, BatchCounts counts)
    {
        foreach (ReadClaim read in batch.Told)
        {
            foreach (Diagnostic problem in read.Problems)
            {
                _problems.Write(problem, read.Id ?? "without id");
            }
        }

        output.Write(batch.Results);
        if (batch.Acknowledged is AcknowledgedClaims acknowledged)
        {
            _acknowledgement?.Write(acknowledged);
        }

        counts.Add(batch.Counts.Decided, batch.Counts.Skipped, batch.Counts.NotConformant);
        _summary.Add(batch.Counts);
    }

    private int Finish(ClaimSources sources, OutputFiles files, BatchReport report)
    {
        foreach (Diagnostic problem in sources.FileProblems)
        {
            _problems.Write(problem);
        }

        Report(request.Choice.Code?.Notice);
        Diagnostic? fault = report.OutputFault;
        if (report.IsComplete && !files.TryCommit(out fault))
        {
            report = report with { IsCancelled = fault is null };
        }

        Report(fault);
        int unread = sources.FileProblems.Where(problem => problem.Severity == Severity.Error).Select(problem => FileOf(problem.Place)).Distinct().Count();
        _summary.Write(Console.Error, unread, _watch.Elapsed, (fault, report.IsCancelled) switch
        {
            (null, false) => null,
            (null, true) => Lost("the run was stopped"),
            _ => Lost("the output failed"),
        });
        return (fault, report.IsCancelled) switch
        {
            (not null, _) => ExitCode.OutputFailed,
            (null, true) => ExitCode.Stopped,
            _ => report.Bad > 0 || report.NotConformant > 0 || unread > 0 ? ExitCode.BadInput : ExitCode.Done,
        };
    }

    private string Lost(string why) => request.File is null ? $"not complete: {why}" : $"not written: {why}";

    // One file can be wrong in several places.
    private static string? FileOf(Place? place) => place switch
    {
        X12Place segment => segment.File,
        JsonPlace line => line.File,
        FilePlace file => file.Name,
        _ => null,
    };
}

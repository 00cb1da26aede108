using System.Diagnostics;
using EditEngine.Analysis.Explanation;
using EditEngine.Cli.Output;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Lowering;
using EditEngine.Diagnostics;
using EditEngine.Formats;
using EditEngine.Formats.Batch;
using EditEngine.Formats.Json;
using EditEngine.Formats.X12;
using EditEngine.Outcomes;

namespace EditEngine.Cli.Commands;

/// <summary>One run of a pack over claims: joins reader, evaluator and output, and tells what happened.</summary>
internal sealed class ClaimRun(BoundPack pack, RunRequest request)
{
    private const string NothingThere = "EDIT5301";

    private readonly ProblemLines _problems = ProblemLines.OnError();
    private readonly RunSummary _summary = new();
    private readonly X12EnvelopeLog _envelopes = new();
    private AcknowledgementWriter? _acknowledgement;
    private long _seen;

    public int Run(CancellationToken cancellation)
    {
        using ClaimSources sources = request.Acknowledgement is null ? new(request.Claims) : new(request.Claims, _envelopes);
        Diagnostic[] nowhere = [.. sources.FileProblems.Where(problem => problem.Id == NothingThere)];
        if (nowhere.Length > 0)
        {
            Array.ForEach(nowhere, problem => _problems.Write(problem));
            return ExitCode.WrongUsage;
        }

        string? file = request.Acknowledgement;
        using FileStream? answer = file is null ? null : Opened(() => OpenToRewrite(file), file);
        using AcknowledgementWriter? acknowledgement =
            answer is null ? null : Opened(() => new AcknowledgementWriter(answer, (claim, finding) => FindingPaths.Of(pack, claim, finding)), answer.Name);
        _acknowledgement = acknowledgement;
        bool isRefused = file is not null && acknowledgement is null;
        using ResultOutput? output = isRefused ? null : Opened(OpenOutput, request.File ?? "standard output");
        return output is null ? ExitCode.OutputFailed : Run(sources, output, cancellation);
    }

    private int Run(ClaimSources sources, ResultOutput output, CancellationToken cancellation)
    {
        Stopwatch watch = Stopwatch.StartNew();
        BatchOutput<Result> results = new((read, result) => Write(output, read, result), output.Flush)
        {
            Finish = () => _acknowledgement?.Finish(_envelopes, sources.FileProblems),
        };
        BatchReport Work() => BatchRun.Run(
            request.AsOf is null ? new DatedClaims(sources) : sources,
            EvaluatorFactory.Of(pack, request.AsOf, request.Choice),
            results,
            Environment.ProcessorCount,
            cancellation);

        // A bar between the rows of a table on the same terminal would garble both.
        bool hasBar = Terminal.IsError && (request.File is not null || !Terminal.IsOutput);
        BatchReport report = hasBar ? RunProgress.Show(sources, () => Volatile.Read(ref _seen), Work) : Work();
        return Finish(sources, report, watch.Elapsed);
    }

    private T? Opened<T>(Func<T> open, string name)
        where T : class
    {
        try
        {
            return open();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            _problems.Write(CommandDiagnostics.OutputClosed(name, fault.Message));
            return null;
        }
    }

    // A pipe opened for reading too would never tell that its reader went away.
    private static FileStream OpenToRewrite(string path)
    {
        FileStream written = new(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        if (!written.CanSeek)
        {
            return written;
        }

        written.Dispose();
        return new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
    }

    private ResultOutput OpenOutput()
    {
        Stream stream = request.File is null
            ? Console.OpenStandardOutput()
            : new FileStream(request.File, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        Ink ink = new(request.File is null && Terminal.HasColours(Terminal.IsOutput));
        return ResultOutput.Open(stream, request.Format, ink, pack.Edits.Select(edit => edit.Id));
    }

    private void Write(ResultOutput output, ReadClaim read, Result? result)
    {
        foreach (Diagnostic problem in read.Problems)
        {
            _problems.Write(problem, read.Id ?? "without id");
        }

        if (result is not null)
        {
            output.Write(result);
        }

        _acknowledgement?.Write(read, result);
        _summary.Add(read, result);
        Volatile.Write(ref _seen, _seen + 1);
    }

    private int Finish(ClaimSources sources, BatchReport report, TimeSpan elapsed)
    {
        foreach (Diagnostic problem in sources.FileProblems)
        {
            _problems.Write(problem);
        }

        if (report.OutputFault is Diagnostic fault)
        {
            _problems.Write(fault);
        }

        int unread = sources.FileProblems.Where(problem => problem.Severity == Severity.Error).Select(problem => FileOf(problem.Place)).Distinct().Count();
        int historyEdits = HistoryNeeds.Of(pack).Select(need => need.Edit).Distinct(StringComparer.Ordinal).Count();
        _summary.Write(Console.Error, report, unread, historyEdits, elapsed);
        return report switch
        {
            { OutputFault: not null } => ExitCode.OutputFailed,
            { IsCancelled: true } => ExitCode.Stopped,
            _ => report.Bad > 0 || unread > 0 ? ExitCode.BadInput : ExitCode.Done,
        };
    }

    // One file can be wrong in several places.
    private static string? FileOf(Place? place) => place switch
    {
        X12Place segment => segment.File,
        JsonPlace line => line.File,
        FilePlace file => file.Name,
        _ => null,
    };
}

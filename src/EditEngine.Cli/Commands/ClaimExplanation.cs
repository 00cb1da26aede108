using EditEngine.Analysis.Explanation;
using EditEngine.Claims;
using EditEngine.Cli.Output;
using EditEngine.Cli.Outputs;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Interpretation;
using EditEngine.Diagnostics;
using EditEngine.Formats;
using EditEngine.Formats.Batch;
using EditEngine.Outcomes;

namespace EditEngine.Cli.Commands;

/// <summary>Finds one claim and shows what a pack makes of it.</summary>
internal sealed class ClaimExplanation(string claimId, string? edit, DateOnly? asOf, Receipt? received)
{
    public int Show(string packPath, string[] claims)
    {
        OpenedPack opened = OpenedPack.Open(packPath);
        opened.Report(Console.Error, Terminal.IsError);
        if (opened.Pack is not BoundPack pack)
        {
            return opened.ErrorCode;
        }

        ProblemLines problems = ProblemLines.OnError();
        if (edit is not null && !pack.Edits.Any(known => known.Id == edit))
        {
            problems.Write(CommandDiagnostics.NoSuchEdit(pack.Name, edit, pack.Edits.Select(known => known.Id)));
            return ExitCode.WrongUsage;
        }

        using ClaimSources sources = new(claims, StandardStreams.OpenInput);
        if (received?.WhyUnknown(sources.Files) is Diagnostic dateless)
        {
            problems.Write(dateless);
            return ExitCode.WrongUsage;
        }

        return Find(sources, problems) is Claim claim ? Show(opened, pack, claim) : ExitCode.WrongUsage;
    }

    private Claim? Find(ClaimSources sources, ProblemLines problems)
    {
        IClaimReader claims = received?.Of(sources) ?? sources;
        IClaimReader reader = asOf is null ? new DatedClaims(claims) : claims;
        long count = 0;
        while (reader.Read() is ReadClaim read)
        {
            count++;
            if (read.Id == claimId)
            {
                foreach (var problem in read.Problems)
                {
                    problems.Write(problem, claimId);
                }

                return read.Claim;
            }
        }

        foreach (var problem in sources.FileProblems)
        {
            problems.Write(problem);
        }

        problems.Write(CommandDiagnostics.NoSuchClaim(count, claimId));
        return null;
    }

    private int Show(OpenedPack opened, BoundPack pack, Claim claim)
    {
        DateOnly date = asOf ?? AsOfDate.Of(claim)!.Value; // DatedClaims lets no claim through without one.
        Result result = EvaluatorFactory.Interpreting(pack)(claim, date);
        Result shown = edit is null ? result : result with
        {
            Findings = [.. result.Findings.Where(finding => finding.Edit == edit)],
            NotEvaluated = [.. result.NotEvaluated.Where(open => open.Edit == edit)],
        };
        ResultTable table = new(Console.Out, new AnsiStyle(Terminal.HasColours(Terminal.IsOutput)), pack.Edits.Select(known => known.Id));
        table.Write(shown);
        HashSet<string> concerned = [.. shown.Findings.Select(finding => finding.Edit), .. shown.NotEvaluated.Select(open => open.Edit)];
        foreach (BoundEdit known in pack.Edits.Where(known => edit is null ? concerned.Contains(known.Id) : known.Id == edit))
        {
            Console.Out.Write('\n');
            Console.Out.Write(ExplanationText.Of(EditTracer.Trace(pack, known, claim, date, opened.TextAt)));
        }

        return ExitCode.Done;
    }
}

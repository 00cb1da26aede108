using EditEngine.Claims;
using EditEngine.Cli.Output;
using EditEngine.Cli.Outputs;
using EditEngine.Compiler.Binding;
using EditEngine.Diagnostics;
using EditEngine.Formats;
using EditEngine.Formats.Batch;

namespace EditEngine.Cli.Commands;

/// <summary>Finds one claim and shows what a pack makes of it.</summary>
internal sealed class ClaimExplanation(string claimId, ExplanationChoice choice, Receipt? received)
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
        ShownExplanation explanation = new(opened, pack, choice);
        if (!explanation.HasEdit(problems))
        {
            return ExitCode.WrongUsage;
        }

        using ClaimSources sources = new(claims, StandardStreams.OpenInput);
        if (received?.WhyUnknown(sources.Files) is Diagnostic dateless)
        {
            problems.Write(dateless);
            return ExitCode.WrongUsage;
        }

        if (Find(sources, problems) is not Claim claim)
        {
            return ExitCode.WrongUsage;
        }

        explanation.Show(claim, choice.AsOf ?? AsOfDate.Of(claim)!.Value); // ClaimScreen lets no claim through without one.
        return ExitCode.Done;
    }

    private Claim? Find(ClaimSources sources, ProblemLines problems)
    {
        ClaimScreen screen = new() { DayOf = received is null ? null : received.Of, AsksDate = choice.AsOf is null };
        long count = 0;
        while (sources.Read() is ReadClaim found)
        {
            count++;
            if (found.Id == claimId)
            {
                ReadClaim read = screen.Of(found);
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
}

using EditEngine.Analysis.Explanation;
using EditEngine.Claims;
using EditEngine.Cli.Output;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Interpretation;
using EditEngine.Outcomes;

namespace EditEngine.Cli.Commands;

/// <summary>Shows what a pack makes of one claim: its result, then the trace of each edit concerned.</summary>
/// <param name="opened">The pack.</param>
/// <param name="pack">Its rules.</param>
internal sealed class ShownExplanation(OpenedPack opened, BoundPack pack)
{
    /// <summary>Id of an edit that alone is shown; null for all that found something or could not be decided.</summary>
    public string? Edit { get; init; }

    /// <summary>Id of an edit that is shown even where it found nothing.</summary>
    public string? Beside { get; init; }

    /// <summary>True where the pack has the edit that is asked for, or none is; else that is told.</summary>
    public bool HasEdit(ProblemLines problems)
    {
        if (Edit is null || pack.Edits.Any(known => known.Id == Edit))
        {
            return true;
        }

        problems.Write(CommandDiagnostics.NoSuchEdit(pack.Name, Edit, pack.Edits.Select(known => known.Id)));
        return false;
    }

    /// <summary>Writes it, and gives the whole result.</summary>
    public Result Show(Claim claim, DateOnly asOf)
    {
        Result result = EvaluatorFactory.Interpreting(pack)(claim, asOf);
        Result shown = Edit is null ? result : result with
        {
            Findings = [.. result.Findings.Where(finding => finding.Edit == Edit)],
            NotEvaluated = [.. result.NotEvaluated.Where(open => open.Edit == Edit)],
        };
        ResultTable table = new(Console.Out, new AnsiStyle(Terminal.HasColours(Terminal.IsOutput)), pack.Edits.Select(known => known.Id));
        table.Write(shown);
        HashSet<string> concerned = [.. shown.Findings.Select(finding => finding.Edit), .. shown.NotEvaluated.Select(open => open.Edit)];
        foreach (BoundEdit known in pack.Edits.Where(known => Edit is null ? concerned.Contains(known.Id) || known.Id == Beside : known.Id == Edit))
        {
            Console.Out.Write('\n');
            Console.Out.Write(ExplanationText.Of(EditTracer.Trace(pack, known, claim, asOf, opened.TextAt)));
        }

        return result;
    }
}

using System.Collections.Immutable;
using EditEngine.Analysis.Boundaries;
using EditEngine.Analysis.Explanation;
using EditEngine.Analysis.Testing;
using EditEngine.Claims;
using EditEngine.Cli.Output;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Interpretation;
using EditEngine.Outcomes;

namespace EditEngine.Cli.Commands;

/// <summary>Shows what a pack makes of one claim: its result, then the trace of each edit concerned.</summary>
/// <param name="opened">The pack.</param>
/// <param name="pack">Its rules.</param>
/// <param name="choice">What is asked.</param>
internal sealed class ShownExplanation(OpenedPack opened, BoundPack pack, ExplanationChoice choice)
{
    private const int MostWays = 8;

    /// <summary>The test whose claim it is; the edit beside it is shown even where it found nothing.</summary>
    public TitledTest? Test { get; init; }

    /// <summary>True where the pack has the edit that is asked for, or none is; else that is told.</summary>
    public bool HasEdit(ProblemLines problems)
    {
        if (choice.Edit is null || pack.Edits.Any(known => known.Id == choice.Edit))
        {
            return true;
        }

        problems.Write(CommandDiagnostics.NoSuchEdit(pack.Name, choice.Edit, pack.Edits.Select(known => known.Id)));
        return false;
    }

    /// <summary>Writes it, and gives the whole result.</summary>
    public Result Show(Claim claim, DateOnly asOf)
    {
        Result result = EvaluatorFactory.Interpreting(pack)(claim, asOf);
        Result shown = choice.Edit is not string edit ? result : result with
        {
            Findings = [.. result.Findings.Where(finding => finding.Edit == edit)],
            NotEvaluated = [.. result.NotEvaluated.Where(open => open.Edit == edit)],
        };
        HashSet<string> concerned = [.. shown.Findings.Select(finding => finding.Edit), .. shown.NotEvaluated.Select(open => open.Edit)];
        ImmutableArray<BoundEdit> edits = [.. pack.Edits.Where(known => choice.Edit is null ? concerned.Contains(known.Id) || known.Id == Test?.Edit : known.Id == choice.Edit)];
        Lazy<PreparedPack> prepared = new(() => new PreparedPack(pack));
        EditCounterfactuals? CounterfactualsOf(BoundEdit known) =>
            choice.Counterfactual ? new CounterfactualSearch(prepared.Value, pack.Edits.IndexOf(known)).Of(new DatedClaim(claim, asOf), MostWays) : null;
        var explained = edits.Select(known => (Trace: EditTracer.Trace(pack, known, claim, asOf, opened.TextAt), Counterfactuals: CounterfactualsOf(known)));
        switch (choice.Form)
        {
            case ExplanationForm.Json:
                Console.Out.WriteLine(ExplanationJson.Of(shown, explained, Test));
                return result;
            case ExplanationForm.Html:
                Console.Out.Write(ExplanationHtml.Of(shown, explained, Test));
                return result;
        }

        new ResultTable(Console.Out, new AnsiStyle(Terminal.HasColours(Terminal.IsOutput)), pack.Edits.Select(known => known.Id)).Write(shown);
        foreach ((EditTrace trace, EditCounterfactuals? counterfactuals) in explained)
        {
            Console.Out.Write('\n');
            Console.Out.Write(ExplanationText.Of(trace));
            Console.Out.Write(counterfactuals is null ? "" : CounterfactualText.Of(counterfactuals, trace));
        }

        return result;
    }
}

using EditEngine.Bench.Made;
using RulesEngine.Models;

namespace EditEngine.Bench.Peers;

/// <summary>Made edits as rules of RulesEngine: a lambda over the claim each. It says which edits fire on a claim, not on which lines, which favours it.</summary>
internal sealed class RulesEnginePeer
{
    private const string Name = "made";
    private readonly RulesEngine.RulesEngine _engine;

    public RulesEnginePeer(IEnumerable<MadeEdit> edits)
    {
        Workflow workflow = new()
        {
            WorkflowName = Name,
            Rules = [.. edits.Select(edit => new Rule { RuleName = edit.Id, RuleExpressionType = RuleExpressionType.LambdaExpression, Expression = TextOf(edit) })],
        };
        _engine = new RulesEngine.RulesEngine([workflow], new ReSettings { CustomTypes = [typeof(NaiveClaim), typeof(NaiveLine)], UseFastExpressionCompiler = true });
    }

    /// <summary>The edits that fire, in the pack's order.</summary>
    public List<string> Run(NaiveClaim claim) =>
        [.. _engine.ExecuteAllRulesAsync(Name, new RuleParameter("claim", claim)).AsTask().GetAwaiter().GetResult().Where(result => result.IsSuccess).Select(result => result.Rule.RuleName)];

    private static string TextOf(MadeEdit edit)
    {
        string codes = $"(v.Procedure == \"{edit.First}\" || v.Procedure == \"{edit.Second}\")";
        return edit.Shape switch
        {
            MadeShape.Place => $"claim.Lines.Any(v => {codes} && (v.Place == \"21\" || v.Place == \"23\"))",
            MadeShape.Units => $"claim.Lines.Any(v => {codes} && v.Units > {edit.Bound})",
            MadeShape.Pair => $"claim.Lines.Any(v => {codes} && (claim.Lines.Any(a => a.Number != v.Number && {Partner(edit)}) || claim.Counted.Any(a => {Partner(edit)})))",
            MadeShape.Age => $"claim.Lines.Any(v => {codes} && claim.AgeOn(v.Date) < {edit.Bound})",
            _ => $"claim.Lines.Any(v => {codes} && claim.Counted.Any(h => (h.Procedure == \"{edit.First}\" || h.Procedure == \"{edit.Second}\") && h.Date > v.Date.AddDays(-{edit.Bound})))",
        };
    }

    private static string Partner(MadeEdit edit) => $"a.Date == v.Date && (a.Procedure == \"{edit.OtherFirst}\" || a.Procedure == \"{edit.OtherSecond}\")";
}

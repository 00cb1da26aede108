using EditEngine.Analysis.Testing;
using EditEngine.Claims;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Interpretation;
using EditEngine.Diagnostics;
using EditEngine.Outcomes;

namespace EditEngine.Workbench.Packs;

/// <summary>A pack that can decide. Any thread may ask.</summary>
internal sealed class DecidingPack
{
    private readonly Lazy<PreparedPack> _prepared;

    private DecidingPack(PackCompilation compilation, BoundPack rules)
    {
        Compilation = compilation;
        Rules = rules;
        _prepared = new Lazy<PreparedPack>(() => new PreparedPack(rules));
    }

    /// <summary>What it was compiled from.</summary>
    public PackCompilation Compilation { get; }

    /// <summary>Its edits.</summary>
    public BoundPack Rules { get; }

    /// <summary>The same, for what runs single edits.</summary>
    public PreparedPack Prepared => _prepared.Value;

    /// <summary>A compilation that can decide; null where a mistake keeps it from that.</summary>
    public static DecidingPack? Of(PackCompilation compilation) => compilation.Result.Pack is BoundPack rules ? new DecidingPack(compilation, rules) : null;

    /// <summary>Decides claims, actions on history included; for one thread.</summary>
    public Func<Claim, DateOnly, Result> Evaluating()
    {
        Evaluator evaluator = Compilation.Result.Rules!.CreateEvaluator(new EvaluatorOptions { HistoryActions = true, Budget = EvaluatorOptions.NoBudget }); // It has edits, so it runs.
        return (claim, asOf) => evaluator.Evaluate(claim, asOf);
    }

    /// <summary>The position of an edit; -1 where there is none of this id.</summary>
    public int PositionOf(string edit)
    {
        for (int i = 0; i < Rules.Edits.Length; i++)
        {
            if (Rules.Edits[i].Id == edit)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Why an edit comes to what it comes to on a claim.</summary>
    public EditTrace Trace(int position, Claim claim, DateOnly asOf) => EditTracer.Trace(Rules, Rules.Edits[position], claim, asOf, TextAt);

    private string TextAt(SourceSpan place) => Compilation.Sources.Texts.FirstOrDefault(text => text.File == place.File)?.Text.Substring(place.Start, place.Length) ?? "";
}

using System.Collections.Immutable;
using System.Text;
using EditEngine.Plans;

namespace EditEngine.Compiler.Emit;

/// <summary>The text of an edit and what stays out of it.</summary>
/// <param name="Text">The body of a method, the same for all edits of one shape.</param>
/// <param name="Numbers">Its numbers.</param>
/// <param name="Objects">Its objects.</param>
/// <param name="Asked">The conditions that are asked of the executor.</param>
internal sealed record EmittedEdit(string Text, long[] Numbers, object[] Objects, ImmutableArray<Expression> Asked);

/// <summary>C# of an edit: its tuples, and for those that meet all conditions what comes of them.</summary>
internal sealed class EditEmitter
{
    // What a body names, and what it then begins with.
    private static readonly (string Name, string Declaration)[] Heads =
    [
        ("isExact", "bool isExact = run.IsExact;"),
        ("claim", "Claim claim = run.Claim;"),
        ("lines[", "ServiceLine[] lines = run.Lines;"),
        ("lineCount", "int lineCount = run.LineCount;"),
        ("codes[", "ulong[] codes = run.Codes;"),
        ("days[", "int[] days = run.Days;"),
        ("facts[", "LineFacts[] facts = run.Facts;"),
        ("candidateFacts[", "LineFacts[] candidateFacts = run.CandidateFacts;"),
        ("historyFacts[", "HistoryFacts[] historyFacts = run.HistoryFacts;"),
        ("history[", "HistoryLine[] history = run.History;"),
        ("historyCount", "int historyCount = run.HistoryCount;"),
        ("historyCodes[", "ulong[] historyCodes = run.HistoryCodes;"),
        ("historyDays[", "int[] historyDays = run.HistoryDays;"),
    ];

    private readonly EditPlan _plan;
    private readonly Emission _emission;
    private readonly CaseEmitter _cases;

    private EditEmitter(EditPlan plan)
    {
        _plan = plan;
        _emission = new Emission(plan);
        _cases = new CaseEmitter(_emission);
    }

    /// <summary>The text of an edit; null where the executor alone can run it.</summary>
    public static EmittedEdit? Of(EditPlan plan) => new EditEmitter(plan).Write();

    private EmittedEdit? Write()
    {
        if (!Bind(0, Emission.Decided))
        {
            return null;
        }

        string body = _emission.Text.ToString();
        StringBuilder text = new();
        foreach ((string name, string declaration) in Heads)
        {
            if (body.Contains(name, StringComparison.Ordinal))
            {
                text.Append(declaration).Append('\n');
            }
        }

        return new EmittedEdit(text.Append(body).Append(Emission.Decided).Append('\n').ToString(), _emission.Row.Numbers, _emission.Row.Objects, _emission.Asked);
    }

    private bool Bind(int depth, string otherwise)
    {
        foreach (PlacedCondition placed in _plan.Tuple)
        {
            if (placed.Depth == depth && !_emission.Conditions.Require(placed.Condition, otherwise))
            {
                return false;
            }
        }

        if (depth == _plan.Bindings.Length)
        {
            return _cases.Write();
        }

        BindingPlan binding = _plan.Bindings[depth];
        return binding.Source is SourcePlan source
            ? _emission.Sources.ForEach(source, isComplete: false, Inner)
            : _emission.Groups.ForEach(binding.Slot, binding.Group!, Inner); // A binding is of things or of groups.

        bool Inner(string next)
        {
            _cases.Behind[binding.Slot] = next;
            return Bind(depth + 1, $"goto {next};");
        }
    }
}

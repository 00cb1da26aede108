using EditEngine.Numbers;
using EditEngine.Plans;

namespace EditEngine.Compiler.Emit;

/// <summary>C# of what comes of a tuple: the first exception that excuses, and the targets.</summary>
/// <remarks>
/// Where nothing is rendered and the target is a line whose outcome needs no value, a bit is set and the tuples that could only say it again are left out. Else the things are put
/// into the executor's slots, and it takes them as it takes its own.
/// </remarks>
internal sealed class CaseEmitter(Emission emission)
{
    /// <summary>The label behind each binding's loop body, by slot.</summary>
    public Dictionary<int, string> Behind { get; } = [];

    private EditPlan Plan => emission.Plan;

    // Bits are of lines alone: with other targets the executor keeps the order.
    private bool IsOfLines => Plan.Cases.All(one => one.Actions is [var action] && IsOfLine(action) && !NeedsValue(action));

    /// <summary>Writes what comes of the tuple at the place.</summary>
    /// <returns>False where it cannot be written.</returns>
    public bool Write()
    {
        if (Plan.Cases.Any(one => one.Actions.Any(action => action.Target == TargetPlan.Tuple)))
        {
            emission.Text.Line("run.CountTuple();");
        }

        for (int position = 0; position < Plan.Cases.Length; position++)
        {
            CasePlan one = Plan.Cases[position];
            string next = emission.Text.Name("n");
            int block = emission.Text.Open();
            if (one.Condition is not null && !emission.Conditions.Require(one.Condition, $"goto {next};"))
            {
                return false;
            }

            if (Exception(one) is not string exception || !Tell(position, one, exception))
            {
                return false;
            }

            emission.Text.Close(block, next);
        }

        return true;
    }

    private static bool IsOfLine(ActionPlan action) =>
        action is { Target: TargetPlan.Thing, Thing: SlotThing { Slot: >= 0 } }
        or { Target: TargetPlan.EveryLine, Lines.Alternatives: [{ List: MembersOf or OwnMembersOf, Conditions.IsEmpty: true }] };

    // An amount that is no decimal, as a third is, leaves a target open: the executor looks at it.
    private static bool NeedsValue(ActionPlan action) =>
        (action.Amount is not null && !IsDecimal(action.Amount))
        || action.ReplaceWith is not (null or ConstantValue { Value: not null })
        || action.Added is not null;

    private static bool IsDecimal(Expression amount) => amount is ConstantValue constant && Rational.TryParse(constant.Value, out Rational known) && known.TryToDecimal(out _);

    // C# of the position of the first exception that excuses, -1 for none; null where it cannot be written.
    private string? Exception(CasePlan one)
    {
        if (one.Exceptions.IsEmpty)
        {
            return "-1";
        }

        string found = emission.Text.Name("v");
        string end = emission.Text.Name("n");
        emission.Text.Line($"int {found} = -1;");
        for (int i = 0; i < one.Exceptions.Length; i++)
        {
            string next = emission.Text.Name("n");
            int block = emission.Text.Open();
            if (one.Exceptions[i].UntilDay is int until)
            {
                emission.Text.Line($"if (run.AsOfDay > {emission.Row.Number(until)}) goto {next};");
            }

            if (!emission.Conditions.Require(one.Exceptions[i].Condition, $"goto {next};"))
            {
                return null;
            }

            emission.Text.Line($"{found} = {Emission.Number(i)}; goto {end};");
            emission.Text.Close(block);
            emission.Text.Line($"{next}: ;");
        }

        emission.Text.Line($"{end}: ;");
        return found;
    }

    private bool Tell(int position, CasePlan one, string exception)
    {
        if (!IsOfLines || (one.Actions[0] is { Thing: SlotThing target } && emission.Thing(target.Slot) is not { Kind: ThingKind.Line }))
        {
            Take(position, exception);
            return true;
        }

        emission.Text.Line("if (run.IsRendering)");
        int block = emission.Text.Open();
        Take(position, exception);
        emission.Text.Close(block);
        emission.Text.Line("else");
        block = emission.Text.Open();
        bool written = one.Actions[0] is { Thing: SlotThing thing } ? Line(position, thing.Slot, exception) : Members(position, one.Actions[0].Lines!, exception); // A target of lines has them.
        emission.Text.Close(block);
        return written;
    }

    private bool Line(int position, int slot, string exception)
    {
        string line = emission.Thing(slot)!.Index; // A line, as was looked at.
        if (exception != "-1")
        {
            emission.Text.Line($"if ({exception} >= 0) run.Except({Emission.Number(position)}, {line}); else");
        }

        // The first case decides; whatever other tuples say of the line comes behind it.
        string rest = position == 0 && Behind.TryGetValue(slot, out string? behind) ? $" goto {behind};" : "";
        emission.Text.Line($"{{ run.Fire({Emission.Number(position)}, {line});{rest} }}");
        return true;
    }

    private bool Members(int position, SourcePlan lines, string exception) => emission.Sources.ForEach(lines, isComplete: false, _ =>
    {
        if (emission.Thing(lines.Slot) is { Kind: ThingKind.Line } line)
        {
            string fire = $"run.Fire({Emission.Number(position)}, {line.Index});";
            emission.Text.Line(exception == "-1" ? fire : $"if ({exception} >= 0) run.Except({Emission.Number(position)}, {line.Index}); else {fire}");
        }

        return true;
    });

    private void Take(int position, string exception)
    {
        emission.Put(Plan.Bindings.Select(one => one.Slot));
        emission.Text.Line($"run.Take({Emission.Number(position)}, {exception});");
    }
}

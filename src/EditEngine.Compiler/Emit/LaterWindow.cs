using System.Collections.Immutable;
using EditEngine.Operators;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Compiler.Emit;

/// <summary>The days of history that can stand with a line that an edit names after it: whichever of the two an edit names first, only these days are looked at.</summary>
/// <remarks>It is the widest window over the lines. What lies outside of it meets the comparison with none of them, so that no tuple is left out, and the order of the others stays.</remarks>
internal sealed class LaterWindow(Emission emission)
{
    private const int Line = 1 << (int)ThingKind.Line;

    /// <summary>Writes the ends of the window of a source of history.</summary>
    /// <returns>Locals with its first and last day; null where no line that is named later says anything of it.</returns>
    public (string From, string To)? Of(SourcePlan history)
    {
        ImmutableArray<BindingPlan> bindings = emission.Plan.Bindings;
        int own = bindings.ToList().FindIndex(one => one.Source?.Slot == history.Slot);
        if (own < 0)
        {
            return null;
        }

        foreach (SourcePlan lines in bindings.Skip(own + 1).Select(one => one.Source).OfType<SourcePlan>())
        {
            (string From, string To)? window = null;
            if (lines.Alternatives is [{ List: null, Kinds: Line } only] && emission.Try(() => (window = Of(history.Slot, lines, only.Conditions)) is not null))
            {
                return window;
            }
        }

        return null;
    }

    private (string From, string To)? Of(int history, SourcePlan lines, ImmutableArray<Expression> conditions)
    {
        (Expression Day, Relation Relation)[] compared = [.. conditions.SelectMany(Flat).Select(one => Compared(one, history)).OfType<(Expression, Relation)>().Where(one => IsOfLine(one.Item1, lines.Slot))];
        Expression? first = compared.FirstOrDefault(one => one.Relation is Relation.Equal or Relation.Greater or Relation.GreaterOrEqual).Day;
        Expression? last = compared.FirstOrDefault(one => one.Relation is Relation.Equal or Relation.Less or Relation.LessOrEqual).Day;
        if (first is null && last is null)
        {
            return null;
        }

        string from = emission.Text.Name("v");
        string to = emission.Text.Name("v");
        emission.Text.Line($"int {from} = {(first is null ? "int.MinValue" : "int.MaxValue")}, {to} = {(last is null ? "int.MaxValue" : "int.MinValue")};");
        string at = emission.Text.Name("i");
        EmittedThing line = emission.Sources.BeginLines(lines, at);
        int block = emission.Text.Open();
        bool written = emission.With(lines.Slot, line, () => Widen(first, from, "Min") && Widen(last, to, "Max"));
        emission.Text.Close(block);
        emission.Text.Line($"if (!run.IsHistoryPlain) {{ {from} = int.MinValue; {to} = int.MaxValue; }}");
        return written ? (from, to) : null;
    }

    private bool Widen(Expression? day, string end, string which)
    {
        if (day is not null)
        {
            if (emission.Days.Of(day) is not { } value)
            {
                return false;
            }

            emission.Text.Line($"{end} = Math.{which}({end}, {value.Text});");
        }

        return true;
    }

    private static IEnumerable<Expression> Flat(Expression condition) => condition is And all ? all.Operands.SelectMany(Flat) : [condition];

    // With what a condition compares the date of history, which stands first then.
    private static (Expression Day, Relation Relation)? Compared(Expression condition, int history) =>
        condition is not Operation { Operands: [var left, var right] } operation || OperatorTable.Find(operation.Operator, operation.Type) is not ComparisonOperator comparison ? null
        : IsDateOf(left, history) ? (right, comparison.Relation)
        : IsDateOf(right, history) ? (left, Turned(comparison.Relation))
        : null;

    private static bool IsDateOf(Expression day, int slot) => day is FieldValue { Field.IsLineDate: true } field && field.Field.Slot == slot;

    private static Relation Turned(Relation relation) => relation switch
    {
        Relation.Less => Relation.Greater,
        Relation.LessOrEqual => Relation.GreaterOrEqual,
        Relation.Greater => Relation.Less,
        Relation.GreaterOrEqual => Relation.LessOrEqual,
        _ => relation,
    };

    // It names the line, and else what is known already.
    private bool IsOfLine(Expression day, int line) =>
        PlanSlots.Of(day) is var slots && slots.Contains(line) && slots.All(slot => slot == line || emission.Thing(slot) is not null);
}

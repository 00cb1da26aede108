using System.Text;
using EditEngine.Codes;
using EditEngine.Evaluation;
using EditEngine.Evaluation.Steps;
using EditEngine.Plans;

namespace EditEngine.Compiler.Emit;

/// <summary>
/// Writes an edit's tuples and conditions as C#, with all constants taken out into its parameter row: edits of one shape have one text. What has
/// no text of its own is called as the step that it is, so the code always means what the steps mean.
/// </summary>
internal sealed partial class ShapeEmitter
{
    private readonly StringBuilder _text = new();
    private readonly List<ulong> _codes = [];
    private readonly List<int> _days = [];
    private readonly List<CodeSet> _sets = [];
    private readonly List<Step<Truth>> _conditions = [];
    private readonly List<SourcePlan> _sources = [];
    private readonly List<GroupPlan> _groups = [];
    private readonly Dictionary<int, LineLoop> _loops = [];
    private readonly EditPlan _plan;
    private int _names;

    private ShapeEmitter(EditPlan plan)
    {
        _plan = plan;
    }

    /// <summary>The body of an edit's method, and what it takes from its parameter row.</summary>
    public static (string Body, ParameterRow Parameters) Emit(EditPlan plan)
    {
        ShapeEmitter emitter = new(plan);
        emitter.Line(1, "Frame f = run.Frame;");
        emitter.Line(1, "Truth t0 = Truth.True;");
        emitter.Depth(0, 1);
        return (emitter._text.ToString(), new ParameterRow
        {
            Codes = [.. emitter._codes],
            Days = [.. emitter._days],
            Sets = [.. emitter._sets],
            Conditions = [.. emitter._conditions],
            Sources = [.. emitter._sources],
            Groups = [.. emitter._groups],
        });
    }

    private void Line(int indent, string text) => _text.Append(' ', 4 * (indent + 1)).Append(text).Append('\n');

    private static string Text(FormattableString text) => FormattableString.Invariant(text);

    // At every depth: the conditions placed there, then the next binding's loop, then the cases.
    private void Depth(int depth, int indent)
    {
        string leave = depth == 0 ? "return;" : "continue;";
        foreach (PlacedStep placed in _plan.Tuple.Where(one => one.Depth == depth))
        {
            Narrow(Text($"t{depth}"), placed.Step, leave, indent);
        }

        if (depth == _plan.Bindings.Length)
        {
            Cases(depth, indent);
            return;
        }

        BindingPlan binding = _plan.Bindings[depth];
        if (binding.Group is not null)
        {
            GroupLoop(binding, depth, indent);
        }
        else if (IsOfLines(binding.Source!)) // Not of groups, so of things.
        {
            LineLoopOf(binding.Source!, depth, indent); // Not of groups, so of things.
        }
        else
        {
            CursorLoop(binding.Source!, depth, indent); // Not of groups, so of things.
        }
    }

    private void Narrow(string truth, Step<Truth> step, string leave, int indent)
    {
        Line(indent, Text($"{truth} = SourceCursor.And({truth}, {Condition(step)});"));
        Line(indent, Text($"if ({truth} == Truth.False) {{ {leave} }}"));
    }

    private static bool IsOfLines(SourcePlan source)
    {
        const int Line = 1 << (int)Store.Line;
        const int History = 1 << (int)Store.History;
        return source.Alternatives.All(one => one.List is null && one.Stores is Line or History)
            && source.Alternatives.Count(one => one.Stores == Line) <= 1
            && source.Alternatives.Count(one => one.Stores == History) <= 1;
    }

    private void LineLoopOf(SourcePlan source, int depth, int indent)
    {
        AlternativePlan? line = source.Alternatives.FirstOrDefault(one => one.Stores == 1 << (int)Store.Line);
        AlternativePlan? history = source.Alternatives.FirstOrDefault(one => one.Stores == 1 << (int)Store.History);
        if (line is not null)
        {
            Loop(source, line, isHistory: false, depth, indent);
        }

        if (history is not null)
        {
            Loop(source, history, isHistory: true, depth, indent);
        }
    }

    private void Loop(SourcePlan source, AlternativePlan alternative, bool isHistory, int depth, int indent)
    {
        string i = Text($"i{depth}");
        (string count, string store, string facts) = isHistory ? ("f.HistoryCount", "Store.History", "f.History") : ("f.LineCount", "Store.Line", "f.Lines");
        // All at once: no fewer steps than the executor takes, which leaves out the history of other days.
        Line(indent, Text($"f.Count({count});"));
        Line(indent, Text($"for (int {i} = 0; {i} < {count}; {i}++)"));
        Line(indent, "{");
        Line(indent + 1, Text($"f.Slots[{source.Slot}] = new Slot({store}, {i}, {facts}[{i}]);"));
        Line(indent + 1, Text($"Truth b{depth} = Truth.True;"));
        _loops[source.Slot] = new LineLoop(i, isHistory);
        foreach (Step<Truth> condition in alternative.Conditions)
        {
            Narrow(Text($"b{depth}"), condition, "continue;", indent + 1);
        }

        Line(indent + 1, Text($"run.SetBelongs({depth}, b{depth}, -1);"));
        Line(indent + 1, Text($"Truth t{depth + 1} = SourceCursor.And(t{depth}, b{depth});"));
        Depth(depth + 1, indent + 1);
        _loops.Remove(source.Slot);
        Line(indent, "}");
        Line(indent, "");
    }

    private void CursorLoop(SourcePlan source, int depth, int indent)
    {
        string cursor = Text($"c{depth}");
        Line(indent, Text($"SourceCursor {cursor} = default;"));
        Line(indent, Text($"while ({cursor}.Next(f, p.Sources[{Keep(_sources, source)}]))"));
        Line(indent, "{");
        Line(indent + 1, Text($"run.SetBelongs({depth}, {cursor}.Belongs, {cursor}.ListAlternative);"));
        Line(indent + 1, Text($"Truth t{depth + 1} = SourceCursor.And(t{depth}, {cursor}.Belongs);"));
        Depth(depth + 1, indent + 1);
        Line(indent, "}");
    }

    private void GroupLoop(BindingPlan binding, int depth, int indent)
    {
        GroupPlan plan = binding.Group!; // Called for groups.
        string g = Text($"g{depth}");
        Line(indent, Text($"int {g} = f.Groups.Make(f, p.Groups[{Keep(_groups, plan)}]);"));
        Line(indent, Text($"for (int {g}End = f.Groups.Count; {g} < {g}End; {g}++)"));
        Line(indent, "{");
        Line(indent + 1, "f.Count();");
        Line(indent + 1, Text($"f.Slots[{binding.Slot}] = new Slot(Store.Group, {g}, null);"));
        Line(indent + 1, Text($"Truth t{depth + 1} = t{depth};"));
        if (plan.Condition is not null)
        {
            Narrow(Text($"t{depth + 1}"), plan.Condition, "continue;", indent + 1);
        }

        Line(indent + 1, Text($"run.SetBelongs({depth}, Truth.True, -1);"));
        Depth(depth + 1, indent + 1);
        Line(indent, "}");
    }

    private void Cases(int depth, int indent)
    {
        Line(indent, "run.CountTuple();");
        for (int i = 0; i < _plan.Cases.Length; i++)
        {
            if (_plan.Cases[i].Condition is not Step<Truth> condition)
            {
                Line(indent, Text($"run.Judge({i}, t{depth});"));
                continue;
            }

            string name = Text($"w{_names++}");
            Line(indent, Text($"Truth {name} = SourceCursor.And(t{depth}, {Condition(condition)});"));
            Line(indent, Text($"if ({name} != Truth.False) {{ run.Judge({i}, {name}); }}"));
        }
    }

    private static int Keep<T>(List<T> kept, T value)
    {
        kept.Add(value);
        return kept.Count - 1;
    }

    /// <summary>A loop over lines or history lines, whose columns are read by its index.</summary>
    private readonly record struct LineLoop(string Index, bool IsHistory);
}

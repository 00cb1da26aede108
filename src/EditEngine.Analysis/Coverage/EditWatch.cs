using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Interpretation;
using EditEngine.Compiler.Symbols;
using EditEngine.Diagnostics;
using EditEngine.Tables;
using EditEngine.Values;

namespace EditEngine.Analysis.Coverage;

/// <summary>Counts what one edit comes to, claim after claim.</summary>
internal sealed class EditWatch(BoundEdit edit) : IEvaluationWatch
{
    private const int MostNames = 3;

    private readonly Dictionary<SourceSpan, ConditionCount> _conditions = [];
    private readonly Dictionary<CodeSet, HashSet<int>> _members = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Table, HashSet<int>> _rows = new(ReferenceEqualityComparer.Instance);
    private readonly CaseCount[] _cases = [.. edit.Cases.Select(_ => new CaseCount())];
    private readonly Dictionary<BoundException, long> _exceptions = new(ReferenceEqualityComparer.Instance);
    private bool _isReading;

    /// <summary>The edit.</summary>
    public BoundEdit Edit => edit;

    /// <summary>The test or claim that is decided just now.</summary>
    public string Name { get; set; } = "";

    /// <summary>Tuples before, within and after its period, and without a date.</summary>
    public PeriodCoverage Period { get; private set; } = new(0, 0, 0, 0);

    /// <summary>What each case came to.</summary>
    public IReadOnlyList<CaseCount> Cases => _cases;

    public ConditionCount CountOf(BoundExpression condition) => _conditions.GetValueOrDefault(condition.Place) ?? new ConditionCount();

    public long CountOf(BoundException exception) => _exceptions.GetValueOrDefault(exception);

    /// <summary>Positions of the intervals of a set in which a code was met.</summary>
    public IReadOnlySet<int> MetOf(CodeSet set) => _members.GetValueOrDefault(set) ?? [];

    /// <summary>Rows of a table that were found.</summary>
    public IReadOnlySet<int> MetOf(Table table) => _rows.GetValueOrDefault(table) ?? [];

    /// <inheritdoc/>
    public void Tested(ExpressionEvaluator reading, BoundExpression condition, TruthValue verdict)
    {
        if (_isReading)
        {
            return;
        }

        if (!_conditions.TryGetValue(condition.Place, out ConditionCount? count))
        {
            _conditions.Add(condition.Place, count = new ConditionCount());
        }

        count.Add(verdict.Truth, Name);
        if (verdict.Truth == Truth.True && condition is BoundInSet { Set: CodeSetConstant } or BoundHas { Set: CodeSetConstant })
        {
            // What is read here is read a second time, and not counted again.
            _isReading = true;
            Meet(reading, condition);
            _isReading = false;
        }
    }

    /// <inheritdoc/>
    public void LookedUp(BoundRow row, EvaluatedValue found)
    {
        if (found is EvaluatedThing { Thing: { Facts: Table table, Position: int at } })
        {
            if (!_rows.TryGetValue(table, out HashSet<int>? rows))
            {
                _rows.Add(table, rows = []);
            }

            rows.Add(at);
        }
    }

    /// <inheritdoc/>
    public void Dated(EvaluatedValue date) => Period = date is not EvaluatedDate { Day: int day } ? Period with { Undated = Period.Undated + 1 }
        : day < edit.EffectiveFromDay ? Period with { Before = Period.Before + 1 }
        : day > edit.EffectiveThroughDay ? Period with { After = Period.After + 1 }
        : Period with { Within = Period.Within + 1 };

    /// <inheritdoc/>
    public void Answered(TargetState state, int position)
    {
        _cases[position].Add(state.Answer, Name);
        if (state is { Answer: TargetAnswer.Bypassed, Exception: BoundException exception })
        {
            _exceptions[exception] = _exceptions.GetValueOrDefault(exception) + 1;
        }
    }

    private void Meet(ExpressionEvaluator reading, BoundExpression condition)
    {
        (Constant? constant, IEnumerable<EvaluatedValue> values) = condition switch
        {
            BoundInSet inSet => (inSet.Set, reading.Value(inSet.Value).Data),
            BoundHas has => (has.Set, reading.Value(has.List).Data.OfType<EvaluatedCodes>().SelectMany(list => list.Codes).Select(code => (EvaluatedValue)new EvaluatedCode(code))),
            _ => (null, []),
        };
        if (constant is not CodeSetConstant { Set: CodeSet set })
        {
            return;
        }

        if (!_members.TryGetValue(set, out HashSet<int>? met))
        {
            _members.Add(set, met = []);
        }

        foreach (Code code in values.OfType<EvaluatedCode>().Select(value => value.Value).Where(code => code.Odd is null))
        {
            // A member of a dated set stands there once for each of its periods.
            for (int i = 0; i < set.Intervals.Length; i++)
            {
                if (set.Intervals[i].First <= code.Packed && code.Packed <= set.Intervals[i].Last)
                {
                    met.Add(i);
                }
            }
        }
    }

    /// <summary>How often a condition was true, false and unknown, and who asked it first.</summary>
    internal sealed class ConditionCount
    {
        private readonly List<string> _by = [];

        public long True { get; private set; }

        public long False { get; private set; }

        public long Unknown { get; private set; }

        public ImmutableArray<string> By => [.. _by];

        public void Add(Truth truth, string name)
        {
            True += truth == Truth.True ? 1 : 0;
            False += truth == Truth.False ? 1 : 0;
            Unknown += truth == Truth.Unknown ? 1 : 0;
            Note(_by, name);
        }
    }

    /// <summary>On how many targets a case fired, was bypassed, could not be decided, and on whose first.</summary>
    internal sealed class CaseCount
    {
        private readonly List<string> _by = [];

        public long Fired { get; private set; }

        public long Bypassed { get; private set; }

        public long NotEvaluated { get; private set; }

        public ImmutableArray<string> By => [.. _by];

        public void Add(TargetAnswer answer, string name)
        {
            Fired += answer == TargetAnswer.Active ? 1 : 0;
            Bypassed += answer == TargetAnswer.Bypassed ? 1 : 0;
            NotEvaluated += answer == TargetAnswer.NotEvaluated ? 1 : 0;
            if (answer == TargetAnswer.Active)
            {
                Note(_by, name);
            }
        }
    }

    private static void Note(List<string> names, string name)
    {
        if (names.Count < MostNames && !names.Contains(name))
        {
            names.Add(name);
        }
    }
}

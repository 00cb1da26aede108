using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Diagnostics;
using EditEngine.Outcomes;
using EditEngine.Tables;
using EditEngine.Values;

namespace EditEngine.Compiler.Interpretation;

/// <summary>Walks an edit over a claim as the interpreter does, and writes down what each condition came to.</summary>
internal sealed class EditTracer
{
    // A reader looks at a few; a claim of 450 lines has millions.
    private const int MostTuples = 20;

    private readonly Func<SourceSpan, string> _text;
    private readonly BoundEdit _edit;
    private readonly ExpressionEvaluator _reading;
    private readonly ClaimThings _things;
    private readonly int _asOfDay;
    private readonly List<ConditionTrace> _conditions = [];
    private readonly List<string> _subjects = [];
    private readonly Dictionary<string, (TupleTrace Furthest, int Score, List<TupleTrace> Answering)> _found = new(StringComparer.Ordinal);

    private EditTracer(BoundEdit edit, ClaimThings things, IReadOnlyList<FindingDraft> decided, int asOfDay, Func<SourceSpan, string> text)
    {
        _edit = edit;
        _things = things;
        _asOfDay = asOfDay;
        _text = text;
        _reading = new ExpressionEvaluator(things, edit, decided);
    }

    /// <summary>Traces one edit.</summary>
    /// <param name="pack">A pack without errors.</param>
    /// <param name="edit">The edit; one of the pack's.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="asOf">As-of date.</param>
    /// <param name="text">The text at a place of the rules.</param>
    public static EditTrace Trace(BoundPack pack, BoundEdit edit, Claim claim, DateOnly asOf, Func<SourceSpan, string> text)
    {
        // What earlier phases decided is what the edit reads.
        int phase = pack.Phases.IndexOf(edit.Phase);
        FindingDraft[] decided = [.. new Interpreter(pack, pack.Name, historyActions: false).Find(claim, asOf).Drafts.Where(draft => draft.Edit.PhaseIndex < phase)];
        EditTracer tracer = new(edit, new ClaimThings(claim), decided, asOf.DayNumber, text);
        tracer.Bind(0);
        return new EditTrace(edit.Id, [.. tracer.Subjects()]);
    }

    private IEnumerable<SubjectTrace> Subjects() =>
        _subjects.Select(subject => _found[subject] is { Answering: { Count: > 0 } answering } ? new SubjectTrace(subject, [.. answering]) : new SubjectTrace(subject, [_found[subject].Furthest]));

    private void Bind(int position)
    {
        if (position == _edit.Bindings.Length)
        {
            Judge();
            return;
        }

        int mark = _conditions.Count;
        switch (_edit.Bindings[position])
        {
            case BoundThingBinding things:
                foreach (BoundAlternative alternative in things.Source.Alternatives)
                {
                    foreach (Member candidate in Candidates(alternative))
                    {
                        _reading.Set(things.Variable, new EvaluatedThing(candidate.Thing));
                        Continue(position, alternative.Conditions, things.Source.Place);
                        Forget(mark);
                    }
                }

                break;
            case BoundGroupBinding groups:
                foreach (EvaluatedGroup group in _reading.GroupsOf(groups))
                {
                    _reading.Set(groups.Variable, group);
                    Continue(position, groups.Condition is null ? [] : [groups.Condition], _edit.Place);
                    Forget(mark);
                }

                break;
        }
    }

    private void Continue(int position, ImmutableArray<BoundExpression> conditions, SourceSpan place)
    {
        if (conditions.SelectMany(BoundTree.Conjuncts).All(condition => Ask("kind", condition, place)))
        {
            Bind(position + 1);
        }
        else
        {
            Keep(-1, "nothing", position);
        }
    }

    private IEnumerable<Member> Candidates(BoundAlternative alternative)
    {
        if (alternative.List is null)
        {
            return _things.OfKind(alternative.Kind).Select(thing => new Member(thing, TruthValue.True));
        }

        return _reading.Value(alternative.List).Single is EvaluatedThings things ? things.Members : [];
    }

    private void Forget(int mark) => _conditions.RemoveRange(mark, _conditions.Count - mark);

    private void Judge()
    {
        int mark = _conditions.Count;
        bool isTuple = (_edit.Scope is null || Ask("scope", _edit.Scope, _edit.Place))
            && _edit.Joins.All(join => Ask("join", join, join.Place))
            && IsEffective();
        if (!isTuple)
        {
            Keep(-1, "nothing", _edit.Bindings.Length - 1);
            Forget(mark);
            return;
        }

        for (int i = 0; i < _edit.Cases.Length; i++)
        {
            int start = _conditions.Count;
            BoundCase one = _edit.Cases[i];
            string role = i == 0 ? "when" : "otherwise when";
            bool holds = one.Condition is null || BoundTree.Conjuncts(one.Condition).All(condition => Ask(role, condition, condition.Place));
            if (!holds)
            {
                Keep(-1, "nothing", _edit.Bindings.Length - 1);
                Forget(start);
                continue;
            }

            bool isUnknown = _conditions.Skip(mark).Concat(_conditions.Take(mark)).Any(condition => condition.Truth == Truth.Unknown);
            Keep(i, Outcome(one, isUnknown), _edit.Bindings.Length - 1);
            break;
        }

        Forget(mark);
    }

    private string Outcome(BoundCase one, bool isUnknown)
    {
        foreach (BoundException exception in one.Exceptions)
        {
            if (exception.UntilDay is int until && _asOfDay > until)
            {
                _conditions.Add(new ConditionTrace("unless", $"{_text(exception.Condition.Place)} (expired {DateOnly.FromDayNumber(until):yyyy-MM-dd})", Truth.False, [], []));
                continue;
            }

            Ask("unless", exception.Condition, exception.Condition.Place);
            Truth excused = _conditions[^1].Truth;
            if (excused == Truth.True)
            {
                return $"bypassed: {exception.Because}";
            }

            isUnknown |= excused == Truth.Unknown;
        }

        return isUnknown ? "not evaluated" : "fires";
    }

    private bool IsEffective()
    {
        if (_edit.EffectiveFromDay == int.MinValue && _edit.EffectiveThroughDay == int.MaxValue)
        {
            return true;
        }

        EvaluatedValue date = _reading.SubjectDate();
        TruthValue verdict = date switch
        {
            EvaluatedDate known => TruthValue.Of(known.Day >= _edit.EffectiveFromDay && known.Day <= _edit.EffectiveThroughDay),
            EvaluatedMissing missing => TruthValue.Unknown(missing.Fields),
            _ => TruthValue.False,
        };
        string from = _edit.EffectiveFromDay == int.MinValue ? "" : $"{DateOnly.FromDayNumber(_edit.EffectiveFromDay):yyyy-MM-dd} ";
        string through = _edit.EffectiveThroughDay == int.MaxValue ? "" : $" {DateOnly.FromDayNumber(_edit.EffectiveThroughDay):yyyy-MM-dd}";
        _conditions.Add(new ConditionTrace(
            "effective", $"effective {from}..{through}", verdict.Truth, [("its date", MessageText.Show(date, LanguageType.Date))], [.. verdict.Missing]));
        return verdict.Truth != Truth.False;
    }

    private bool Ask(string role, BoundExpression condition, SourceSpan place)
    {
        ConditionTrace asked = TraceOf(role, condition, place);
        _conditions.Add(asked);
        return asked.Truth != Truth.False;
    }

    // The whole is tested before its parts: what stands under a name reads what was given for its own names then.
    private ConditionTrace TraceOf(string role, BoundExpression condition, SourceSpan place)
    {
        TruthValue verdict = _reading.Test(condition);
        ImmutableArray<(string, string)> values = [.. TracedValues.Of(condition).Select(value => (_text(value.Place), Shown(value))).Distinct()];
        string text = condition.Place.Length > 0 ? _text(condition.Place) : _text(place);
        return new ConditionTrace(role, text, verdict.Truth, values, [.. verdict.Missing]) { Parts = [.. PartsOf(condition).Select(part => TraceOf("", part, condition.Place.Length > 0 ? condition.Place : place))] };
    }

    private static IEnumerable<BoundExpression> PartsOf(BoundExpression condition) => condition switch
    {
        BoundAnd and => and.Operands,
        BoundOr or => or.Operands,
        BoundNot { Operand: BoundAnd or BoundOr or BoundUse } not => [not.Operand],
        BoundUse { Type.Kind: TypeKind.Condition } use => BoundTree.Conjuncts(use.Body),
        _ => [],
    };

    private string Shown(BoundExpression value)
    {
        EvaluatedValue evaluated = _reading.Value(value).Single;
        if (value is not BoundRow row || evaluated is not EvaluatedThing { Thing: { Facts: Tables.Table table, Position: int at } })
        {
            return value is BoundRow && evaluated is EvaluatedNone ? "no row" : MessageText.Show(evaluated, value.Type);
        }

        int from = table.GetFrom(at);
        int through = table.GetThrough(at);
        string start = from == int.MinValue ? "" : $"{DateOnly.FromDayNumber(from):yyyy-MM-dd} ";
        string end = through == int.MaxValue ? "" : $" {DateOnly.FromDayNumber(through):yyyy-MM-dd}";
        return $"@{row.Table.Name} row {table.GetKeyText(at)}, in force {start}..{end}";
    }

    private void Keep(int answer, string outcome, int reached)
    {
        string subject = NameOf(0).Thing;
        int score = _conditions.Count(condition => condition.Truth != Truth.False);
        bool isKnown = _found.TryGetValue(subject, out (TupleTrace Furthest, int Score, List<TupleTrace> Answering) known);
        bool isKept = !isKnown || score > known.Score || (answer >= 0 && known.Answering.Count < MostTuples);
        if (!isKept)
        {
            return;
        }

        TupleTrace tuple = new([.. Enumerable.Range(0, reached + 1).Select(NameOf)], answer, outcome, [.. _conditions]);
        if (!isKnown)
        {
            _subjects.Add(subject);
            known = (tuple, score, []);
        }

        if (answer >= 0 && known.Answering.Count < MostTuples)
        {
            known.Answering.Add(tuple);
        }

        _found[subject] = score > known.Score ? (tuple, score, known.Answering) : known;
    }

    private (string Name, string Thing) NameOf(int binding)
    {
        VariableSymbol variable = _edit.Bindings[binding].Variable;
        return (variable.Name.StartsWith('#') ? "" : variable.Name, MessageText.Show(_reading.Get(variable), variable.Type));
    }
}

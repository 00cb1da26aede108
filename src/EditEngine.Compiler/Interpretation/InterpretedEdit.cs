using EditEngine.Compiler.Binding;
using EditEngine.Outcomes;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Compiler.Interpretation;

/// <summary>Runs one edit over one claim: every tuple, every case, then a finding for each target.</summary>
internal sealed class InterpretedEdit
{
    private readonly BoundEdit _edit;
    private readonly ExpressionEvaluator _reading;
    private readonly ClaimThings _things;
    private readonly int _asOfDay;
    private readonly Dictionary<TargetKey, TargetState[]> _targets = [];
    private readonly Dictionary<(int Member, TargetKey Target), PossibleGroupStates> _partialKeys = [];
    private readonly List<PossibleGroup> _possibleGroups = [];
    private int _tuples;

    /// <param name="edit">The edit.</param>
    /// <param name="things">The claim's things.</param>
    /// <param name="decided">Findings of earlier phases.</param>
    /// <param name="asOfDay">As-of date.</param>
    /// <param name="cancellation">Ends the evaluation.</param>
    /// <param name="watch">Is told what it comes to; null: nobody.</param>
    public InterpretedEdit(
        BoundEdit edit, ClaimThings things, IReadOnlyList<FindingDraft> decided, int asOfDay, CancellationToken cancellation, IEvaluationWatch? watch = null)
    {
        _edit = edit;
        _things = things;
        _reading = new ExpressionEvaluator(things, edit, decided) { Cancellation = cancellation, Watch = watch };
        _asOfDay = asOfDay;
    }

    /// <summary>Is told what it comes to; null: nobody.</summary>
    public IEvaluationWatch? Watch => _reading.Watch;

    /// <summary>The edit.</summary>
    public BoundEdit Edit => _edit;

    /// <summary>What the edit found, by target; of each target the first case that answers.</summary>
    public IEnumerable<(TargetKey Target, TargetState State, int Case)> Run()
    {
        TruthValue scope = _edit.Scope is null ? TruthValue.True : _reading.Test(_edit.Scope);
        if (scope.Truth != Truth.False)
        {
            Bind(0, scope);
        }

        foreach (((int _, TargetKey target), PossibleGroupStates possible) in _partialKeys)
        {
            TargetState[] states = StatesOf(target);
            for (int i = 0; i < states.Length; i++)
            {
                states[i].Merge(possible.Resolve(i));
            }
        }

        foreach ((TargetKey target, TargetState[] cases) in _targets.OrderBy(pair => pair.Key))
        {
            for (int i = 0; i < cases.Length; i++)
            {
                if (cases[i].Answer != TargetAnswer.Nothing)
                {
                    yield return (target, cases[i], i);
                    break;
                }
            }
        }
    }

    private void Bind(int position, TruthValue soFar)
    {
        if (position == _edit.Bindings.Length)
        {
            Watch?.Dated(_reading.SubjectDate());
            TruthValue tuple = soFar & IsEffective();
            foreach (BoundExpression join in _edit.Joins)
            {
                tuple = tuple.Truth == Truth.False ? tuple : tuple & _reading.Test(join);
            }

            if (tuple.Truth != Truth.False)
            {
                Judge(tuple);
            }

            return;
        }

        switch (_edit.Bindings[position])
        {
            case BoundThingBinding things:
                foreach (Member member in _reading.Sources.MembersOf(things.Source, out _).Where(member => !IsTentative(things.Source, member.Thing)))
                {
                    _reading.Set(things.Variable, new EvaluatedThing(member.Thing));
                    Bind(position + 1, soFar & member.Belongs);
                }

                break;
            case BoundGroupBinding groups:
                foreach (EvaluatedGroup group in _reading.GroupsOf(groups))
                {
                    _reading.Set(groups.Variable, group);
                    TruthValue condition = groups.Condition is null ? TruthValue.True : _reading.Test(groups.Condition);
                    if (condition.Truth != Truth.False)
                    {
                        BindGroup(group.Possible, position, soFar & condition);
                    }
                }

                break;
        }
    }

    // Of a binding that runs over the members of a group.
    private bool IsTentative(BoundSource source, Thing thing) =>
        source.Alternatives is [{ List: BoundMembers { Group: BoundVariable group } }] && _reading.Get(group.Variable) is EvaluatedGroup { TentativeMembers: { IsEmpty: false } guests } && guests.Contains(thing);

    private void BindGroup(PossibleGroup? possible, int position, TruthValue soFar)
    {
        if (possible is null)
        {
            Bind(position + 1, soFar);
            return;
        }

        // Two members with partial keys at once: each of the second's groups is but one that could be.
        TruthValue couldBe = _possibleGroups.Count == 0 ? TruthValue.True : TruthValue.Unknown(possible.Fields);
        _possibleGroups.Add(possible);
        Bind(position + 1, soFar & couldBe);
        _possibleGroups.RemoveAt(_possibleGroups.Count - 1);
    }

    private TruthValue IsEffective()
    {
        if (_edit.EffectiveFromDay == int.MinValue && _edit.EffectiveThroughDay == int.MaxValue)
        {
            return TruthValue.True;
        }

        return _reading.SubjectDate() switch
        {
            EvaluatedDate date => TruthValue.Of(date.Day >= _edit.EffectiveFromDay && date.Day <= _edit.EffectiveThroughDay),
            EvaluatedMissing missing => TruthValue.Unknown(missing.Fields),
            _ => TruthValue.False,
        };
    }

    private void Judge(TruthValue tuple)
    {
        int number = _tuples++;
        _reading.Cancellation.ThrowIfCancellationRequested();
        for (int i = 0; i < _edit.Cases.Length; i++)
        {
            BoundCase one = _edit.Cases[i];
            TruthValue condition = one.Condition is null ? tuple : tuple & _reading.Test(one.Condition);
            if (condition.Truth == Truth.False)
            {
                continue;
            }

            (TruthValue excepted, BoundException? exception) = Exception(one);
            for (int a = 0; a < one.Actions.Length; a++)
            {
                foreach ((TargetKey target, TruthValue belongs) in TargetsOf(one.Actions[a], a, number))
                {
                    StateOf(target, i).Add(
                        number, condition & belongs & !excepted, condition & belongs & excepted, exception,
                        () => new EvaluatedFinding(_reading, _edit, one, one.Actions[a], _things),
                        related => EvaluatedFinding.Relate(_reading, _edit, target, _things, related));
                }
            }
        }
    }

    /// <summary>Whether any exception holds, and the first that surely does.</summary>
    private (TruthValue Excepted, BoundException? Exception) Exception(BoundCase one)
    {
        TruthValue excepted = TruthValue.False;
        BoundException? first = null;
        foreach (BoundException exception in one.Exceptions)
        {
            // Past its expiry it is as if absent.
            if (exception.UntilDay is int until && _asOfDay > until)
            {
                continue;
            }

            TruthValue holds = _reading.Test(exception.Condition);
            first ??= holds.Truth == Truth.True ? exception : null;
            excepted |= holds;
        }

        return (excepted, first);
    }

    private IEnumerable<(TargetKey Target, TruthValue Belongs)> TargetsOf(BoundAction action, int slot, int tuple)
    {
        switch (action.Target)
        {
            case TargetPlan.Claim:
                yield return (new TargetKey(0, slot, null, 0), TruthValue.True);
                break;
            case TargetPlan.Tuple:
                // Of the groups of one member with a partial key only one can be: their tuples are one target.
                yield return (new TargetKey(3, slot, null, _possibleGroups.Count == 0 ? tuple : int.MinValue + _possibleGroups[0].Member), TruthValue.True);
                break;
            case TargetPlan.Thing:
                if (_reading.Value(action.Thing!).Single is EvaluatedThing { Thing: Thing thing }) // A thing target has one.
                {
                    yield return (TargetKey.Of(thing, slot), TruthValue.True);
                }

                break;
            default:
                IEnumerable<Member> members = _reading.Value(action.Thing!).Single switch // A group target has one.
                {
                    EvaluatedGroup group => group.OwnMembers,
                    EvaluatedThings things => things.Members,
                    _ => [],
                };
                foreach (Member member in members)
                {
                    if (member.Thing.Kind == ThingKinds.Line)
                    {
                        yield return (TargetKey.Of(member.Thing, slot), member.Belongs);
                    }
                }

                break;
        }
    }

    private TargetState StateOf(TargetKey target, int position)
    {
        if (_possibleGroups.Count == 0)
        {
            return StatesOf(target)[position];
        }

        PossibleGroup possible = _possibleGroups[0];
        if (!_partialKeys.TryGetValue((possible.Member, target), out PossibleGroupStates? states))
        {
            states = new PossibleGroupStates(possible, _edit.Cases.Length);
            _partialKeys.Add((possible.Member, target), states);
        }

        return states.StateOf(possible.Number, position);
    }

    private TargetState[] StatesOf(TargetKey target)
    {
        if (!_targets.TryGetValue(target, out TargetState[]? cases))
        {
            cases = [.. _edit.Cases.Select(_ => new TargetState())];
            _targets.Add(target, cases);
        }

        return cases;
    }
}

/// <summary>A target, ordered: the claim, lines by number, other things by position, tuples by their order.</summary>
/// <param name="Rank">0 the claim, 1 lines, 2 other things, 3 tuples.</param>
/// <param name="Slot">Which action of the case; actions of one case act side by side.</param>
/// <param name="Thing">The thing; null for the claim and tuples.</param>
/// <param name="Order">Position in its order.</param>
internal sealed record TargetKey(int Rank, int Slot, Thing? Thing, int Order) : IComparable<TargetKey>
{
    public static TargetKey Of(Thing thing, int slot) =>
        thing.Kind == ThingKinds.Claim ? new TargetKey(0, slot, null, 0) : new TargetKey(thing.Kind == ThingKinds.Line ? 1 : 2, slot, thing, thing.Position);

    public int CompareTo(TargetKey? other)
    {
        int order = Rank.CompareTo(other!.Rank); // Compared with keys of its own dictionary only.
        order = order != 0 ? order : (Thing?.Kind ?? 0).CompareTo(other.Thing?.Kind ?? 0);
        order = order != 0 ? order : Order.CompareTo(other.Order);
        return order != 0 ? order : Slot.CompareTo(other.Slot);
    }
}

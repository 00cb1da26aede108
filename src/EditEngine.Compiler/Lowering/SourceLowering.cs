using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Compiler.Lowering;

/// <summary>Sources of things, and lists.</summary>
internal sealed class SourceLowering(ExpressionLowering lowering, AccessLowering access)
{
    private readonly Dictionary<Expression, int> _costs = new(ReferenceEqualityComparer.Instance);

    private LoweringScope Scope => lowering.Scope;

    /// <summary>What a condition of a source costs.</summary>
    public int CostOf(Expression condition) => _costs.GetValueOrDefault(condition);

    /// <summary>A source.</summary>
    public SourcePlan Of(BoundSource source) => new(source.Variable.Slot, [.. source.Alternatives.Select((_, i) => AlternativeOf(source, i))], access.Of(source));

    /// <summary>A key of a group or an order.</summary>
    public Expression Key(BoundExpression value) => lowering.Unique(() => lowering.Values.Of(value));

    /// <summary>A list.</summary>
    public ThingList List(BoundExpression list)
    {
        switch (Scope.Resolved(list))
        {
            case BoundField { Field.Name: "evidence" } evidence:
                return new EvidenceOf(lowering.Things.List(evidence));
            case BoundField certificates:
                return new CertificatesOf(lowering.Things.List(certificates));
            case BoundFact spans:
                return new SpansOf(spans.Fact.Name, spans.Fact.Member);
            case BoundRows rows:
                return Rows(rows, (Expression?)null);
            case BoundMembers members when Scope.SlotOf(members.Group) is int group:
                return new MembersOf(Scope.Use(group));
            case BoundRun run:
                return new LastRun(Of(run.Source), Key(run.By), run.Previous.Slot, lowering.Conditions.Of(run.Broken));
            default:
                throw ExpressionLowering.Unexpected(list);
        }
    }

    /// <summary>The lines that an action names.</summary>
    /// <param name="target">A group, a list or a thing.</param>
    /// <param name="linesOnly">The claim's own lines; else everything.</param>
    public SourcePlan Lines(BoundExpression target, bool linesOnly)
    {
        int slot = Scope.NewSlot();
        int kinds = linesOnly ? 1 << (int)ThingKind.Line : -1;
        ThingList list = target.Type.Kind == TypeKind.ThingList ? List(target) : linesOnly ? Own(GroupOrThing(target)) : GroupOrThing(target);
        return new SourcePlan(slot, [new AlternativePlan(kinds, [], list)]);
    }

    /// <summary>The members of a group but its tentative ones; other lists as they are.</summary>
    public static ThingList Own(ThingList list) => list is MembersOf members ? new OwnMembersOf(members.Group) : list;

    private ThingList GroupOrThing(BoundExpression target) =>
        target.Type.Things == ThingKinds.Group && Scope.SlotOf(target) is int group ? new MembersOf(Scope.Use(group)) : new OnlyThing(lowering.Things.Of(target));

    private AlternativePlan AlternativeOf(BoundSource source, int position)
    {
        BoundAlternative one = source.Alternatives[position];
        int kinds = (int)one.Kind;
        if (one.List is BoundRows rows)
        {
            // What definitions stand for is known once the conditions are lowered.
            ImmutableArray<Expression> ofRow = ConditionsOf(one);
            return new AlternativePlan(kinds, ofRow, Rows(rows, access.FirstKeyOf(source, position)));
        }

        ThingList? list = one.List is null ? null : List(one.List);
        return new AlternativePlan(kinds, ConditionsOf(one), list);
    }

    /// <summary>The rows with the first key of a row of their table.</summary>
    public RowsOf RowsLike(BoundRows rows, int row)
    {
        return Rows(rows, new ColumnValue(ThingLowering.KeyKind(rows.Table.Columns[0].Type), SlotThing.Of(row), 0, ValueForm.Plain));
    }

    private RowsOf Rows(BoundRows rows, BoundExpression? firstKey) =>
        Rows(rows, firstKey is null ? null : lowering.Unique(() => lowering.Things.KeyPart(firstKey)));

    private RowsOf Rows(BoundRows rows, Expression? key) => new(
        rows.Table.Name,
        rows.Table.Table!, // A pack without errors has its tables.
        rows.On is null ? null : lowering.Unique(() => lowering.Values.Of(ValueKind.Day, rows.On)),
        key);

    private ImmutableArray<Expression> ConditionsOf(BoundAlternative one) => [.. one.Conditions.SelectMany(BoundTree.Conjuncts).Select(WithCost)];

    private Expression WithCost(BoundExpression condition)
    {
        Expression lowered = Scope.Measured(() => lowering.Conditions.Of(condition), out int cost);
        _costs[lowered] = cost;
        return lowered;
    }
}

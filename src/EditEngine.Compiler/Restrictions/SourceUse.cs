using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Syntax;
using EditEngine.Plans;

namespace EditEngine.Compiler.Restrictions;

/// <summary>A place where an edit runs over things.</summary>
/// <param name="Source">Where they come from.</param>
/// <param name="Around">What is asked of the thing beside its source's own conditions; one restriction an alternative of the source.</param>
/// <param name="Group">The binding whose members the source gives; null elsewhere.</param>
/// <param name="Names">What names stand for there.</param>
internal sealed record SourceUse(BoundSource Source, ImmutableArray<Restriction> Around, BoundGroupBinding? Group, Definitions Names)
{
    /// <summary>All that is asked of a thing of one alternative.</summary>
    public Restriction Of(int alternative, Basis basis)
    {
        BoundAlternative one = Source.Alternatives[alternative];
        return new ConditionReader(Source.Variable.Slot, one.Store, basis).NotFalse(one.Conditions, Names).And(Around[alternative]);
    }
}

/// <summary>Finds every place where an edit runs over things, and what the conjunction around it asks of them.</summary>
internal sealed class SourceUses
{
    private readonly BoundEdit _edit;
    private readonly List<SourceUse> _found = [];

    private SourceUses(BoundEdit edit)
    {
        _edit = edit;
    }

    /// <summary>In the order of the edit's parts: what <c>for each</c> names first.</summary>
    public static ImmutableArray<SourceUse> Of(BoundEdit edit)
    {
        SourceUses uses = new(edit);
        uses.Walk(edit, Definitions.None);
        return [.. uses._found];
    }

    private void Walk(BoundNode node, Definitions names)
    {
        switch (node)
        {
            case BoundUse use:
                WalkAll(use.Arguments, names);
                Walk(use.Body, names.Of(use));
                return;
            case BoundIsKind kind:
                Walk(kind.Thing, names);
                WalkAll(kind.Alternatives, names.With(kind.Variable.Slot, kind.Thing));
                return;
            case BoundThingBinding things:
                Add(things.Source, names, null, OfTuple);
                break;
            case BoundGroupBinding groups:
                Add(groups.Members, names, groups, static _ => Restriction.None);
                break;
            case BoundQuantified { Body: BoundExpression body } quantified:
                Add(quantified.Source, names, null, reader => quantified.Quantifier == Quantifier.Every ? reader.NotTrue(body, names) : reader.NotFalse(body, names));
                break;
            case BoundQuantified or BoundSum or BoundCount or BoundFirst or BoundRun:
                Add(SourceOf(node), names, null, static _ => Restriction.None);
                break;
        }

        WalkAll(node.Children, names);
    }

    private void WalkAll(IEnumerable<BoundNode> nodes, Definitions names)
    {
        foreach (BoundNode node in nodes)
        {
            Walk(node, names);
        }
    }

    private static BoundSource SourceOf(BoundNode node) => node switch
    {
        BoundQuantified quantified => quantified.Source,
        BoundSum sum => sum.Source,
        BoundCount count => count.Source,
        BoundFirst first => first.Source,
        _ => ((BoundRun)node).Source,
    };

    // A tuple comes to something where its joins hold and one of the cases does.
    private Restriction OfTuple(ConditionReader reader) =>
        reader.NotFalse(_edit.Joins).And(
            _edit.Cases.Select(one => one.Condition is null ? Restriction.None : reader.NotFalse(one.Condition)).Aggregate(Restriction.Impossible, (first, second) => first.Or(second)));

    private void Add(BoundSource source, Definitions names, BoundGroupBinding? group, Func<ConditionReader, Restriction> around) =>
        _found.Add(new SourceUse(source, [.. source.Alternatives.Select(one => around(new ConditionReader(source.Variable.Slot, one.Store, _edit.Basis)))], group, names));
}

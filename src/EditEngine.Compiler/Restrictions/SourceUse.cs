using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Plans;

namespace EditEngine.Compiler.Restrictions;

/// <summary>A place where an edit runs over things.</summary>
/// <param name="Source">Where they come from.</param>
/// <param name="Around">What is asked of the thing beside its source's own conditions; one restriction an alternative of the source.</param>
/// <param name="Group">The binding whose members the source gives; null elsewhere.</param>
/// <param name="Names">What names stand for there.</param>
/// <param name="Before">The slots of the names whose things are known before the source's own.</param>
internal sealed record SourceUse(BoundSource Source, ImmutableArray<Restriction> Around, BoundGroupBinding? Group, Definitions Names, ImmutableHashSet<int> Before)
{
    /// <summary>Conditions beside the source's own that must hold of a thing too, for anything to come of it.</summary>
    public ImmutableArray<BoundExpression> Beside { get; init; } = [];

    /// <summary>All that is asked of the things of several alternatives: what each asks.</summary>
    public Restriction OfAny(IEnumerable<int> alternatives, Basis basis) =>
        alternatives.Select(one => Of(one, basis)).Aggregate(Restriction.Impossible, (first, second) => first.Or(second));

    /// <summary>All that is asked of a thing of one alternative.</summary>
    public Restriction Of(int alternative, Basis basis)
    {
        BoundAlternative one = Source.Alternatives[alternative];
        return new ConditionReader(Source.Variable.Slot, one.Kind, basis).NotFalse(one.Conditions, Names).And(Around[alternative]);
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
        uses.WalkEdit();
        return [.. uses._found];
    }

    /// <summary>Where the things come from that a binding names or groups.</summary>
    public static BoundSource SourceOf(BoundBinding binding) => binding is BoundThingBinding things ? things.Source : ((BoundGroupBinding)binding).Members;

    private void WalkEdit()
    {
        Surroundings around = Surroundings.None;
        foreach (BoundBinding binding in _edit.Bindings)
        {
            Walk(binding, around);
            around = around.With(binding.Variable.Slot);
        }

        WalkAll(_edit.Children.Where(part => part is not BoundBinding), around);
    }

    private void Walk(BoundNode node, Surroundings around)
    {
        switch (node)
        {
            case BoundUse use:
                WalkAll(use.Arguments, around);
                Walk(use.Body, around with { Names = around.Names.Of(use) });
                return;
            case BoundIsKind kind:
                Walk(kind.Thing, around);
                WalkAll(kind.Alternatives, around with { Names = around.Names.With(kind.Variable.Slot, kind.Thing) });
                return;
            case BoundThingBinding things:
                Add(things.Source, around, null, reader => OfTuple(_edit, reader), _edit.Cases is [{ Condition: BoundExpression only }] ? _edit.Joins.Add(only) : _edit.Joins);
                Walk(things.Source, around.With(things.Source.Variable.Slot));
                return;
            case BoundGroupBinding groups:
                Add(groups.Members, around, groups, static _ => Restriction.None);
                WalkAll([groups.Members, .. groups.Keys], around.With(groups.Members.Variable.Slot));
                WalkAll(groups.Condition is null ? [] : [groups.Condition], around.With(groups.Variable.Slot));
                return;
            case BoundQuantified { Body: BoundExpression body } quantified:
                Add(quantified.Source, around, null, reader => quantified.Quantifier == Quantifier.Every ? reader.NotTrue(body, around.Names) : reader.NotFalse(body, around.Names),
                    quantified.Quantifier == Quantifier.Every ? [] : [body]);
                around = around.With(quantified.Source.Variable.Slot);
                break;
            case BoundQuantified or BoundSum or BoundExtremeOver or BoundCount or BoundFirst:
                Add(SourceOf(node), around, null, static _ => Restriction.None);
                around = around.With(SourceOf(node).Variable.Slot);
                break;
            case BoundRun run:
                Add(run.Source, around, null, static _ => Restriction.None);
                around = around.With(run.Source.Variable.Slot).With(run.Previous.Slot);
                break;
        }

        WalkAll(node.Children, around);
    }

    private void WalkAll(IEnumerable<BoundNode> nodes, Surroundings around)
    {
        foreach (BoundNode node in nodes)
        {
            Walk(node, around);
        }
    }

    private static BoundSource SourceOf(BoundNode node) => node switch
    {
        BoundQuantified quantified => quantified.Source,
        BoundSum sum => sum.Source,
        BoundExtremeOver extreme => extreme.Source,
        BoundCount count => count.Source,
        _ => ((BoundFirst)node).Source,
    };

    /// <summary>Uses by the very source. A look-up that findings cite stands in the edit twice: once by itself, where fewer names are known.</summary>
    public static Dictionary<BoundSource, SourceUse> BySource(IEnumerable<SourceUse> uses)
    {
        Dictionary<BoundSource, SourceUse> all = new(ReferenceEqualityComparer.Instance);
        foreach (SourceUse use in uses)
        {
            all[use.Source] = all.TryGetValue(use.Source, out SourceUse? other) ? use with { Before = use.Before.Intersect(other.Before) } : use;
        }

        return all;
    }

    /// <summary>What is asked of a thing for a tuple to come to something: its joins hold, and one of the cases does.</summary>
    public static Restriction OfTuple(BoundEdit edit, ConditionReader reader) =>
        reader.NotFalse(edit.Joins).And(
            edit.Cases.Select(one => one.Condition is null ? Restriction.None : reader.NotFalse(one.Condition)).Aggregate(Restriction.Impossible, (first, second) => first.Or(second)));

    private void Add(BoundSource source, Surroundings around, BoundGroupBinding? group, Func<ConditionReader, Restriction> asked, ImmutableArray<BoundExpression>? beside = null) =>
        _found.Add(new SourceUse(
            source, [.. source.Alternatives.Select(one => asked(new ConditionReader(source.Variable.Slot, one.Kind, _edit.Basis)))], group, around.Names, around.Before)
        {
            Beside = beside ?? [],
        });

    /// <summary>What stands around a node.</summary>
    /// <param name="Names">What names stand for.</param>
    /// <param name="Before">The slots whose things are known.</param>
    private sealed record Surroundings(Definitions Names, ImmutableHashSet<int> Before)
    {
        public static readonly Surroundings None = new(Definitions.None, []);

        public Surroundings With(int slot) => this with { Before = Before.Add(slot) };
    }
}

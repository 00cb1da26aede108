using System.Collections.Immutable;
using System.Numerics;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Restrictions;
using EditEngine.Stacks;

namespace EditEngine.Compiler.Lowering;

/// <summary>Stated maxima of a claim, for which a cost bound holds.</summary>
/// <param name="Lines">Service lines.</param>
/// <param name="History">History lines.</param>
/// <param name="Things">Diagnoses, suggestions, certificates and so on, of each kind.</param>
/// <param name="Rows">Rows of a table under one first key.</param>
/// <remarks>No more history lines are of one day than a claim has lines.</remarks>
internal sealed record ClaimMaxima(int Lines, int History, int Things, int Rows)
{
    /// <summary>450 lines, 5,000 history lines, 100 of other things, 200 rows.</summary>
    public static readonly ClaimMaxima Default = new(450, 5_000, 100, 200);

    /// <summary>A large claim of every day: 100 lines, 1,000 history lines, 100 of other things, 200 rows; all that things are grouped by is known.</summary>
    public static readonly ClaimMaxima Ordinary = new(100, 1_000, 100, 200) { OpenGroups = 0 };

    /// <summary>Groups that things whose keys are not known could be of; with none, each thing is in one group.</summary>
    public int OpenGroups { get; init; } = Evaluation.GroupHypothesis.Most;
}

/// <summary>The most that an edit can cost: how many times a condition is asked, at most, in the worst claim.</summary>
/// <param name="Edit">Edit id.</param>
/// <param name="Tuples">Tuples at most.</param>
/// <param name="Steps">Conditions asked at most, those inside of quantifiers, sums and runs counted for each thing.</param>
/// <param name="Formula">The tuples as a product: <c>lines × (lines + history)</c>; groups are at most their members and those that open keys could be of.</param>
/// <param name="Inside">What is looked through for each of them, by the dearest of the quantifiers, sums and runs inside one another: <c>history × lines</c>; null for none.</param>
internal sealed record EditCost(string Edit, BigInteger Tuples, BigInteger Steps, string Formula, string? Inside)
{
    /// <summary>
    /// What an edit may ask at most on an ordinary claim before it is remarked: some seconds where nothing narrows what it looks through. All
    /// edits of the packs here but three lie below it, by a factor of five.
    /// </summary>
    public static readonly BigInteger Much = 200_000_000;

    /// <summary>How the things multiply, in words.</summary>
    public string Why => Inside is null ? Formula : $"{Formula}, for each of them {Inside}";
}

/// <summary>Bounds what an edit costs: the language has no loops, so a bound there is.</summary>
internal static class CostBound
{
    /// <summary>The bound of each edit, in the pack's order.</summary>
    public static ImmutableArray<EditCost> Of(BoundPack pack, ClaimMaxima maxima) =>
        DeepStack.Run<ImmutableArray<EditCost>>(() => [.. pack.Edits.Select(edit => CostOf(edit, SourceUses.Of(edit), maxima))]);

    /// <summary>The bound of one edit.</summary>
    public static EditCost Of(BoundEdit edit, ImmutableArray<SourceUse> uses, ClaimMaxima maxima) => DeepStack.Run(() => CostOf(edit, uses, maxima));

    private static EditCost CostOf(BoundEdit edit, ImmutableArray<SourceUse> uses, ClaimMaxima maxima)
    {
        BigInteger tuples = 1;
        BigInteger steps = 0;
        Inner dearest = Inner.One;
        bool isShared = maxima.OpenGroups > 0;
        SourceSizes sizes = new(edit, uses, maxima);
        List<string> factors = [];
        foreach (BoundBinding binding in edit.Bindings)
        {
            BoundSource source = binding is BoundThingBinding things ? things.Source : ((BoundGroupBinding)binding).Members;
            BigInteger size = Size(source, isShared);
            BigInteger perThing = source.Alternatives.Aggregate(BigInteger.One, (all, one) => all + one.Conditions.Aggregate(BigInteger.Zero, (sum, condition) => sum + Count(condition)));
            steps += tuples * size * (binding is BoundGroupBinding ? size + perThing : perThing);
            tuples *= binding is BoundGroupBinding ? size + maxima.OpenGroups : size;
            factors.Add(binding is BoundGroupBinding && maxima.OpenGroups > 0 ? $"({sizes.NameOf(source)} + {maxima.OpenGroups})" : sizes.NameOf(source));
            isShared |= IsOfMembers(source);
        }

        BigInteger perTuple = edit.Joins.Concat(edit.Cases.SelectMany(PartsOf)).Aggregate(BigInteger.One, (sum, condition) => sum + Count(condition));
        return new EditCost(edit.Id, tuples, steps + (tuples * perTuple), string.Join(" × ", factors), dearest.Path);

        BigInteger Count(BoundExpression condition)
        {
            Inner inner = StepsOf(condition, isShared);
            dearest = inner.Steps > dearest.Steps ? inner : dearest;
            return inner.Steps;
        }

        Inner StepsOf(BoundNode node, bool isShared)
        {
            BoundSource? source = node switch
            {
                BoundQuantified quantified => quantified.Source,
                BoundSum sum => sum.Source,
                BoundExtremeOver extreme => extreme.Source,
                BoundCount count => count.Source,
                BoundFirst first => first.Source,
                BoundRun run => run.Source,
                _ => null,
            };
            BigInteger below = 1;
            Inner dearest = Inner.One;
            foreach (BoundNode part in node.Children)
            {
                Inner inner = StepsOf(part, isShared || (source is not null && IsOfMembers(source)));
                below += inner.Steps;
                dearest = inner.Path is not null && inner.Steps > dearest.Steps ? inner : dearest;
            }

            return source is null
                ? new Inner(below, dearest.Path)
                : new Inner(below * Size(source, isShared), dearest.Path is null ? sizes.NameOf(source) : $"{sizes.NameOf(source)} × {dearest.Path}");
        }

        // All groups' members together are the things that were grouped: where the groups are counted, the first walk over members is.
        BigInteger Size(BoundSource source, bool isShared) => !isShared && IsOfMembers(source) ? BigInteger.One : sizes.Of(source);
    }

    private static bool IsOfMembers(BoundSource source) => source.Alternatives.Any(one => one.List is BoundMembers);

    private static IEnumerable<BoundExpression> PartsOf(BoundCase one) =>
        one.Exceptions.Select(exception => exception.Condition).Concat(one.Condition is null ? [] : [one.Condition]);

    /// <summary>Conditions asked within a node, and what is looked through there.</summary>
    private readonly record struct Inner(BigInteger Steps, string? Path)
    {
        public static readonly Inner One = new(1, null);
    }
}

using System.Collections.Immutable;
using System.Numerics;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;

namespace EditEngine.Compiler.Lowering;

/// <summary>Stated maxima of a claim, for which a cost bound holds.</summary>
/// <param name="Lines">Service lines.</param>
/// <param name="History">History lines.</param>
/// <param name="Things">Diagnoses, suggestions, certificates and so on, of each kind.</param>
/// <param name="Rows">Rows of a table under one first key.</param>
public sealed record ClaimMaxima(int Lines, int History, int Things, int Rows)
{
    /// <summary>450 lines, 5,000 history lines, 100 of other things, 200 rows.</summary>
    public static readonly ClaimMaxima Default = new(450, 5_000, 100, 200);
}

/// <summary>The most that an edit can cost: how many times a condition is asked, at most, in the worst claim.</summary>
/// <param name="Edit">Edit id.</param>
/// <param name="Tuples">Tuples at most.</param>
/// <param name="Steps">Conditions asked at most, those inside of quantifiers, sums and runs counted for each thing.</param>
/// <param name="Formula">The tuples as a product: <c>lines × (lines + history)</c>; groups are at most their members and those that open keys could be of.</param>
public sealed record EditCost(string Edit, BigInteger Tuples, BigInteger Steps, string Formula);

/// <summary>Bounds what an edit costs: the language has no loops, so a bound there is.</summary>
public static class CostBound
{
    /// <summary>The bound of each edit, in the pack's order.</summary>
    public static ImmutableArray<EditCost> Of(BoundPack pack, ClaimMaxima maxima) => [.. pack.Edits.Select(edit => Of(edit, maxima))];

    /// <summary>The bound of one edit.</summary>
    public static EditCost Of(BoundEdit edit, ClaimMaxima maxima)
    {
        BigInteger tuples = 1;
        BigInteger steps = 0;
        List<string> factors = [];
        foreach (BoundBinding binding in edit.Bindings)
        {
            BoundSource source = binding is BoundThingBinding things ? things.Source : ((BoundGroupBinding)binding).Members;
            BigInteger size = SizeOf(source, maxima);
            BigInteger perThing = source.Alternatives.Aggregate(BigInteger.One, (all, one) => all + one.Conditions.Aggregate(BigInteger.Zero, (sum, condition) => sum + StepsOf(condition, maxima)));
            steps += tuples * size * (binding is BoundGroupBinding ? size + perThing : perThing);
            tuples *= binding is BoundGroupBinding ? size + Evaluation.GroupWorld.Most : size;
            factors.Add(binding is BoundGroupBinding ? $"({NameOf(source)} + {Evaluation.GroupWorld.Most})" : NameOf(source));
        }

        BigInteger perTuple = edit.Joins.Concat(edit.Cases.SelectMany(PartsOf)).Aggregate(BigInteger.One, (sum, condition) => sum + StepsOf(condition, maxima));
        return new EditCost(edit.Id, tuples, steps + (tuples * perTuple), string.Join(" × ", factors));
    }

    private static IEnumerable<BoundExpression> PartsOf(BoundCase one) =>
        one.Exceptions.Select(exception => exception.Condition).Concat(one.Condition is null ? [] : [one.Condition]);

    private static BigInteger StepsOf(object node, ClaimMaxima maxima)
    {
        BoundSource? source = node switch
        {
            BoundQuantified quantified => quantified.Source,
            BoundSum sum => sum.Source,
            BoundCount count => count.Source,
            BoundFirst first => first.Source,
            BoundRun run => run.Source,
            _ => null,
        };
        BigInteger below = BoundTree.Below(node).Aggregate(BigInteger.One, (sum, part) => sum + StepsOf(part, maxima));
        return source is null ? below : below * SizeOf(source, maxima);
    }

    private static BigInteger SizeOf(BoundSource source, ClaimMaxima maxima) =>
        source.Alternatives.Select(one => (one.Store, one.List)).Distinct().Aggregate(BigInteger.Zero, (sum, one) => sum + SizeOf(one.Store, maxima));

    private static int SizeOf(ThingKinds store, ClaimMaxima maxima) => store switch
    {
        ThingKinds.Claim => 1,
        ThingKinds.Line => maxima.Lines,
        ThingKinds.History => maxima.History,
        ThingKinds.Row => maxima.Rows,
        _ when (store & ThingKinds.History) != 0 => maxima.Lines + maxima.History,
        _ => maxima.Things,
    };

    private static string NameOf(BoundSource source)
    {
        string[] names = [.. source.Alternatives.Select(one => one.Store).Distinct().Select(store => store switch
        {
            ThingKinds.Claim => "1",
            ThingKinds.Line => "lines",
            ThingKinds.History => "history",
            ThingKinds.Row => "rows",
            _ => ThingNames.NameOf(store) + "s",
        })];
        return names.Length == 1 ? names[0] : $"({string.Join(" + ", names)})";
    }
}

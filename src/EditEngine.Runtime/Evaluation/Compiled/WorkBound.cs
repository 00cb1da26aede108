using System.Collections.Immutable;

namespace EditEngine.Evaluation.Compiled;

/// <summary>How many things a claim has, as bounds of work speak of them.</summary>
/// <param name="Lines">Lines.</param>
/// <param name="History">Lines of history.</param>
/// <param name="Day">Lines of history on the day that has most.</param>
/// <param name="Others">Other things, and the codes of the longest list.</param>
/// <param name="Codes">Codes of the line, or line of history, that has most.</param>
internal readonly record struct ClaimSizes(double Lines, double History, double Day, double Others, double Codes);

/// <summary>A part of a bound: so many times the product of sizes.</summary>
/// <param name="Factor">So many times.</param>
/// <param name="Lines">How often lines are multiplied.</param>
/// <param name="History">How often history.</param>
/// <param name="Day">How often that of a day.</param>
/// <param name="Others">How often other things.</param>
/// <param name="Codes">How often codes.</param>
/// <param name="Members">How often the members of a group, of whatever number: no claim has them, and <see cref="WorkBound.ForGroups"/> is without.</param>
internal readonly record struct WorkTerm(double Factor, byte Lines, byte History, byte Day, byte Others, byte Codes, byte Members = 0)
{
    /// <summary>How many sizes are multiplied.</summary>
    public int Degree => Lines + History + Day + Others + Codes;

    /// <summary>The same sizes are multiplied.</summary>
    public bool HasSizesOf(in WorkTerm other) =>
        Lines == other.Lines && History == other.History && Day == other.Day && Others == other.Others && Codes == other.Codes && Members == other.Members;

    /// <summary>The product of both.</summary>
    public WorkTerm Times(WorkTerm other) =>
        new(Factor * other.Factor, (byte)(Lines + other.Lines), (byte)(History + other.History), (byte)(Day + other.Day), (byte)(Others + other.Others),
            (byte)(Codes + other.Codes), (byte)(Members + other.Members));

    /// <summary>The steps of a claim of some sizes.</summary>
    public double Of(in ClaimSizes sizes) => Factor * Power(sizes.Lines, Lines) * Power(sizes.History, History) * Power(sizes.Day, Day) * Power(sizes.Others, Others)
        * Power(sizes.Codes, Codes);

    private static double Power(double size, int exponent)
    {
        double power = 1;
        for (; exponent > 0; exponent--)
        {
            power *= size;
        }

        return power;
    }
}

/// <summary>A bound of the steps that the executor takes for an edit.</summary>
/// <remarks>
/// Compiled code counts no steps. It runs where the executor surely stays within the budget; elsewhere the executor runs and counts, so that a budget has one meaning.
/// A pair of lines with a sum over the history of its day takes at most <c>Lines * Lines * (2 + Day)</c> steps.
/// </remarks>
internal sealed class WorkBound
{
    private WorkBound(ImmutableArray<WorkTerm> terms)
    {
        Terms = terms;
        foreach (WorkTerm term in terms)
        {
            Factor += term.Factor;
            Degree = Math.Max(Degree, term.Degree);
            CountsOthers |= term.Others > 0 || term.Codes > 0;
        }
    }

    /// <summary>No step.</summary>
    public static WorkBound None { get; } = Of(default(WorkTerm));

    /// <summary>One step.</summary>
    public static WorkBound One { get; } = Of(new WorkTerm(1, 0, 0, 0, 0, 0));

    /// <summary>A step for each line.</summary>
    public static WorkBound Lines { get; } = Of(new WorkTerm(1, 1, 0, 0, 0, 0));

    /// <summary>A step for each line of history.</summary>
    public static WorkBound History { get; } = Of(new WorkTerm(1, 0, 1, 0, 0, 0));

    /// <summary>A step for each line of history of one day.</summary>
    public static WorkBound Day { get; } = Of(new WorkTerm(1, 0, 0, 1, 0, 0));

    /// <summary>A step for each other thing.</summary>
    public static WorkBound Others { get; } = Of(new WorkTerm(1, 0, 0, 0, 1, 0));

    /// <summary>A step for each code of a line.</summary>
    public static WorkBound Codes { get; } = Of(new WorkTerm(1, 0, 0, 0, 0, 1));

    /// <summary>A step for each member of a group.</summary>
    public static WorkBound Members { get; } = Of(new WorkTerm(1, 0, 0, 0, 0, 0, 1));

    /// <summary>What is added up.</summary>
    public ImmutableArray<WorkTerm> Terms { get; }

    /// <summary>All factors.</summary>
    public double Factor { get; }

    /// <summary>The most sizes that are multiplied: it is at most the factor times so many times all things that it counts.</summary>
    public int Degree { get; }

    /// <summary>It counts other things than lines and history.</summary>
    public bool CountsOthers { get; }

    /// <summary>One after the other.</summary>
    public WorkBound Plus(WorkBound other) => other.Factor == 0 ? this : Factor == 0 ? other : Sum(Terms.AsSpan(), other.Terms.AsSpan());

    /// <summary>The one for each step of the other.</summary>
    public WorkBound Times(WorkBound other)
    {
        WorkTerm[] products = new WorkTerm[Terms.Length * other.Terms.Length];
        for (int i = 0; i < products.Length; i++)
        {
            products[i] = Terms[i / other.Terms.Length].Times(other.Terms[i % other.Terms.Length]);
        }

        return Sum(products, []);
    }

    /// <summary>For each of some groups, whose members are no other's: what each takes for its members all take for all members.</summary>
    /// <param name="groups">How many groups there are.</param>
    /// <param name="members">How many members they have together.</param>
    public WorkBound ForGroups(WorkBound groups, WorkBound members)
    {
        WorkBound bound = None;
        foreach (WorkTerm term in Terms)
        {
            WorkBound each = Of(term with { Members = 0 });
            each = term.Members == 0 ? each.Times(groups) : each;
            for (int i = 0; i < term.Members; i++)
            {
                each = each.Times(members);
            }

            bound = bound.Plus(each);
        }

        return bound;
    }

    /// <summary>So many times.</summary>
    public WorkBound Times(double count) => new([.. Terms.Select(one => one with { Factor = one.Factor * count })]);

    /// <summary>The steps of a claim of some sizes.</summary>
    public double Of(in ClaimSizes sizes)
    {
        double steps = 0;
        foreach (WorkTerm term in Terms)
        {
            steps += term.Of(sizes);
        }

        return steps;
    }

    private static WorkBound Of(WorkTerm term) => new([term]);

    // Terms of the same sizes are one, in the order of the first.
    private static WorkBound Sum(ReadOnlySpan<WorkTerm> first, ReadOnlySpan<WorkTerm> second)
    {
        ImmutableArray<WorkTerm>.Builder sum = ImmutableArray.CreateBuilder<WorkTerm>(first.Length + second.Length);
        Add(sum, first);
        Add(sum, second);
        return new(sum.DrainToImmutable());
    }

    private static void Add(ImmutableArray<WorkTerm>.Builder sum, ReadOnlySpan<WorkTerm> terms)
    {
        foreach (ref readonly WorkTerm term in terms)
        {
            int same = 0;
            while (same < sum.Count && !sum[same].HasSizesOf(term))
            {
                same++;
            }

            if (same < sum.Count)
            {
                sum[same] = sum[same] with { Factor = sum[same].Factor + term.Factor };
            }
            else
            {
                sum.Add(term);
            }
        }
    }
}

using System.Collections.Immutable;

namespace EditEngine.Analysis.Pricing;

/// <summary>What another pack would have decided of the same claims, in lines and in money.</summary>
/// <param name="Claims">Claims read.</param>
/// <param name="Sampled">Claims decided: all, or those of the sample.</param>
/// <param name="Lines">Lines of those.</param>
/// <param name="Total">All changes.</param>
/// <param name="Groups">The changes by each dimension that was asked, in the order asked, values in order.</param>
/// <param name="Edits">What each edit does by itself, by id; edits that deny nothing in either pack are not there.</param>
internal sealed record WhatIfReport(long Claims, long Sampled, long Lines, WhatIfTotals Total, ImmutableArray<WhatIfGroup> Groups, ImmutableArray<EditParts> Edits)
{
    /// <summary>The share of the claims that was decided, 0 to 1.</summary>
    public double Share { get; init; } = 1;

    /// <summary>Of an estimate from a sample: half the width, in lines, within which the true number of newly denied lines lies 95 times in 100; 0 without a sample.</summary>
    public double LinesError { get; init; }

    /// <summary>The same of the change in cents not paid.</summary>
    public double CentsError { get; init; }
}

/// <summary>Changes of lines and money. Money is what is not paid of a charge: denied, reduced or not allowed.</summary>
internal sealed record WhatIfTotals
{
    public static readonly WhatIfTotals None = new();

    /// <summary>Lines denied by the new pack and not by the old.</summary>
    public long NewlyDenied { get; init; }

    /// <summary>Cents more that are not paid of these.</summary>
    public long NewlyDeniedCents { get; init; }

    /// <summary>Lines denied by the old pack and not by the new.</summary>
    public long NoLongerDenied { get; init; }

    /// <summary>Cents less that are not paid of these.</summary>
    public long NoLongerDeniedCents { get; init; }

    /// <summary>Other lines of which more, or less, is paid.</summary>
    public long OtherwisePaid { get; init; }

    /// <summary>Cents more that are not paid of these; less than 0 where more is paid.</summary>
    public long OtherwisePaidCents { get; init; }

    /// <summary>Cents not paid by the old pack, of all lines.</summary>
    public long OldCents { get; init; }

    /// <summary>Cents not paid by the new pack, of all lines.</summary>
    public long NewCents { get; init; }

    /// <summary>Some claims behind the changes, in the order read.</summary>
    public ImmutableArray<string> Behind { get; init; } = [];

    /// <summary>Cents more that are not paid: the sum of the three.</summary>
    public long ChangeCents => NewlyDeniedCents - NoLongerDeniedCents + OtherwisePaidCents;

    /// <summary>Nothing changed.</summary>
    public bool IsEmpty => NewlyDenied == 0 && NoLongerDenied == 0 && OtherwisePaid == 0;
}

/// <summary>The changes by the values of one dimension.</summary>
/// <param name="By">edit, provider, month or line_of_business.</param>
/// <param name="Rows">By value, ordinal order; values without a change are not there.</param>
internal sealed record WhatIfGroup(string By, ImmutableArray<(string Value, WhatIfTotals Totals)> Rows);

/// <summary>What one edit denies in each pack.</summary>
/// <param name="Edit">Its id.</param>
/// <param name="Old">In the old pack.</param>
/// <param name="New">In the new.</param>
internal sealed record EditParts(string Edit, EditPart Old, EditPart New);

/// <summary>What an edit denies.</summary>
/// <param name="Standalone">Lines that it denies, whether or not others do: what it would deny alone.</param>
/// <param name="StandaloneCents">Their charges.</param>
/// <param name="Marginal">Lines that no other edit denies: what would be paid without it.</param>
/// <param name="MarginalCents">Their charges.</param>
internal sealed record EditPart(long Standalone, long StandaloneCents, long Marginal, long MarginalCents)
{
    public static readonly EditPart None = new(0, 0, 0, 0);
}

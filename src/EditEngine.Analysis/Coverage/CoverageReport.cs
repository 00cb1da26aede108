using System.Collections.Immutable;
using EditEngine.Diagnostics;

namespace EditEngine.Analysis.Coverage;

/// <summary>What tests or claims reached of a pack's rules.</summary>
/// <param name="Pack">Name of the pack.</param>
/// <param name="Claims">How many claims were decided.</param>
/// <param name="Edits">By file and place.</param>
internal sealed record CoverageReport(string Pack, int Claims, ImmutableArray<EditCoverage> Edits)
{
    /// <summary>What there is to reach: each condition true and false, each case, each exception.</summary>
    public int Points => Edits.Sum(edit => edit.Points);

    /// <summary>What was reached of it.</summary>
    public int Reached => Edits.Sum(edit => edit.Reached);

    /// <summary>The share that was reached, 0 to 100; 100 where there is nothing to reach.</summary>
    public double Percent => Points == 0 ? 100 : 100.0 * Reached / Points;
}

/// <summary>What was reached of one edit.</summary>
/// <param name="Edit">Its id.</param>
/// <param name="Place">Where it is written.</param>
/// <param name="Tuples">How many combinations of things were put together for it.</param>
/// <param name="Conditions">In the order of the text.</param>
/// <param name="Cases">In order.</param>
/// <param name="Exceptions">In the order of the text.</param>
/// <param name="Period">The days on which its subjects stood, against its period.</param>
/// <param name="Sets">The code sets that it asks.</param>
/// <param name="Tables">The tables that it looks up in.</param>
internal sealed record EditCoverage(
    string Edit,
    SourceSpan Place,
    long Tuples,
    ImmutableArray<ConditionCoverage> Conditions,
    ImmutableArray<CaseCoverage> Cases,
    ImmutableArray<ExceptionCoverage> Exceptions,
    PeriodCoverage Period,
    ImmutableArray<MembersCoverage> Sets,
    ImmutableArray<MembersCoverage> Tables)
{
    /// <summary>Some case fired.</summary>
    public bool HasFired => Cases.Any(one => one.Fired > 0);

    /// <summary>What there is to reach.</summary>
    public int Points => (2 * Conditions.Length) + Cases.Length + Exceptions.Length;

    /// <summary>What was reached of it.</summary>
    public int Reached => Conditions.Sum(one => (one.True > 0 ? 1 : 0) + (one.False > 0 ? 1 : 0)) + Cases.Count(one => one.Fired > 0) + Exceptions.Count(one => one.Used > 0);

    /// <summary>Why it did not fire, in words; null where it did.</summary>
    public string? WhyNot => HasFired ? null
        : Tuples == 0 ? "no claim has the things that it runs over"
        : Period.Within == 0 && Period.Before + Period.After > 0 ? "no date of a claim is in its period"
        : Conditions.FirstOrDefault(one => one.True == 0 && one.Times > 0 && !IsOfException(one)) is ConditionCoverage blocking ? $"'{blocking.Text}' was never true"
        : Exceptions.Any(one => one.Used > 0) ? "an exception held each time"
        : "no claim met all of its conditions at once";

    private bool IsOfException(ConditionCoverage condition) => Exceptions.Any(exception =>
        exception.Place.File == condition.Place.File && exception.Place.Start <= condition.Place.Start && condition.Place.End <= exception.Place.End);
}

/// <summary>What a condition came to.</summary>
/// <param name="Place">Where it is written.</param>
/// <param name="Text">As written, on one line.</param>
/// <param name="True">How many times true.</param>
/// <param name="False">How many times false.</param>
/// <param name="Unknown">How many times unknown.</param>
/// <param name="WhyNever">Why it was never asked; null where it was.</param>
/// <param name="By">The first tests or claims that asked it.</param>
internal sealed record ConditionCoverage(SourceSpan Place, string Text, long True, long False, long Unknown, string? WhyNever, ImmutableArray<string> By)
{
    /// <summary>How many times it was asked.</summary>
    public long Times => True + False + Unknown;
}

/// <summary>How often a case answered.</summary>
/// <param name="Place">Its first action.</param>
/// <param name="Text">Its first action as written.</param>
/// <param name="Fired">On how many targets it fired.</param>
/// <param name="Bypassed">On how many targets an exception held.</param>
/// <param name="NotEvaluated">On how many targets it could not be decided.</param>
/// <param name="By">The first tests or claims on which it fired.</param>
internal sealed record CaseCoverage(SourceSpan Place, string Text, long Fired, long Bypassed, long NotEvaluated, ImmutableArray<string> By);

/// <summary>How often an exception held.</summary>
/// <param name="Place">Its condition.</param>
/// <param name="Because">Its reason.</param>
/// <param name="Used">On how many targets it was the one that held.</param>
internal sealed record ExceptionCoverage(SourceSpan Place, string Because, long Used);

/// <summary>How many tuples stood before, within and after an edit's period, and how many without a date.</summary>
internal sealed record PeriodCoverage(long Before, long Within, long After, long Undated);

/// <summary>Which members of a set, or rows of a table, were met.</summary>
/// <param name="Name">Name with @, or the text of the condition.</param>
/// <param name="All">How many there are; a range is one.</param>
/// <param name="Met">Those that were met, in order.</param>
/// <param name="Never">The first of those that were not, in order.</param>
internal sealed record MembersCoverage(string Name, int All, ImmutableArray<string> Met, ImmutableArray<string> Never);

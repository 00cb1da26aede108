using System.Collections.Immutable;

namespace EditEngine.Analysis.Reporting;

/// <summary>What a run decided, added up for a person who answers for it.</summary>
internal sealed record DecisionReport
{
    /// <summary>The packs that decided, as results name them, ordinal order.</summary>
    public required ImmutableArray<string> Packs { get; init; }

    /// <summary>Claims.</summary>
    public required long Claims { get; init; }

    /// <summary>Their lines.</summary>
    public required long Lines { get; init; }

    /// <summary>Cents that are not paid: denied, reduced or not allowed.</summary>
    public required long NotPaidCents { get; init; }

    /// <summary>Cents billed on all lines; null without the claims.</summary>
    public long? BilledCents { get; init; }

    /// <summary>Cents billed on lines that are held, looked at or sent back; null without the claims.</summary>
    public long? HeldCents { get; init; }

    /// <summary>Claims by what became of them, in the order of the outcomes; what became of none is not there.</summary>
    public required ImmutableArray<(string Word, long Count)> Dispositions { get; init; }

    /// <summary>The same of lines.</summary>
    public required ImmutableArray<(string Word, long Count)> Decisions { get; init; }

    /// <summary>The same lines by edit and CARC, and, with the claims, by provider, month and place.</summary>
    public required ImmutableArray<ReportGroup> Groups { get; init; }

    /// <summary>What could not be decided, by what was missing; most first.</summary>
    public required ImmutableArray<OpenQuestion> NotEvaluated { get; init; }

    /// <summary>Providers of whom far more lines are not paid than of all together; farthest first. Empty without the claims.</summary>
    public required ImmutableArray<ProviderOutlier> Outliers { get; init; }
}

/// <summary>Lines by the values of one dimension.</summary>
/// <param name="By">edit, carc, provider, month or place.</param>
/// <param name="Rows">Most cents first, then most lines, then by value; months by themselves.</param>
internal sealed record ReportGroup(string By, ImmutableArray<ReportRow> Rows);

/// <summary>Lines of one value.</summary>
/// <param name="Value">The value.</param>
/// <param name="Concerned">Of an edit or a CARC, lines with a finding of it that stands or was outranked; else all lines.</param>
/// <param name="Decided">Lines that are not paid in full, or are held, by it; else all such lines.</param>
/// <param name="NotPaidCents">Cents that are not paid of these.</param>
/// <param name="Behind">Some claims behind the figures, in the order read.</param>
internal sealed record ReportRow(string Value, long Concerned, long Decided, long NotPaidCents, ImmutableArray<string> Behind);

/// <summary>Edits that could not be decided for one want.</summary>
/// <param name="Want">The field that was missing; or <c>over budget</c>, <c>overflow</c>.</param>
/// <param name="Times">How often.</param>
/// <param name="Edits">The edits, ordinal order.</param>
/// <param name="Behind">Some claims, in the order read.</param>
internal sealed record OpenQuestion(string Want, long Times, ImmutableArray<string> Edits, ImmutableArray<string> Behind);

/// <summary>A provider of whom more lines are not paid than chance would have it.</summary>
/// <param name="Npi">The billing provider.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="Decided">Of these, not paid in full or held.</param>
/// <param name="Share">Their share, 0 to 1.</param>
/// <param name="OfAll">The same share of all lines.</param>
/// <param name="Score">How many standard deviations the share lies above that of all, were all providers alike (a binomial count).</param>
internal sealed record ProviderOutlier(string Npi, long Lines, long Decided, double Share, double OfAll, double Score);

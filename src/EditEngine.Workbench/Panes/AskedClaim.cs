using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using EditEngine.Analysis.Boundaries;
using EditEngine.Claims;
using EditEngine.Diagnostics;
using EditEngine.Formats;
using EditEngine.Formats.Batch;
using EditEngine.Formats.Json;

namespace EditEngine.Workbench.Panes;

/// <summary>A claim that the page sends: it is read, answered and forgotten.</summary>
/// <param name="Claim">An object of the claim schema.</param>
/// <param name="AsOf">The as-of date; null: the claim's own.</param>
internal sealed record AskedClaim(JsonElement Claim, DateOnly? AsOf)
{
    private const string Name = "claim";

    /// <summary>The claim with its date; null, and what is wrong with it.</summary>
    /// <param name="problems">All that is to be said of it.</param>
    public DatedClaim? Read(out ImmutableArray<ShownProblem> problems)
    {
        ReadClaim read = ClaimJson.Parse(Encoding.UTF8.GetBytes(Claim.ValueKind == JsonValueKind.Undefined ? "null" : Claim.GetRawText()), Name);
        DateOnly? date = AsOf ?? (read.Claim is null ? null : AsOfDate.Of(read.Claim));
        ImmutableArray<Diagnostic> told = read.Claim is not null && date is null ? read.Problems.Add(BatchDiagnostics.NoDate(read.Place) with { Help = "Fill in a date of service, the day it was received, or the as-of date." }) : read.Problems;
        problems = [.. told.Select(problem => ShownProblem.Of(problem, static file => file))];
        return read.Claim is Claim claim && date is DateOnly day ? new DatedClaim(claim, day) : null;
    }
}

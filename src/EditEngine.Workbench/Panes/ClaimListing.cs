using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Diagnostics;
using EditEngine.Formats;
using EditEngine.Formats.Batch;
using EditEngine.Outcomes;

namespace EditEngine.Workbench.Panes;

/// <summary>Which claims of a file are listed.</summary>
/// <param name="Search">A part of the id, or the beginning of a code of diagnoses or lines; empty: all.</param>
/// <param name="Edit">Id of an edit that found something; empty: any or none.</param>
/// <param name="Kind">Found: something was found; Open: something could not be decided; Bad: it cannot be read.</param>
/// <param name="Skip">How many are passed over.</param>
internal sealed record ClaimChoice(string Search, string Edit, ClaimKind Kind, int Skip);

/// <summary>Kinds of claims by what became of them.</summary>
internal enum ClaimKind
{
    /// <summary>All.</summary>
    Any,

    /// <summary>Something was found.</summary>
    Found,

    /// <summary>Something could not be decided.</summary>
    Open,

    /// <summary>It cannot be read.</summary>
    Bad,
}

/// <summary>A claim of a list.</summary>
/// <param name="At">Its position in the file or folder, from 0.</param>
/// <param name="Id">Its id; null where it cannot be read.</param>
/// <param name="Place">Where it begins.</param>
/// <param name="Date">Its as-of date.</param>
/// <param name="Codes">The first of the codes of its lines.</param>
/// <param name="Lines">How many lines it has.</param>
/// <param name="Disposition">What is decided; null where nothing decides.</param>
/// <param name="Edits">The edits that found something that counts, each once.</param>
/// <param name="Open">How many edits could not decide.</param>
/// <param name="Problems">How many things are to be said of it.</param>
internal sealed record ListedClaim(
    int At, string? Id, string Place, DateOnly? Date, ImmutableArray<string> Codes, int Lines, Disposition? Disposition, ImmutableArray<string> Edits, int Open, int Problems);

/// <summary>The claims of a file or folder that a choice takes.</summary>
/// <param name="Claims">Some of them, in order.</param>
/// <param name="Matching">How many there are, as far as was read.</param>
/// <param name="Read">How many claims were read.</param>
/// <param name="Bad">How many of those cannot be read.</param>
/// <param name="IsCut">There are more claims than were read.</param>
internal sealed record ClaimListing(ImmutableArray<ListedClaim> Claims, int Matching, int Read, int Bad, bool IsCut)
{
    /// <summary>How many are listed at once.</summary>
    public const int Most = 100;

    /// <summary>How many are read for one list.</summary>
    public const int MostRead = 20_000;

    private const int MostCodes = 4;

    /// <summary>Lists claims.</summary>
    /// <param name="claims">The claims; read to their end or to the most.</param>
    /// <param name="choice">Which.</param>
    /// <param name="evaluate">Decides a claim; null where nothing can.</param>
    /// <param name="place">A place in words.</param>
    /// <param name="stop">Nobody waits for it any more.</param>
    public static ClaimListing Of(IClaimReader claims, ClaimChoice choice, Func<Claim, DateOnly, Result>? evaluate, Func<Place, string> place, CancellationToken stop)
    {
        ImmutableArray<ListedClaim>.Builder listed = ImmutableArray.CreateBuilder<ListedClaim>();
        bool asksResult = choice.Edit.Length > 0 || choice.Kind is ClaimKind.Found or ClaimKind.Open;
        int read = 0, bad = 0, matching = 0;
        while (read < MostRead && claims.Read() is ReadClaim one)
        {
            stop.ThrowIfCancellationRequested();
            int at = read++;
            bad += one.Claim is null ? 1 : 0;
            if (!HasText(one, choice.Search) || (choice.Kind == ClaimKind.Bad && one.Claim is not null))
            {
                continue;
            }

            bool isShown = matching >= choice.Skip && listed.Count < Most;
            Result? result = (asksResult || isShown) && one.Claim is Claim claim && AsOfDate.Of(claim) is DateOnly day ? evaluate?.Invoke(claim, day) : null;
            if (asksResult && !(result is not null && Takes(choice, result)))
            {
                continue;
            }

            matching++;
            if (isShown)
            {
                listed.Add(Row(at, one, result, place));
            }
        }

        return new ClaimListing(listed.ToImmutable(), matching, read, bad, read == MostRead && claims.Read() is not null);
    }

    private static ListedClaim Row(int at, ReadClaim one, Result? result, Func<Place, string> place) => new(
        at,
        one.Id,
        place(one.Place),
        one.Claim is null ? null : AsOfDate.Of(one.Claim),
        one.Claim is null ? [] : [.. CodesOfLines(one.Claim).Take(MostCodes).Select(code => code.ToString())],
        one.Claim?.Lines.Length ?? 0,
        result?.Disposition,
        result is null ? [] : [.. result.Findings.Where(IsCounted).Select(finding => finding.Edit).Distinct()],
        result?.NotEvaluated.Select(open => open.Edit).Distinct().Count() ?? 0,
        one.Problems.Length);

    private static bool Takes(ClaimChoice choice, Result result) =>
        (choice.Edit.Length == 0 || result.Findings.Any(finding => IsCounted(finding) && finding.Edit == choice.Edit) || (choice.Kind == ClaimKind.Open && result.NotEvaluated.Any(open => open.Edit == choice.Edit)))
        && choice.Kind switch
        {
            ClaimKind.Found => result.Findings.Any(IsCounted),
            ClaimKind.Open => result.NotEvaluated.Any(open => choice.Edit.Length == 0 || open.Edit == choice.Edit),
            _ => true,
        };

    private static bool IsCounted(Finding finding) => finding.State is FindingState.Active or FindingState.Suppressed or FindingState.Monitor;

    private static bool HasText(ReadClaim one, string text) =>
        text.Length == 0 || one.Id?.Contains(text, StringComparison.OrdinalIgnoreCase) == true
        || (one.Claim is Claim claim && CodesOfLines(claim).Concat(claim.Diagnoses.IsDefault ? [] : claim.Diagnoses.Select(diagnosis => diagnosis.Code)).Any(code =>
            code.ToString().StartsWith(text, StringComparison.OrdinalIgnoreCase) || code.ToPlainText().StartsWith(text, StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<Code> CodesOfLines(Claim claim) => claim.Lines.SelectMany(line => new[] { line.Procedure, line.RevenueCode, line.Hipps }).Where(code => !code.IsMissing);
}

using System.Collections.Immutable;
using EditEngine.Analysis.Boundaries;

namespace EditEngine.Analysis.Comparison;

/// <summary>What differs between two packs. Names, order and layout that mean nothing are no difference.</summary>
/// <param name="Added">Ids of edits that only the new pack has.</param>
/// <param name="Removed">Ids of edits that only the old pack has.</param>
/// <param name="Changed">Edits that mean something else, by id.</param>
/// <param name="Same">How many edits mean the same.</param>
/// <param name="Declarations">Sets, tables, parameters and reasons, each in one sentence.</param>
internal sealed record PackComparison(
    ImmutableArray<string> Added, ImmutableArray<string> Removed, ImmutableArray<EditComparison> Changed, int Same, ImmutableArray<string> Declarations)
{
    /// <summary>Nothing differs.</summary>
    public bool IsNothing => Added.IsEmpty && Removed.IsEmpty && Changed.IsEmpty && Declarations.IsEmpty;

    /// <summary>Compares packs.</summary>
    /// <param name="old">The pack as it was.</param>
    /// <param name="now">The pack as it is.</param>
    /// <param name="claims">Claims to try beside those of the tests and those at the bounds of edits.</param>
    public static PackComparison Of(ComparedPack old, ComparedPack now, ImmutableArray<DatedClaim> claims)
    {
        EditTrial trial = new(old, now, claims);
        string[] both = [.. now.Pack.Edits.Select(edit => edit.Id).Where(old.Hashes.ContainsKey).Order(StringComparer.Ordinal)];
        string[] changed = [.. both.Where(id => old.Hashes[id] != now.Hashes[id])];
        return new PackComparison(
            [.. now.Pack.Edits.Select(edit => edit.Id).Where(id => !old.Hashes.ContainsKey(id)).Order(StringComparer.Ordinal)],
            [.. old.Pack.Edits.Select(edit => edit.Id).Where(id => !now.Hashes.ContainsKey(id)).Order(StringComparer.Ordinal)],
            [.. changed.AsParallel().AsOrdered().Select(trial.Of)],
            both.Length - changed.Length,
            [.. DeclarationChanges.Of(old.Pack, now.Pack)]);
    }
}

/// <summary>What became of an edit.</summary>
/// <param name="Edit">Its id.</param>
/// <param name="Verdict">What the claims showed.</param>
/// <param name="IsDecided">It follows from the rules that no claim shows another direction; else that is so of those that were tried.</param>
/// <param name="Tried">How many claims were run on both.</param>
/// <param name="Differ">On how many of them the edit comes to something else.</param>
/// <param name="Witnesses">Of each direction the smallest claim, as a test of the new pack.</param>
internal sealed record EditComparison(string Edit, Verdict Verdict, bool IsDecided, int Tried, int Differ, ImmutableArray<Witness> Witnesses);

/// <summary>A claim that shows a difference.</summary>
/// <param name="Direction">In which it differs: stricter, looser, or other.</param>
/// <param name="Before">What the old edit came to on it, as expectations.</param>
/// <param name="Test">What the new one comes to, as a test.</param>
internal sealed record Witness(Verdict Direction, ImmutableArray<string> Before, GeneratedTest Test);

/// <summary>How an edit is to what it was.</summary>
[Flags]
internal enum Verdict
{
    /// <summary>No claim showed a difference.</summary>
    Same = 0,

    /// <summary>It finds more, or decides by something stronger, or allows less.</summary>
    Stricter = 1,

    /// <summary>It finds less, or decides by something weaker, or allows more.</summary>
    Looser = 2,

    /// <summary>It finds as much with another reason, queue or exception, or leaves open what was decided, or the other way.</summary>
    Other = 4,
}

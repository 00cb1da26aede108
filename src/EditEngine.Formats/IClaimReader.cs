using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Diagnostics;
using EditEngine.Formats.X12;

namespace EditEngine.Formats;

/// <summary>Reads claims one by one from one file, in order. Each claim comes once: good, or bad with what is wrong.</summary>
public interface IClaimReader : IDisposable
{
    /// <summary>Problems that belong to no claim (envelope, file), in the order found; complete once <see cref="Read"/> gave null.</summary>
    ImmutableArray<Diagnostic> FileProblems { get; }

    /// <summary>The next claim, or null at the end of the file. Never throws on content.</summary>
    ReadClaim? Read();
}

/// <summary>One claim of a file.</summary>
/// <param name="Claim">The claim; null: it is bad, and skipped.</param>
/// <param name="Id">Its id where that could be read.</param>
/// <param name="Place">Where it begins.</param>
/// <param name="Problems">What is wrong or doubtful. With a claim: warnings, and as errors what its guide refuses although it can be read.</param>
public sealed record ReadClaim(Claim? Claim, string? Id, Place Place, ImmutableArray<Diagnostic> Problems)
{
    /// <summary>False where a guide refuses it, or a header of an envelope around it: an acknowledgement rejects it, even where it can be read.</summary>
    public bool Conforms { get; init; } = Claim is not null;

    /// <summary>Where its values stand in an X12 file; null where no one asked, and for claims of other forms.</summary>
    public X12SourceMap? Places { get; init; }

    /// <summary>The transaction it came in, under the same condition.</summary>
    public X12Envelope? Transaction { get; init; }
}

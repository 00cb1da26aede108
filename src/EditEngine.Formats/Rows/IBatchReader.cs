using System.Collections.Immutable;
using EditEngine.Diagnostics;

namespace EditEngine.Formats.Rows;

/// <summary>Reads claims batch by batch, in order. As <see cref="IClaimReader"/>, each claim comes once, good or bad.</summary>
internal interface IBatchReader : IDisposable
{
    /// <summary>Problems that belong to no claim; complete once <see cref="Fill"/> gave nothing.</summary>
    ImmutableArray<Diagnostic> FileProblems { get; }

    /// <summary>Fills a batch with the next claims; where they come through a pipe, with those that came.</summary>
    /// <param name="batch">What it held before is forgotten.</param>
    /// <returns>False where there are no more.</returns>
    bool Fill(ClaimBatch batch);
}

using EditEngine.Claims;
using EditEngine.Formats.Rows;
using EditEngine.Formats.X12.Fast;

namespace EditEngine.Formats.X12.Ahead;

/// <summary>What a billing provider's level says to the subscribers within it.</summary>
/// <param name="Loop">What stands in it.</param>
/// <param name="Number">HL01.</param>
/// <param name="Taxonomy">Its taxonomy, packed.</param>
/// <param name="Provider">The provider; null where there was none.</param>
internal sealed record BillingGroup(OpenLoop Loop, int Number, ulong Taxonomy, Provider? Provider)
{
    /// <summary>That of rows.</summary>
    public static BillingGroup Of(ClaimBatch batch, in OpenLoop loop, in LevelFacts levels) => new(
        loop, levels.BillingNumber, levels.BillingTaxonomy, levels.Billing == 0 ? null : HierarchySegments.ProviderOf(batch, batch.Providers[levels.Billing]));

    /// <summary>Says it to who reads on within it.</summary>
    public void CopyTo(FastState state)
    {
        state.Loops.Loops[1] = Loop;
        (state.Levels.Level, state.Levels.BillingNumber, state.Levels.BillingTaxonomy) = (Level.Billing, Number, Taxonomy);
        state.Levels.Billing = Provider is null ? 0 : HierarchySegments.RowOf(state.Batch, Provider);
    }
}

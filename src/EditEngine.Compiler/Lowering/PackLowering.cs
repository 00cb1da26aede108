using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Text;
using EditEngine.Outcomes;
using EditEngine.Packs;
using EditEngine.Plans;
using EditEngine.Tables;

namespace EditEngine.Compiler.Lowering;

/// <summary>Turns a bound pack without errors into plans.</summary>
internal static class PackLowering
{
    /// <summary>The pack whose evaluators run the plans' steps.</summary>
    public static RulePack Lower(BoundPack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return Lower(pack, ReadOnlyMemory<byte>.Empty, []);
    }

    /// <summary>The same, with what it was compiled from.</summary>
    internal static RulePack Lower(BoundPack pack, ReadOnlyMemory<byte> sources, ImmutableArray<Table> tables) => DeepStack.Run(() => LowerAll(pack, sources, tables));

    private static RulePack LowerAll(BoundPack pack, ReadOnlyMemory<byte> sources, ImmutableArray<Table> tables)
    {
        ImmutableArray<EditPlan> plans = [.. pack.Edits.Select(edit => new EditLowering(edit, HeaderOf(edit, pack)).Lower())];
        return new RulePack(new PackContent(pack.Name, pack.Version, PackFingerprint.HashOf(pack), new PackDocument(pack.Phases, plans, ReasonsOf(pack), HistoryNeeds.Of(pack)), sources, tables));
    }

    private static EditHeader HeaderOf(BoundEdit edit, BoundPack pack) =>
        new(edit.Id, edit.PackVersion, edit.Phase, Math.Max(0, pack.Phases.IndexOf(edit.Phase)), edit.Precedence, edit.ScopeRank, edit.Cites);

    private static ImmutableArray<ReasonRow> ReasonsOf(BoundPack pack) =>
        [.. pack.Reasons.Select(reason => new ReasonRow(reason.Name, reason.GroupCode, reason.Carc, reason.Rarc, reason.FromDay, reason.ThroughDay, reason.LineOfBusiness))];
}

using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Outcomes;
using EditEngine.Packs;
using EditEngine.Plans;
using EditEngine.Stacks;
using EditEngine.Tables;

namespace EditEngine.Compiler.Lowering;

/// <summary>Turns a bound pack without errors into plans.</summary>
internal static class PackLowering
{
    /// <summary>The pack whose evaluators run the plans' steps.</summary>
    public static RulePack Lower(BoundPack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return Lower(pack, [.. pack.Edits.Select(edit => new LoweredEdit(edit))], NoSources, [], null);
    }

    /// <summary>What a pack is made of that keeps no sources.</summary>
    public static Lazy<ReadOnlyMemory<byte>> NoSources { get; } = new(ReadOnlyMemory<byte>.Empty);

    /// <summary>The pack of edits of which some were lowered before.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="edits">Its edits, in order.</param>
    /// <param name="sources">What it was compiled from.</param>
    /// <param name="tables">The tables that are named there.</param>
    /// <param name="before">A pack that has some of the plans: what runs them serves again. Null: none.</param>
    internal static RulePack Lower(BoundPack pack, ImmutableArray<LoweredEdit> edits, Lazy<ReadOnlyMemory<byte>> sources, ImmutableArray<Table> tables, RulePack? before) =>
        DeepStack.Run(() =>
        {
            ImmutableArray<EditPlan> plans = [.. edits.Select(edit => edit.PlanIn(pack.Phases))];
            PackDocument document = new(pack.Phases, plans, ReasonsOf(pack), NeedUnion.Of(edits.SelectMany(edit => edit.Needs)));
            string hash = PackFingerprint.HashOf(pack, [.. edits.Select(edit => edit.Form)]);
            foreach (LoweredEdit edit in edits)
            {
                edit.Settle();
            }

            return new RulePack(new PackContent(pack.Name, pack.Version, hash, document, sources, tables), before);
        });

    private static ImmutableArray<ReasonRow> ReasonsOf(BoundPack pack) =>
        [.. pack.Reasons.Select(reason => new ReasonRow(reason.Name, reason.GroupCode, reason.Carc, reason.Rarc, reason.FromDay, reason.ThroughDay, reason.LineOfBusiness))];
}

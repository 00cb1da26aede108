using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;

namespace EditEngine.Compiler.Lowering;

/// <summary>The fields of history lines that an edit reads.</summary>
internal static class HistoryFields
{
    // Lines are told apart and put in order by these, whatever an edit asks.
    private static readonly string[] Always = ["claim_id", "date", "number"];

    /// <summary>As the language names them; empty where an edit reads no history.</summary>
    public static IEnumerable<string> Of(BoundEdit edit)
    {
        string[] read = [.. BoundTree.All(edit).SelectMany(Read)];
        bool reads = BoundTree.All(edit).OfType<BoundAlternative>().Any(one => one.List is null && one.Kind == ThingKinds.History);
        return reads ? read.Concat(Always) : [];
    }

    private static IEnumerable<string> Read(BoundNode node) => node switch
    {
        BoundField { Type.Kind: not TypeKind.Thing } field when PathOf(field) is string path => [path],
        BoundIsPayable payable when (payable.Thing.Type.Things & ThingKinds.History) != 0 => ["status"],
        _ => [],
    };

    private static string? PathOf(BoundField field) => field.Receiver switch
    {
        BoundField outer => PathOf(outer) is string path ? $"{path}.{field.Field.Name}" : null,
        _ => (field.Receiver.Type.Things & ThingKinds.History) != 0 ? field.Field.Name : null,
    };
}

using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;

namespace EditEngine.Compiler.Editing;

/// <summary>What can stand after the dot of a thing.</summary>
internal static class FieldProposals
{
    /// <summary>The members of what an expression became; none where that is not known.</summary>
    /// <param name="receiver">What stands before the dot.</param>
    /// <param name="symbols">What the pack declares.</param>
    public static IEnumerable<Proposal> Of(BoundExpression? receiver, PackSymbols symbols) => receiver switch
    {
        BoundVariable { Variable: GroupVariable group } => group.Keys.Select(key => new Proposal(key.Name, ProposalKind.Field, $"{key.Value.Type}, a key of the group")),
        { Type: { Kind: TypeKind.Thing, Table: TableSymbol table } } => ColumnsOf(table),
        { Type.Kind: TypeKind.Thing } => OfThings(receiver.Type.Things, symbols),
        _ => [],
    };

    /// <summary>The fields of kinds of things, those that all have first; of claims the payer's facts too.</summary>
    public static IEnumerable<Proposal> OfThings(ThingKinds kinds, PackSymbols symbols)
    {
        IEnumerable<Proposal> fields = FieldSymbols.All
            .Where(field => (field.Owners & kinds) != 0)
            .OrderBy(field => (field.Owners & kinds) != kinds)
            .DistinctBy(field => field.Name)
            .Select(field => new Proposal(field.Name, ProposalKind.Field, FieldPage.Summary(field), FieldPage.Of(field)));
        return (kinds & ThingKinds.Claim) == 0 ? fields : fields.Concat(Facts(symbols));
    }

    /// <summary>The columns of a table.</summary>
    public static IEnumerable<Proposal> ColumnsOf(TableSymbol table) =>
        table.Columns.Select((column, at) => new Proposal(column.Name, ProposalKind.Column, $"{column.Type}, {(at < table.KeyCount ? "a key" : "a column")} of @{table.Name}"));

    /// <summary>The facts that the pack declares.</summary>
    public static IEnumerable<Proposal> Facts(PackSymbols symbols) =>
        symbols.Facts.Values.Select(fact => new Proposal(fact.Name, ProposalKind.Fact, $"{fact.Type}, a fact of the payer", $"Member `{fact.Path}` of the claim. Absent: missing."));
}

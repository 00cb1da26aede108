using System.Collections.Immutable;
using EditEngine.Compiler.Notation;

namespace EditEngine.Workbench.Panes;

/// <summary>A field of the form of a claim.</summary>
/// <param name="Name">As rules and results name it, <c>patient.birth</c>.</param>
/// <param name="Member">Where it stands in the claim's JSON, <c>patient.birthDate</c>.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Words">The words that it may be; null: any.</param>
/// <param name="Description">One sentence.</param>
internal sealed record FormField(string Name, string Member, FieldKind Kind, ImmutableArray<string>? Words, string Description)
{
    /// <summary>The fields of rows of the table of fields: what was submitted and one input can hold, parts opened.</summary>
    public static ImmutableArray<FormField> Of(ImmutableArray<ClaimField> rows) => [.. rows.Where(row => row.IsSubmitted && row.Name.Length > 0).SelectMany(Of).DistinctBy(field => field.Member)];

    /// <summary>The facts that a pack declares, each as a field of the claim.</summary>
    public static ImmutableArray<FormField> Of(TestFacts facts) =>
        [.. facts.Names.Select(name => new FormField(name, "facts." + facts.MemberOf(name), FieldKind.Facts, null, "A fact that the pack declares."))];

    private static IEnumerable<FormField> Of(ClaimField row) => row.Type.Kind switch
    {
        FieldKind.Thing => Of(PartsOf(row.Type.Things)).Select(part => part with { Name = $"{row.Name}.{part.Name}", Member = $"{row.Member}.{part.Member}" }),
        FieldKind.Things or FieldKind.Facts => [],
        _ => [new FormField(row.Name, row.Member, row.Type.Kind, row.Type.Words is { Words.IsEmpty: false } words && !row.Type.IsOpen ? words.Words : null, row.Description)],
    };

    private static ImmutableArray<ClaimField> PartsOf(ThingKinds things) => things switch
    {
        ThingKinds.Patient => FieldTable.Patient,
        ThingKinds.Provider => FieldTable.Provider,
        ThingKinds.Drug => FieldTable.Drug,
        _ => [],
    };
}

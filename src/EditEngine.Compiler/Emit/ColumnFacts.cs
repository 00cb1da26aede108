using EditEngine.Plans;

namespace EditEngine.Compiler.Emit;

/// <summary>The facts of lines that are kept in columns: read there, they touch no record.</summary>
internal static class ColumnFacts
{
    /// <summary>C# of a fact as its column keeps it; null where it is in none.</summary>
    public static string? Of(FactRef fact, EmittedThing thing) => thing.Kind switch
    {
        ThingKind.Line => OfLine(fact) is string member ? $"{FactsOf(thing)}[{thing.Index}].{member}" : null,
        ThingKind.History => OfLine(fact) is string member ? $"historyFacts[{thing.Index}].Line.{member}"
            : fact.Part is not null ? null
            : fact.Field.Key switch
            {
                "history.paid_units" => $"historyFacts[{thing.Index}].PaidUnits",
                "history.status" => $"ClaimWords.Of(historyFacts[{thing.Index}].Status)",
                "line.claim_type" => $"ClaimWords.Of(historyFacts[{thing.Index}].ClaimType)",
                _ => null,
            },
        ThingKind.Claim when fact.Part is null && fact.Field.Key == "claim.type" => "ClaimWords.Of(claim.Type)",
        _ => null,
    };

    /// <summary>C# of the last day of a line that has a first.</summary>
    public static string Through(EmittedThing line) => line.Kind == ThingKind.Line ? $"{FactsOf(line)}[{line.Index}].Through" : $"historyFacts[{line.Index}].Line.Through";

    // Of the lines by which the edit is a candidate no others are looked at.
    private static string FactsOf(EmittedThing line) => line.IsCandidate ? "candidateFacts" : "facts";

    private static string? OfLine(FactRef fact) => fact.Part is not null
        ? (fact.Part.Key, fact.Field.Key) == ("line.rendering", "provider.npi") ? "RenderingNpi" : null
        : fact.Field.Key switch
        {
            "line.units" => "Units",
            "line.charge" => "ChargeCents",
            "line.place" => "Place",
            "line.modifiers" => "Modifiers",
            "line.number" => "Number",
            "line.through" => "Through",
            _ => null,
        };
}

namespace EditEngine.Compiler.Binding;

/// <summary>Sources, and what is asked of all their things, in the form that a fingerprint is taken of.</summary>
internal static class AggregateFingerprint
{
    /// <summary>The node's form; null for a node that runs over nothing.</summary>
    public static FingerprintNode? Of(BoundNode node, EditFingerprint form) => node switch
    {
        BoundSource source => new($"source {form.Variable(source.Variable)}", [.. source.Alternatives]),
        BoundAlternative alternative => new($"of {FingerprintWords.Of(alternative.Kind)}", [alternative.List, .. alternative.Conditions]),
        BoundThingBinding things => new("each", things.Source),
        BoundGroupBinding groups => new($"groups {form.Variable(groups.Variable)}", [groups.Members, .. groups.Keys, groups.Condition]),
        BoundGroupKeyDefinition key => new("by", key.Value),
        BoundRows rows => new($"rows {EditFingerprint.Table(rows.Table)}", rows.On),
        BoundMembers members => new("members", members.Group),
        BoundQuantified quantified => new(FingerprintWords.Of(quantified.Quantifier), quantified.Source, quantified.Body),
        BoundCount count => new("count", count.Source),
        BoundCodeCount count => new("count-codes", count.List),
        BoundSum sum => new($"sum {FingerprintWords.Of(sum.Type)}", sum.Source, sum.Value),
        BoundExtremeOver extreme => new($"{(extreme.IsGreatest ? "greatest" : "least")}-over {FingerprintWords.Of(extreme.Type)}", extreme.Source, extreme.Value),
        BoundExtreme extreme => new(extreme.IsGreatest ? "greatest" : "least", [.. extreme.Values]),
        BoundFirst first => new(first.IsLast ? "last" : "first", [first.Source, .. first.Keys]),
        BoundOrderKey key => new(key.IsDescending ? "descending" : "ascending", key.Value),
        BoundRun run => new($"run {form.Variable(run.Previous)}", run.Source, run.By, run.Broken),
        _ => null,
    };
}

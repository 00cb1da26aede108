namespace EditEngine.Compiler.Binding;

/// <summary>Conditions in the form that a fingerprint is taken of.</summary>
internal static class ConditionFingerprint
{
    /// <summary>The node's form; null for a node that is no condition on values.</summary>
    public static FingerprintNode? Of(BoundNode node, EditFingerprint form) => node switch
    {
        BoundAnd and => new("and", [.. and.Operands]),
        BoundOr or => new("or", [.. or.Operands]),
        BoundNot not => new("not", not.Operand),
        BoundCompare compare => new($"compare {FingerprintWords.Of(compare.Operator)}", compare.Left, compare.Right),
        BoundInSet inSet => new($"in-set {form.Constant(inSet.Set)}", inSet.Value, inSet.On),
        BoundInRange range => new("in-range", range.Value, range.From, range.To),
        BoundInCategory under => new("in-category", under.Value, under.Category),
        BoundInList list => new("in-list", list.Value, list.List),
        BoundOverlaps overlaps => new("overlaps", overlaps.FromA, overlaps.ToA, overlaps.FromB, overlaps.ToB),
        BoundIsPresent present => new("is-present", present.Value),
        BoundIsYes yes => new("is-yes", yes.Value),
        BoundIsKind kind => new($"is-kind {form.Variable(kind.Variable)}", [kind.Thing, .. kind.Alternatives]),
        BoundHas has => new(
            $"has {FingerprintWords.Of(has.Quantity)} {FingerprintText.Number(has.Number)} {(has.IsOutside ? "outside" : "inside")} {(has.Set is null ? "any" : form.Constant(has.Set))}",
            has.List, has.Code, has.On),
        BoundShares shares => new("shares", shares.Left, shares.Right),
        BoundSameCodes same => new("same-codes", same.Left, same.Right),
        BoundSame same => new($"same {FingerprintText.Number(same.Left.Length)}", [.. same.Left, .. same.Right]),
        BoundSample sample => new($"sample {FingerprintText.Number(sample.Part)} {FingerprintText.Number(sample.Whole)}", sample.By),
        BoundIsPayable payable => new("is-payable", payable.Thing),
        BoundIsDecidedBy by => new($"is-decided-by {FingerprintText.Quoted(by.Edit)}", by.Thing),
        BoundIsOnClaim onClaim => new("is-on-claim", onClaim.Suggestion),
        BoundIsOther other => new("is-other", [other.Thing, .. other.Others]),
        BoundIsEarlier earlier => new("is-earlier", earlier.Thing, earlier.Than),
        BoundIsFound found => new("is-found", found.Row),
        BoundIsIn isIn => new($"is-in {FingerprintWords.Of(isIn.Kinds)}", isIn.Thing),
        _ => null,
    };
}

using System.Text.Json.Serialization;
using EditEngine.Values;

namespace EditEngine.Plans;

/// <summary>What an edit asks or takes, as data: a tree that is printed, compared, saved and loaded, and bound to what runs once a pack.</summary>
/// <remarks>
/// <c>h.date = v.date</c> is <c>Operation "=" (FieldValue date#1, FieldValue date#0)</c>: the name before the sign is a slot, -1 the claim. A record says what is asked; the
/// operators' rows, the fields' rows and the executor say how.
/// </remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(ConstantValue), "constant")]
[JsonDerivedType(typeof(FieldValue), "field")]
[JsonDerivedType(typeof(PayerValue), "payer fact")]
[JsonDerivedType(typeof(ColumnValue), "column")]
[JsonDerivedType(typeof(ThingDate), "date of")]
[JsonDerivedType(typeof(GroupKeyValue), "key of group")]
[JsonDerivedType(typeof(ClaimCodes), "codes of claim")]
[JsonDerivedType(typeof(Operation), "operation")]
[JsonDerivedType(typeof(And), "and")]
[JsonDerivedType(typeof(Or), "or")]
[JsonDerivedType(typeof(Not), "not")]
[JsonDerivedType(typeof(InCodes), "in codes")]
[JsonDerivedType(typeof(InTexts), "in texts")]
[JsonDerivedType(typeof(InNumbers), "in numbers")]
[JsonDerivedType(typeof(HasCodes), "has codes")]
[JsonDerivedType(typeof(Sample), "sample")]
[JsonDerivedType(typeof(IsFound), "is found")]
[JsonDerivedType(typeof(IsPresent), "is present")]
[JsonDerivedType(typeof(PartIsPresent), "part is present")]
[JsonDerivedType(typeof(ListIsPresent), "list is present")]
[JsonDerivedType(typeof(IsOfKind), "is of kind")]
[JsonDerivedType(typeof(IsOther), "is other")]
[JsonDerivedType(typeof(IsEarlier), "is earlier")]
[JsonDerivedType(typeof(IsPayable), "is payable")]
[JsonDerivedType(typeof(IsDeniedBy), "is denied by")]
[JsonDerivedType(typeof(IsOnClaim), "is on claim")]
[JsonDerivedType(typeof(ConditionAsNumber), "condition as number")]
[JsonDerivedType(typeof(Choice), "choice")]
[JsonDerivedType(typeof(DatedValue), "dated")]
[JsonDerivedType(typeof(AllBranchesAgree), "all branches agree")]
[JsonDerivedType(typeof(UniqueValue), "unique value")]
[JsonDerivedType(typeof(OrElse), "or else")]
[JsonDerivedType(typeof(SlotThing), "thing")]
[JsonDerivedType(typeof(OfThing), "of thing")]
[JsonDerivedType(typeof(LookUp), "look-up")]
[JsonDerivedType(typeof(FirstThing), "first")]
[JsonDerivedType(typeof(Quantified), "quantified")]
[JsonDerivedType(typeof(CountOf), "count")]
[JsonDerivedType(typeof(SumOf), "sum")]
[JsonDerivedType(typeof(ExtremeOf), "extreme")]
internal abstract record Expression
{
    /// <summary>The type of its value.</summary>
    [JsonIgnore]
    public abstract ValueKind Kind { get; }
}

/// <summary>An expression whose value is true, false or unknown.</summary>
internal abstract record Condition : Expression
{
    /// <inheritdoc/>
    public sealed override ValueKind Kind => ValueKind.Truth;
}

using System.Collections.Immutable;
using EditEngine.Evaluation.Steps;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Evaluation.Linking;

/// <summary>Things.</summary>
internal sealed class ThingLinker(StepLinker steps) : ValueLinker<BoundThing>(steps)
{
    /// <summary>A look-up.</summary>
    public RowStep Row(LookUp lookUp) =>
        new(SlotScope.Fitting(lookUp).Name, lookUp.Table, [.. lookUp.Key.Select(Key)], Steps.Days.OfOptional(lookUp.On));

    /// <summary>A thing that is kept in a slot.</summary>
    public Step<BoundThing> OfHeld(OfThing held)
    {
        Steps.Slots.Hold(held.Slot, held.Thing);
        return Of(held.Thing);
    }

    /// <summary>A part of a table's key.</summary>
    public KeyPart Key(Expression part) => part.Kind switch
    {
        ValueKind.Code => new CodeKeyPart(Steps.Codes.Of(part)),
        ValueKind.Number => new NumberKeyPart(Steps.Numbers.Of(part)),
        _ => new TextKeyPart(Steps.Texts.Of(part)),
    };

    /// <inheritdoc/>
    public override ShowStep Show(Expression value, ValueStyle style) => new ShowThing(Of(value));

    /// <inheritdoc/>
    protected override BoundThing Known(ConstantValue constant) => throw MalformedPlanException.Of(constant);

    /// <inheritdoc/>
    protected override Step<BoundThing>? Own(Expression value) => value switch
    {
        SlotThing thing => new SlotStep(Steps.Slots.Checked(thing.Slot)),
        LookUp lookUp => Row(lookUp),
        FirstThing first => new FirstStep(Steps.Sources.Of(first.Source), first.IsLast, Orders(first.By)),
        _ => null,
    };

    private ImmutableArray<OrderKey> Orders(ImmutableArray<OrderBy> by) => [.. by.Select(key => Steps.Of(key.Value.Kind).Order(key))];
}

using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Compiler.Lowering;

/// <summary>Cases: conditions, exceptions, actions, messages.</summary>
internal sealed class CaseLowering(ExpressionLowering lowering)
{
    /// <summary>A case.</summary>
    /// <param name="one">The case.</param>
    /// <param name="isOnly">What the only case asks is asked of the tuple.</param>
    public CasePlan Of(BoundCase one, bool isOnly)
    {
        // Slots and choices are numbered in text order.
        Expression? condition = one.Condition is null || isOnly ? null : lowering.Conditions.Of(one.Condition);
        return new CasePlan(
            [.. one.Rows.Select(lowering.Things.Row)],
            [.. one.Exceptions.Select(exception => new ExceptionPlan(lowering.Conditions.Of(exception.Condition), exception.Because, exception.Owner, exception.UntilDay))],
            [.. one.Actions.Select(ActionOf)],
            one.Message is null ? [] : MessageOf(one.Message),
            condition);
    }

    private ImmutableArray<MessagePart> MessageOf(BoundMessage message) =>
        [.. message.Parts.Select(part => part.Value is null ? new MessagePart(part.Text) : new MessagePart("", Shown(part.Value), StyleOf(part.Value.Type.Kind)))];

    private Expression Shown(BoundExpression value) =>
        ValueLowering.KindOf(value.Type.Kind) is ValueKind kind && value.Type.Kind != TypeKind.Error ? lowering.Unique(() => lowering.Values.Of(kind, value)) : lowering.Conditions.Of(value);

    private static ValueStyle StyleOf(TypeKind type) => type switch
    {
        TypeKind.Money => ValueStyle.Money,
        TypeKind.Percent => ValueStyle.Percent,
        TypeKind.YesNo or TypeKind.Condition => ValueStyle.YesNo,
        _ => ValueStyle.Plain,
    };

    private ActionPlan ActionOf(BoundAction action) => new()
    {
        Action = action.Action,
        Target = action.Target,
        Thing = action.Target == TargetPlan.Thing ? lowering.Unique(() => lowering.Things.Of(action.Thing!)) : null, // A thing target has one.
        Lines = action.Target == TargetPlan.EveryLine ? lowering.Sources.Lines(action.Thing!, linesOnly: true) : null, // A target of lines has them.
        Amount = Unique(ValueKind.Number, action.Amount),
        AmountIsPercent = action.Amount?.Type.Kind == TypeKind.Percent,
        MostPercent = action.MostPercent,
        ReplaceWith = Unique(ValueKind.Code, action.ReplaceWith),
        Reason = action.Reason,
        Queue = action.Queue,
        Overridable = action.Overridable is null ? null : lowering.Conditions.Of(action.Overridable),
        Added = action.Added is null ? null : AddedOf(action.Added),
    };

    private AddedLinePlan AddedOf(BoundAddedLine added) => new(
        lowering.Unique(() => lowering.Values.Of(ValueKind.Code, added.Code)),
        added.Modifiers,
        Unique(ValueKind.Number, added.Units),
        Unique(ValueKind.Number, added.Pay),
        added.Supports is null ? null : lowering.Sources.Lines(added.Supports, linesOnly: false),
        added.MostPay);

    private Expression? Unique(ValueKind kind, BoundExpression? value) => value is null ? null : lowering.Unique(() => lowering.Values.Of(kind, value));
}

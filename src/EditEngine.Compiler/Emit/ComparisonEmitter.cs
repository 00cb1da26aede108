using EditEngine.Operators;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Compiler.Emit;

/// <summary>C# of comparisons: none equals only itself, and has no order.</summary>
internal sealed class ComparisonEmitter(Emission emission)
{
    /// <summary>A comparison as C# of a bool; null where it has no text of its own.</summary>
    public string? Of(ComparisonOperator row, Expression left, Expression right)
    {
        string sign = row.Relation switch
        {
            Relation.Equal => "==",
            Relation.NotEqual => "!=",
            Relation.Less => "<",
            Relation.LessOrEqual => "<=",
            Relation.Greater => ">",
            _ => ">=",
        };
        return left.Kind switch
        {
            ValueKind.Number => emission.Numbers.Of(left) is { } a && emission.Numbers.Of(right) is { } b ? NumberEmitter.Compare(sign, a, b) : null,
            ValueKind.Day => emission.Days.Of(left) is { } a && emission.Days.Of(right) is { } b ? Ordered(sign, a, b) : null,
            ValueKind.Code when sign is "==" or "!=" => emission.Codes.Of(left) is { } a && emission.Codes.Of(right) is { } b ? $"{a.Text} {sign} {b.Text}" : null,
            ValueKind.Text when sign is "==" or "!=" && emission.Words.Compare(sign, left, right) is string words => words,
            ValueKind.Text when sign is "==" or "!=" => emission.Texts.Of(left) is { } a && emission.Texts.Of(right) is { } b
                ? $"{(sign == "!=" ? "!" : "")}KnownValues.Same({a.Text}, {b.Text})"
                : null,
            ValueKind.Instant => Instant(left) is { } a && Instant(right) is { } b ? NumberEmitter.Compare(sign, a, b) : null,
            ValueKind.Thing when sign is "==" or "!=" => Thing(left) is { } a && Thing(right) is { } b ? Same(sign, a, b) : null,
            _ => null,
        };
    }

    // Which thing it is: a line, or another that is told by its position among those of its kind.
    private EmittedFirst? Thing(Expression thing) => thing switch
    {
        SlotThing slot when emission.Thing(slot.Slot) is { Kind: not (ThingKind.Row or ThingKind.Group or ThingKind.Evidence or ThingKind.Certificate or ThingKind.Span) } known => new EmittedFirst(known.Kind, "", known.Index),
        FirstThing first => emission.Orders.Of(first),
        UniqueValue unique => Thing(unique.Value),
        _ => null,
    };

    private static string? Same(string sign, EmittedFirst left, EmittedFirst right)
    {
        string indexes = $"{left.Index} == {right.Index}";
        string same = (left.Kind, right.Kind) switch
        {
            (ThingKind.None, ThingKind.None) => $"{indexes} && ({left.KindText} == {right.KindText} || {left.Index} < 0)",
            (ThingKind.None, _) => $"{indexes} && {left.KindText} == {Emission.Number((int)right.Kind)}",
            (_, ThingKind.None) => $"{indexes} && {right.KindText} == {Emission.Number((int)left.Kind)}",
            _ => left.Kind == right.Kind ? indexes : "false",
        };
        return sign == "==" ? same : $"!({same})";
    }

    /// <summary>An instant, in ticks; null where it has no text of its own.</summary>
    public EmittedNumber? Instant(Expression instant) => instant switch
    {
        FieldValue field => emission.Fields.Instant(field.Field),
        UniqueValue unique => Instant(unique.Value),
        OrElse orElse => emission.Choices.Of(
            orElse, "long", "{0} == PlainFacts.NoNumber", "PlainFacts.NoNumber", value => Instant(value) is { } one ? new(one.Text, one.MayBeNone) : null) is { } text
            ? text.MayBeNone ? EmittedNumber.OrNone(text.Text, 1, 62) : new EmittedNumber(text.Text, 1, 62)
            : null,
        _ => null,
    };

    private static string Ordered(string sign, EmittedValue left, EmittedValue right)
    {
        string compared = $"{left.Text} {sign} {right.Text}";
        return sign is "==" or "!=" || (!left.MayBeNone && !right.MayBeNone) ? compared
            : $"({(left.MayBeNone ? left.Text + " > 1 && " : "")}{(right.MayBeNone ? right.Text + " > 1 && " : "")}{compared})";
    }
}

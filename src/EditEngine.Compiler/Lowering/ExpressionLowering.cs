using EditEngine.Compiler.Binding;
using EditEngine.Plans;

namespace EditEngine.Compiler.Lowering;

/// <summary>The lowerings of one edit's expressions: conditions, values, and the things and sources in them.</summary>
internal sealed class ExpressionLowering
{
    public ExpressionLowering(LoweringScope scope, Func<ThingDate> subjectDate)
    {
        Scope = scope;
        Things = new ThingLowering(this);
        Values = new ValueLowering(this, subjectDate);
        Conditions = new ConditionLowering(this);
        Sources = new SourceLowering(this);
    }

    public LoweringScope Scope { get; }

    public ThingLowering Things { get; }

    public ValueLowering Values { get; }

    public ConditionLowering Conditions { get; }

    public SourceLowering Sources { get; }

    /// <summary>A value that must be one: missing where open choices leave several.</summary>
    public Expression Unique(Func<Expression> lower)
    {
        Expression value = Scope.Within(lower, out bool hasChoices);
        return hasChoices ? new UniqueValue(value) : value;
    }

    public static System.Diagnostics.UnreachableException Unexpected(BoundExpression expression) =>
        new($"{expression.GetType().Name} of type {expression.Type.Kind} at {expression.Place} has no plan here.");
}

namespace EditEngine.Compiler.Binding;

/// <summary>Finds the thing that a value is a fact of: the name at its root.</summary>
internal static class RootThing
{
    /// <summary>A <see cref="BoundVariable"/> or <see cref="BoundClaim"/>; null where a value names no thing.</summary>
    public static BoundExpression? Of(BoundExpression value) => value switch
    {
        BoundVariable or BoundClaim => value,
        BoundField field => Of(field.Receiver),
        BoundGroupKey key => key.Group,
        BoundColumn column => Of(column.Row),
        BoundRow row => First(row.Key),
        BoundUse use => First(use.Arguments) ?? (use.Arguments.IsEmpty ? Of(use.Body) : null),
        BoundArithmetic arithmetic => First([arithmetic.Left, arithmetic.Right]),
        BoundOrElse orElse => First([orElse.First, orElse.Second]),
        BoundChoice choice => First(choice.Branches.Select(branch => branch.Value)),
        BoundRounded rounded => Of(rounded.Value),
        BoundFact => new BoundClaim(value.Place),
        _ => null,
    };

    private static BoundExpression? First(IEnumerable<BoundExpression> values)
    {
        BoundExpression? claim = null;
        foreach (BoundExpression value in values)
        {
            BoundExpression? root = Of(value);
            if (root is BoundVariable)
            {
                return root;
            }

            claim ??= root;
        }

        return claim;
    }
}

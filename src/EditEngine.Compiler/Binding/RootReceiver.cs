namespace EditEngine.Compiler.Binding;

/// <summary>Finds the things that a value is a fact of: the names at its roots.</summary>
internal static class RootReceiver
{
    /// <summary>The first: a <see cref="BoundVariable"/>, or a <see cref="BoundClaim"/> where only the claim is named; null where a value names no thing.</summary>
    public static BoundExpression? Of(BoundExpression value) => First([value]);

    /// <summary>All of them, in the order named; of a row, what it is dated by.</summary>
    public static IEnumerable<BoundExpression> All(BoundExpression value) => value switch
    {
        BoundVariable or BoundClaim => [value],
        BoundField field => All(field.Receiver),
        BoundGroupKey key => [key.Group],
        BoundColumn column => All(column.Row),
        BoundRow row => First(row.Key) is BoundExpression root ? [root] : [],
        BoundUse use => use.Arguments.IsEmpty ? All(use.Body) : use.Arguments.SelectMany(All),
        BoundArithmetic arithmetic => All(arithmetic.Left).Concat(All(arithmetic.Right)),
        BoundOrElse orElse => All(orElse.First).Concat(All(orElse.Second)),
        BoundChoice choice => choice.Branches.SelectMany(branch => All(branch.Value)),
        BoundRounded rounded => All(rounded.Value),
        BoundFact => [new BoundClaim(value.Place)],
        _ => [],
    };

    private static BoundExpression? First(IEnumerable<BoundExpression> values)
    {
        BoundExpression? claim = null;
        foreach (BoundExpression root in values.SelectMany(All))
        {
            if (root is BoundVariable)
            {
                return root;
            }

            claim ??= root;
        }

        return claim;
    }
}

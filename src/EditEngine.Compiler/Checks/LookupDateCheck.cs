using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;

namespace EditEngine.Compiler.Checks;

/// <summary>A look-up uses the date of the thing its key names; a key that names several has one only where the edit holds them to the same date.</summary>
internal sealed class LookupDateCheck
{
    private readonly Dictionary<VariableSymbol, VariableSymbol> _sameAs = [];

    public static void Check(BoundEdit edit, DiagnosticBag diagnostics)
    {
        List<BoundRow> open = [.. RowsOf(edit)];
        if (open.Count == 0)
        {
            return;
        }

        LookupDateCheck check = new();
        check.Learn(edit);
        foreach (BoundRow row in open)
        {
            VariableSymbol[] things = [.. row.Key.SelectMany(ThingsOf).Distinct()];
            if (things.Select(check.DatedAs).Distinct().Count() > 1)
            {
                diagnostics.Report(CodeDiagnostics.DatesDiffer(row.Place, things.Select(thing => thing.Name), row.Table.Name, things[0].Name));
            }
        }
    }

    // Of those that no 'on' dates: the binder gives them the date of the first thing.
    private static IEnumerable<BoundRow> RowsOf(BoundEdit edit) => PartsOf(edit).OfType<BoundRow>()
        .Where(row => row.Table.IsDated && row.On is BoundDateOf && row.Key.SelectMany(ThingsOf).Distinct().Skip(1).Any())
        .DistinctBy(row => row.Place);

    private static IEnumerable<object> PartsOf(BoundEdit edit) =>
        edit.Bindings.Cast<object>().Concat(edit.Joins).Concat(edit.Cases).SelectMany(BoundTree.All);

    // The claim's own facts have no date beside a line's.
    private static IEnumerable<VariableSymbol> ThingsOf(BoundExpression value) => value switch
    {
        BoundVariable thing => [thing.Variable],
        BoundRow or BoundColumn => RootThing.Of(value) is BoundVariable root ? [root.Variable] : [],
        BoundField field => ThingsOf(field.Receiver),
        BoundGroupKey key => ThingsOf(key.Group),
        BoundUse use => use.Arguments.SelectMany(ThingsOf),
        BoundArithmetic arithmetic => [.. ThingsOf(arithmetic.Left), .. ThingsOf(arithmetic.Right)],
        BoundOrElse orElse => [.. ThingsOf(orElse.First), .. ThingsOf(orElse.Second)],
        BoundChoice choice => choice.Branches.SelectMany(branch => ThingsOf(branch.Value)),
        BoundRounded rounded => ThingsOf(rounded.Value),
        _ => [],
    };

    private void Learn(BoundEdit edit)
    {
        foreach (object part in PartsOf(edit))
        {
            switch (part)
            {
                case BoundUse use:
                    foreach ((VariableSymbol parameter, BoundExpression argument) in use.Parameters.Zip(use.Arguments))
                    {
                        Join(parameter, (argument as BoundVariable)?.Variable);
                    }

                    break;
                case BoundAlternative alternative:
                    Learn(alternative.Conditions);
                    break;
                case BoundQuantified { Body: BoundExpression body }:
                    Learn([body]);
                    break;
                case BoundCase { Condition: BoundExpression condition }:
                    Learn([condition]);
                    break;
                default:
                    break;
            }
        }

        Learn(edit.Joins);
    }

    private void Learn(IEnumerable<BoundExpression> conditions)
    {
        foreach (BoundExpression condition in conditions.SelectMany(BoundTree.Conjuncts))
        {
            switch (condition)
            {
                case BoundSame same:
                    foreach ((BoundExpression left, BoundExpression right) in same.Left.Zip(same.Right))
                    {
                        Join(DateOf(left), DateOf(right));
                    }

                    break;
                case BoundCompare { Operator: Syntax.BinaryOperator.Equal } equal:
                    Join(DateOf(equal.Left), DateOf(equal.Right));
                    break;
                default:
                    break;
            }
        }
    }

    private static VariableSymbol? DateOf(BoundExpression value) =>
        value is BoundField { Field.Name: "date", Receiver: BoundVariable thing } ? thing.Variable : null;

    private void Join(VariableSymbol? one, VariableSymbol? other)
    {
        if (one is not null && other is not null && DatedAs(one) != DatedAs(other))
        {
            _sameAs[DatedAs(one)] = DatedAs(other);
        }
    }

    private VariableSymbol DatedAs(VariableSymbol thing) => _sameAs.TryGetValue(thing, out VariableSymbol? same) ? DatedAs(same) : thing;
}

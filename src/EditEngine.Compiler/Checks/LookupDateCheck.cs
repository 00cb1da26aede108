using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;

namespace EditEngine.Compiler.Checks;

/// <summary>A look-up uses the date of the thing its key names; a key that names several has one only where the edit holds them to the same date.</summary>
internal sealed class LookupDateCheck
{
    private readonly Dictionary<VariableSymbol, VariableSymbol> _sameAs = [];

    /// <summary>Reports each look-up whose things nothing holds to one date: no join or kind, and no condition of its own case.</summary>
    public static void Check(BoundEdit edit, DiagnosticBag diagnostics)
    {
        BoundNode[] always = [.. edit.Bindings, .. edit.Joins];
        CheckParts([.. always.SelectMany(BoundTree.All)], edit.Joins, diagnostics);
        foreach (BoundCase one in edit.Cases)
        {
            CheckParts([.. always.Append(one).SelectMany(BoundTree.All)], edit.Joins, diagnostics);
        }
    }

    private static void CheckParts(BoundNode[] parts, IEnumerable<BoundExpression> joins, DiagnosticBag diagnostics)
    {
        // Those that no 'on' dates: the binder gives them the date of the first thing.
        BoundRow[] open = [.. parts.OfType<BoundRow>().Where(row => row.Table.IsDated && row.On is BoundDateOf && ThingsOf(row).Skip(1).Any())];
        if (open.Length == 0)
        {
            return;
        }

        LookupDateCheck check = new();
        check.LearnFrom(parts);
        check.Learn(joins);
        foreach (BoundRow row in open)
        {
            VariableSymbol[] things = [.. ThingsOf(row)];
            if (things.Select(check.DatedAs).Distinct().Count() > 1)
            {
                diagnostics.Report(CodeDiagnostics.DatesDiffer(row.Place, things.Select(thing => thing.Name), row.Table.Name, things[0].Name));
            }
        }
    }

    // The claim's own facts have no date beside a line's.
    private static IEnumerable<VariableSymbol> ThingsOf(BoundRow row) => row.Key.SelectMany(RootReceiver.All).OfType<BoundVariable>().Select(thing => thing.Variable).Distinct();

    private void LearnFrom(BoundNode[] parts)
    {
        foreach (BoundNode part in parts)
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

using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Outcomes;
using EditEngine.Tables;
using EditEngine.Values;

namespace EditEngine.Compiler.Interpretation;

/// <summary>What a tuple gives its finding: amount, code, message, rows. Taken while the tuple's names still stand.</summary>
internal sealed record EvaluatedFinding
{
    public EvaluatedFinding(ExpressionEvaluator reading, BoundEdit edit, BoundCase one, BoundAction action, ClaimThings things)
    {
        Action = action;
        Rows = [.. one.Rows.Select(row => RowOf(reading.Value(row).Single, row)).OfType<RowUsed>()];
        Message = one.Message is null ? null : MessageText.Render(one.Message, reading);
        Overridable = action.Overridable is null ? null : reading.Test(action.Overridable).Truth == Truth.True;
        AmountOf(reading, action);
        if (action.ReplaceWith is not null)
        {
            EvaluatedValue code = reading.Value(action.ReplaceWith).Single;
            Replacement = code is EvaluatedCode known ? known.Value : default;
            Require(code);
        }

        if (action.Added is BoundAddedLine added)
        {
            Added = AddedOf(reading, edit.Id, added, things);
        }
    }

    public BoundAction Action { get; }

    /// <summary>It fires; else it is excepted.</summary>
    public bool Fires { get; init; }

    /// <summary>Every value its outcome needs is known.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>Fields that its outcome lacks.</summary>
    public ImmutableSortedSet<string> Lacking { get; private set; } = TruthValue.NoFields;

    public decimal? AllowedUnits { get; private set; }

    public decimal? PayPercent { get; private set; }

    public Code Replacement { get; }

    public AddedLine? Added { get; }

    public bool? Overridable { get; }

    public string? Message { get; }

    public ImmutableArray<RowUsed> Rows { get; }

    private static RowUsed? RowOf(EvaluatedValue evaluated, BoundRow row)
    {
        if (evaluated is not EvaluatedThing { Thing: { Facts: Table table, Position: int at } })
        {
            return null;
        }

        int from = table.GetFrom(at);
        int through = table.GetThrough(at);
        return new RowUsed(
            row.Table.Name,
            table.GetKeyText(at),
            from == int.MinValue ? null : DateOnly.FromDayNumber(from),
            through == int.MaxValue ? null : DateOnly.FromDayNumber(through));
    }

    /// <summary>Adds the lines of the tuple that stands now, but for the target itself.</summary>
    public static void Relate(ExpressionEvaluator reading, BoundEdit edit, TargetKey target, ClaimThings things, RelatedThings related)
    {
        foreach (BoundBinding binding in edit.Bindings)
        {
            IEnumerable<Thing> bound = reading.Get(binding.Variable) switch
            {
                EvaluatedThing thing => [thing.Thing],
                EvaluatedGroup group => group.Members.Where(member => member.Belongs.Truth == Truth.True).Select(member => member.Thing),
                _ => [],
            };
            foreach (Thing thing in bound)
            {
                if (!thing.Equals(target.Thing))
                {
                    related.Add(things, thing);
                }
            }
        }
    }

    private void AmountOf(ExpressionEvaluator reading, BoundAction action)
    {
        if (action.Amount is null)
        {
            return;
        }

        EvaluatedValue amount = reading.Value(action.Amount).Single;
        decimal? value = amount is EvaluatedNumber number && number.Value.TryToDecimal(out decimal exact) ? exact : null;
        if (action.Amount.Type.Kind == TypeKind.Percent)
        {
            PayPercent = value;
        }
        else
        {
            AllowedUnits = value;
        }

        if (value is null)
        {
            Require(amount is EvaluatedNumber ? new EvaluatedMissing(TruthValue.NoFields) : amount);
        }
    }

    private void Require(EvaluatedValue evaluated)
    {
        if (evaluated is EvaluatedMissing or EvaluatedNone or EvaluatedRange)
        {
            IsComplete = false;
            Lacking = Lacking.Union(Arithmetic.FieldsOf(evaluated));
        }
    }

    private AddedLine? AddedOf(ExpressionEvaluator reading, string edit, BoundAddedLine added, ClaimThings things)
    {
        EvaluatedValue code = reading.Value(added.Code).Single;
        Require(code);
        if (code is not EvaluatedCode known)
        {
            return null;
        }

        IEnumerable<Thing> supports = added.Supports is null ? [] : reading.Value(added.Supports).Single switch
        {
            EvaluatedThing thing => [thing.Thing],
            EvaluatedGroup group => group.Members.Select(member => member.Thing),
            EvaluatedThings list => list.Members.Select(member => member.Thing),
            _ => [],
        };
        return new AddedLine
        {
            Procedure = known.Value,
            Modifiers = added.Modifiers,
            Units = DecimalOf(reading, added.Units, 1m),
            PayPercent = DecimalOf(reading, added.Pay, 100m),
            Supports = [.. supports.Select(thing => thing.Facts).OfType<ServiceLine>().Select(line => line.Number).Distinct().Order()],
            Edit = edit,
        };
    }

    private decimal DecimalOf(ExpressionEvaluator reading, BoundExpression? expression, decimal none)
    {
        if (expression is null)
        {
            return none;
        }

        EvaluatedValue evaluated = reading.Value(expression).Single;
        Require(evaluated);
        return evaluated is EvaluatedNumber number && number.Value.TryToDecimal(out decimal value) ? value : none;
    }
}

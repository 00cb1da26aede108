using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Plans;
using EditEngine.Tables;

namespace EditEngine.Compiler.Lowering;

/// <summary>Finds which claims can concern an edit: the most selective set of codes that a line of the claim must have.</summary>
internal sealed class TriggerFinder
{
    private const int AllTypes = 0b1111;

    private readonly BoundEdit _edit;
    private readonly Dictionary<int, BoundExpression> _arguments = [];
    private bool _isOpenToHistory;

    public TriggerFinder(BoundEdit edit)
    {
        _edit = edit;
    }

    public IndexKey Find()
    {
        BoundExpression?[] cases = [.. _edit.Cases.Select(one => one.Condition)];
        (CodeSet? Codes, string Because) best = (null, "no set of codes is asked of a line: it is run for every claim");
        int types = AllTypes;
        foreach (BoundBinding binding in _edit.Bindings)
        {
            BoundSource source = binding is BoundThingBinding things ? things.Source : ((BoundGroupBinding)binding).Members;
            int slot = source.Variable.Slot;
            bool isGroup = binding is BoundGroupBinding;
            types &= source.Alternatives.Aggregate(0, (all, one) => all | TypesOf(one));
            if (source.Alternatives.Any(one => one.Store != ThingKinds.Line && !(isGroup && one.Store == ThingKinds.History) && one.List is null))
            {
                continue;
            }

            Consider(UnionOf(source.Alternatives.Where(one => !isGroup || one.Store == ThingKinds.Line).Select(one => SetOf(one.Conditions, slot))), ref best);
            Consider(UnionOf(cases.Select(condition => condition is null ? null : SetOf([condition], slot))), ref best);
        }

        return new IndexKey(types, best.Codes) { MayMatchUncodedHistory = _isOpenToHistory };
    }

    private static void Consider((CodeSet Codes, string Because)? found, ref (CodeSet? Codes, string Because) best)
    {
        if (found is (CodeSet codes, string because) && (best.Codes is null || codes.Intervals.Length < best.Codes.Intervals.Length))
        {
            best = (codes, because);
        }
    }

    private static (CodeSet Codes, string Because)? UnionOf(IEnumerable<(CodeSet Codes, string Because)?> sets)
    {
        (CodeSet Codes, string Because)? all = null;
        foreach ((CodeSet Codes, string Because)? one in sets)
        {
            if (one is null)
            {
                return null;
            }

            all = all is null ? one : (all.Value.Codes.Union(one.Value.Codes), all.Value.Because);
        }

        return all;
    }

    /// <summary>The smallest set that one of the conditions, all of which must hold, asks of the procedure in a slot.</summary>
    private (CodeSet Codes, string Because)? SetOf(IEnumerable<BoundExpression> conditions, int slot)
    {
        (CodeSet Codes, string Because)? best = null;
        foreach (BoundExpression condition in conditions)
        {
            (CodeSet Codes, string Because)? one = condition switch
            {
                BoundAnd and => SetOf(and.Operands, slot),
                BoundOr or => UnionOf(or.Operands.Select(operand => SetOf([operand], slot))),
                BoundUse use => SetOf([Bound(use)], slot),
                BoundInSet { Set: CodeSetConstant codes } inSet when IsProcedure(inSet.Value, slot) => (Undated(codes.Set), $"its procedure is in {inSet.SetName ?? "a set"}"),
                BoundInSet { Value: BoundExpression value } when KeyOf(value, slot) is (Table table, int column) => (CodesOf(table, column), $"its procedure is in @{table.Name}"),
                BoundCompare { Operator: BinaryOperator.Equal, Right: BoundConstant { Value: CodeConstant code } } equal when IsProcedure(equal.Left, slot) => One(code.Value),
                BoundCompare { Operator: not BinaryOperator.NotEqual, Right: BoundConstant { Value: not NoneConstant } } compare when KeyOf(compare.Left, slot) is (Table table, int column) =>
                    (CodesOf(table, column), $"its procedure is in @{table.Name}"),
                BoundIsFound found when KeyOf(found.Row, slot) is (Table table, int column) => (CodesOf(table, column), $"its procedure is in @{table.Name}"),
                BoundIsKind isKind when IsSlot(isKind.Thing, slot) => UnionOf(isKind.Alternatives.Select(one => SetOf(one.Conditions, isKind.Variable.Slot))),
                _ => null,
            };
            if (one is not null && (best is null || one.Value.Codes.Intervals.Length < best.Value.Codes.Intervals.Length))
            {
                best = one;
            }
        }

        return best;
    }

    private static (CodeSet Codes, string Because)? One(Code code) =>
        (CodeSet.From([new CodeInterval(code.Packed, code.Packed, int.MinValue, int.MaxValue)]), $"its procedure is {code}");

    private static CodeSet Undated(CodeSet set) =>
        CodeSet.From(CodeRange.Joined(CodeSet.From(set.Intervals.Select(interval => interval with { FromDay = int.MinValue, ThroughDay = int.MaxValue })).Intervals));

    private static CodeSet CodesOf(Table table, int column)
    {
        HashSet<ulong> codes = [];
        for (int row = 0; row < table.RowCount; row++)
        {
            codes.Add(table.GetKey(row, column));
        }

        return CodeSet.From(codes.Where(code => code != 0).Order().Select(code => new CodeInterval(code, code, int.MinValue, int.MaxValue)));
    }

    private BoundExpression Bound(BoundUse use)
    {
        for (int i = 0; i < use.Arguments.Length; i++)
        {
            _arguments[use.Parameters[i].Slot] = use.Arguments[i];
        }

        return use.Body;
    }

    private BoundExpression Resolved(BoundExpression expression) => expression switch
    {
        BoundUse use => Resolved(Bound(use)),
        BoundVariable variable when _arguments.TryGetValue(variable.Variable.Slot, out BoundExpression? argument) => Resolved(argument),
        _ => expression,
    };

    private bool IsSlot(BoundExpression thing, int slot) => Resolved(thing) is BoundVariable variable && variable.Variable.Slot == slot;

    private bool IsProcedure(BoundExpression value, int slot) =>
        Resolved(value) is BoundField { Field.Name: "procedure" } field && (IsSlot(field.Receiver, slot));

    /// <summary>The table and key column that a value looks up by the procedure in a slot.</summary>
    private (Table Table, int Column)? KeyOf(BoundExpression value, int slot)
    {
        BoundExpression resolved = Resolved(value);
        BoundExpression row = resolved is BoundColumn column ? Resolved(column.Row) : resolved;
        if (row is not BoundRow { Table.Table: Table table } look)
        {
            return null;
        }

        for (int i = 0; i < look.Key.Length; i++)
        {
            if (look.Key[i].Type.Kind == TypeKind.Code && IsProcedure(look.Key[i], slot))
            {
                // A look-up with a missing part of its key is missing, even where no row has the part that is known.
                BoundExpression[] others = [.. look.Key.Where((_, other) => other != i)];
                bool isOpen = others.Any(other => IsProcedureOfAny(other));
                if (others.Any(other => !IsProcedureOfAny(other) && CanBeMissing(other)))
                {
                    return null;
                }

                _isOpenToHistory |= isOpen;
                return (table, i);
            }
        }

        return null;
    }

    private bool IsProcedureOfAny(BoundExpression value) =>
        Resolved(value) is BoundField { Field.Name: "procedure" } field && (field.Receiver.Type.Things & ~(ThingKinds.Line | ThingKinds.History)) == 0;

    private bool CanBeMissing(BoundExpression value) => Resolved(value) switch
    {
        BoundConstant => false,
        BoundChoice choice => choice.Branches.Any(branch => CanBeMissing(branch.Value)),
        BoundOrElse orElse => CanBeMissing(orElse.Second),
        BoundField field => CanBeMissing(field.Receiver) || field.Field.Absence == Absence.Missing,
        BoundVariable or BoundClaim => false,
        _ => true,
    };

    private int TypesOf(BoundAlternative alternative)
    {
        int types = AllTypes;
        foreach (BoundExpression condition in alternative.Conditions)
        {
            if (Resolved(condition) is BoundCompare { Operator: BinaryOperator.Equal, Left: BoundField { Receiver: BoundClaim, Field.Name: "type" }, Right: BoundConstant { Value: TextConstant word } })
            {
                types &= word.Value switch
                {
                    "professional" => 1 << (int)ClaimType.Professional,
                    "institutional" => 1 << (int)ClaimType.Institutional,
                    "dental" => 1 << (int)ClaimType.Dental,
                    _ => AllTypes,
                };
            }
        }

        return types;
    }
}

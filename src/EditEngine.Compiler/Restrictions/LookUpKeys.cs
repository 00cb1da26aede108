using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Tables;

namespace EditEngine.Compiler.Restrictions;

/// <summary>What a look-up that finds something asks of the codes that it looks up by.</summary>
internal sealed class LookUpKeys(int slot, TermReader terms)
{
    /// <summary>The codes that a row, or a column of a row, is found by where the thing's code is part of the key.</summary>
    public Restriction Of(BoundExpression value, Definitions names)
    {
        (BoundExpression expression, Definitions inner) = names.Resolve(value);
        if (expression is BoundColumn column)
        {
            (expression, inner) = inner.Resolve(column.Row);
        }

        if (expression is not BoundRow { Table.Table: Table table } row)
        {
            return Restriction.None;
        }

        Restriction all = Restriction.None;
        for (int i = 0; i < row.Key.Length; i++)
        {
            if (row.Key[i].Type.Kind == TypeKind.Code && terms.Field(row.Key[i], inner) is ThingTerm thing && thing.Slot == slot)
            {
                // A look-up with a missing part of its key is missing, even where no row has the part that is known.
                BoundExpression[] others = [.. row.Key.Where((_, other) => other != i)];
                if (others.All(other => terms.Field(other, inner) is not null || !CanBeMissing(other, inner)))
                {
                    ImmutableArray<Term> unless = [.. others.Where(other => CanBeMissing(other, inner)).Select(other => terms.Field(other, inner)!).Distinct()]; // Tested above.
                    all = all.And(new Restriction { Codes = [new CodeRestriction(thing.Path, CodesOf(table, i), unless)] });
                }
            }
        }

        return all;
    }

    /// <summary>What the look-ups in a value depend on: where one of these is missing, so is the value, whatever all rows hold.</summary>
    /// <returns>Null where one of them is no field.</returns>
    public ImmutableArray<Term>? KeysIn(BoundExpression value, Definitions names)
    {
        List<Term> keys = [];
        foreach ((BoundRow row, Definitions inner) in names.RowsIn(value))
        {
            foreach (BoundExpression key in row.On is null ? row.Key : row.Key.Add(row.On))
            {
                if (!CanBeMissing(key, inner))
                {
                    continue;
                }

                if (terms.Field(key, inner) is not Term field)
                {
                    return null;
                }

                keys.Add(field);
            }
        }

        return [.. keys.Distinct()];
    }

    /// <summary>Whether a value can be missing.</summary>
    public static bool CanBeMissing(BoundExpression value, Definitions names)
    {
        (BoundExpression expression, Definitions inner) = names.Resolve(value);
        return expression switch
        {
            BoundConstant or BoundClaim or BoundVariable or BoundParameter => false,
            BoundChoice choice => choice.Branches.Any(branch => branch.Condition is not null || CanBeMissing(branch.Value, inner)),
            BoundOrElse either => CanBeMissing(either.Second, inner),
            BoundField field => CanBeMissing(field.Receiver, inner) || field.Field.Absence == Absence.Missing,
            _ => true,
        };
    }

    private static CodeSet CodesOf(Table table, int column)
    {
        HashSet<ulong> codes = [];
        for (int row = 0; row < table.RowCount; row++)
        {
            codes.Add(table.GetKey(row, column));
        }

        return CodeSet.From(codes.Where(code => code != 0).Order().Select(code => new CodeInterval(code, code, int.MinValue, int.MaxValue)));
    }
}

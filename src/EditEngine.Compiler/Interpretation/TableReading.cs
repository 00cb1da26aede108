using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Numbers;
using EditEngine.Tables;
using EditEngine.Values;

namespace EditEngine.Compiler.Interpretation;

/// <summary>Reads rows of tables.</summary>
internal static class TableReading
{
    /// <summary>A key of no parts yet.</summary>
    public static EvaluatedValue NoKey { get; } = new EvaluatedKey([]);

    /// <summary>A key with one more part. No row can have a key that there is not; that decides, whatever else is missing. A number within bounds is not known.</summary>
    public static EvaluatedValue WithPart(EvaluatedValue key, EvaluatedValue part) => (key, part) switch
    {
        (EvaluatedKey, EvaluatedRange range) => new EvaluatedMissing(range.Fields),
        (EvaluatedKey, EvaluatedMissing or EvaluatedNone) => part,
        (EvaluatedKey known, _) => known.Add(part),
        (EvaluatedMissing, EvaluatedNone) => part,
        _ => key,
    };

    /// <summary>The row of a key on a day.</summary>
    public static EvaluatedValue FindRow(BoundRow row, EvaluatedValue key, EvaluatedValue day)
    {
        if (key is not EvaluatedKey { Parts: var parts } || row.Table.Table is not Table table)
        {
            return key;
        }

        Span<ulong> numbers = stackalloc ulong[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            numbers[i] = KeyNumber(table, i, parts[i]);
        }

        if (day is EvaluatedDate on)
        {
            int found = table.FindRow(numbers, on.Day);
            return found < 0 ? EvaluatedNone.Instance : new EvaluatedThing(new Thing(ThingKinds.Row, found, table, "row "));
        }

        // Without a day: a row of every day is found all the same, no row on any day is none; else it hangs on the day.
        int always = table.FindRowOfAnyDay(numbers, out bool hasRows);
        return always >= 0 ? new EvaluatedThing(new Thing(ThingKinds.Row, always, table, "row ")) : hasRows && day is EvaluatedMissing ? day : EvaluatedNone.Instance;
    }

    private static ulong KeyNumber(Table table, int column, EvaluatedValue part) => part switch
    {
        EvaluatedCode { Value: { Odd: null } code } => code.Packed,
        EvaluatedText text => table.KeyOf(column, text.Value),
        EvaluatedNumber number => table.KeyOf(column, number.Value),
        _ => ulong.MaxValue,
    };

    /// <summary>All rows that are in force on a day, or may be.</summary>
    public static EvaluatedValue Rows(BoundRows rows, EvaluatedValue on)
    {
        if (rows.Table.Table is not Table table)
        {
            return new EvaluatedThings([]);
        }

        ImmutableArray<Member>.Builder members = ImmutableArray.CreateBuilder<Member>();
        for (int row = 0; row < table.RowCount; row++)
        {
            TruthValue inForce = on switch
            {
                EvaluatedDate date => TruthValue.Of(table.GetFrom(row) <= date.Day && table.GetThrough(row) >= date.Day),
                EvaluatedMissing missing when table.GetFrom(row) != int.MinValue || table.GetThrough(row) != int.MaxValue => TruthValue.Unknown(missing.Fields),
                _ => TruthValue.True,
            };
            if (inForce.Truth != Truth.False)
            {
                members.Add(new Member(new Thing(ThingKinds.Row, row, table, "row "), inForce));
            }
        }

        return new EvaluatedThings(members.ToImmutable());
    }

    /// <summary>A column of a row.</summary>
    public static EvaluatedValue ColumnOf(EvaluatedValue row, ColumnSymbol column)
    {
        if (row is not EvaluatedThing { Thing: { Facts: Table table, Position: int at } })
        {
            return row;
        }

        switch (column.Type.Kind)
        {
            case TypeKind.Code or TypeKind.Category:
                ulong code = table.GetCode(at, column.Index);
                return code == 0 ? EvaluatedNone.Instance : new EvaluatedCode(Code.FromPacked(code));
            case TypeKind.Date:
                int day = table.GetDate(at, column.Index);
                return day == int.MinValue ? EvaluatedNone.Instance : new EvaluatedDate(day);
            case TypeKind.YesNo:
                return table.GetYesNo(at, column.Index) is bool yes ? new EvaluatedYesNo(yes) : EvaluatedNone.Instance;
            case TypeKind.Text:
                return table.GetText(at, column.Index) is string text ? new EvaluatedText(text) : EvaluatedNone.Instance;
            case TypeKind.Period:
                return table.TryGetNumber(at, column.Index, out Rational days)
                    ? column.IsMonths ? new EvaluatedPeriod(0, (int)days.Numerator) : new EvaluatedPeriod((int)days.Numerator, 0)
                    : EvaluatedNone.Instance;
            default:
                return table.TryGetNumber(at, column.Index, out Rational number) ? new EvaluatedNumber(number) : EvaluatedNone.Instance;
        }
    }

    /// <summary>The parts of a key while they are put together.</summary>
    private sealed record EvaluatedKey(ImmutableArray<EvaluatedValue> Parts) : EvaluatedValue
    {
        public EvaluatedKey Add(EvaluatedValue part) => new(Parts.Add(part));
    }
}

using System.Collections.Immutable;
using System.Globalization;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Numbers;
using EditEngine.Plans;
using EditEngine.Tables;
using EditEngine.Values;

namespace EditEngine.Compiler.Interpretation;

/// <content>Fields, dates, tables.</content>
internal sealed partial class ExpressionEvaluator
{
    private EvaluatedValue FieldOf(EvaluatedValue receiver, FieldSymbol field)
    {
        if (receiver is not EvaluatedThing { Thing: Thing thing })
        {
            return receiver;
        }

        if ((thing.Kind & field.Owners) == 0)
        {
            return EvaluatedNone.Instance;
        }

        object? raw = field.Read(new FieldSource(_things.Claim, thing.Facts));
        if (raw is not null)
        {
            return OfFact(raw, field, thing);
        }

        return field.Absence switch
        {
            Absence.None => EvaluatedNone.Instance,
            Absence.Empty => new EvaluatedCodes([]),
            _ => EvaluatedMissing.Of(thing.Path + field.Row.ReportedAs),
        };
    }

    private static EvaluatedValue OfFact(object raw, FieldSymbol field, Thing owner) => raw switch
    {
        decimal number => new EvaluatedNumber(Rational.From(number)),
        DateOnly date => new EvaluatedDate(date.DayNumber),
        DateTimeOffset instant => new EvaluatedInstant(instant.UtcTicks),
        Code code => new EvaluatedCode(code),
        string text => new EvaluatedText(text),
        bool yes => new EvaluatedYesNo(yes),
        ImmutableArray<Code> codes => new EvaluatedCodes(codes),
        ImmutableArray<string> texts => new EvaluatedTexts(texts),
        ImmutableArray<Certificate> certificates => Things(certificates, ThingKinds.Certificate, owner, "certificate"),
        ImmutableArray<Evidence> spans => Things(spans, ThingKinds.Evidence, owner, "evidence"),
        Provider or Patient or DrugIdentification => new EvaluatedThing(new Thing(field.Type.Things, 0, raw, PartPath(owner, field))),
        _ => throw new System.Diagnostics.UnreachableException($"Field {field.Name} gives a {raw.GetType().Name}."),
    };

    private static string PartPath(Thing owner, FieldSymbol field) =>
        owner.Kind == ThingKinds.Claim && field.Name == "patient" ? "patient." : owner.Path + field.Name + ".";

    private static EvaluatedThings Things<T>(ImmutableArray<T> facts, ThingKinds kind, Thing owner, string name)
        where T : class =>
        new([.. facts.Select((one, i) => new Member(new Thing(kind, i, one, string.Create(CultureInfo.InvariantCulture, $"{owner.Path}{name} {i + 1} ")), TruthValue.True))]);

    private EvaluatedValue ClaimDate()
    {
        Claim claim = _things.Claim;
        (DateOnly? date, string name) = _edit.Basis switch
        {
            Basis.Discharge => (claim.DischargeDate, "claim.discharge"),
            Basis.Admission => (claim.AdmissionDate, "claim.admission"),
            Basis.Received => (claim.ReceivedDate, "claim.received"),
            Basis.Processed => (claim.ProcessedDate, "claim.processed"),
            Basis.Through => (claim.Through, "claim.through"),
            _ => (claim.From, "claim.from"),
        };
        return date is DateOnly day ? new EvaluatedDate(day.DayNumber) : EvaluatedMissing.Of(name);
    }

    /// <summary>A line's date is its from; a history line's its own; the claim's and its other things' the claim's on the edit's basis; a group's its key.</summary>
    private EvaluatedValue DateOf(EvaluatedValue thing)
    {
        switch (thing)
        {
            case EvaluatedThing { Thing: { Kind: ThingKinds.Line or ThingKinds.History } line }:
                ServiceLine facts = line.Facts as ServiceLine ?? ((HistoryLine)line.Facts).Line;
                return facts.From is DateOnly from ? new EvaluatedDate(from.DayNumber) : EvaluatedMissing.Of(line.Path + "date");
            case EvaluatedGroup group:
                return group.Keys.OfType<EvaluatedDate>().FirstOrDefault() as EvaluatedValue
                    ?? (group.Members.IsEmpty ? EvaluatedNone.Instance : DateOf(new EvaluatedThing(group.Members[0].Thing)));
            case EvaluatedThing:
                return ClaimDate();
            default:
                return thing;
        }
    }

    private EvaluatedCodes CodesOf(CodeSystem system)
    {
        Claim claim = _things.Claim;
        IEnumerable<Code> codes = system switch
        {
            CodeSystem.Procedure => claim.Lines.Select(line => line.Procedure),
            CodeSystem.Diagnosis => claim.Diagnoses.IsDefault ? [] : claim.Diagnoses.Select(d => d.Code),
            CodeSystem.InpatientProcedure => claim.Procedures.Select(p => p.Code),
            CodeSystem.Modifier => claim.Lines.SelectMany(line => line.Modifiers),
            CodeSystem.Revenue => claim.Lines.Select(line => line.RevenueCode),
            CodeSystem.Ndc => claim.Lines.Select(line => line.Ndc?.Code ?? default),
            CodeSystem.Condition => claim.ConditionCodes,
            CodeSystem.Occurrence => claim.OccurrenceCodes.Select(o => o.Code),
            CodeSystem.Value => claim.ValueCodes.Select(v => v.Code),
            _ => [],
        };
        return new EvaluatedCodes([.. codes.Where(code => !code.IsMissing && code.System == system)]);
    }

    private PossibleValues Row(BoundRow row)
    {
        PossibleValues key = PossibleValues.Of(new EvaluatedKey([]));
        // No row can have a key that there is not; that decides, whatever else is missing. A number within bounds is not known.
        foreach (BoundExpression part in row.Key)
        {
            key = key.With(Value(part), static (head, next) => head is EvaluatedKey known ? next is EvaluatedRange range ? new EvaluatedMissing(range.Fields) : next is EvaluatedMissing or EvaluatedNone ? next : known.Add(next) : head is EvaluatedMissing && next is EvaluatedNone ? next : head);
        }

        PossibleValues on = row.On is null ? PossibleValues.Of(EvaluatedNone.Instance) : Value(row.On);
        PossibleValues found = key.With(on, (parts, day) => FindRow(row, parts, day));
        if (Watch is IEvaluationWatch watch)
        {
            foreach (EvaluatedValue one in found.Data)
            {
                watch.LookedUp(row, one);
            }
        }

        return found;
    }

    private static EvaluatedValue FindRow(BoundRow row, EvaluatedValue key, EvaluatedValue day)
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

    private EvaluatedValue Rows(BoundRows rows)
    {
        if (rows.Table.Table is not Table table)
        {
            return new EvaluatedThings([]);
        }

        EvaluatedValue on = rows.On is null ? EvaluatedNone.Instance : Value(rows.On).Single;
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

    private static EvaluatedValue ColumnOf(EvaluatedValue row, ColumnSymbol column)
    {
        if (row is not EvaluatedThing { Thing: { Facts: Table table, Position: int at } })
        {
            return row;
        }

        switch (column.Type.Kind)
        {
            case TypeKind.Code:
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

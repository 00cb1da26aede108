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
    private Datum FieldOf(Datum receiver, FieldSymbol field)
    {
        if (receiver is not ThingDatum { Thing: Thing thing })
        {
            return receiver;
        }

        if ((thing.Kind & field.Owners) == 0)
        {
            return NoneDatum.Instance;
        }

        object? raw = field.Read(new FieldSource(_things.Claim, thing.Facts));
        if (raw is not null)
        {
            return OfFact(raw, field, thing);
        }

        return field.Absence switch
        {
            Absence.None => NoneDatum.Instance,
            Absence.Empty => new CodesDatum([]),
            _ => MissingDatum.Of(thing.Path + field.Row.ReportedAs),
        };
    }

    private static Datum OfFact(object raw, FieldSymbol field, Thing owner) => raw switch
    {
        decimal number => new NumberDatum(Rational.From(number)),
        DateOnly date => new DateDatum(date.DayNumber),
        DateTimeOffset instant => new InstantDatum(instant.UtcTicks),
        Code code => new CodeDatum(code),
        string text => new TextDatum(text),
        bool yes => new YesNoDatum(yes),
        ImmutableArray<Code> codes => new CodesDatum(codes),
        ImmutableArray<string> texts => new TextsDatum(texts),
        ImmutableArray<Certificate> certificates => Things(certificates, ThingKinds.Certificate, owner, "certificate"),
        ImmutableArray<Evidence> spans => Things(spans, ThingKinds.Evidence, owner, "evidence"),
        Provider or Patient or DrugIdentification => new ThingDatum(new Thing(field.Type.Things, 0, raw, PartPath(owner, field))),
        _ => throw new System.Diagnostics.UnreachableException($"Field {field.Name} gives a {raw.GetType().Name}."),
    };

    private static string PartPath(Thing owner, FieldSymbol field) =>
        owner.Kind == ThingKinds.Claim && field.Name == "patient" ? "patient." : owner.Path + field.Name + ".";

    private static ThingsDatum Things<T>(ImmutableArray<T> facts, ThingKinds kind, Thing owner, string name)
        where T : class =>
        new([.. facts.Select((one, i) => new Member(new Thing(kind, i, one, string.Create(CultureInfo.InvariantCulture, $"{owner.Path}{name} {i + 1} ")), TruthValue.True))]);

    private Datum ClaimDate()
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
        return date is DateOnly day ? new DateDatum(day.DayNumber) : MissingDatum.Of(name);
    }

    /// <summary>A line's date is its from; a history line's its own; the claim's and its other things' the claim's on the edit's basis; a group's its key.</summary>
    private Datum DateOf(Datum thing)
    {
        switch (thing)
        {
            case ThingDatum { Thing: { Kind: ThingKinds.Line or ThingKinds.History } line }:
                ServiceLine facts = line.Facts as ServiceLine ?? ((HistoryLine)line.Facts).Line;
                return facts.From is DateOnly from ? new DateDatum(from.DayNumber) : MissingDatum.Of(line.Path + "date");
            case GroupDatum group:
                return group.Keys.OfType<DateDatum>().FirstOrDefault() as Datum
                    ?? (group.Members.IsEmpty ? NoneDatum.Instance : DateOf(new ThingDatum(group.Members[0].Thing)));
            case ThingDatum:
                return ClaimDate();
            default:
                return thing;
        }
    }

    private CodesDatum CodesOf(CodeSystem system)
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
        return new CodesDatum([.. codes.Where(code => !code.IsMissing && code.System == system)]);
    }

    private PossibleValues Row(BoundRow row)
    {
        PossibleValues key = PossibleValues.Of(new KeyDatum([]));
        foreach (BoundExpression part in row.Key)
        {
            key = key.With(Value(part), static (head, next) => head is KeyDatum known ? next is MissingDatum or NoneDatum ? Absent(known, next) : known.Add(next) : head is MissingDatum && next is NoneDatum ? next : head);
        }

        PossibleValues on = row.On is null ? PossibleValues.Of(NoneDatum.Instance) : Value(row.On);
        return key.With(on, (parts, day) => FindRow(row, parts, day));

        // No row can have a key that there is not; that decides, whatever else is missing.
        static Datum Absent(KeyDatum head, Datum next) => next;
    }

    private static Datum FindRow(BoundRow row, Datum key, Datum day)
    {
        if (key is not KeyDatum { Parts: var parts } || row.Table.Table is not Table table)
        {
            return key;
        }

        Span<ulong> numbers = stackalloc ulong[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            numbers[i] = KeyNumber(table, i, parts[i]);
        }

        if (day is DateDatum on)
        {
            int found = table.FindRow(numbers, on.Day);
            return found < 0 ? NoneDatum.Instance : new ThingDatum(new Thing(ThingKinds.Row, found, table, "row "));
        }

        // Without a day: a row of every day is found all the same, no row on any day is none; else it hangs on the day.
        int always = table.FindRowOfAnyDay(numbers, out bool hasRows);
        return always >= 0 ? new ThingDatum(new Thing(ThingKinds.Row, always, table, "row ")) : hasRows && day is MissingDatum ? day : NoneDatum.Instance;
    }

    private static ulong KeyNumber(Table table, int column, Datum part) => part switch
    {
        CodeDatum { Value: { Odd: null } code } => code.Packed,
        TextDatum text => table.KeyOf(column, text.Value),
        NumberDatum number => table.KeyOf(column, number.Value.ToString()),
        _ => ulong.MaxValue,
    };

    private Datum Rows(BoundRows rows)
    {
        if (rows.Table.Table is not Table table)
        {
            return new ThingsDatum([]);
        }

        Datum on = rows.On is null ? NoneDatum.Instance : Value(rows.On).Single;
        ImmutableArray<Member>.Builder members = ImmutableArray.CreateBuilder<Member>();
        for (int row = 0; row < table.RowCount; row++)
        {
            TruthValue inForce = on switch
            {
                DateDatum date => TruthValue.Of(table.GetFrom(row) <= date.Day && table.GetThrough(row) >= date.Day),
                MissingDatum missing when table.GetFrom(row) != int.MinValue || table.GetThrough(row) != int.MaxValue => TruthValue.Unknown(missing.Fields),
                _ => TruthValue.True,
            };
            if (inForce.Truth != Truth.False)
            {
                members.Add(new Member(new Thing(ThingKinds.Row, row, table, "row "), inForce));
            }
        }

        return new ThingsDatum(members.ToImmutable());
    }

    private static Datum ColumnOf(Datum row, ColumnSymbol column)
    {
        if (row is not ThingDatum { Thing: { Facts: Table table, Position: int at } })
        {
            return row;
        }

        switch (column.Type.Kind)
        {
            case TypeKind.Code:
                ulong code = table.GetCode(at, column.Index);
                return code == 0 ? NoneDatum.Instance : new CodeDatum(Code.FromPacked(code));
            case TypeKind.Date:
                int day = table.GetDate(at, column.Index);
                return day == int.MinValue ? NoneDatum.Instance : new DateDatum(day);
            case TypeKind.YesNo:
                return table.GetYesNo(at, column.Index) is bool yes ? new YesNoDatum(yes) : NoneDatum.Instance;
            case TypeKind.Text:
                return table.GetText(at, column.Index) is string text ? new TextDatum(text) : NoneDatum.Instance;
            case TypeKind.Period:
                return table.TryGetNumber(at, column.Index, out Rational days)
                    ? column.IsMonths ? new PeriodDatum(0, (int)days.Numerator) : new PeriodDatum((int)days.Numerator, 0)
                    : NoneDatum.Instance;
            default:
                return table.TryGetNumber(at, column.Index, out Rational number) ? new NumberDatum(number) : NoneDatum.Instance;
        }
    }

    /// <summary>The parts of a key while they are put together.</summary>
    private sealed record KeyDatum(ImmutableArray<Datum> Parts) : Datum
    {
        public KeyDatum Add(Datum part) => new(Parts.Add(part));
    }
}

using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Symbols;

namespace EditEngine.Tests.Differential;

/// <summary>Claims made of what a pack's rules speak of, with facts missing by chance.</summary>
internal sealed partial class PackClaims(Random random, Material all, ImmutableArray<Material> edits)
{
    private static readonly double[] Absences = [0, 0, 0, 0.02, 0.1, 0.25];

    private Material _focus = new();
    private double _absence;
    private double _sameness;
    private double _oddness;
    private int _anchor;
    private ClaimType _type;
    private ImmutableArray<string> _row = [];
    private ImmutableArray<Provider> _providers = [];

    /// <summary>The next claim and a date to decide it on.</summary>
    public (Claim Claim, DateOnly AsOf) Next()
    {
        _focus = edits.IsEmpty || Chance(0.1) ? all : edits[random.Next(edits.Length)];
        _absence = Absences[random.Next(Absences.Length)];
        _sameness = Chance(0.5) ? 0.3 : 0.85;
        _oddness = Chance(0.6) ? 0 : Chance(0.5) ? 0.03 : 0.15;
        _anchor = Anchor();
        _type = Type();
        _row = Row();
        _providers = [.. Enumerable.Range(0, Chance(_sameness) ? 1 : 3).Select(_ => Provider())];
        int asOf = Chance(0.3) ? Pick(_focus.Days, _anchor) + random.Next(-1, 2) : _anchor + random.Next(0, 90);
        return (Claim(), Day(asOf));
    }

    private Claim Claim()
    {
        int number = 0;
        ImmutableArray<ServiceLine> lines = [.. Many(1, 8).Select(_ => Line(number += 1 + random.Next(2)))];
        ImmutableArray<HistoryLine> history = [.. Many(0, 12).Select(History)];
        string? original = Chance(0.8) ? "H" + random.Next(4) : null;
        return new Claim
        {
            Id = "C" + random.Next(1000),
            Type = _type,
            Payer = Maybe(Word("payer")),
            LineOfBusiness = Maybe(Word("line_of_business", "commercial", "medicaid")),
            Product = Maybe(Word("product")),
            State = Maybe(Word("state", "OH", "MI")),
            Contract = Maybe(Word("contract")),
            ReceivedDate = Date(),
            ProcessedDate = Date(),
            Frequency = CodeOf(CodeSystem.Frequency, Chance(0.3) ? "7" : "1"),
            OriginalClaimId = original,
            OriginalDecisionDate = Date(),
            DelayReason = Chance(0.3) ? CodeOf(CodeSystem.DelayReason, "8") : default,
            BillType = CodeOf(CodeSystem.BillType, "111", "131"),
            From = Date(),
            Through = Date(),
            AdmissionDate = Date(),
            DischargeDate = Date(),
            DischargeStatus = CodeOf(CodeSystem.DischargeStatus, "01"),
            AdmissionType = CodeOf(CodeSystem.AdmissionType, "1"),
            AdmissionSource = CodeOf(CodeSystem.AdmissionSource, "1"),
            Drg = CodeOf(CodeSystem.Drg, "470"),
            PriorAuthorization = Chance(0.5) ? "PA1" : null,
            CliaNumber = Maybe(Chance(0.7) ? "36D1" : "36D2"),
            TotalChargeCents = Money(),
            Accident = Chance(0.3) ? Word("accident", "auto", "employment", "other") : null,
            Attachments = Codes(CodeSystem.Attachment, "OB", "CT"),
            Patient = Maybe(Patient()),
            Billing = Maybe(AnyProvider()),
            Rendering = Maybe(AnyProvider()),
            Referring = Maybe(AnyProvider()),
            Attending = Maybe(AnyProvider()),
            Diagnoses = Gone ? default : [.. Many(0, 4).Select(_ => Diagnosis())],
            Procedures = [.. Many(0, 2).Select(_ => new InpatientProcedure { Code = Sure(CodeSystem.InpatientProcedure, "0SRC0J9"), Date = Date(), Principal = Chance(0.5) ? Chance(0.5) : null })],
            ConditionCodes = Codes(CodeSystem.Condition, "51", "45"),
            OccurrenceCodes = [.. Many(0, 2).Select(_ => new OccurrenceCode { Code = Sure(CodeSystem.Occurrence, "11", "74"), Date = Date(), Through = Date() })],
            ValueCodes = [.. Many(0, 2).Select(_ => new ValueCode { Code = Sure(CodeSystem.Value, "80", "A1"), Amount = Number() })],
            Lines = Shuffled(lines),
            History = Gone || Chance(0.05) ? default : Shuffled(history),
            Authorizations = Gone ? default : [.. Many(0, 2).Select(_ => Authorization())],
            CodingRecord = Chance(0.2) ? null : new CodingRecord { Engine = "engine 1", Suggestions = [.. Many(0, 4).Select(_ => Suggestion())] },
            Facts = Facts(),
        };
    }

    private ClaimType Type()
    {
        string? word = Chance(0.8) ? Pick(_focus.Words.GetValueOrDefault("type") ?? [], "") : null;
        return word switch { "professional" => ClaimType.Professional, "institutional" => ClaimType.Institutional, "dental" => ClaimType.Dental, _ => (ClaimType)random.Next(1, 4) };
    }

    private bool Gone => Chance(_absence);

    private bool Chance(double share) => random.NextDouble() < share;

    private IEnumerable<int> Many(int least, int most) => Enumerable.Range(0, Chance(0.5) ? random.Next(least, Math.Min(most, least + 3) + 1) : random.Next(least, most + 1));

    private ImmutableArray<T> Shuffled<T>(ImmutableArray<T> items)
    {
        T[] shuffled = [.. items];
        random.Shuffle(shuffled);
        return [.. shuffled];
    }

    private T? Maybe<T>(T? value)
        where T : class => Gone ? null : value is string && Odd ? (T)(object)OddText() : value;

    private T Pick<T>(IReadOnlyList<T> items, T otherwise) => items.Count == 0 ? otherwise : items[random.Next(items.Count)];

    private int Anchor()
    {
        int day = Chance(0.15) ? RowDay() : Pick(_focus.Days, new DateOnly(2024, 5, 2).DayNumber);
        return Math.Clamp(day + (Chance(0.5) ? random.Next(-1, 2) : random.Next(-40, 400)), 700_000, 760_000);
    }

    private int RowDay()
    {
        TableSymbol? table = Pick(_focus.Tables, null!);
        return table?.Table is { RowCount: > 0 } rows ? rows.GetFrom(random.Next(rows.RowCount)) : new DateOnly(2024, 5, 2).DayNumber;
    }

    /// <summary>Key texts of one row of a table in the rules: two lines that make a pair stand on one claim.</summary>
    private ImmutableArray<string> Row()
    {
        TableSymbol? table = Pick(_focus.Tables, null!);
        if (table?.Table is not { RowCount: > 0 } rows)
        {
            return [];
        }

        int row = random.Next(rows.RowCount);
        return [.. table.Columns.Take(table.KeyCount).Select(column => column.Type.Kind == TypeKind.Code ? EditEngine.Codes.Code.FromPacked(rows.GetCode(row, column.Index)).ToPlainText()
            : column.Type.Kind == TypeKind.Text ? rows.GetText(row, column.Index) ?? "" : "")];
    }

    private static DateOnly Day(int number) => DateOnly.FromDayNumber(Math.Clamp(number, 1, DateOnly.MaxValue.DayNumber));

    private DateOnly? Date() => Gone ? null : Chance(0.005) ? AtAnEnd() : SureDate();

    // What is shifted from there may fall off the calendar.
    private DateOnly AtAnEnd() => DateOnly.FromDayNumber(Chance(0.5) ? random.Next(400) : DateOnly.MaxValue.DayNumber - random.Next(400));

    private DateOnly SureDate()
    {
        if (Odd)
        {
            return OddDate();
        }

        double chance = random.NextDouble();
        if (chance < _sameness)
        {
            return Day(_anchor);
        }

        if (chance < _sameness + ((1 - _sameness) * 0.4))
        {
            return Day(_anchor + random.Next(-3, 4));
        }

        if (chance < _sameness + ((1 - _sameness) * 0.5))
        {
            return Day(Pick(_focus.Days, _anchor) + random.Next(-1, 2));
        }

        PeriodConstant period = Pick(_focus.Periods, new PeriodConstant(30, 0));
        int sign = Chance(0.8) ? -1 : 1;
        return Day(Day(_anchor).AddMonths(sign * Math.Min(period.Months, 12_000)).DayNumber + (sign * Math.Min(period.Days, 100_000)) + random.Next(-2, 3));
    }

    private string Word(string field, params string[] defaults)
    {
        string[] words = [.. _focus.Words.GetValueOrDefault(field) ?? all.Words.GetValueOrDefault(field) ?? []];
        return words.Length > 0 && (defaults.Length == 0 || Chance(0.6))
            ? Chance(defaults.Length == 0 ? 0.7 : 1) ? words[random.Next(words.Length)] : Pick(["C-1", "X"], "X")
            : defaults.Length > 0 ? defaults[random.Next(defaults.Length)] : Chance(0.3) ? _row.FirstOrDefault() ?? "C-1" : "C-1";
    }

    private Code Sure(CodeSystem system, params string[] defaults)
    {
        List<string> known = _focus.Codes.GetValueOrDefault(system) ?? [];
        List<string> every = all.Codes.GetValueOrDefault(system) ?? [];
        string text = known.Count > 0 && Chance(0.75) ? known[random.Next(known.Count)]
            : every.Count > 0 && Chance(0.3) ? every[random.Next(every.Count)] : defaults[random.Next(defaults.Length)];
        return EditEngine.Codes.Code.From(system, Odd ? OddCode(text) : text);
    }

    private Code CodeOf(CodeSystem system, params string[] defaults) => Gone ? default : Sure(system, defaults);

    private ImmutableArray<Code> Codes(CodeSystem system, params string[] defaults) => [.. Many(0, 3).Take(Chance(0.4) ? 0 : 3).Select(_ => Sure(system, defaults))];

    private long? Money() => Gone ? null : Odd ? OddMoney() : Chance(0.4) ? 10_000 : random.Next(0, 200_000);

    private decimal? Number() => Gone ? null : Odd ? OddNumber() : SureNumber();

    private decimal SureNumber() => random.Next(6) switch
    {
        < 3 => 1,
        3 => random.Next(0, 12),
        4 => 0.5m * random.Next(0, 6),
        _ => Math.Abs(Pick(_focus.Numbers, 2)) + random.Next(0, 2),
    };
}

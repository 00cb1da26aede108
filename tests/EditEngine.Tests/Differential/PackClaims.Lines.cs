using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Symbols;

namespace EditEngine.Tests.Differential;

/// <content>Lines, people and records.</content>
internal sealed partial class PackClaims
{
    private static readonly string[] DiagnosisTypes = ["principal", "other", "admitting", "reason", "external"];

    private ServiceLine Line(int number)
    {
        bool hasTeeth = Chance(0.3);
        return new ServiceLine
        {
            Number = number,
            Procedure = Gone ? default : Procedure(),
            Modifiers = Gone ? default : Codes(CodeSystem.Modifier, "25", "59", "RT", "LT"),
            RevenueCode = CodeOf(CodeSystem.Revenue, "0450", "0300"),
            Units = Number(),
            UnitBasis = Chance(0.5) ? Chance(0.8) ? "UN" : "MJ" : null,
            ChargeCents = Money(),
            NonCoveredChargeCents = Chance(0.2) ? Money() : null,
            From = Date(),
            Through = Chance(0.6) ? null : Date(),
            PlaceOfService = CodeOf(CodeSystem.PlaceOfService, "11", "21"),
            DiagnosisPointers = Gone ? default : [.. Many(0, 4).Select(i => i + 1)],
            Emergency = Chance(0.3) ? Chance(0.5) : null,
            Rendering = Chance(0.4) ? AnyProvider() : null,
            Ordering = Chance(0.3) ? AnyProvider() : null,
            Ndc = Chance(0.3) ? new DrugIdentification { Code = CodeOf(CodeSystem.Ndc, "00002143380"), Quantity = Number(), Unit = Chance(0.5) ? "ML" : null } : null,
            Tooth = hasTeeth ? CodeOf(CodeSystem.Tooth, "1", "14") : default,
            Surfaces = hasTeeth ? Codes(CodeSystem.Surface, "M", "O", "D") : [],
            Quadrant = hasTeeth ? CodeOf(CodeSystem.Quadrant, "UR", "LL") : default,
            Prosthesis = Chance(0.2) ? Chance(0.5) ? "initial" : "replacement" : null,
            PriorPlacementDate = Chance(0.2) ? Date() : null,
        };
    }

    private Code Procedure() => _row.Length > 0 && Chance(0.45) && CodeText() is string text
        ? EditEngine.Codes.Code.From(CodeSystem.Procedure, text) : Sure(CodeSystem.Procedure, "99213", "20610", "D0120", "J1100");

    private string? CodeText()
    {
        string text = _row[random.Next(_row.Length)];
        return text.Length == 5 ? text : null;
    }

    private HistoryLine History(int number) => new()
    {
        // Now and then one line of one claim stands there twice.
        ClaimId = "H" + random.Next(4),
        Line = Line(Chance(0.9) ? number + 1 : 1) is ServiceLine line && Chance(0.9) ? line with { DiagnosisPointers = default } : Line(1),
        Status = Chance(0.6) ? LineStatus.Paid : (LineStatus)random.Next(5),
        ClaimType = Gone ? ClaimType.Unknown : Chance(0.7) ? _type : (ClaimType)random.Next(1, 4),
        PaidUnits = Number(),
        PaidAmountCents = Money(),
        AdjudicatedDate = Date(),
        BillType = CodeOf(CodeSystem.BillType, "111", "131"),
        AdmissionDate = Date(),
        DischargeDate = Date(),
        Billing = Maybe(AnyProvider()),
        Diagnoses = Gone ? default : [.. Many(0, 3).Select(_ => Diagnosis())],
    };

    private Diagnosis Diagnosis() => new()
    {
        Code = _row.Length == 0 || Chance(0.7) || _row[0].Length is 0 or 5 ? Sure(CodeSystem.Diagnosis, "E119", "I10", "Z0000", "J020") : EditEngine.Codes.Code.From(CodeSystem.Diagnosis, _row[0]),
        Type = Chance(0.5) ? null : DiagnosisTypes[random.Next(DiagnosisTypes.Length)],
        PresentOnAdmission = Chance(0.5) ? CodeOf(CodeSystem.PresentOnAdmission, "Y", "N") : default,
    };

    private Patient Patient() => new()
    {
        MemberId = "M1",
        BirthDate = Gone ? null : Odd ? OddDate() : Chance(0.3) ? new DateOnly(2012, 2, 29) : Day(Day(_anchor).AddYears(-(Chance(0.5) ? random.Next(0, 90) : (int)Math.Clamp(Pick(_focus.Numbers, 14), 0, 90))).DayNumber + random.Next(-1, 2)),
        Sex = Maybe(Chance(0.5) ? "F" : Chance(0.8) ? "M" : "U"),
        MissingTeeth = Codes(CodeSystem.Tooth, "1", "14"),
    };

    private Provider AnyProvider() => _providers[random.Next(_providers.Length)];

    private Provider Provider() => new()
    {
        Npi = Maybe(Chance(0.7) ? "1234567893" : "1999999992"),
        TaxId = Maybe(Chance(0.8) ? "123456789" : "987654321"),
        Taxonomy = CodeOf(CodeSystem.Taxonomy, "207Q00000X"),
        Specialty = _row.Length > 0 && _row[0].Length == 2 && Chance(0.5) ? EditEngine.Codes.Code.From(CodeSystem.Specialty, _row[0]) : CodeOf(CodeSystem.Specialty, "11", "93"),
        State = Maybe(Chance(0.5) && _row.Length > 1 && _row[1].Length == 2 ? _row[1] : Word("state", "OH", "MI")),
        Type = Maybe(Word("type", "hospital", "physician")),
        Organization = Maybe(Chance(0.7) ? "ORG1" : "ORG2"),
        Certificates = Gone ? default : [.. Many(0, 2).Select(_ => Certificate())],
    };

    private Certificate Certificate() => new()
    {
        Number = Maybe(Chance(0.8) ? "36D1" : "36D2"),
        Kind = Maybe(Pick(["waiver", "ppm", "compliance", "accreditation", "registration"], "ppm")),
        From = Gone ? null : Day(_anchor + random.Next(-400, 3)),
        Through = Chance(0.4) ? null : Day(_anchor + random.Next(-3, 400)),
    };

    private Authorization Authorization() => new()
    {
        Number = Chance(0.5) ? "PA1" : "PA2",
        Procedure = Gone ? default : Procedure(),
        Npi = Maybe("1234567893"),
        From = Date(),
        Through = Date(),
        ApprovedUnits = Number(),
        UsedUnits = Number(),
    };

    private Suggestion Suggestion()
    {
        (string system, Code code) = random.Next(4) switch
        {
            0 => ("CPT", Procedure()),
            1 => ("HCPCS", Sure(CodeSystem.Procedure, "J1100")),
            2 => ("ICD-10-PCS", Sure(CodeSystem.InpatientProcedure, "0SRC0J9")),
            _ => ("ICD-10-CM", Sure(CodeSystem.Diagnosis, "E119", "I10")),
        };
        return new Suggestion
        {
            Code = code,
            System = system,
            Confidence = Gone ? null : random.Next(0, 101) / 100m,
            Evidence = Gone ? default : [.. Many(0, 3).Select(_ => Evidence())],
            SuggestedAt = Instant(),
            ChangedAt = Chance(0.5) ? Instant() : null,
            Author = Maybe(Chance(0.5) ? "engine" : "anna"),
            Reviewer = Maybe(Chance(0.5) ? "anna" : "bert"),
            ReviewedAt = Instant(),
            Decision = Maybe(Pick(["accepted", "rejected", "changed"], "accepted")),
        };
    }

    private DateTimeOffset? Instant() =>
        Gone ? null : new DateTimeOffset(2024, 5, 2, random.Next(24), 0, 0, TimeSpan.FromHours(random.Next(-12, 15)));

    private Evidence Evidence() => new()
    {
        Document = Maybe("D1"),
        Section = Maybe("plan"),
        Negated = Gone ? null : Chance(0.3),
        Temporality = Maybe(Chance(0.7) ? "current" : "past"),
        Subject = Maybe(Chance(0.8) ? "patient" : "family"),
        Certainty = Maybe(Chance(0.6) ? "affirmed" : "uncertain"),
    };

    private ImmutableSortedDictionary<string, FactValue> Facts()
    {
        ImmutableSortedDictionary<string, FactValue> facts = FactValue.NoFacts;
        foreach (FactSymbol fact in all.Facts)
        {
            if (!Gone)
            {
                facts = facts.SetItem(fact.Member, fact.Type.Kind switch
                {
                    TypeKind.YesNo => new FactValue { YesNo = Chance(0.5) },
                    TypeKind.ThingList => new FactValue { Spans = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Span(fact.Name))] },
                    TypeKind.Text => new FactValue { Text = Word(fact.Name, "a", "b") },
                    TypeKind.Date => new FactValue { Text = SureDate().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) },
                    TypeKind.Code => new FactValue { Text = Odd ? OddText() : Sure(fact.Type.System, "99213").ToPlainText() },
                    _ => new FactValue { Number = Odd ? OddNumber() : Chance(0.5) ? SureNumber() : Pick(_focus.Numbers, 100) + random.Next(-1, 2) },
                });
            }
        }

        return facts;
    }

    // Of some weeks, so that several meet, overlap or leave a gap about the days of the lines.
    private FactSpan Span(string name)
    {
        DateOnly from = SureDate();
        return new FactSpan
        {
            From = Gone ? null : from,
            Through = Gone || Chance(0.2) ? null : DateOnly.FromDayNumber(Math.Clamp(from.DayNumber + random.Next(-1, 20), 0, DateOnly.MaxValue.DayNumber)),
            Value = Gone ? null : Word(name, "a", "b"),
        };
    }
}

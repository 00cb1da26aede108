using System.Collections.Immutable;
using System.Globalization;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Symbols;
using EditEngine.Numbers;
using EditEngine.Plans;

namespace EditEngine.Compiler.Interpretation;

/// <summary>Reads fields, dates, codes and facts of one claim.</summary>
/// <param name="things">The claim's things.</param>
/// <param name="basis">Which date of the claim the edit goes by.</param>
internal sealed class ClaimReading(ClaimThings things, Basis basis)
{
    /// <summary>A field of a thing; what has not been told apart (missing, none) stays as it is.</summary>
    public EvaluatedValue FieldOf(EvaluatedValue receiver, FieldSymbol field)
    {
        if (receiver is not EvaluatedThing { Thing: Thing thing })
        {
            return receiver;
        }

        if ((thing.Kind & field.Owners) == 0)
        {
            return EvaluatedNone.Instance;
        }

        object? raw = field.Read(new FieldSource(things.Claim, thing.Facts));
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

    /// <summary>The claim's date on the edit's basis.</summary>
    public EvaluatedValue ClaimDate()
    {
        Claim claim = things.Claim;
        (DateOnly? date, string name) = basis switch
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
    public EvaluatedValue DateOf(EvaluatedValue thing)
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

    /// <summary>All codes of a system that the claim has, wherever they stand.</summary>
    public EvaluatedCodes CodesOf(CodeSystem system)
    {
        Claim claim = things.Claim;
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

    /// <summary>A fact that a pack declares.</summary>
    public EvaluatedValue FactOf(FactSymbol fact)
    {
        if (!things.Claim.Facts.TryGetValue(fact.Member, out FactValue? value))
        {
            return EvaluatedMissing.Of("claim." + fact.Name);
        }

        return (fact.Type.Kind, value) switch
        {
            (TypeKind.ThingList, { Spans: { IsDefault: false } spans }) => new EvaluatedThings(
                [.. spans.Select((span, i) => new Member(new Thing(ThingKinds.Span, i, span, string.Create(CultureInfo.InvariantCulture, $"{fact.Name} {i + 1} ")), TruthValue.True))]),
            (TypeKind.YesNo, { YesNo: bool yes }) => new EvaluatedYesNo(yes),
            (TypeKind.Text, { Text: string text }) => new EvaluatedText(text),
            (TypeKind.Code, { Text: string text }) => new EvaluatedCode(Code.From(fact.Type.System, text)),
            (TypeKind.Date, { Text: string text }) when DateOnly.TryParseExact(text, "yyyy-MM-dd", out DateOnly date) => new EvaluatedDate(date.DayNumber),
            (TypeKind.Money, { Number: decimal money }) => new EvaluatedNumber(Rational.From(money) * Rational.From(100)),
            (TypeKind.Number or TypeKind.Units or TypeKind.Percent, { Number: decimal number }) => new EvaluatedNumber(Rational.From(number)),
            _ => EvaluatedMissing.Of("claim." + fact.Name),
        };
    }

    /// <summary>The claim has a suggested code.</summary>
    public bool IsOnClaim(Suggestion suggestion)
    {
        Claim claim = things.Claim;
        return suggestion.System switch
        {
            "ICD-10-CM" => !claim.Diagnoses.IsDefault && claim.Diagnoses.Any(d => Comparison.SameCode(d.Code, suggestion.Code)),
            "ICD-10-PCS" => claim.Procedures.Any(p => Comparison.SameCode(p.Code, suggestion.Code)),
            "CPT" or "HCPCS" or "CDT" => claim.Lines.Any(line => Comparison.SameCode(line.Procedure, suggestion.Code)),
            _ => false,
        };
    }
}

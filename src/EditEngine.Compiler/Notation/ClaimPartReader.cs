using EditEngine.Claims;
using EditEngine.Codes;

namespace EditEngine.Compiler.Notation;

/// <summary>Reads the lines of a test on what belongs to its claim: diagnoses, procedures, occurrences, values, certificates and authorizations.</summary>
internal sealed class ClaimPartReader(ClaimNotationBuilder draft)
{
    private static readonly string[] ProviderRoles =
        [.. FieldTable.All.Where(field => field.Owners == ThingKinds.Claim && field.Type is { Kind: FieldKind.Thing, Things: ThingKinds.Provider }).Select(field => field.Name)];

    public void ReadDiagnoses(WordReader reader) => draft.Diagnoses.AddRange(reader.ReadList(() =>
    {
        Diagnosis diagnosis = new() { Code = reader.ReadCode(CodeSystem.Diagnosis) };
        while (!reader.IsDone && !reader.IsNext(WordKind.Comma))
        {
            if (reader.TryTake("poa"))
            {
                diagnosis = diagnosis with { PresentOnAdmission = reader.ReadCode(CodeSystem.PresentOnAdmission) };
            }
            else if (reader.TryTake("icd9"))
            {
                diagnosis = diagnosis with { Code = Code.From(CodeSystem.Icd9Diagnosis, diagnosis.Code.ToPlainText()) };
            }
            else
            {
                diagnosis = diagnosis with { Type = reader.ReadOneOf("poa, a comma or a role", ClaimWords.DiagnosisRoles) };
            }
        }

        return diagnosis;
    }));

    public void ReadProcedure(WordReader reader)
    {
        InpatientProcedure procedure = new() { Code = reader.ReadCode(CodeSystem.InpatientProcedure) };
        while (!reader.IsDone)
        {
            procedure = reader.TryTake("on")
                ? procedure with { Date = reader.ReadDate() }
                : procedure with { Principal = reader.ReadOneOf("'on' and a date, or", ["principal"]) == "principal" };
        }

        draft.Procedures.Add(procedure);
    }

    public void ReadOccurrence(WordReader reader)
    {
        OccurrenceCode occurrence = new() { Code = reader.ReadCode(CodeSystem.Occurrence) };
        if (reader.TryTake("on"))
        {
            occurrence = occurrence with { Date = reader.ReadDate() };
            if (reader.TryTake(WordKind.Range))
            {
                occurrence = occurrence with { Through = reader.ReadDate() };
            }
        }

        draft.Occurrences.Add(occurrence);
    }

    public void ReadValueCode(WordReader reader)
    {
        ValueCode value = new() { Code = reader.ReadCode(CodeSystem.Value) };
        if (reader.IsNext(WordKind.Plain) && reader.Peek()!.Value.Value.StartsWith('$'))
        {
            value = value with { Amount = reader.ReadMoney() / 100m };
        }
        else if (!reader.IsDone)
        {
            value = value with { Amount = reader.ReadNumber("an amount") };
        }

        draft.Values.Add(value);
    }

    public void ReadCertificate(WordReader reader)
    {
        string role = reader.TryTake("of") ? reader.ReadOneOf("a provider", ProviderRoles) : "billing";
        Certificate certificate = new() { Number = reader.ReadText("the number of a certificate") };
        while (!reader.IsDone)
        {
            if (reader.TryTakeOneOf(ClaimWords.CertificateKinds) is string kind)
            {
                certificate = certificate with { Kind = kind };
            }
            else if (DateRange.IsNext(reader))
            {
                (DateOnly from, DateOnly? through) = DateRange.Read(reader);
                certificate = certificate with { From = from, Through = through };
            }
            else
            {
                WrittenValue field = FieldReading.Read(reader, ThingKinds.Certificate, "A certificate", ClaimWords.CertificateKinds);
                certificate = reader.HasFailed ? certificate : FieldWriters.Write(ThingKinds.Certificate, certificate, field.Path, field.Value);
            }
        }

        draft.Certificates.Add((role, certificate));
    }

    public void ReadAuthorization(WordReader reader)
    {
        Authorization authorization = new() { Number = reader.ReadText("the number of an authorization") };
        while (!reader.IsDone)
        {
            if (DateRange.IsNext(reader))
            {
                (DateOnly from, DateOnly? through) = DateRange.Read(reader);
                authorization = authorization with { From = from, Through = through };
            }
            else
            {
                WrittenValue field = FieldReading.Read(reader, ThingKinds.Authorization, "An authorization");
                authorization = reader.HasFailed ? authorization : FieldWriters.Write(ThingKinds.Authorization, authorization, field.Path, field.Value);
            }
        }

        draft.Authorizations.Add(authorization);
    }
}

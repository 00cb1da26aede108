using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Diagnostics;

namespace EditEngine.Compiler.Notation;

/// <content>The claim, the patient and what hangs on the claim.</content>
internal sealed partial class TestReader
{
    private static readonly string[] ProviderRoles =
        [.. FieldTable.All.Where(field => field.Owners == ThingKinds.Claim && field.Type is { Kind: FieldKind.Thing, Things: ThingKinds.Provider }).Select(field => field.Name)];

    private void ReadClaim(WordReader reader)
    {
        if (_hasClaim)
        {
            reader.Fail(TestDiagnostics.TwoClaims(reader.LastPlace));
            return;
        }

        _hasClaim = true;
        string type = reader.ReadOneOf("the type of the claim", ClaimWords.Types);
        if (!reader.HasFailed)
        {
            _draft.SetType(ClaimWords.TypeOf(type));
        }

        ReadClaimFields(reader);
    }

    private void ReadClaimFields(WordReader reader)
    {
        while (!reader.IsDone)
        {
            FieldValue field = FieldReading.Read(reader, ThingKinds.Claim, "A claim");
            if (!reader.HasFailed)
            {
                _draft.Set(field);
            }
        }
    }

    private void ReadPatient(WordReader reader)
    {
        while (!reader.IsDone)
        {
            FieldValue field = reader.TryTakeOneOf(["F", "M", "U"]) is string sex ? new FieldValue("sex", sex)
                : reader.TryTake("born") ? new FieldValue("birth", reader.ReadDate())
                : FieldReading.Read(reader, ThingKinds.Patient, "A patient", "born");
            if (!reader.HasFailed)
            {
                _draft.Set(field with { Path = "patient." + field.Path });
            }
        }
    }

    private void ReadDiagnoses(WordReader reader) => _draft.Diagnoses.AddRange(reader.ReadList(() =>
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

    private void ReadProcedure(WordReader reader)
    {
        InpatientProcedure procedure = new() { Code = reader.ReadCode(CodeSystem.InpatientProcedure) };
        while (!reader.IsDone)
        {
            procedure = reader.TryTake("on")
                ? procedure with { Date = reader.ReadDate() }
                : procedure with { Principal = reader.ReadOneOf("'on' and a date, or", ["principal"]) == "principal" };
        }

        _draft.Procedures.Add(procedure);
    }

    private void ReadOccurrence(WordReader reader)
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

        _draft.Occurrences.Add(occurrence);
    }

    private void ReadValueCode(WordReader reader)
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

        _draft.Values.Add(value);
    }

    private void ReadCertificate(WordReader reader)
    {
        string role = reader.TryTake("of") ? reader.ReadOneOf("a provider", ProviderRoles) : "billing";
        Certificate certificate = new() { Number = reader.ReadText("the number of a certificate") };
        while (!reader.IsDone)
        {
            if (reader.TryTakeOneOf(ClaimWords.CertificateKinds) is string kind)
            {
                certificate = certificate with { Kind = kind };
            }
            else if (IsDateNext(reader))
            {
                (DateOnly from, DateOnly? through) = ReadRange(reader);
                certificate = certificate with { From = from, Through = through };
            }
            else
            {
                FieldValue field = FieldReading.Read(reader, ThingKinds.Certificate, "A certificate", ClaimWords.CertificateKinds);
                certificate = reader.HasFailed ? certificate : FieldWriters.Write(ThingKinds.Certificate, certificate, field.Path, field.Value);
            }
        }

        _draft.Certificates.Add((role, certificate));
    }

    private void ReadAuthorization(WordReader reader)
    {
        Authorization authorization = new() { Number = reader.ReadText("the number of an authorization") };
        while (!reader.IsDone)
        {
            if (IsDateNext(reader))
            {
                (DateOnly from, DateOnly? through) = ReadRange(reader);
                authorization = authorization with { From = from, Through = through };
            }
            else
            {
                FieldValue field = FieldReading.Read(reader, ThingKinds.Authorization, "An authorization");
                authorization = reader.HasFailed ? authorization : FieldWriters.Write(ThingKinds.Authorization, authorization, field.Path, field.Value);
            }
        }

        _draft.Authorizations.Add(authorization);
    }

    private static bool IsDateNext(WordReader reader) => reader.IsNext(WordKind.Plain) && char.IsAsciiDigit(reader.Peek()!.Value.Value[0]); // A plain word has a character.

    /// <summary><c>D</c>, <c>D ..</c> or <c>D .. D</c>; one day alone is a range of that day.</summary>
    private static (DateOnly From, DateOnly? Through) ReadRange(WordReader reader)
    {
        DateOnly from = reader.ReadDate();
        if (!reader.TryTake(WordKind.Range))
        {
            return (from, from);
        }

        return (from, IsDateNext(reader) ? reader.ReadDate() : null);
    }
}

using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;

namespace EditEngine.Formats.Json;

/// <summary>Patient, providers, and what stands in lists of the claim.</summary>
internal ref partial struct JsonParser
{
    private Patient? ReadPatient()
    {
        if (!TryOpen(ClaimMembers.Patient, out OpenObject open))
        {
            return null;
        }

        string? memberId = null, sex = null;
        DateOnly? birthDate = null;
        ImmutableArray<Code> missingTeeth = [];
        while (NextMember(ref open, out string name))
        {
            switch (name)
            {
                case "memberId": memberId = ReadText(); break;
                case "birthDate": birthDate = ReadDate(); break;
                case "sex": sex = ReadWord(ClaimWords.Sexes); break;
                case "missingTeeth": missingTeeth = ReadCodes(CodeSystem.Tooth); break;
            }
        }

        return new Patient { MemberId = memberId, BirthDate = birthDate, Sex = sex, MissingTeeth = missingTeeth };
    }

    private Provider? ReadProvider()
    {
        if (!TryOpen(ClaimMembers.Provider, out OpenObject open))
        {
            return null;
        }

        string? npi = null, taxId = null, state = null, type = null, organization = null;
        Code taxonomy = default, specialty = default;
        ImmutableArray<Certificate> certificates = default;
        while (NextMember(ref open, out string name))
        {
            switch (name)
            {
                case "npi": npi = ReadText(); break;
                case "taxId": taxId = ReadText(); break;
                case "taxonomy": taxonomy = ReadCode(CodeSystem.Taxonomy); break;
                case "specialty": specialty = ReadCode(CodeSystem.Specialty); break;
                case "state": state = ReadText(); break;
                case "type": type = ReadText(); break;
                case "organization": organization = ReadText(); break;
                case "clia": certificates = ReadList(static (ref JsonParser parser) => parser.ReadCertificate()!); break;
            }
        }

        return new Provider
        {
            Npi = npi,
            TaxId = taxId,
            Taxonomy = taxonomy,
            Specialty = specialty,
            State = state,
            Type = type,
            Organization = organization,
            Certificates = certificates,
        };
    }

    private Certificate? ReadCertificate()
    {
        if (!TryOpen(ClaimMembers.Certificate, out OpenObject open))
        {
            return null;
        }

        string? number = null, kind = null;
        DateOnly? from = null, through = null;
        while (NextMember(ref open, out string name))
        {
            switch (name)
            {
                case "number": number = ReadText(); break;
                case "certificate": kind = ReadWord(ClaimWords.Certificates); break;
                case "from": from = ReadDate(); break;
                case "through": through = ReadDate(); break;
            }
        }

        return new Certificate { Number = number, Kind = kind, From = from, Through = through };
    }

    private ImmutableArray<Diagnosis> ReadDiagnoses() => ReadList(static (ref JsonParser parser) => parser.ReadDiagnosis()!);

    private Diagnosis? ReadDiagnosis()
    {
        if (!TryOpen(ClaimMembers.Diagnosis, out OpenObject open))
        {
            return null;
        }

        Code code = default, presentOnAdmission = default;
        string? type = null;
        while (NextMember(ref open, out string name))
        {
            switch (name)
            {
                case "code": code = ReadCode(CodeSystem.Diagnosis); break;
                case "type": type = ReadWord(ClaimWords.DiagnosisTypes); break;
                case "presentOnAdmission":
                    presentOnAdmission = Code.From(CodeSystem.PresentOnAdmission, ReadWord(ClaimWords.PresentOnAdmission));
                    break;
            }
        }

        Require(open, "code", !code.IsMissing);
        return new Diagnosis { Code = code, Type = type, PresentOnAdmission = presentOnAdmission };
    }

    private InpatientProcedure? ReadInpatientProcedure()
    {
        if (!TryOpen(ClaimMembers.InpatientProcedure, out OpenObject open))
        {
            return null;
        }

        Code code = default;
        DateOnly? date = null;
        bool? principal = null;
        while (NextMember(ref open, out string name))
        {
            switch (name)
            {
                case "code": code = ReadCode(CodeSystem.InpatientProcedure); break;
                case "date": date = ReadDate(); break;
                case "principal": principal = ReadYesNo(); break;
            }
        }

        Require(open, "code", !code.IsMissing);
        return new InpatientProcedure { Code = code, Date = date, Principal = principal };
    }

    private OccurrenceCode? ReadOccurrenceCode()
    {
        if (!TryOpen(ClaimMembers.OccurrenceCode, out OpenObject open))
        {
            return null;
        }

        Code code = default;
        DateOnly? date = null, through = null;
        while (NextMember(ref open, out string name))
        {
            switch (name)
            {
                case "code": code = ReadCode(CodeSystem.Occurrence); break;
                case "date": date = ReadDate(); break;
                case "through": through = ReadDate(); break;
            }
        }

        Require(open, "code", !code.IsMissing);
        return new OccurrenceCode { Code = code, Date = date, Through = through };
    }

    private ValueCode? ReadValueCode()
    {
        if (!TryOpen(ClaimMembers.ValueCode, out OpenObject open))
        {
            return null;
        }

        Code code = default;
        decimal? amount = null;
        while (NextMember(ref open, out string name))
        {
            switch (name)
            {
                case "code": code = ReadCode(CodeSystem.Value); break;
                case "amount": amount = ReadNumber(); break;
            }
        }

        Require(open, "code", !code.IsMissing);
        return new ValueCode { Code = code, Amount = amount };
    }

    private Authorization? ReadAuthorization()
    {
        if (!TryOpen(ClaimMembers.Authorization, out OpenObject open))
        {
            return null;
        }

        string? number = null, npi = null;
        Code procedure = default;
        DateOnly? from = null, through = null;
        decimal? approved = null, used = null;
        while (NextMember(ref open, out string name))
        {
            switch (name)
            {
                case "number": number = ReadText(); break;
                case "procedure": procedure = ReadCode(CodeSystem.Procedure); break;
                case "npi": npi = ReadText(); break;
                case "from": from = ReadDate(); break;
                case "through": through = ReadDate(); break;
                case "approvedUnits": approved = ReadNumber(); break;
                case "usedUnits": used = ReadNumber(); break;
            }
        }

        Require(open, "number", number is not null);
        return new Authorization
        {
            Number = number ?? "",
            Procedure = procedure,
            Npi = npi,
            From = from,
            Through = through,
            ApprovedUnits = approved,
            UsedUnits = used,
        };
    }
}

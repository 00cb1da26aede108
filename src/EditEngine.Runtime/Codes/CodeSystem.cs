namespace EditEngine.Codes;

/// <summary>What kind of code a code is. Two codes of different systems are never equal.</summary>
/// <remarks>CPT, HCPCS and CDT share <see cref="Procedure"/>: one member of a claim holds them all, and their texts never meet.</remarks>
public enum CodeSystem
{
    /// <summary>No code at all.</summary>
    None = 0,

    /// <summary>CPT, HCPCS Level II and CDT: five characters, as billed in SV1, SV2 and SV3.</summary>
    Procedure = 1,

    /// <summary>ICD-10-CM diagnosis, three to seven characters without the dot.</summary>
    Diagnosis = 2,

    /// <summary>ICD-10-PCS, seven characters.</summary>
    InpatientProcedure = 3,

    /// <summary>National Drug Code, eleven digits (5-4-2).</summary>
    Ndc = 4,

    /// <summary>CPT or HCPCS modifier, two characters.</summary>
    Modifier = 5,

    /// <summary>NUBC revenue code, four digits.</summary>
    Revenue = 6,

    /// <summary>NUBC type of bill, three digits without the leading zero.</summary>
    BillType = 7,

    /// <summary>CMS place of service, two digits.</summary>
    PlaceOfService = 8,

    /// <summary>Health care provider taxonomy, ten characters.</summary>
    Taxonomy = 9,

    /// <summary>MS-DRG, three digits.</summary>
    Drg = 10,

    /// <summary>CMS provider specialty, two characters.</summary>
    Specialty = 11,

    /// <summary>NUBC condition code, two characters.</summary>
    Condition = 12,

    /// <summary>NUBC occurrence or occurrence span code, two characters.</summary>
    Occurrence = 13,

    /// <summary>NUBC value code, two characters.</summary>
    Value = 14,

    /// <summary>Claim adjustment reason code.</summary>
    Carc = 15,

    /// <summary>Remittance advice remark code.</summary>
    Rarc = 16,

    /// <summary>Tooth number or letter (JP).</summary>
    Tooth = 17,

    /// <summary>Oral cavity designation: a quadrant (UR, UL, LL, LR) or an area code.</summary>
    Quadrant = 18,

    /// <summary>Tooth surface, one letter.</summary>
    Surface = 19,

    /// <summary>PWK attachment report type, two characters.</summary>
    Attachment = 20,

    /// <summary>Claim frequency (CLM05-3), one character.</summary>
    Frequency = 21,

    /// <summary>Delay reason (CLM20), one or two digits.</summary>
    DelayReason = 22,

    /// <summary>Patient discharge status, two digits.</summary>
    DischargeStatus = 23,

    /// <summary>Admission type, one digit.</summary>
    AdmissionType = 24,

    /// <summary>Point of origin for admission, one character.</summary>
    AdmissionSource = 25,

    /// <summary>Present-on-admission indicator, one character.</summary>
    PresentOnAdmission = 26,

    /// <summary>ICD-9-CM diagnosis, kept apart so that it is never read as ICD-10-CM.</summary>
    Icd9Diagnosis = 27,

    /// <summary>Health Insurance Prospective Payment System code, five characters: a payment group of inpatient rehabilitation, skilled nursing or home health, with revenue 0022 to 0024.</summary>
    Hipps = 28,

    /// <summary>Condition of an ambulance transport (CRC*07), two digits.</summary>
    AmbulanceCondition = 29,
}

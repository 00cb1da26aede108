namespace EditEngine.Formats.Json;

/// <summary>The words that the claim schema allows where it lists them. Order: the schema's; enumerations of the model follow it.</summary>
internal static class ClaimWords
{
    public static readonly string[] ClaimTypes = ["professional", "institutional", "dental"];

    public static readonly string[] LineStatuses = ["paid", "denied", "adjusted", "voided", "in-process"];

    public static readonly string[] Sexes = ["F", "M", "U"];

    public static readonly string[] Certificates = ["waiver", "ppm", "compliance", "accreditation", "registration"];

    public static readonly string[] DiagnosisTypes = ["principal", "other", "admitting", "reason", "external"];

    public static readonly string[] PresentOnAdmission = ["Y", "N", "U", "W", "1"];

    public static readonly string[] UnitBases = ["UN", "MJ", "DA"];

    public static readonly string[] NdcUnits = ["F2", "GR", "ME", "ML", "UN"];

    public static readonly string[] Prostheses = ["initial", "replacement"];

    public static readonly string[] AdjustmentGroups = ["CO", "PR", "OA", "PI", "CR"];

    public static readonly string[] SuggestionSystems = ["CPT", "HCPCS", "ICD-10-CM", "ICD-10-PCS", "CDT"];

    public static readonly string[] Decisions = ["accepted", "rejected", "changed"];

    public static readonly string[] Temporalities = ["current", "past", "family", "planned"];

    public static readonly string[] Subjects = ["patient", "family", "other"];

    public static readonly string[] Certainties = ["affirmed", "uncertain"];
}

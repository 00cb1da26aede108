using EditEngine.Codes;
using EditEngine.Tables;

namespace EditEngine.Formats.Cms;

/// <summary>The names of column types and code systems in options and messages.</summary>
internal static class SystemNames
{
    private static readonly (string Name, CodeSystem System)[] Systems =
    [
        ("procedure", CodeSystem.Procedure), ("diagnosis", CodeSystem.Diagnosis), ("icd-10-pcs", CodeSystem.InpatientProcedure),
        ("ndc", CodeSystem.Ndc), ("modifier", CodeSystem.Modifier), ("revenue", CodeSystem.Revenue), ("bill-type", CodeSystem.BillType),
        ("place-of-service", CodeSystem.PlaceOfService), ("taxonomy", CodeSystem.Taxonomy), ("drg", CodeSystem.Drg),
        ("specialty", CodeSystem.Specialty), ("condition", CodeSystem.Condition), ("occurrence", CodeSystem.Occurrence),
        ("value-code", CodeSystem.Value), ("carc", CodeSystem.Carc), ("rarc", CodeSystem.Rarc), ("tooth", CodeSystem.Tooth),
        ("quadrant", CodeSystem.Quadrant), ("surface", CodeSystem.Surface), ("attachment", CodeSystem.Attachment),
        ("frequency", CodeSystem.Frequency), ("delay-reason", CodeSystem.DelayReason), ("discharge-status", CodeSystem.DischargeStatus),
        ("admission-type", CodeSystem.AdmissionType), ("admission-source", CodeSystem.AdmissionSource),
        ("present-on-admission", CodeSystem.PresentOnAdmission), ("icd-9-diagnosis", CodeSystem.Icd9Diagnosis),
        ("hipps", CodeSystem.Hipps), ("ambulance-condition", CodeSystem.AmbulanceCondition),
    ];

    private static readonly (string Name, ColumnType Type)[] Types =
        [("text", ColumnType.Text), ("number", ColumnType.Number), ("date", ColumnType.Date), ("yes-no", ColumnType.YesNo)];

    public static IEnumerable<string> All => Types.Select(type => type.Name).Concat(Systems.Select(system => system.Name));

    public static string Of(CodeSystem system) => Array.Find(Systems, known => known.System == system).Name ?? "code";

    public static string Of(ColumnType type, CodeSystem system) =>
        type == ColumnType.Code ? $"{Of(system)} code" : Array.Find(Types, known => known.Type == type).Name;

    public static bool TryFind(string name, out ColumnType type, out CodeSystem system)
    {
        type = ColumnType.Code;
        system = Array.Find(Systems, known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).System;
        if (system != CodeSystem.None)
        {
            return true;
        }

        int at = Array.FindIndex(Types, known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        type = at < 0 ? type : Types[at].Type;
        return at >= 0;
    }
}

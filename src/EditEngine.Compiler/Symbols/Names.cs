using System.Collections.Frozen;
using System.Collections.Immutable;
using EditEngine.Codes;

namespace EditEngine.Compiler.Symbols;

/// <summary>What code systems are called in rule text.</summary>
internal static class CodeSystemNames
{
    private static readonly ImmutableArray<(string Name, CodeSystem System)> All =
    [
        ("procedure", CodeSystem.Procedure), ("CPT", CodeSystem.Procedure), ("HCPCS", CodeSystem.Procedure), ("CDT", CodeSystem.Procedure),
        ("diagnosis", CodeSystem.Diagnosis), ("ICD-10-CM", CodeSystem.Diagnosis),
        ("inpatient_procedure", CodeSystem.InpatientProcedure), ("ICD-10-PCS", CodeSystem.InpatientProcedure),
        ("ndc", CodeSystem.Ndc), ("NDC", CodeSystem.Ndc), ("modifier", CodeSystem.Modifier), ("revenue", CodeSystem.Revenue),
        ("bill_type", CodeSystem.BillType), ("place", CodeSystem.PlaceOfService), ("taxonomy", CodeSystem.Taxonomy), ("drg", CodeSystem.Drg),
        ("DRG", CodeSystem.Drg), ("specialty", CodeSystem.Specialty), ("condition", CodeSystem.Condition), ("occurrence", CodeSystem.Occurrence),
        ("value", CodeSystem.Value), ("CARC", CodeSystem.Carc), ("RARC", CodeSystem.Rarc), ("tooth", CodeSystem.Tooth),
        ("quadrant", CodeSystem.Quadrant), ("surface", CodeSystem.Surface), ("attachment", CodeSystem.Attachment),
        ("frequency", CodeSystem.Frequency), ("delay_reason", CodeSystem.DelayReason), ("discharge_status", CodeSystem.DischargeStatus),
        ("admission_type", CodeSystem.AdmissionType), ("admission_source", CodeSystem.AdmissionSource), ("poa", CodeSystem.PresentOnAdmission),
        ("hipps", CodeSystem.Hipps), ("HIPPS", CodeSystem.Hipps), ("ambulance_condition", CodeSystem.AmbulanceCondition),
    ];

    private static readonly FrozenDictionary<string, CodeSystem> ByName = All.ToFrozenDictionary(row => row.Name, row => row.System, StringComparer.Ordinal);

    /// <summary>Every name, in the order of the reference.</summary>
    public static IEnumerable<string> Names => All.Select(row => row.Name);

    /// <summary>The system a name stands for.</summary>
    public static bool TryFind(string name, out CodeSystem system) => ByName.TryGetValue(name, out system);

    /// <summary>The first name of a system.</summary>
    public static string NameOf(CodeSystem system)
    {
        foreach ((string name, CodeSystem candidate) in All)
        {
            if (candidate == system)
            {
                return name;
            }
        }

        return "unknown";
    }
}

/// <summary>What things are called in rule text.</summary>
internal static class ThingNames
{
    private static readonly ImmutableArray<(string Name, ThingKinds Kind)> All =
    [
        ("claim", ThingKinds.Claim), ("line", ThingKinds.Line), ("history line", ThingKinds.History), ("diagnosis", ThingKinds.Diagnosis),
        ("procedure", ThingKinds.Procedure), ("suggestion", ThingKinds.Suggestion), ("evidence", ThingKinds.Evidence),
        ("certificate", ThingKinds.Certificate), ("authorization", ThingKinds.Authorization), ("provider", ThingKinds.Provider),
        ("patient", ThingKinds.Patient), ("drug", ThingKinds.Drug), ("row", ThingKinds.Row), ("group", ThingKinds.Group),
        ("occurrence", ThingKinds.Occurrence), ("value", ThingKinds.ValueCode), ("span", ThingKinds.Span),
    ];

    /// <summary>The words of a kind; of a union, joined by <c>or</c>.</summary>
    public static string NameOf(ThingKinds kinds)
    {
        foreach ((string name, ThingKinds kind) in All)
        {
            if (kind == kinds)
            {
                return name;
            }
        }

        return string.Join(" or ", All.Where(row => (kinds & row.Kind) != 0).Select(row => row.Name));
    }

    /// <summary>The kind that one word names, where it names one by itself.</summary>
    public static ThingKinds FromWord(string word) => word switch
    {
        "claim" => ThingKinds.Claim,
        "line" => ThingKinds.Line,
        "diagnosis" => ThingKinds.Diagnosis,
        "procedure" => ThingKinds.Procedure,
        "suggestion" => ThingKinds.Suggestion,
        "evidence" => ThingKinds.Evidence,
        "certificate" => ThingKinds.Certificate,
        "authorization" => ThingKinds.Authorization,
        "occurrence" => ThingKinds.Occurrence,
        "value" => ThingKinds.ValueCode,
        "row" => ThingKinds.Row,
        _ => ThingKinds.None,
    };
}

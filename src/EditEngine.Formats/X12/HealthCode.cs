using System.Collections.Frozen;
using EditEngine.Codes;
using EditEngine.Formats.Rows;

namespace EditEngine.Formats.X12;

/// <summary>What kind of code an HI qualifier announces.</summary>
internal enum HealthCodeKind
{
    NotKept,
    Diagnosis,
    Procedure,
    Icd9Procedure,
    Condition,
    Occurrence,
    Value,
    Drg,
}

/// <summary>One HI qualifier.</summary>
internal sealed record HealthCode(HealthCodeKind Kind, CodeSystem System, string? Type = null)
{
    /// <summary>The place of its type in the words of rows.</summary>
    public byte Role { get; } = (byte)RowWords.DiagnosisRoles.IndexOf(Type);

    private static readonly FrozenDictionary<uint, HealthCode> ByQualifier = new Dictionary<string, HealthCode>
    {
        ["ABK"] = new(HealthCodeKind.Diagnosis, CodeSystem.Diagnosis, "principal"),
        ["ABF"] = new(HealthCodeKind.Diagnosis, CodeSystem.Diagnosis, "other"),
        ["ABJ"] = new(HealthCodeKind.Diagnosis, CodeSystem.Diagnosis, "admitting"),
        ["APR"] = new(HealthCodeKind.Diagnosis, CodeSystem.Diagnosis, "reason"),
        ["ABN"] = new(HealthCodeKind.Diagnosis, CodeSystem.Diagnosis, "external"),
        ["BK"] = new(HealthCodeKind.Diagnosis, CodeSystem.Icd9Diagnosis, "principal"),
        ["BF"] = new(HealthCodeKind.Diagnosis, CodeSystem.Icd9Diagnosis, "other"),
        ["BJ"] = new(HealthCodeKind.Diagnosis, CodeSystem.Icd9Diagnosis, "admitting"),
        ["PR"] = new(HealthCodeKind.Diagnosis, CodeSystem.Icd9Diagnosis, "reason"),
        ["BN"] = new(HealthCodeKind.Diagnosis, CodeSystem.Icd9Diagnosis, "external"),
        ["BBR"] = new(HealthCodeKind.Procedure, CodeSystem.InpatientProcedure, "principal"),
        ["BBQ"] = new(HealthCodeKind.Procedure, CodeSystem.InpatientProcedure, "other"),
        ["BR"] = new(HealthCodeKind.Icd9Procedure, CodeSystem.None),
        ["BQ"] = new(HealthCodeKind.Icd9Procedure, CodeSystem.None),
        ["BG"] = new(HealthCodeKind.Condition, CodeSystem.Condition),
        ["BH"] = new(HealthCodeKind.Occurrence, CodeSystem.Occurrence),
        ["BI"] = new(HealthCodeKind.Occurrence, CodeSystem.Occurrence),
        ["BE"] = new(HealthCodeKind.Value, CodeSystem.Value),
        ["DR"] = new(HealthCodeKind.Drg, CodeSystem.Drg),

        // Anesthesia-related procedures, advanced billing concepts and treatment codes: a claim has no place for them.
        ["BP"] = new(HealthCodeKind.NotKept, CodeSystem.None),
        ["BO"] = new(HealthCodeKind.NotKept, CodeSystem.None),
        ["CAH"] = new(HealthCodeKind.NotKept, CodeSystem.None),
        ["TC"] = new(HealthCodeKind.NotKept, CodeSystem.None),
    }.ToFrozenDictionary(row => SegmentId.Of(row.Key), row => row.Value);

    /// <summary>The row of a qualifier, or null where claims do not have it.</summary>
    public static HealthCode? Find(ReadOnlySpan<byte> qualifier) => Find(SegmentId.Of(qualifier));

    /// <summary>As above, of a qualifier as a number: it has the form of a segment's id.</summary>
    public static HealthCode? Find(uint qualifier) => ByQualifier.GetValueOrDefault(qualifier);
}

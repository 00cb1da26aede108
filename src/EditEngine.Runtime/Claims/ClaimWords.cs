using System.Collections.Immutable;

namespace EditEngine.Claims;

/// <summary>The words of a claim's own lists, in claims and in rule text. Their order is that of the model's enumerations.</summary>
internal static class ClaimWords
{
    /// <summary>Types of claims; the enumeration has Unknown before them.</summary>
    public static readonly ImmutableArray<string> Types = ["professional", "institutional", "dental"];

    /// <summary>What was decided of a line of history.</summary>
    public static readonly ImmutableArray<string> Statuses = ["paid", "denied", "adjusted", "voided", "in-process"];

    /// <summary>What a diagnosis is on its claim.</summary>
    public static readonly ImmutableArray<string> DiagnosisRoles = ["principal", "other", "admitting", "reason", "external"];

    /// <summary>Kinds of CLIA certificates.</summary>
    public static readonly ImmutableArray<string> CertificateKinds = ["waiver", "ppm", "compliance", "accreditation", "registration"];

    /// <summary>The word of a type; null where it is not known.</summary>
    public static string? Of(ClaimType type) => type > ClaimType.Unknown && (int)type <= Types.Length ? Types[(int)type - 1] : null;

    /// <summary>The word of a status.</summary>
    public static string Of(LineStatus status) => status >= 0 && (int)status < Statuses.Length ? Statuses[(int)status] : "in-process";

    /// <summary>The type of a word; Unknown for null.</summary>
    public static ClaimType TypeOf(string? word) => (ClaimType)(word is null ? 0 : Types.IndexOf(word) + 1);

    /// <summary>The status of a word.</summary>
    public static LineStatus StatusOf(string word) => (LineStatus)Statuses.IndexOf(word);
}

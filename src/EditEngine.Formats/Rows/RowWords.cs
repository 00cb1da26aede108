using System.Collections.Immutable;
using EditEngine.Claims;

namespace EditEngine.Formats.Rows;

/// <summary>Words that claims choose from: a row has the place of its word, and 0 where it says none.</summary>
internal static class RowWords
{
    public static readonly ImmutableArray<string?> Sexes = [null, "F", "M", "U"];

    public static readonly ImmutableArray<string?> UnitBases = [null, "UN", "MJ", "DA"];

    public static readonly ImmutableArray<string?> Causes = [null, "auto", "employment", "other"];

    public static readonly ImmutableArray<string?> Prostheses = [null, "initial", "replacement"];

    public static readonly ImmutableArray<string?> DiagnosisRoles = [null, .. ClaimWords.DiagnosisRoles];
}

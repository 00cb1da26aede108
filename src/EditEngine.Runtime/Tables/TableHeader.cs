using EditEngine.Diagnostics;

namespace EditEngine.Tables;

/// <summary>What the first bytes of a file must say before more of it is read.</summary>
internal static class TableHeader
{
    /// <summary>Why the file is no table of this version and length; null where it is.</summary>
    public static Diagnostic? ProblemOf(string path, ReadOnlySpan<byte> header, long length) =>
        !TableImage.HasMagic(header) ? TableDiagnostics.NotATable(path)
        : TableImage.VersionOf(header) != TableImage.Version ? TableDiagnostics.OtherVersion(path, TableImage.VersionOf(header))
        : TableImage.LengthOf(header) != (ulong)length || length > int.MaxValue ? TableDiagnostics.CutOff(path, length, TableImage.LengthOf(header))
        : null;
}

using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Syntax;
using EditEngine.Diagnostics;
using EditEngine.Tables;

namespace EditEngine.Compiler.Packs;

/// <summary>The files of a pack with their columns and without their rows: what a pin looks at, for rows come anew with every release.</summary>
internal sealed class RowlessFiles(IReferenceFiles files) : IReferenceFiles
{
    public CsvRows? ReadCsv(string ruleFile, string name, SourceSpan place, out Diagnostic? problem) =>
        files.ReadCsv(ruleFile, name, place, out problem) is CsvRows rows ? rows with { Rows = [] } : null;

    public Table? OpenTable(string ruleFile, string name, SourceSpan place, out Diagnostic? problem) =>
        files.OpenTable(ruleFile, name, place, out problem) is Table table ? new TableBuilder(table.Name, table.Columns).BuildFromSoundRows(out _) : null;

    /// <summary>Packs whose tables that are written in the rules have no rows either.</summary>
    public static PackFiles Of(PackFiles pack) => pack with { Trees = [.. pack.Trees.Select(Of)] };

    private static SyntaxTree Of(SyntaxTree tree) => tree with
    {
        Declarations = [.. tree.Declarations.Select(one => one is TableSyntax { Grid.IsEmpty: false } table ? table with { Grid = table.Grid[..1] } : one)],
    };
}

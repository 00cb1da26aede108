using System.Collections.Immutable;
using System.Globalization;
using EditEngine.Codes;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Diagnostics;
using EditEngine.Tables;

namespace EditEngine.Analysis.Reference;

/// <summary>What a pack looks up.</summary>
internal static class PackTables
{
    /// <summary>The tables, code sets from files and code tables in use: those of the base first, then by file and place.</summary>
    /// <remarks>A declaration that a derived pack replaces is not among them.</remarks>
    /// <param name="sources">The pack's files.</param>
    /// <param name="pack">What they were compiled to.</param>
    public static ImmutableArray<ReferenceTable> Of(PackSources sources, BoundPack pack)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(pack);
        return
        [
            .. from files in sources.Chain
               from tree in files.Trees
               from declaration in tree.Declarations
               let found = Find(sources.References, pack, tree, declaration)
               where found is not null
               select found,
        ];
    }

    private static ReferenceTable? Find(IReferenceFiles files, BoundPack pack, SyntaxTree tree, DeclarationSyntax declaration)
    {
        SourceSpan Place(SyntaxNode node) => tree.Source.PlaceOf(node.Span);
        switch (declaration)
        {
            case TableSyntax table when pack.Tables.FirstOrDefault(one => one.Place == Place(table.Name)) is { Table: Table rows }:
                return OfTable("@" + table.Name.Text, ReferenceKind.Table, table.File?.Value, Place(table.Name), rows);
            case CodesSyntax { File: CodeFileSyntax file } codes when pack.CodeSets.FirstOrDefault(one => one.Place == Place(codes.Name)) is CodeSetSymbol set:
                return OfFile(files, tree, "@" + set.Name, ReferenceKind.CodeSet, file, Place(codes.Name), set.System);
            case CodeTableSyntax codes:
                return OfFile(files, tree, "codes of " + codes.System.Text, ReferenceKind.CodeTable, codes.File, Place(codes.System), CodeSystemNames.TryFind(codes.System.Text, out CodeSystem system) ? system : CodeSystem.None);
            default:
                return null;
        }
    }

    private static ReferenceTable? OfFile(IReferenceFiles files, SyntaxTree tree, string name, ReferenceKind kind, CodeFileSyntax file, SourceSpan place, CodeSystem system)
    {
        string path = file.Name.Value;
        SourceSpan named = tree.Source.PlaceOf(file.Name.Span);
        if (path.EndsWith(".table", StringComparison.OrdinalIgnoreCase))
        {
            return files.OpenTable(tree.Source.File, path, named, out _) is Table table ? OfTable(name, kind, path, place, table) : null;
        }

        return files.ReadCsv(tree.Source.File, path, named, out _) is CsvRows read && HeaderlessList.RowsOf(read, file, system) is CsvRows rows
            ? new ReferenceTable(name, kind, path, place, rows.Rows.Count, [], TableDays.Of(DaysOf(rows, file)))
            : null;
    }

    private static ReferenceTable OfTable(string name, ReferenceKind kind, string? file, SourceSpan place, Table table) =>
        new(name, kind, file, place, table.RowCount, TableReleases.Of(table), TableDays.Of(table));

    private static IEnumerable<DaySpan> DaysOf(CsvRows rows, CodeFileSyntax file)
    {
        int from = Column(rows, file.DatedFrom);
        int through = Column(rows, file.DatedThrough);
        return rows.Rows.Select(row => new DaySpan(Day(row, from, int.MinValue), Day(row, through, int.MaxValue)));
    }

    private static int Column(CsvRows rows, NameSyntax? name) =>
        name is null ? -1 : rows.Header.ToList().FindIndex(header => string.Equals(header, name.Text, StringComparison.OrdinalIgnoreCase));

    // The binder has told of every cell that is no day.
    private static int Day(CsvRow row, int column, int open) =>
        column >= 0 && DateOnly.TryParseExact(row.Cells[column].Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day.DayNumber
            : open;
}

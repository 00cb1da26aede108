using System.Security.Cryptography;
using System.Text;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Syntax;
using EditEngine.Diagnostics;
using EditEngine.Tables;

namespace EditEngine.Compiler.Packs;

/// <summary>The rows that pinned edits look up: a hash for each table, code set from a file and code table.</summary>
internal static class PinnedRows
{
    /// <summary>Hashes by name, as <c>@fees</c> or <c>codes of diagnosis</c>.</summary>
    public static SortedDictionary<string, string> Of(IEnumerable<WrittenDeclaration> declarations, IReferenceFiles files)
    {
        SortedDictionary<string, string> hashes = new(StringComparer.Ordinal);
        foreach (WrittenDeclaration declaration in declarations)
        {
            switch (declaration.Syntax)
            {
                case TableSyntax { File: StringSyntax file } table:
                    Add("@" + table.Name.Text.TrimStart('@'), OfFile(declaration.Tree, file, files));
                    break;
                case TableSyntax table:
                    Add("@" + table.Name.Text.TrimStart('@'), OfCells(table.Grid.Select(row => row.Cells.Select(cell => cell.Text))));
                    break;
                case CodesSyntax { File: CodeFileSyntax file } codes:
                    Add("@" + codes.Name.Text.TrimStart('@'), OfFile(declaration.Tree, file.Name, files));
                    break;
                case CodeTableSyntax codes:
                    Add("codes of " + codes.System.Text, OfFile(declaration.Tree, codes.File.Name, files));
                    break;
            }
        }

        return hashes;

        // A system may have its codes in several files.
        void Add(string name, string hash) => hashes[name] = hashes.TryGetValue(name, out string? before) ? OfCells([[before, hash]]) : hash;
    }

    private static string OfFile(SyntaxTree tree, StringSyntax file, IReferenceFiles files)
    {
        SourceSpan place = tree.Source.PlaceOf(file.Span);
        if (file.Value.EndsWith(".table", StringComparison.OrdinalIgnoreCase))
        {
            return files.OpenTable(tree.Source.File, file.Value, place, out _) is Table table ? table.ContentHash : "";
        }

        return files.ReadCsv(tree.Source.File, file.Value, place, out _) is CsvRows rows ? OfCells(rows.Rows.Select(row => row.Cells).Prepend([.. rows.Header])) : "";
    }

    private static string OfCells(IEnumerable<IEnumerable<string>> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (IEnumerable<string> row in rows)
        {
            foreach (string cell in row)
            {
                hash.AppendData(Encoding.UTF8.GetBytes(cell));
                hash.AppendData([0]);
            }

            hash.AppendData([1]);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

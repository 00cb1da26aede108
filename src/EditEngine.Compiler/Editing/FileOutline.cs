using System.Collections.Immutable;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Editing;

/// <summary>What an entry of an outline is.</summary>
internal enum OutlineKind
{
    /// <summary>The pack clause.</summary>
    Pack,

    /// <summary>An edit.</summary>
    Edit,

    /// <summary>A test.</summary>
    Test,

    /// <summary>A code set.</summary>
    CodeSet,

    /// <summary>A table.</summary>
    Table,

    /// <summary>A column of a table.</summary>
    Column,

    /// <summary>A parameter.</summary>
    Parameter,

    /// <summary>A defined kind.</summary>
    Kind,

    /// <summary>A defined value or relation.</summary>
    Definition,

    /// <summary>A map of reasons.</summary>
    Reasons,

    /// <summary>A reason key.</summary>
    Reason,

    /// <summary>A fact.</summary>
    Fact,

    /// <summary>A claim with a name.</summary>
    Claim,

    /// <summary>What the pack changes of a base edit.</summary>
    Change,
}

/// <summary>An entry of the outline of a file.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Detail">A few words more; null: none.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Span">All of it, as a stretch of the file.</param>
/// <param name="NameSpan">Its name.</param>
/// <param name="Below">What stands in it.</param>
internal sealed record OutlineEntry(string Name, string? Detail, OutlineKind Kind, TextSpan Span, TextSpan NameSpan, ImmutableArray<OutlineEntry> Below);

/// <summary>Outlines of files, and of all files together.</summary>
internal static class FileOutline
{
    /// <summary>The entries of a file, in the order written.</summary>
    public static ImmutableArray<OutlineEntry> Of(EditingPack pack, string file)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return [.. pack.PartsOf(file).Select(EntryOf).OfType<OutlineEntry>()];
    }

    /// <summary>What all packs declare whose name holds a text, letter case aside; without tests, columns and reason keys.</summary>
    public static IEnumerable<(string File, OutlineEntry Entry)> Find(EditingPack pack, string text)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return from part in pack.Parts
               let entry = EntryOf(part)
               where entry is not null && (entry.Name.Contains(text, StringComparison.OrdinalIgnoreCase) || entry.Detail?.Contains(text, StringComparison.OrdinalIgnoreCase) == true)
               select (part.Tree.Source.File, entry);
    }

    private static OutlineEntry? EntryOf(FilePart part)
    {
        DeclarationSyntax declaration = part.Declaration.Syntax;
        return declaration switch
        {
            PackSyntax pack => Entry(pack.Name.Text, pack.Version?.Value, OutlineKind.Pack, pack.Name),
            EditSyntax edit => Entry(edit.Id.Text, edit.Title?.Value, OutlineKind.Edit, edit.Id, [.. edit.Clauses.OfType<TestSyntax>().Select(Test)]),
            CodesSyntax codes => Entry("@" + codes.Name.Text, codes.System.Text, OutlineKind.CodeSet, codes.Name),
            CodeTableSyntax codes => Entry("codes of " + codes.System.Text, codes.File.Name.Value, OutlineKind.CodeSet, codes.System),
            TableSyntax table => Entry("@" + table.Name.Text, table.File?.Value, OutlineKind.Table, table.Name, [.. table.Keys.Concat(table.Columns).Select(Column)]),
            ParameterSyntax parameter => Entry("@" + parameter.Name.Text, ParameterPage.Values(parameter, part.Source), OutlineKind.Parameter, parameter.Name),
            DefineKindSyntax define => Entry(define.Name.Text, null, OutlineKind.Kind, define.Name),
            DefineValueSyntax define => Entry(define.Name.Text, null, OutlineKind.Definition, define.Name),
            ReasonsSyntax reasons => Entry("reasons", null, OutlineKind.Reasons, reasons, [.. reasons.Rows.Select(Reason)]),
            FactSyntax fact => Entry(fact.Name.Text, fact.Type.Text, OutlineKind.Fact, fact.Name),
            NamedClaimSyntax claim => Entry(claim.Title.Value, null, OutlineKind.Claim, claim.Title),
            DisableSyntax disable => Entry("disable " + disable.Edit.Text, null, OutlineKind.Change, disable.Edit),
            OverrideSyntax change => Entry("override " + change.Edit.Text, "@" + change.Parameter.Text, OutlineKind.Change, change.Edit),
            ExtendSyntax extend => Entry("extend " + extend.Edit.Text, null, OutlineKind.Change, extend.Edit),
            _ => null,
        };

        OutlineEntry Entry(string name, string? detail, OutlineKind kind, SyntaxNode named, ImmutableArray<OutlineEntry> below = default) =>
            new(name.Length == 0 ? "(no name)" : name, detail, kind, part.InFile(declaration.Span), part.InFile(named.Span), below.IsDefault ? [] : below);

        OutlineEntry Test(TestSyntax test) => Below(test.Title?.Value ?? "test", OutlineKind.Test, test, (SyntaxNode?)test.Title ?? test);

        OutlineEntry Column(ColumnSyntax column) => Below(column.Name.Text, OutlineKind.Column, column, column.Name);

        OutlineEntry Reason(ReasonRowSyntax row) => Below(row.Key.Text, OutlineKind.Reason, row, row.Key);

        OutlineEntry Below(string name, OutlineKind kind, SyntaxNode node, SyntaxNode named) => new(name.Length == 0 ? "(no name)" : name, null, kind, part.InFile(node.Span), part.InFile(named.Span), []);
    }
}

using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Compiler.Editing;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Diagnostics;

namespace EditEngine.Analysis.Reference;

/// <summary>Where a code of one system stands in a pack.</summary>
/// <param name="Code">The code.</param>
/// <param name="System">Its system as rules name it.</param>
/// <param name="ValidOn">The days on which its code table has it; empty where that has it on none, null where the pack has no such table.</param>
/// <param name="Sets">The sets that hold it on some day, by name.</param>
/// <param name="Rows">The rows of tables whose first key it is, by table.</param>
/// <param name="MoreRows">How many rows more there are.</param>
/// <param name="Edits">The edits that ask for it, by its text or by a set that holds it; in the order of the pack.</param>
internal sealed record CodeUses(
    Code Code, string System, ImmutableArray<DaySpan>? ValidOn, ImmutableArray<SetUse> Sets, ImmutableArray<RowUse> Rows, int MoreRows, ImmutableArray<EditUse> Edits)
{
    private const int MostRows = 100;

    /// <summary>Something of the pack holds it.</summary>
    public bool IsHeld => !Sets.IsEmpty || !Rows.IsEmpty || !Edits.IsEmpty || ValidOn is { IsEmpty: false };

    /// <summary>Where a text stands as a code: of every system that it fits and in which something holds it.</summary>
    /// <param name="pack">The pack, half written as it may be.</param>
    /// <param name="text">A code as people write it, with its dot or hyphens or without.</param>
    public static ImmutableArray<CodeUses> Of(EditingPack pack, string text)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(text);
        string written = text.Trim().ToUpperInvariant();
        CodeUses[] found =
        [
            .. CodeSystemNames.Names.Select(name => (Name: name, Code: CodeSystemNames.TryFind(name, out CodeSystem system) ? Code.From(system, written) : default))
                .Where(one => one.Code.FitsPattern).DistinctBy(one => one.Code.System).Select(one => Of(pack, one.Code, one.Name)).Where(uses => uses.IsHeld),
        ];

        // What is written in an edit fits several systems: a set or a table says which is meant, else the first is.
        CodeUses[] sure = Array.FindAll(found, uses => !uses.Sets.IsEmpty || !uses.Rows.IsEmpty || uses.ValidOn is { IsEmpty: false });
        return [.. sure.Length > 0 ? sure : found.Take(1)];
    }

    private static CodeUses Of(EditingPack pack, Code code, string system)
    {
        CodeSetSymbol[] sets = [.. pack.Symbols.CodeSets.Values.Where(set => set.System == code.System && set.Set.DaysOf(code.Packed).Any()).OrderBy(set => set.Name, StringComparer.Ordinal)];
        RowUse[] rows =
        [
            .. from table in pack.Symbols.Tables.Values.OrderBy(table => table.Name, StringComparer.Ordinal)
               from row in CodeRows.Of(table, code)
               select new RowUse("@" + table.Name, TablePage.RowText(table, row), new DaySpan(table.Table!.GetFrom(row), table.Table.GetThrough(row)), table.Place), // It has that row.
        ];
        HashSet<string> edits = [.. CodePage.EditsOf(pack, code, [.. sets.Select(set => set.Name)])];
        return new CodeUses(
            code,
            system,
            pack.Symbols.CodeTables.GetValueOrDefault(code.System) is { Untold.IsEmpty: true } known ? Spans(known.Codes, code) : null,
            [.. sets.Select(set => new SetUse("@" + set.Name, Spans(set.Set, code), set.Place))],
            [.. rows.Take(MostRows)],
            Math.Max(0, rows.Length - MostRows),
            [
                .. from part in pack.Parts
                   let edit = part.Declaration.Syntax as EditSyntax
                   where edit is not null && edits.Contains(edit.Id.Text)
                   select new EditUse(edit.Id.Text, edit.Title?.Value, part.Source.PlaceOf(edit.Id.Span)),
            ]);
    }

    private static ImmutableArray<DaySpan> Spans(CodeSet set, Code code) => [.. set.DaysOf(code.Packed).Select(one => new DaySpan(one.FromDay, one.ThroughDay))];
}

/// <summary>A set that holds a code.</summary>
/// <param name="Name">As rules call it.</param>
/// <param name="Days">The days on which it does.</param>
/// <param name="Place">Where it is declared.</param>
internal sealed record SetUse(string Name, ImmutableArray<DaySpan> Days, SourceSpan Place);

/// <summary>A row of a table that a code leads to.</summary>
/// <param name="Table">As rules call it.</param>
/// <param name="Text">The row in words, with its days and where it comes from.</param>
/// <param name="Days">The days on which it is in force.</param>
/// <param name="Place">Where the table is declared.</param>
internal sealed record RowUse(string Table, string Text, DaySpan Days, SourceSpan Place);

/// <summary>An edit that asks for a code.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title; null where it has none.</param>
/// <param name="Place">Where it is declared.</param>
internal sealed record EditUse(string Id, string? Title, SourceSpan Place);

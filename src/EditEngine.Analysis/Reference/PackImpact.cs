using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Diagnostics;
using EditEngine.Tables;

namespace EditEngine.Analysis.Reference;

/// <summary>A part of a pack that a change of a table concerns.</summary>
/// <param name="What">As <c>edit ACME-1</c>, <c>code set @minor</c>, <c>test "no 25" of ACME-1</c>.</param>
/// <param name="Place">Where it is written.</param>
/// <param name="Codes">The changed codes that it names, in order; empty where it reads the table.</param>
internal sealed record ImpactedPart(string What, SourceSpan Place, ImmutableArray<Code> Codes);

/// <summary>What of a pack a change of a table concerns.</summary>
/// <param name="Tables">The tables, code sets and code tables of the pack that are read from it, by name.</param>
/// <param name="Readers">Edits that read one of them.</param>
/// <param name="Sets">Code sets that hold a code of a changed key.</param>
/// <param name="Literals">Edits that write such a code down.</param>
/// <param name="Tests">Tests whose claim bills such a code.</param>
internal sealed record PackImpact(
    ImmutableArray<string> Tables,
    ImmutableArray<ImpactedPart> Readers,
    ImmutableArray<ImpactedPart> Sets,
    ImmutableArray<ImpactedPart> Literals,
    ImmutableArray<ImpactedPart> Tests)
{
    private const string CodesOf = "codes of ";

    /// <summary>What the differences of two tables concern.</summary>
    /// <param name="differences">The differences.</param>
    /// <param name="files">Names of the files compared, without folders: the pack's tables are known by them, or by their own names.</param>
    /// <param name="sources">The pack's files.</param>
    /// <param name="compiled">What they were compiled to.</param>
    /// <param name="pack">The pack itself.</param>
    public static PackImpact Of(TableDifferences differences, IReadOnlyCollection<string> files, PackSources sources, CompileResult compiled, BoundPack pack)
    {
        ArgumentNullException.ThrowIfNull(differences);
        ArgumentNullException.ThrowIfNull(compiled);
        ArgumentNullException.ThrowIfNull(pack);
        ReferenceTable[] read = [.. PackTables.Of(sources, pack).Where(IsCompared)];
        HashSet<string> names = [.. read.Select(NameInEdits)];
        Code[] changed = [.. ChangedCodes(differences).Order()];
        HashSet<ulong> packed = [.. changed.Select(code => code.Packed)];
        return new PackImpact(
            [.. read.Select(table => table.Name)],
            [.. pack.Edits.Where(edit => Reads(edit, names)).Select(edit => new ImpactedPart($"edit {edit.Id}", edit.Place, []))],
            [.. pack.CodeSets.Select(set => new ImpactedPart($"code set @{set.Name}", set.Place, Held(set.Set, changed))).Where(part => !part.Codes.IsEmpty)],
            [.. pack.Edits.Select(edit => new ImpactedPart($"edit {edit.Id}", edit.Place, Written(edit, changed, packed))).Where(part => !part.Codes.IsEmpty)],
            [.. from edit in compiled.Tests
                from test in edit.Cases
                let codes = (test.Claim is Claim claim ? BilledCodes.Of(claim) : []).Where(code => packed.Contains(code.Packed)).Distinct().Order().ToImmutableArray()
                where !codes.IsEmpty
                select new ImpactedPart($"test \"{test.Title}\" of {edit.Edit}", test.Place, codes)]);

        bool IsCompared(ReferenceTable table) => table.File is string file
            ? files.Contains(Path.GetFileName(file.Replace('\\', '/')), StringComparer.OrdinalIgnoreCase) || IsNamed(table)
            : IsNamed(table);

        bool IsNamed(ReferenceTable table) =>
            string.Equals(table.Name, "@" + differences.Old.Name, StringComparison.OrdinalIgnoreCase) || string.Equals(table.Name, "@" + differences.New.Name, StringComparison.OrdinalIgnoreCase);
    }

    private static HashSet<Code> ChangedCodes(TableDifferences differences)
    {
        HashSet<Code> codes = [];
        foreach (KeyDifference one in differences.Differences)
        {
            (Table table, int row) = one.NewRow >= 0 ? (differences.New, one.NewRow) : (differences.Old, one.OldRow);
            for (int column = 0; column < table.KeyCount; column++)
            {
                if (table.Columns[column].Type == ColumnType.Code && table.GetCode(row, column) is ulong code and not 0)
                {
                    codes.Add(Code.FromPacked(code));
                }
            }
        }

        return codes;
    }

    /// <summary>Code tables of one system, as of CPT and of HCPCS, are one to the edits that ask <c>is valid</c>.</summary>
    private static string NameInEdits(ReferenceTable table) =>
        table.Kind == ReferenceKind.CodeTable && CodeSystemNames.TryFind(table.Name[CodesOf.Length..], out CodeSystem system) ? CodesOf + CodeSystemNames.NameOf(system) : table.Name;

    private static bool Reads(BoundEdit edit, HashSet<string> names) => BoundTree.All(edit).Any(node => node switch
    {
        BoundRow row => names.Contains("@" + row.Table.Name),
        BoundRows rows => names.Contains("@" + rows.Table.Name),
        BoundInSet { SetName: string name } => names.Contains(name.StartsWith(CodesOf, StringComparison.Ordinal) ? name : "@" + name.TrimStart('@')),
        _ => false,
    });

    // Sets with a name are told by themselves; what is left is written in the edit.
    private static ImmutableArray<Code> Written(BoundEdit edit, Code[] changed, HashSet<ulong> packed)
    {
        SortedSet<Code> codes = [];
        foreach (BoundNode node in BoundTree.All(edit))
        {
            switch (node)
            {
                case BoundConstant { Value: CodeConstant { Value: Code code } } when packed.Contains(code.Packed):
                    codes.Add(code);
                    break;
                case BoundInSet { SetName: null, Set: CodeSetConstant { Set: CodeSet set } }:
                    codes.UnionWith(Held(set, changed));
                    break;
                case BoundHas { Set: CodeSetConstant { Set: CodeSet held } }:
                    codes.UnionWith(Held(held, changed));
                    break;
            }
        }

        return [.. codes];
    }

    private static ImmutableArray<Code> Held(CodeSet set, Code[] changed) =>
        set.Intervals.IsEmpty ? [] : [.. changed.Where(code => set.ContainsSometime(code.Packed) != SometimeMember.Never)];
}

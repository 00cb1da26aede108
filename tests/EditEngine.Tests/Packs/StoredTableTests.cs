using EditEngine.Codes;
using EditEngine.Diagnostics;
using EditEngine.Tables;
using Xunit;

namespace EditEngine.Tests.Packs;

/// <summary>Tables of <c>.table</c> files: the file says its key and its columns, and rules say no other.</summary>
public sealed class StoredTableTests
{
    private const string Edit = """

        edit OVER "Over the limit"
          for each  line v
          when      row r in @limits for (v.procedure, v.place)
          and       v.units > r.most
          then      review v
        end
        """;

    [Theory]
    [InlineData("", "code procedure, place place, most number, share number, note text")]
    [InlineData("most : units", "code procedure, place place, most units, share number, note text")]
    [InlineData("most : units, part from \"share\" : percent", "code procedure, place place, most units, part percent, note text")]
    [InlineData("key code : procedure, place : place\n  most : units", "code procedure, place place, most units")]
    [InlineData("key cpt from \"code\" : procedure, place : place\n  most : number", "cpt procedure, place place, most number")]
    [InlineData("key code : procedure\n  most : units", "EDIT0431: Table @limits has the key code here, and code, place in its file.")]
    [InlineData("key place : place, code : procedure\n  most : units", "EDIT0431: Table @limits has the key place, code here, and code, place in its file.")]
    [InlineData("key code : procedure, place : place, note : text\n  most : units", "EDIT0431")]
    [InlineData("key code : diagnosis, place : place\n  most : units", "EDIT0432: Column 'code' is a diagnosis code here, and a procedure code in its file. 'procedure' fits.")]
    [InlineData("most : text", "EDIT0432: Column 'most' is a text here, and a number in its file.")]
    [InlineData("note : units", "EDIT0432: Column 'note' is units here, and a text in its file.")]
    [InlineData("most : money", "write 'r.most * $1' where money fits.")]
    [InlineData("mots : units", "EDIT0404")]
    public void The_file_says_the_key_and_the_types(string columns, string expected)
    {
        using PackOnDisk disk = new(("a.edit", $"pack sample version \"1\"\ndates by date of service\ntable @limits from \"limits.table\"\n  {columns}\n"));
        TableBuilder builder = new("limits",
        [
            new("code", ColumnType.Code, CodeSystem.Procedure, IsKey: true), new("place", ColumnType.Code, CodeSystem.PlaceOfService, IsKey: true),
            new("most", ColumnType.Number, CodeSystem.None, IsKey: false), new("share", ColumnType.Number, CodeSystem.None, IsKey: false), new("note", ColumnType.Text, CodeSystem.None, IsKey: false),
        ]);
        builder.AddRow(
            new RowSource("x.csv", 2), int.MinValue, int.MaxValue,
            TableCell.Of(Code.From(CodeSystem.Procedure, "96372")), TableCell.Of(Code.From(CodeSystem.PlaceOfService, "11")), TableCell.Of(4), TableCell.Of(50), TableCell.Of("x"));
        TableFile.Write(builder.Build(out _)!, Path.Combine(disk.Path, "limits.table"));
        CompileResult result = disk.Compile();
        string errors = string.Join('\n', result.Diagnostics.Where(problem => problem.Severity == Severity.Error));
        string shown = errors.Length > 0 ? errors : string.Join(", ", result.Pack!.Tables.Single().Columns.Select(column => $"{column.Name} {column.Type}".Replace(" a ", " ", StringComparison.Ordinal).Replace(" code", "", StringComparison.Ordinal)));
        Assert.Contains(expected, shown, StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_looks_it_up_by_the_stored_key()
    {
        using PackOnDisk disk = new(("a.edit", "pack sample version \"1\"\ndates by date of service\ntable @limits from \"limits.table\"\n" + Edit));
        TableBuilder builder = new("limits",
        [
            new("code", ColumnType.Code, CodeSystem.Procedure, IsKey: true), new("place", ColumnType.Code, CodeSystem.PlaceOfService, IsKey: true), new("most", ColumnType.Number, CodeSystem.None, IsKey: false),
        ]);
        TableFile.Write(builder.Build(out _)!, Path.Combine(disk.Path, "limits.table"));
        Assert.Empty(disk.Compile().Diagnostics.Where(problem => problem.Severity == Severity.Error));
    }
}

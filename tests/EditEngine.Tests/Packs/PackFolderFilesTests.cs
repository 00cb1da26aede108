using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Packs;
using EditEngine.Diagnostics;
using EditEngine.Tables;
using Xunit;

namespace EditEngine.Tests.Packs;

public sealed class PackFolderFilesTests
{
    private static readonly SourceSpan Place = new("sub/a.edit", 0, 0, 1, 1);

    [Theory]
    [InlineData("code,name\n99213,visit\n", "2: 99213|visit")]
    [InlineData("code,name\r\n99213,\"a, \"\"b\"\"\"\r\n", "2: 99213|a, \"b\"")]
    [InlineData("\uFEFFcode;name\n1;x\n", "2: 1|x")]
    [InlineData("code\tname\n1\tx", "2: 1|x")]
    [InlineData("code,name\n\n1,x\n,\n2,y\n\n", "3: 1|x; 5: 2|y")]
    [InlineData("code,name\n1,\"two\nlines\"\n2,y\n", "2: 1|two\nlines; 4: 2|y")]
    [InlineData(" code , name \n1,x\n", "2: 1|x")]
    [InlineData("code,name", "")]
    public void A_csv_file_gives_its_rows_with_their_lines(string text, string expected)
    {
        using PackOnDisk disk = new(("tables/t.csv", text));
        CsvRows? rows = new PackFolderFiles(disk.Path, PackBoundary.At(disk.Path), TableMapping.PrivateCopy).ReadCsv("sub/a.edit", "../tables/t.csv", Place, out Diagnostic? problem);
        Assert.Null(problem);
        Assert.Equal("tables/t.csv", rows!.File);
        Assert.Equal(["code", "name"], rows.Header);
        Assert.Equal(expected, string.Join("; ", rows.Rows.Select(row => $"{row.Line}: {string.Join('|', row.Cells)}")));
    }

    [Theory]
    [InlineData("code,name\n1,x\n2,y,z\n3\n", "EDIT0714 tables/t.csv: row 3")]
    [InlineData("code,name\n1,\"x\n2,y\n", "EDIT0717 tables/t.csv: row 2")]
    [InlineData("", "EDIT0408 tables/t.csv")]
    [InlineData("\n\n", "EDIT0408 tables/t.csv")]
    [InlineData("code,name\n1,\0\n", "EDIT0713 tables/t.csv: row 2")]
    public void A_csv_file_that_is_no_table_gives_one_diagnostic_with_its_row(string text, string expected)
    {
        using PackOnDisk disk = new(("tables/t.csv", text));
        PackFolderFiles files = new(disk.Path, PackBoundary.At(disk.Path), TableMapping.PrivateCopy);
        Assert.Null(files.ReadCsv("sub/a.edit", "../tables/t.csv", Place, out Diagnostic? problem));
        Assert.Equal(expected, $"{problem!.Id} {problem.Place}");
        Assert.Null(files.ReadCsv("sub/b.edit", "../tables/t.csv", Place, out Diagnostic? again));
        Assert.Same(problem, again);
    }

    [Theory]
    [InlineData("../tables/tt.csv", "EDIT0403", "Nearest there: \"../tables/t.csv\".")]
    [InlineData("..\\tables\\tt.csv", "EDIT0403", "Nearest there: \"../tables/t.csv\".")]
    [InlineData("nowhere/x.csv", "EDIT0403", null)]
    [InlineData("/etc/hosts", "EDIT0716", null)]
    [InlineData("C:\\t.csv", "EDIT0716", null)]
    public void A_file_that_is_not_there_is_reported_where_it_is_named(string name, string id, string? help)
    {
        using PackOnDisk disk = new(("tables/t.csv", "a\n"));
        PackFolderFiles files = new(disk.Path, PackBoundary.At(disk.Path), TableMapping.PrivateCopy);
        Assert.Null(files.ReadCsv("sub/a.edit", name, Place, out Diagnostic? problem));
        Assert.Equal((id, help, Place), (problem!.Id, problem.Help, problem.Place));
        Assert.Null(files.OpenTable("sub/a.edit", name, Place, out problem));
        Assert.Equal(id, problem!.Id);
    }

    [Fact]
    public void A_table_file_is_mapped_once()
    {
        using PackOnDisk disk = new(("bad.table", "no table at all"));
        TableBuilder builder = new("t", [new TableColumn("code", ColumnType.Text, default, true)]);
        builder.AddRow(new RowSource("t.csv", 1), int.MinValue, int.MaxValue, [TableCell.Of("x")]);
        TableFile.Write(builder.Build(out _)!, System.IO.Path.Combine(disk.Path, "good.table"));
        PackFolderFiles files = new(disk.Path, PackBoundary.At(disk.Path), TableMapping.PrivateCopy);
        Table? table = files.OpenTable("a.edit", "good.table", Place, out Diagnostic? problem);
        Assert.NotNull(table);
        Assert.Null(problem);
        Assert.Same(table, files.OpenTable("sub/a.edit", "../good.table", Place, out _));
        Assert.Null(files.OpenTable("a.edit", "bad.table", Place, out problem));
        Assert.Equal("EDIT0462 bad.table", $"{problem!.Id} {problem.Place}");
    }
}

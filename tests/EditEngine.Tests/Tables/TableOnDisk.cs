using EditEngine.Tables;
using Xunit;

namespace EditEngine.Tests.Tables;

/// <summary>A table in a file of its own, for the length of a test.</summary>
internal sealed class TableOnDisk : IDisposable
{
    public TableOnDisk(Table table)
    {
        Folder = Directory.CreateTempSubdirectory("table").FullName;
        Path = System.IO.Path.Combine(Folder, "t.table");
        TableFile.Write(table, Path);
    }

    public string Folder { get; }

    public string Path { get; }

    public Table Open()
    {
        Table? table = TableFile.Open(Path, out var problem);
        Assert.Null(problem);
        return table!;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

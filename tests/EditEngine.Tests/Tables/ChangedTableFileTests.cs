using EditEngine.Tables;
using Xunit;

namespace EditEngine.Tests.Tables;

/// <summary>What happens to a table file after it was opened is nothing to the table.</summary>
public sealed class ChangedTableFileTests
{
    private static readonly TableCopying[] Ways = [new(int.MaxValue, Path.GetTempPath()), new(0, Path.GetTempPath())];

    public static TheoryData<string, int> Changes
    {
        get
        {
            TheoryData<string, int> data = [];
            foreach (string change in new[] { "cut", "emptied", "zeroed", "garbage", "another table", "longer", "gone" })
            {
                data.Add(change, 0);
                data.Add(change, 1);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_file_changed_in_place_changes_no_answer(string change, int way)
    {
        using var file = new TableOnDisk(RandomTables.Make(7, 2, 5_000).Table);
        Table table = Open(file.Path, Ways[way]);
        int[] before = Answers(table);
        Change(file.Path, change);
        Assert.Equal(before, Answers(table));
        Assert.Null(TableFile.Verify(table));
    }

    [Theory]
    [InlineData("cut", "EDIT0464")]
    [InlineData("emptied", "EDIT0462")]
    [InlineData("zeroed", "EDIT0462")]
    [InlineData("garbage", "EDIT0465")]
    [InlineData("longer", "EDIT0464")]
    public void A_file_changed_before_it_is_opened_again_is_refused_though_the_process_has_the_table(string change, string id)
    {
        using var file = new TableOnDisk(RandomTables.Make(8, 2, 5_000).Table);
        Table first = Open(file.Path, Ways[1]);
        Change(file.Path, change);
        Assert.Null(TableFile.Open(file.Path, out var problem));
        Assert.Equal(id, problem?.Id);
        GC.KeepAlive(first);
    }

    [Fact]
    public void Files_of_the_same_bytes_are_one_table_in_the_process()
    {
        Table made = RandomTables.Make(9, 2, 5_000).Table;
        using var one = new TableOnDisk(made);
        using var two = new TableOnDisk(made);
        using var other = new TableOnDisk(RandomTables.Make(10, 2, 5_000).Table);
        Table first = Open(one.Path, Ways[1]);
        Assert.Same(first, Open(two.Path, Ways[1]));
        Assert.Same(first, Open(one.Path, Ways[0]));
        Assert.NotSame(first, Open(other.Path, Ways[1]));
    }

    [Fact]
    public void A_file_that_only_begins_as_a_known_table_is_read_and_refused()
    {
        using var file = new TableOnDisk(RandomTables.Make(11, 2, 5_000).Table);
        Table first = Open(file.Path, Ways[1]);
        byte[] bytes = File.ReadAllBytes(file.Path);
        bytes[^20] ^= 1;
        File.WriteAllBytes(file.Path, bytes);
        Assert.Null(TableFile.Open(file.Path, out var problem));
        Assert.Equal("EDIT0465", problem?.Id);
        GC.KeepAlive(first);
    }

    [Fact]
    public void The_private_copy_leaves_no_file()
    {
        using var file = new TableOnDisk(RandomTables.Make(12, 2, 5_000).Table);
        string folder = Directory.CreateDirectory(Path.Combine(file.Folder, "temporary")).FullName;
        Table table = Open(file.Path, new TableCopying(0, folder));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
        Assert.NotEmpty(Answers(table));
    }

    [Fact]
    public void Without_room_for_the_copy_the_file_is_refused_with_what_to_do()
    {
        using var file = new TableOnDisk(RandomTables.Make(13, 2, 5_000).Table);
        Assert.Null(TableFile.Open(file.Path, TableMapping.PrivateCopy, new TableCopying(0, Path.Combine(file.Folder, "nowhere")), out var problem));
        Assert.Equal("EDIT0490", problem?.Id);
        Assert.Contains("TMPDIR", problem?.Help, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_look_up_in_a_file_that_is_mapped_in_place_and_overwritten_ends(int seed)
    {
        using var file = new TableOnDisk(RandomTables.Make(14, 2, 2_000).Table);
        Table? table = TableFile.Open(file.Path, TableMapping.InPlace, out var problem);
        Assert.Null(problem);
        using (FileStream stream = new(file.Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            byte[] garbage = new byte[stream.Length];
            new Random(seed).NextBytes(garbage);
            Array.Fill(garbage, (byte)0xFF, 0, seed == 1 ? garbage.Length : 0);
            stream.Write(garbage);
        }

        for (int i = 0; i < 500; i++)
        {
            try
            {
                table!.FindRow([(ulong)i, (ulong)i], 700_100);
            }
            catch (ArgumentOutOfRangeException)
            {
                // It ends, and reads nothing outside.
            }
        }
    }

    [Fact]
    public void A_pipe_and_a_folder_are_told_and_not_opened()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such pipes.");
        using var file = new TableOnDisk(RandomTables.Make(15, 1, 10).Table);
        string pipe = Path.Combine(file.Folder, "pipe.table");
        Pipes.Make(pipe);
        Assert.Null(TableFile.Open(pipe, out var problem));
        Assert.Equal("The table file cannot be opened: it is a pipe and no ordinary file.", problem?.Seen);
        Assert.Null(TableFile.Open(file.Folder, out problem));
        Assert.Equal("The table file cannot be opened: it is a folder and no ordinary file.", problem?.Seen);
        Assert.Null(TableFile.Open("/dev/zero", out problem));
        Assert.Equal("EDIT0461", problem?.Id);
    }

    private static Table Open(string path, TableCopying copying)
    {
        Table? table = TableFile.Open(path, TableMapping.PrivateCopy, copying, out var problem);
        Assert.Null(problem);
        return table!;
    }

    private static void Change(string path, string change)
    {
        byte[] bytes = File.ReadAllBytes(path);
        using FileStream stream = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        switch (change)
        {
            case "cut":
                stream.SetLength(bytes.Length / 2);
                break;
            case "emptied":
                stream.SetLength(0);
                break;
            case "zeroed":
                stream.Write(new byte[bytes.Length]);
                break;
            case "garbage":
                stream.Write(bytes, 0, TableImage.HeaderLength);
                new Random(3).NextBytes(bytes);
                stream.Write(bytes, TableImage.HeaderLength, bytes.Length - TableImage.HeaderLength);
                break;
            case "another table":
                RandomTables.Make(99, 2, 5_000).Table.WriteTo(stream);
                break;
            case "longer":
                stream.SetLength(bytes.Length + 4096);
                break;
            default:
                File.Delete(path);
                break;
        }
    }

    private static int[] Answers(Table table) =>
        [.. Enumerable.Range(0, table.RowCount).Select(row => table.FindRow([table.GetKey(row, 0), table.GetKey(row, 1)], table.GetFrom(row)))];
}

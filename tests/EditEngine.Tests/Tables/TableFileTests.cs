using EditEngine.Tables;
using Xunit;

namespace EditEngine.Tests.Tables;

public sealed class TableFileTests
{
    [Theory]
    [InlineData("EDIT0462", 0, 0)]
    [InlineData("EDIT0462", 3, 0)]
    [InlineData("EDIT0463", 8, 0)]
    [InlineData("EDIT0465", 40, 0)]
    [InlineData("EDIT0465", 100, 0)]
    [InlineData("EDIT0465", -1, 0)]
    [InlineData("EDIT0464", 0, 1)]
    [InlineData("EDIT0464", 0, 500)]
    [InlineData("EDIT0462", 0, 100_000)]
    public void A_damaged_or_cut_file_is_refused(string id, int flipped, int cut)
    {
        using var file = new TableOnDisk(RandomTables.Make(5, 2, 200).Table);
        byte[] bytes = File.ReadAllBytes(file.Path);
        if (cut == 0)
        {
            bytes[flipped < 0 ? bytes.Length - 9 : flipped] ^= 0x10;
        }

        File.WriteAllBytes(file.Path, bytes[..Math.Max(0, bytes.Length - cut)]);
        Assert.Null(TableFile.Open(file.Path, out var problem));
        Assert.Equal(id, problem?.Id);
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_diagnostic()
    {
        Assert.Null(TableFile.Open(Path.Combine(Path.GetTempPath(), "no", "such.table"), out var problem));
        Assert.Equal("EDIT0461", problem?.Id);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Bytes_changed_and_sealed_again_read_nothing_outside_of_the_file(int seed)
    {
        using var file = new TableOnDisk(RandomTables.Make(6, 2, 100).Table);
        byte[] good = File.ReadAllBytes(file.Path);
        var random = new Random(seed);
        for (int i = 0; i < 300; i++)
        {
            byte[] bytes = (byte[])good.Clone();
            bytes[random.Next(TableImage.HeaderLength, bytes.Length)] = (byte)random.Next(256);
            TableImage.Seal(bytes, bytes.AsSpan(TableImage.HashAt, 32).ToArray());
            File.WriteAllBytes(file.Path, bytes);
            Table? table = TableFile.Open(file.Path, out var problem);
            Assert.Equal(table is null, problem is not null);
            if (table is not null)
            {
                TableFile.Verify(table);
                LookAround(table);
            }
        }
    }

    private static void LookAround(Table table)
    {
        for (int i = 0; i < Math.Min(table.RowCount, 200); i++)
        {
            try
            {
                table.FindRow([table.GetKey(i, 0), table.KeyCount > 1 ? table.GetKey(i, 1) : 0], 700_100);
                table.FindRows(table.GetKey(i, 0));
            }
            catch (ArgumentException)
            {
            }
        }
    }
}

using EditEngine.Files;
using Xunit;

namespace EditEngine.Tests.Files;

/// <summary>A file is written as a whole or not at all.</summary>
public sealed class WholeFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("edits-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_is_written_takes_the_place_of_what_was_there()
    {
        string path = Path.Combine(_folder, "a.pack");
        File.WriteAllText(path, "old");
        WholeFile.Write(path, stream => stream.Write("new"u8));
        Assert.Equal("new", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_writing_that_fails_leaves_what_was_there_and_nothing_beside_it()
    {
        string path = Path.Combine(_folder, "a.pack");
        File.WriteAllText(path, "old");
        Assert.Throws<IOException>(() => WholeFile.Write(path, stream =>
        {
            stream.Write("half"u8);
            throw new IOException("The disk is full.");
        }));
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_folder));
    }
}

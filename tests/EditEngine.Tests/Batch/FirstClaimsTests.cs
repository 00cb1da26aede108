using System.Text;
using EditEngine.Formats.Batch;
using EditEngine.Tests.Tables;
using Xunit;

namespace EditEngine.Tests.Batch;

/// <summary>The first claims of a run are read beforehand: whatever lies there, nothing comes of it, and nothing is taken from what can be read but once.</summary>
public sealed class FirstClaimsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("no claims\n")]
    [InlineData("{\"id\":")]
    [InlineData("ISA*00*")]
    [InlineData("\u001f\u008b\u0008")]
    public void A_file_that_has_no_claims_is_no_fault(string text)
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("claims.837", Encoding.Latin1.GetBytes(text));
        FirstClaims.Read([path]);
        FirstClaims.Read([folder.Path]);
    }

    [Theory]
    [InlineData("-")]
    [InlineData("no/such/file.837")]
    public void What_is_no_file_is_no_fault(string path) => FirstClaims.Read([path, path]);

    [Fact]
    public void Claims_of_the_first_file_are_read()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("a.jsonl", string.Concat(Enumerable.Repeat("{\"id\": \"A\", \"type\": \"professional\"}\n", 3)));
        folder.Write("b.jsonl", "{}");
        Assert.Equal(3, FirstClaims.Read([path]));
        Assert.Equal(3, FirstClaims.Read([folder.Path, path]));
    }

    [Fact]
    public void Nothing_is_taken_from_a_pipe()
    {
        using TemporaryFolder folder = new();
        string path = Path.Combine(folder.Path, "claims.837");
        Pipes.Make(path);
        Assert.Equal(0, FirstClaims.Read([path])); // To open it would wait for who writes.
    }
}

using System.Text;
using Xunit;

namespace EditEngine.EndToEnd;

/// <summary>Files that are no claims, or hardly: a run over all of them ends with 3, names each with its byte, and decides what is whole.</summary>
public sealed class ExtremeFileTests : IDisposable
{
    private static readonly string Clinic = File.ReadAllText(Repository.Path("samples/claims/clinic.837"));

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void All_of_them_in_one_run()
    {
        string zeros = new('x', 50_000_000);
        _workspace.Write("in/01.837", "%PDF-1.7\n");
        _workspace.Write("in/02.837", [(byte)'P', (byte)'K', 3, 4, 20, 0, 0, 0]);
        _workspace.Write("in/03.837", "");
        _workspace.Write("in/04.837", Clinic[..106]);
        _workspace.Write("in/05.837", Clinic.Replace("005010X222A1", "004010X098A1", StringComparison.Ordinal));
        _workspace.Write("in/06.837", Clinic.Replace("ST*837*", "ST*277*", StringComparison.Ordinal));
        _workspace.Write("in/07.837", Clinic.Replace("LX*1~", "REF*G1" + new string('*', 1_000_000) + "~LX*1~", StringComparison.Ordinal));
        _workspace.WriteGzip("in/08.837.gz", Clinic[..106] + zeros);
        _workspace.WriteGzip("in/09.jsonl.gz", "{\"id\":\"" + zeros);
        _workspace.Write("in/10.jsonl", [.. "{\"id\":\""u8, 0xC0, 0xFF, .. "\"}\n"u8]);
        _workspace.Write("in/11.837", Clinic);
        ToolRun run = _workspace.Run("run", "pack", "in", "--out", "results.jsonl");
        Assert.Equal(3, run.Code);
        string[] ids = ["EDIT5305", "EDIT5305", "EDIT5303", "EDIT5011", "EDIT5004", "EDIT5005", "EDIT5003", "EDIT5003", "EDIT5202", "EDIT5230"];
        for (int i = 0; i < ids.Length; i++)
        {
            string file = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"in/{i + 1:00}.");
            Assert.Contains(run.ErrorLines, line => line.StartsWith(file, StringComparison.Ordinal) && line.Contains("byte ", StringComparison.Ordinal) && line.Contains(ids[i], StringComparison.Ordinal));
        }

        Assert.Equal(4, File.ReadAllLines(Path.Combine(_workspace.Folder, "results.jsonl")).Length);
        Assert.DoesNotContain("EDIT9901", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("%PDF-1.7\n", "byte 0: error EDIT5305: The file holds no claims: it is a PDF document, and begins with '%PDF-1.7'.")]
    [InlineData("", "byte 0: error EDIT5303: The file is empty.")]
    public void One_alone_ends_with_3(string text, string told)
    {
        _workspace.Write("one.837", Encoding.ASCII.GetBytes(text));
        ToolRun run = _workspace.Run("run", "pack", "one.837");
        Assert.Equal((3, ""), (run.Code, run.Output));
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
    }
}

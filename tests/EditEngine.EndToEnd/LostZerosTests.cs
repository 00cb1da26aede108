using System.Globalization;
using Xunit;

namespace EditEngine.EndToEnd;

/// <summary>Codes that lost their zeros on the way are put right with a warning, and then rules match them, whatever brought the claim.</summary>
public sealed class LostZerosTests : IDisposable
{
    private static readonly (string Id, string Kind, string Condition)[] Edits =
    [
        ("REVENUE", "line v", "v.revenue = 0450"), ("PROCEDURE", "line v", "v.procedure = 00100"), ("STATUS", "claim v", "v.discharge_status = 01"),
        ("DRG", "claim v", "v.drg = 057"), ("CONDITION", "claim v", "v has condition 09"), ("OCCURRENCE", "claim v", "any occurrence o has (o.code = 01)"),
        ("VALUE", "claim v", "any value o has (o.code = 05)"), ("ADMISSION", "claim v", "v.admission_type = 1"),
    ];

    private readonly Workspace _workspace = new();

    public LostZerosTests() => _workspace.Write("zeros/zeros.edit", "pack zeros version \"1\"\ndates by date of service\n" + string.Concat(Edits.Select(
        edit => $"edit {edit.Id} \"{edit.Id}\"\n  for each {edit.Kind}\n  when {edit.Condition}\n  then warn v\nend\n")));

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Rules_match_what_was_put_right_in_JSON()
    {
        _workspace.Write("short.jsonl", """
            {"id":"A","type":"institutional","billType":"111","dischargeStatus":"1","drg":"57","admissionType":"01","conditionCodes":["9"],"occurrenceCodes":[{"code":"1","date":"2025-01-02"}],"valueCodes":[{"code":"5","amount":3}],"lines":[{"number":1,"revenueCode":"450","procedure":"100","units":1,"charge":100,"from":"2025-01-02"}]}
            """);
        Matched(_workspace.Run("run", "zeros", "short.jsonl", "--format", "csv"), "EDIT5221", conforms: true);
    }

    [Fact]
    public void Rules_match_what_was_put_right_in_X12()
    {
        string sample = File.ReadAllText(Repository.Path("tests/EditEngine.Tests/X12/samples/snip/clean_837i_inpatient.837"));
        string sent = sample.Replace("CL1*1*1*01~", "CL1*01*1*1~", StringComparison.Ordinal).Replace("HI*DR:292~", "HI*DR:57~", StringComparison.Ordinal)
            .Replace("SV2*0120**", "SV2*450*HC:100*", StringComparison.Ordinal)
            .Replace("HI*ABF:N179", "HI*BH:1:D8:20260104~\nHI*BE:5:::3~\nHI*BG:9~\nHI*ABF:N179", StringComparison.Ordinal);
        string[] segments = [.. sent.Split('\n').Where(line => line.Length > 0)];
        int count = segments.Length - 4; // ISA, GS, GE and IEA are not of the transaction.
        _workspace.Write("short.837", string.Join('\n', segments.Select(line => line.StartsWith("SE*", StringComparison.Ordinal) ? string.Create(CultureInfo.InvariantCulture, $"SE*{count}*{line.Split('*')[2]}") : line)) + "\n");
        Matched(_workspace.Run("run", "zeros", "short.837", "--format", "csv"), "EDIT5061", conforms: false); // admission type 01 is too long for the guide
    }

    private static void Matched(ToolRun run, string warning, bool conforms)
    {
        Assert.Equal(Edits.Select(edit => edit.Id).Order(StringComparer.Ordinal), run.OutputLines.Skip(1).Select(row => row.Split(',')[4]).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(Edits.Length, run.ErrorLines.Count(line => line.Contains($"warning {warning}", StringComparison.Ordinal)));
        Assert.Equal(conforms ? 0 : 3, run.Code);
    }
}

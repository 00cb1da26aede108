using System.Text;
using Xunit;

namespace EditEngine.EndToEnd;

public sealed class ClaimTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    public static TheoryData<string, byte[], string> BadFiles => new()
    {
        { "empty.jsonl", [], "EDIT5303" },
        { "binary.jsonl", [0, 1, 2, 3, 255], "EDIT5305" },
        { "utf16.jsonl", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Workspace.Claim("A"))], "EDIT5232" },
        { "table.txt", "code,limit\n99213,1\n"u8.ToArray(), "EDIT5305" },
        { "lineless.jsonl", """{"id":"A","type":"professional","processedDate":"2025-03-20","lines":[]}"""u8.ToArray(), "[claim A]" },
        { "dateless.jsonl", """{"id":"A","type":"professional","lines":[{"number":1,"procedure":"99213"}]}"""u8.ToArray(), "--as-of" },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public void Bad_input_ends_with_3_after_the_good_is_decided(string name, byte[] bytes, string said)
    {
        _workspace.Write("claims/" + name, bytes);
        _workspace.Write("claims/z.jsonl", Workspace.Claim("GOOD"));
        ToolRun run = _workspace.Run("run", "pack", "claims");
        Assert.Equal(3, run.Code);
        Assert.StartsWith("""{"claim":"GOOD",""", Assert.Single(run.OutputLines), StringComparison.Ordinal);
        string problem = Assert.Single(run.ErrorLines, line => line.Contains("error EDIT", StringComparison.Ordinal));
        Assert.Contains(said, problem, StringComparison.Ordinal);
        Assert.Contains(name, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_claims_ends_with_3()
    {
        Directory.CreateDirectory(Path.Combine(_workspace.Folder, "claims"));
        ToolRun run = _workspace.Run("run", "pack", "claims");
        Assert.Equal(3, run.Code);
        Assert.Contains("EDIT5302", run.Error, StringComparison.Ordinal);
        Assert.Contains("0 read, 0 decided, 0 skipped", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_truncated_837_ends_with_3_with_segment_and_claim()
    {
        string whole = File.ReadAllText(Repository.Path("samples/claims/clinic.837"));
        _workspace.Write("cut.837", whole[..whole.IndexOf("SV1*HC:20610", StringComparison.Ordinal)]);
        ToolRun run = _workspace.Run("run", "pack", "cut.837");
        Assert.Equal(3, run.Code);
        Assert.Contains("CLM-1001", run.Output, StringComparison.Ordinal);
        Assert.Contains("CLM-1002", run.Output, StringComparison.Ordinal);
        Assert.Contains(run.ErrorLines, line => line.Contains("cut.837: segment ", StringComparison.Ordinal) && line.Contains(": error EDIT50", StringComparison.Ordinal));
    }

    [Fact]
    public void A_claim_of_400_lines_is_decided()
    {
        IEnumerable<string> lines = Enumerable.Range(1, 400).Select(n => $$"""{"number":{{n}},"procedure":"{{(n % 2 == 0 ? "11102" : "99213")}}","units":1,"from":"2025-03-04"}""");
        _workspace.Write("long.jsonl", $$"""{"id":"LONG","type":"professional","processedDate":"2025-03-20","lines":[{{string.Join(',', lines)}}]}""");
        ToolRun run = _workspace.Run("run", "pack", "long.jsonl", "--format", "csv");
        Assert.Equal((0, 201), (run.Code, run.OutputLines.Length));
    }

    [Fact]
    public void Results_come_in_the_order_of_the_claims_and_gzip_is_undone()
    {
        _workspace.WriteGzip("claims/a.jsonl.gz", string.Join('\n', Enumerable.Range(1, 300).Select(n => Workspace.Claim($"A{n}"))));
        _workspace.WriteGzip("claims/b.837.gz", File.ReadAllText(Repository.Path("samples/claims/clinic.837")));
        ToolRun run = _workspace.Run("run", "pack", "claims");
        Assert.Equal(0, run.Code);
        IEnumerable<string> ids = run.OutputLines.Select(line => line.Split('"')[3]);
        Assert.Equal([.. Enumerable.Range(1, 300).Select(n => $"A{n}"), "CLM-1001", "CLM-1002", "CLM-1003", "CLM-1004"], ids);
    }

    [Fact]
    public void The_summary_counts_claims_lines_findings_and_history()
    {
        _workspace.Write("claims.jsonl", $"{Workspace.Claim("A")}\n{Workspace.Claim("B", second: "71046")}\nbroken\n");
        ToolRun run = _workspace.Run("run", "pack", "claims.jsonl");
        Assert.Equal(3, run.Code);
        Assert.Contains("claims        3 read, 2 decided, 1 skipped", run.ErrorLines);
        Assert.Contains("lines         4", run.ErrorLines);
        Assert.Contains("findings      1", run.ErrorLines);
        Assert.Contains("       1  ONE", run.ErrorLines);
        Assert.Contains("history       not supplied for 2 of 2 claims: 0 edits would read it", run.ErrorLines);
        Assert.Contains(run.ErrorLines, line => line.StartsWith("speed", StringComparison.Ordinal) && line.EndsWith("claims/s", StringComparison.Ordinal));
        Assert.Contains(run.ErrorLines, line => line.StartsWith("claims.jsonl: line 3", StringComparison.Ordinal));
    }

    [Fact]
    public void The_as_of_date_is_processed_else_received_else_service()
    {
        string[] dates = ["\"processedDate\":\"2025-03-20\",\"receivedDate\":\"2025-03-10\",", "\"receivedDate\":\"2025-03-10\",", ""];
        _workspace.Write("claims.jsonl", string.Join('\n', dates.Select((date, n) => Workspace.Claim($"C{n}", date))));
        ToolRun own = _workspace.Run("run", "pack", "claims.jsonl");
        Assert.Equal(["2025-03-20", "2025-03-10", "2025-03-04"], own.OutputLines.Select(line => line.Split("\"asOf\":\"")[1][..10]));
        ToolRun given = _workspace.Run("run", "pack", "claims.jsonl", "--as-of", "2026-01-01");
        Assert.All(given.OutputLines, line => Assert.Contains("\"asOf\":\"2026-01-01\"", line, StringComparison.Ordinal));
    }

    [Fact]
    public void What_would_steer_a_terminal_is_written_out()
    {
        _workspace.Write("claims.jsonl", """{"id":"A\u001b[2J","type":"professional","lines":[]}""");
        ToolRun run = _workspace.Run("run", "pack", "claims.jsonl", "--format", "table");
        Assert.Equal(3, run.Code);
        Assert.DoesNotContain('\u001B', run.Error + run.Output);
    }

    [Theory]
    [InlineData("table")]
    [InlineData("csv")]
    public void What_turns_text_or_is_not_seen_is_written_out(string format)
    {
        _workspace.Write("claims.jsonl", Workspace.Claim("A\\u202e\\u200b\\u0007"));
        ToolRun run = _workspace.Run("run", "pack", "claims.jsonl", "--format", format);
        Assert.Equal(0, run.Code);
        Assert.Contains("A\\u202E\\u200B\\u0007", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Output, character => character is '\u202E' or '\u200B' or '\u0007');
    }

    [Theory]
    [InlineData("no 25", 0, "test \"no 25\" of ONE, one.edit(15,8), as of 2025-03-19", "99213 is included in 11102.")]
    [InlineData("NO", 0, "passed ONE \"no 25\"", "yes      when")]
    [InlineData("not 25", 2, "EDIT8011", "None of the pack's 3 tests has 'not 25' in its title. Likely ones are \"no 25\" of ONE, \"with 25\" of ONE, \"with 25, other day\" of ONE.")]
    [InlineData("with", 2, "EDIT8012", "2 tests have 'with' in their titles. Among them are \"with 25\" of ONE, \"with 25, other day\" of ONE.")]
    [InlineData("with 25", 0, "test \"with 25\" of ONE", "no       when      v has no modifier 25")]
    [InlineData("zebra", 2, "EDIT8011", "None of the pack's 3 tests has 'zebra' in its title.")]
    public void The_claim_of_a_test_is_explained(string title, int code, string said, string told)
    {
        _workspace.Write("pack/one.edit", Workspace.Rules.Replace("\nend", """

              test "with 25"
                claim professional
                  line 1: 99213-25 on 2025-03-04
                  line 2: 11102 on 2025-03-04
                expect nothing from ONE
              test "with 25, other day"
                claim professional
                  line 1: 99213-25 on 2025-03-04
                  line 2: 11102 on 2025-03-05
                expect nothing from ONE
            end
            """, StringComparison.Ordinal));
        ToolRun run = _workspace.Run("explain", "pack", "--test", title);
        Assert.Equal(code, run.Code);
        Assert.Contains(said, run.Output + run.Error, StringComparison.Ordinal);
        Assert.Contains(told, run.Output + run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--test explains the claim of a test", "claims.jsonl", "--test", "no 25")]
    [InlineData("--test explains the claim of a test", "--test", "no 25", "--claim", "A")]
    [InlineData("--test explains the claim of a test", "--test", "no 25", "--received", "2025-01-01")]
    [InlineData("Name claims and one of them with --claim ID, or a test with --test TITLE.", "claims.jsonl")]
    [InlineData("Name claims and one of them with --claim ID, or a test with --test TITLE.", "--claim", "A")]
    public void A_claim_or_a_test_is_explained_and_not_both(string told, params string[] arguments)
    {
        _workspace.Write("claims.jsonl", Workspace.Claim("A") + "\n");
        ToolRun run = _workspace.Run(["explain", "pack", .. arguments]);
        Assert.Equal(2, run.Code);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_claim_shows_to_what_its_lines_are_reduced()
    {
        _workspace.Write("pack/one.edit", Workspace.Rules.Replace("deny v  reason BUNDLED", "reduce v to 50%  reason BUNDLED", StringComparison.Ordinal).Replace("denied by", "reduced to 50% by", StringComparison.Ordinal));
        _workspace.Write("claims.jsonl", Workspace.Claim("A") + "\n");
        Assert.Contains("1  decided           ONE                 50% paid", _workspace.Run("explain", "pack", "claims.jsonl", "--claim", "A").Output, StringComparison.Ordinal);
        string[] rows = _workspace.Run("run", "pack", "claims.jsonl", "--format", "csv").Output.Split("\r\n");
        Assert.EndsWith(",pay_percent,replaced_with,modifiers", rows[0], StringComparison.Ordinal);
        Assert.EndsWith(",50,,", rows[1], StringComparison.Ordinal);
    }

    [Fact]
    public void One_claim_is_explained()
    {
        _workspace.Write("claims.jsonl", $"{Workspace.Claim("A")}\n{Workspace.Claim("B", second: "71046")}\n");
        ToolRun found = _workspace.Run("explain", "pack", "claims.jsonl", "--claim", "A", "--edit", "ONE");
        Assert.Equal(0, found.Code);
        Assert.Contains("99213 is included in 11102.", found.Output, StringComparison.Ordinal);
        Assert.Equal(2, _workspace.Run("explain", "pack", "claims.jsonl", "--claim", "C").Code);
        Assert.Equal(2, _workspace.Run("explain", "pack", "claims.jsonl", "--claim", "A", "--edit", "TWO").Code);
    }
}

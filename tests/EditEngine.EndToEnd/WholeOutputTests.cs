using Xunit;

namespace EditEngine.EndToEnd;

/// <summary>Outputs are there as a whole or not at all, and inputs stay as they are.</summary>
public sealed class WholeOutputTests : IDisposable
{
    // More than a pipe's reader takes at once, less than a pipe holds: their results overflow the tool's buffer.
    private const int Claims = 280;
    private const string Unfinished = ".out.jsonl.edits-unfinished";
    private const string Old = "what was there\n";

    private readonly Workspace _workspace = new();

    public WholeOutputTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no signals and named pipes as here.");
        _workspace.Write("claims.jsonl", $"{Workspace.Claim("A")}\n{Workspace.Claim("B", second: "71046")}\n");
        _workspace.Write("out.jsonl", Old);
    }

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("--out out.jsonl")]
    [InlineData("--out claims.jsonl --ack out.jsonl")]
    public void A_killed_run_leaves_the_old_file_and_the_next_removes_what_it_left(string outputs)
    {
        _workspace.Write("claims.jsonl", Old);
        using SlowClaims pipe = SlowClaims.Make(_workspace, "pipe", Claims);
        using RunningTool run = RunningTool.Start(_workspace.Folder, ["run", "pack", "pipe", .. outputs.Split(' ')]);
        RunningTool.Await(() => HasBytes(outputs.Contains("--ack", StringComparison.Ordinal) ? ".claims.jsonl.edits-unfinished" : Unfinished), "Nothing was written.");
        run.Send("KILL");
        Assert.Equal(137, run.End().Code);
        Assert.Equal(Old, Text("out.jsonl"));
        Assert.Equal(Old, Text("claims.jsonl"));
        Assert.True(File.Exists(PathOf(Unfinished)));

        _workspace.Write("good.jsonl", Workspace.Claim("A"));
        Assert.Equal(0, _workspace.Run("run", "pack", "good.jsonl", "--out", "another.jsonl").Code);
        Assert.Empty(Directory.GetFiles(_workspace.Folder, "*.edits-unfinished"));
        Assert.Equal(Old, Text("out.jsonl"));
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    [InlineData("HUP")]
    [InlineData("TERM", "TERM")]
    public void A_stopped_run_ends_with_130_and_leaves_the_old_file(params string[] signals)
    {
        using SlowClaims pipe = SlowClaims.Make(_workspace, "pipe", Claims);
        using RunningTool run = RunningTool.Start(_workspace.Folder, "run", "pack", "pipe", "--out", "out.jsonl");
        RunningTool.Await(() => HasBytes(Unfinished), "Nothing was written.");
        run.Send(signals);
        ToolRun end = run.End();
        Assert.Equal(130, end.Code);
        Assert.Equal(Old, Text("out.jsonl"));
        Assert.Empty(Directory.GetFiles(_workspace.Folder, "*.edits-unfinished"));
        if (signals.Length == 1)
        {
            Assert.Contains("results       not written: the run was stopped", end.ErrorLines);
            string[] counts = Assert.Single(end.ErrorLines, line => line.StartsWith("claims", StringComparison.Ordinal)).Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(Number(counts[1]), Number(counts[3]) + Number(counts[5]));
        }
    }

    [Theory]
    [InlineData("import csv pipe --out out.jsonl")]
    [InlineData("explain pack pipe --claim none")]
    [InlineData("run pack pipe --ack out.jsonl")]
    public void Every_command_can_be_stopped(string command)
    {
        using SlowClaims pipe = SlowClaims.Make(_workspace, "pipe", command[0] == 'i' ? 0 : 1);
        using RunningTool run = RunningTool.Start(_workspace.Folder, command.Split(' '));
        RunningTool.Await(() => command[0] == 'e' ? pipe.IsTaken() : File.Exists(PathOf(Unfinished)), "Nothing was read.");
        run.Send("TERM");
        ToolRun end = run.End();
        Assert.Equal(130, end.Code);
        Assert.DoesNotContain("EDIT9901", end.Error, StringComparison.Ordinal);
        Assert.Equal(Old, Text("out.jsonl"));
        Assert.Empty(Directory.GetFiles(_workspace.Folder, "*.edits-unfinished"));
    }

    [Fact]
    public void An_evaluation_without_end_does_not_keep_a_run()
    {
        _workspace.Write("slow/slow.edit", """
            pack slow version "1"
            dates by date of service
            reasons
              R = CO 97

            edit SLOW "five lines"
              for each  line v, other line w, other line x, other line y, other line z
              when      v.units + w.units + x.units + y.units > z.units + 1000
              then      review v
            end

            """);
        IEnumerable<string> lines = Enumerable.Range(1, 300).Select(n => $$"""{"number":{{n}},"procedure":"99213","units":1,"from":"2025-03-04"}""");
        _workspace.Write("long.jsonl", $$"""{"id":"LONG","type":"professional","processedDate":"2025-03-20","lines":[{{string.Join(',', lines)}}]}""");
        using RunningTool run = RunningTool.Start(_workspace.Folder, "run", "slow", "long.jsonl", "--out", "out.jsonl");
        RunningTool.Await(() => File.Exists(PathOf(Unfinished)), "Nothing was opened.");
        run.Send("TERM");
        ToolRun end = run.End();
        Assert.Equal(130, end.Code);
        Assert.Contains("results       not written: the run was stopped", end.ErrorLines);
        Assert.Equal(Old, Text("out.jsonl"));
    }

    [Theory]
    [InlineData("run pack claims.jsonl --out out.jsonl")]
    [InlineData("run pack claims.jsonl --out ./pack/../out.jsonl")]
    [InlineData("run pack claims.jsonl --out link.jsonl")]
    [InlineData("run pack claims.jsonl --out new.jsonl --ack out.jsonl")]
    [InlineData("import csv rows.csv --out out.jsonl")]
    public void A_second_run_into_a_file_ends_with_4_and_the_first_goes_on(string second)
    {
        File.CreateSymbolicLink(PathOf("link.jsonl"), "out.jsonl");
        _workspace.Write("rows.csv", "code,kind\n99213,visit\n");
        using (SlowClaims pipe = SlowClaims.Make(_workspace, "pipe", Claims))
        {
            using RunningTool run = RunningTool.Start(_workspace.Folder, "run", "pack", "pipe", "--out", "out.jsonl");
            RunningTool.Await(() => HasBytes(Unfinished), "Nothing was written.");
            ToolRun other = _workspace.Run(second.Split(' '));
            Assert.Equal(4, other.Code);
            Assert.Contains("EDIT8060", other.Error, StringComparison.Ordinal);
            Assert.Equal(Old, Text("out.jsonl"));
            Assert.False(File.Exists(PathOf("new.jsonl")));
            pipe.Dispose();
            Assert.Equal(0, run.End().Code);
        }

        Assert.Equal(Claims, File.ReadAllLines(PathOf("out.jsonl")).Length);
    }

    [Theory]
    [InlineData("run pack claims.jsonl --out claims.jsonl", "EDIT8061")]
    [InlineData("run pack claims.jsonl --ack claims.jsonl", "EDIT8061")]
    [InlineData("run pack claims.jsonl --out link.jsonl", "EDIT8061")]
    [InlineData("run pack claims.jsonl --out second-name.jsonl", "EDIT8061")]
    [InlineData("run pack link.jsonl --out ./folder/../claims.jsonl", "EDIT8061")]
    [InlineData("run pack folder --out folder/inner.jsonl", "EDIT8061")]
    [InlineData("run pack linked-folder --out folder/inner.jsonl", "EDIT8061")]
    [InlineData("run pack claims.jsonl --out pack/one.edit", "EDIT8061")]
    [InlineData("run pack claims.jsonl --out pack/kinds.table", "EDIT8061")]
    [InlineData("run pack claims.jsonl --out pack/list.csv", "EDIT8061")]
    [InlineData("run pack claims.jsonl --out edits.json", "EDIT8061")]
    [InlineData("run pack - --out claims.jsonl < claims.jsonl", "EDIT8061")]
    [InlineData("run pack claims.jsonl >> claims.jsonl", "EDIT8061")]
    [InlineData("run pack claims.jsonl 2>> claims.jsonl", null)] // what is wrong is said there
    [InlineData("run pack claims.jsonl --out x.jsonl --ack x.jsonl", "EDIT8062")]
    [InlineData("run pack claims.jsonl --out x.jsonl --ack ./pack/../x.jsonl", "EDIT8062")]
    [InlineData("run pack claims.jsonl --out dangling --ack x.jsonl", "EDIT8062")]
    [InlineData("run pack claims.jsonl --ack -", "EDIT8062")]
    [InlineData("run pack claims.jsonl --ack /dev/stdout", "EDIT8062")]
    [InlineData("run pack claims.jsonl --ack log >> log", "EDIT8062")]
    [InlineData("run pack claims.jsonl --out log 2>> log", null)]
    [InlineData("import csv rows.csv --out rows.csv", "EDIT8061")]
    [InlineData("import csv rows.csv --out rows-link.csv", "EDIT8061")]
    public void An_output_that_is_an_input_or_another_output_ends_with_2_and_nothing_is_touched(string command, string? id)
    {
        _workspace.Write("edits.json", "{}");
        _workspace.Write("kinds.csv", "code,kind\n99213,visit\n");
        Assert.Equal(0, _workspace.Run("import", "csv", "kinds.csv", "--out", "pack/kinds.table").Code);
        _workspace.Write("pack/list.csv", "code\n99213\n");
        _workspace.Write("pack/kinds.edit", "table @kinds from \"kinds.table\"\n  key code : procedure\n  kind : text\n\ncodes @listed : CPT from \"list.csv\"\n");
        _workspace.Write("folder/inner.jsonl", Workspace.Claim("I"));
        _workspace.Write("rows.csv", "code,kind\n99213,visit\n");
        _workspace.Write("log", "");
        File.CreateSymbolicLink(PathOf("link.jsonl"), "claims.jsonl");
        File.CreateSymbolicLink(PathOf("rows-link.csv"), "rows.csv");
        File.CreateSymbolicLink(PathOf("dangling"), "x.jsonl");
        File.CreateSymbolicLink(PathOf("linked-folder"), "folder");
        _workspace.Shell("ln claims.jsonl second-name.jsonl");
        string[] watched = ["claims.jsonl", "folder/inner.jsonl", "pack/one.edit", "pack/kinds.table", "pack/list.csv", "edits.json", "rows.csv", "out.jsonl"];
        byte[][] before = [.. watched.Select(name => File.ReadAllBytes(PathOf(name)))];

        ToolRun run = _workspace.Shell($"edits {command}");

        Assert.Equal(2, run.Code);
        if (id is not null)
        {
            Assert.Contains(id, run.Error, StringComparison.Ordinal);
            Assert.Equal(before, watched.Select(name => File.ReadAllBytes(PathOf(name))));
        }

        Assert.False(File.Exists(PathOf("x.jsonl")));
    }

    [Fact]
    public void A_link_is_followed_to_its_file_which_keeps_its_mode()
    {
        _workspace.Shell("chmod 2641 out.jsonl");
        File.CreateSymbolicLink(PathOf("link"), "out.jsonl");
        File.CreateSymbolicLink(PathOf("dangling"), "fresh.jsonl");
        Assert.Equal(0, _workspace.Run("run", "pack", "claims.jsonl", "--out", "link", "--ack", "dangling").Code);
        Assert.Equal("out.jsonl", new FileInfo(PathOf("link")).LinkTarget);
        Assert.Equal(2, File.ReadAllLines(PathOf("out.jsonl")).Length);
        Assert.Equal("2641\n", _workspace.Shell("stat -c %a out.jsonl").Output);
        Assert.True(File.Exists(PathOf("fresh.jsonl")));
    }

    [Fact]
    public void A_file_keeps_its_owner()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root gives files away.");
        _workspace.Shell("chown 4711:4712 out.jsonl");
        Assert.Equal(0, _workspace.Run("run", "pack", "claims.jsonl", "--out", "out.jsonl").Code);
        Assert.Equal("4711 4712\n", _workspace.Shell("stat -c '%u %g' out.jsonl").Output);
    }

    [Theory]
    [InlineData("edits run pack claims.jsonl --out /dev/stdout | cat")]
    [InlineData("edits run pack claims.jsonl --out - | cat")]
    [InlineData("mkfifo p; cat p & edits run pack claims.jsonl --out p; wait")]
    [InlineData("edits run pack claims.jsonl --out /dev/fd/3 3> three; cat three")]
    [InlineData("echo head > log; edits run pack claims.jsonl --out /dev/stdout >> log; tail -n +2 log")]
    [InlineData("edits run pack claims.jsonl --ack /dev/null --out /dev/null; edits run pack claims.jsonl")]
    [InlineData("cat claims.jsonl | edits run pack -")]
    [InlineData("gzip -c claims.jsonl | edits run pack -")]
    public void What_is_no_ordinary_file_is_written_and_read_directly(string command)
    {
        ToolRun run = _workspace.Shell(command);
        Assert.Equal((0, 2), (run.Code, run.OutputLines.Length));
        Assert.StartsWith("""{"claim":"A",""", run.OutputLines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void An_interchange_comes_from_the_standard_input()
    {
        ToolRun run = _workspace.Shell($"edits run pack - < '{Repository.Path("samples/claims/clinic.837")}'");
        Assert.Equal((0, 4), (run.Code, run.OutputLines.Length));
    }

    [Fact]
    public void A_file_that_grows_too_long_for_its_disk_leaves_the_old_one()
    {
        _workspace.Write("many.jsonl", string.Concat(Enumerable.Range(1, 4000).Select(n => Workspace.Claim($"M{n}") + "\n")));
        ToolRun run = _workspace.Shell("trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0; ulimit -f 1024; edits run pack many.jsonl --out out.jsonl");
        Assert.Equal(4, run.Code);
        Assert.Contains("results       not written: the output failed", run.ErrorLines);
        Assert.Equal(Old, Text("out.jsonl"));
        Assert.Empty(Directory.GetFiles(_workspace.Folder, "*.edits-unfinished"));
    }

    [Theory]
    [InlineData("edits check pack > /dev/full")]
    [InlineData("edits check pack 2> /dev/full >/dev/full")]
    [InlineData("edits --help > /dev/full")]
    [InlineData("edits --version > /dev/full")]
    [InlineData("edits rum 2> /dev/full")]
    [InlineData("edits test pack > /dev/full")]
    [InlineData("edits explain pack claims.jsonl --claim A > /dev/full")]
    [InlineData("edits cost pack > /dev/full")]
    [InlineData("edits tables pack > /dev/full")]
    [InlineData("edits field units > /dev/full")]
    [InlineData("edits run pack none.jsonl 2> /dev/full")]
    [InlineData("edits run pack claims.jsonl 2> /dev/full > results.jsonl")]
    [InlineData("edits run pack claims.jsonl 2> /dev/full --out results.jsonl")]
    public void A_full_disk_under_a_stream_ends_with_4(string command)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no /dev/full here.");
        ToolRun run = _workspace.Shell(command);
        Assert.Equal(4, run.Code);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.True(command.Contains("2>", StringComparison.Ordinal) || run.Error.Contains("EDIT8063", StringComparison.Ordinal), run.Error);
        if (command.Contains("results.jsonl", StringComparison.Ordinal))
        {
            Assert.Equal(2, File.ReadAllLines(PathOf("results.jsonl")).Length);
        }
    }

    [Fact]
    public void Where_memory_ends_the_message_says_so()
    {
        IEnumerable<string> lines = Enumerable.Range(1, 600_000).Select(n => $$"""{"number":{{n}},"procedure":"99213","units":1,"from":"2025-03-04"}""");
        _workspace.Write("huge.jsonl", $$"""{"id":"HUGE","type":"professional","processedDate":"2025-03-20","lines":[{{string.Join(',', lines)}}]}""");
        ToolRun run = _workspace.Shell("DOTNET_GCHeapHardLimit=0x3000000 edits run pack huge.jsonl --out out.jsonl");
        Assert.Equal(4, run.Code);
        Assert.Contains("EDIT8064", run.Error, StringComparison.Ordinal);
        Assert.Contains("results       not written: the run failed", run.ErrorLines);
        Assert.Equal(Old, Text("out.jsonl"));
    }

    [Fact]
    public void A_reader_that_goes_away_ends_the_run_though_its_claims_have_not_ended()
    {
        using SlowClaims pipe = SlowClaims.Make(_workspace, "pipe", Claims);
        ToolRun run = _workspace.Shell("edits run pack pipe | head -n 1 > first; exit ${PIPESTATUS[0]}");
        Assert.Equal(4, run.Code);
        Assert.Contains("EDIT5309", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    private bool HasBytes(string name) => new FileInfo(PathOf(name)) is { Exists: true, Length: > 0 };

    private string PathOf(string name) => Path.Combine(_workspace.Folder, name);

    private string Text(string name) => File.ReadAllText(PathOf(name));

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

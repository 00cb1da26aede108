using System.Diagnostics;
using System.Text.Json;
using EditEngine.Bench.Made;
using EditEngine.Compiler.Editing;
using EditEngine.Tests.LanguageServer;

namespace EditEngine.Bench.Contests;

/// <summary>How soon an editor is answered that has a large pack open: through the tool as an editor starts it, from the keystroke to the answer.</summary>
internal static class EditorContest
{
    private const int Edits = 2_000;
    private const int Warm = 20;
    private const string Uri = "untitled:bench";

    public static void Hold(BenchRun run)
    {
        run.Page.Heading("An editor on 2,000 edits");
        string text = MadeEdit.TextOf(MadeEdit.Make(run.World, Edits, seed: 6)).Replace("\r\n", "\n", StringComparison.Ordinal);
        string[] lines = text.Split('\n');
        int[] whens = [.. Enumerable.Range(0, lines.Length).Where(at => lines[at].Contains("units >", StringComparison.Ordinal))];
        using Process server = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "edits.dll"), "lsp"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        using LanguageClient client = new(server.StandardInput.BaseStream, server.StandardOutput.BaseStream);
        client.Initialize(null);
        long opened = Stopwatch.GetTimestamp();
        client.Open(Uri, text);
        client.Diagnostics(Uri, static _ => true);
        run.Page.Line($"{Edits} edits in one file of {text.Length / 1024:N0} KB, {whens.Length} of them asked for units: open to its first diagnostics {Stopwatch.GetElapsedTime(opened).TotalMilliseconds:N0} ms.");
        int rounds = run.Quick ? 60 : 300;
        int version = 1;
        int at = 0;
        int Next() => whens[at++ * 37 % whens.Length];
        int Column(int line) => lines[line].IndexOf("units >", StringComparison.Ordinal);

        void Served(string what, string? wanted, int times, Func<double> once)
        {
            server.Refresh();
            TimeSpan before = server.TotalProcessorTime;
            double[] found = Times(times, once);
            server.Refresh();
            Tell(run, what, wanted, found, FormattableString.Invariant($"; {(server.TotalProcessorTime - before).TotalMilliseconds / (times + Warm):N1} ms of processors each, with all that came of it"));
        }

        // A letter less, and there again: a mistake comes and goes.
        Served("diagnostics", "< 100 ms", rounds, () =>
        {
            int line = Next();
            client.Change(Uri, ++version, line, Column(line) + 4, Column(line) + 5, "");
            client.Diagnostics(Uri, static found => found.Length > 0);
            long started = Stopwatch.GetTimestamp();
            client.Change(Uri, ++version, line, Column(line) + 4, Column(line) + 4, "s");
            client.Diagnostics(Uri, static found => found.Length == 0);
            return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        });
        Served("completion after a keystroke", "< 30 ms", rounds, () =>
        {
            int line = Next();
            client.Change(Uri, ++version, line, Column(line) + 5, Column(line) + 5, "s");
            client.Change(Uri, ++version, line, Column(line) + 5, Column(line) + 6, "");
            return Asked(client, "textDocument/completion", LanguageClient.Place(Uri, line, Column(line) + 3));
        });
        Served("completion", "< 30 ms", rounds, () => Next() is var line ? Asked(client, "textDocument/completion", LanguageClient.Place(Uri, line, Column(line) + 3)) : 0);
        Served("hover", null, rounds, () => Next() is var line ? Asked(client, "textDocument/hover", LanguageClient.Place(Uri, line, Column(line) + 3)) : 0);
        int reason = Array.FindIndex(lines, line => line.StartsWith("  UNITS", StringComparison.Ordinal));
        Served("rename of a reason key in use everywhere", null, Math.Max(5, rounds / 20), () =>
            Asked(client, "textDocument/rename", new { textDocument = new { uri = Uri }, position = new { line = reason, character = 4 }, newName = "MANY" }));
        Served("outline", null, Math.Max(5, rounds / 20), () => Asked(client, "textDocument/documentSymbol", new { textDocument = new { uri = Uri } }));
        Alone(run, text, lines, whens, rounds);
        client.Ask("shutdown");
        client.Tell("exit");
        server.WaitForExit();
    }

    // Without the server: what is compiled and what is asked.
    private static void Alone(BenchRun run, string text, string[] lines, int[] whens, int rounds)
    {
        PackCompilation pack = EditCompiler.Open(PackSources.FromText("bench.edit", text), CompileOptions.Default);
        _ = pack.Result; // A change is told from what was compiled.
        int at = 0;
        int Next() => whens[at++ * 37 % whens.Length];
        int Offset(int line) => lines.Take(line).Sum(one => one.Length + 1) + lines[line].IndexOf("units >", StringComparison.Ordinal);
        string Broken(int line) => Offset(line) + 4 is var place ? text.Remove(place, 1) : text;
        long allocated = 0;
        double[] compiled = Times(rounds, () =>
        {
            string broken = Broken(Next());
            long before = GC.GetTotalAllocatedBytes();
            long started = Stopwatch.GetTimestamp();
            _ = pack.WithText("bench.edit", broken).Result;
            double time = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            allocated += GC.GetTotalAllocatedBytes() - before;
            return time;
        });
        Tell(run, "compiled again, alone", null, compiled, FormattableString.Invariant($"; {allocated / 1024 / (rounds + Warm):N0} KB allocated each"));
        Tell(run, "completion, alone", null, Times(rounds, () =>
        {
            int offset = Offset(Next()) + 3;
            long started = Stopwatch.GetTimestamp();
            Completion.At(new EditingPack(pack), "bench.edit", offset);
            return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }));
    }

    private static double[] Times(int rounds, Func<double> once)
    {
        for (int i = 0; i < Warm; i++)
        {
            once();
        }

        return [.. Enumerable.Range(0, rounds).Select(_ => once()).Order()];
    }

    private static double Asked(LanguageClient client, string method, object parameters)
    {
        long started = Stopwatch.GetTimestamp();
        JsonElement answer = client.Ask(method, parameters);
        double time = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return answer.ValueKind == JsonValueKind.Null ? throw new InvalidOperationException($"{method} was not answered.") : time;
    }

    private static void Tell(BenchRun run, string what, string? wanted, double[] times, string more = "") => run.Page.Line(FormattableString.Invariant(
        $"{what}: p50 {Part(times, 50):N1} ms, p99 {Part(times, 99):N1} ms{(wanted is null ? "" : $" (wanted {wanted})")}{more}."));

    private static double Part(double[] ordered, int percent) => ordered[Math.Min(ordered.Length - 1, ordered.Length * percent / 100)];
}

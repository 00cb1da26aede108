using System.Diagnostics;
using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json;
using EditEngine.Bench.Made;
using EditEngine.Compiler.Editing;
using EditEngine.LanguageServer;
using EditEngine.Tests.LanguageServer;

namespace EditEngine.Bench.Contests;

/// <summary>How soon an editor is answered that has a large pack open: through the server, from the keystroke to the answer.</summary>
internal static class EditorContest
{
    private const int Edits = 2_000;
    private const string Uri = "untitled:bench";

    public static void Hold(BenchRun run)
    {
        run.Page.Heading("An editor on 2,000 edits");
        string text = MadeEdit.TextOf(MadeEdit.Make(run.World, Edits, seed: 6)).Replace("\r\n", "\n", StringComparison.Ordinal);
        string[] lines = text.Split('\n');
        int[] whens = [.. Enumerable.Range(0, lines.Length).Where(at => lines[at].Contains("units >", StringComparison.Ordinal))];
        Pipe there = new();
        Pipe back = new();
        using EditLanguageServer server = EditLanguageServer.Over(back.Writer.AsStream(), there.Reader.AsStream());
        Task<bool> ended = server.Run(CancellationToken.None);
        using LanguageClient client = new(there.Writer.AsStream(), back.Reader.AsStream());
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

        // A letter less, and there again: a mistake comes and goes.
        Tell(run, "diagnostics", "< 100 ms", Times(rounds, () =>
        {
            int line = Next();
            client.Change(Uri, ++version, line, Column(line) + 4, Column(line) + 5, "");
            client.Diagnostics(Uri, static found => found.Length > 0);
            long started = Stopwatch.GetTimestamp();
            client.Change(Uri, ++version, line, Column(line) + 4, Column(line) + 4, "s");
            client.Diagnostics(Uri, static found => found.Length == 0);
            return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }));
        Tell(run, "completion after a keystroke", "< 30 ms", Times(rounds, () =>
        {
            int line = Next();
            client.Change(Uri, ++version, line, Column(line) + 5, Column(line) + 5, "s");
            client.Change(Uri, ++version, line, Column(line) + 5, Column(line) + 6, "");
            return Asked(client, "textDocument/completion", LanguageClient.Place(Uri, line, Column(line) + 3));
        }));
        Tell(run, "completion", "< 30 ms", Times(rounds, () => Next() is var line ? Asked(client, "textDocument/completion", LanguageClient.Place(Uri, line, Column(line) + 3)) : 0));
        Tell(run, "hover", null, Times(rounds, () => Next() is var line ? Asked(client, "textDocument/hover", LanguageClient.Place(Uri, line, Column(line) + 3)) : 0));
        int reason = Array.FindIndex(lines, line => line.StartsWith("  UNITS", StringComparison.Ordinal));
        Tell(run, "rename of a reason key in use everywhere", null, Times(Math.Max(5, rounds / 20), () =>
            Asked(client, "textDocument/rename", new { textDocument = new { uri = Uri }, position = new { line = reason, character = 4 }, newName = "MANY" })));
        Tell(run, "outline", null, Times(Math.Max(5, rounds / 20), () => Asked(client, "textDocument/documentSymbol", new { textDocument = new { uri = Uri } })));
        Alone(run, text, lines, whens, rounds);
        client.Ask("shutdown");
        client.Tell("exit");
        ended.Wait();
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
        Tell(run, "compiled again, alone", null, Times(rounds, () =>
        {
            string broken = Broken(Next());
            long started = Stopwatch.GetTimestamp();
            _ = pack.WithText("bench.edit", broken).Result;
            return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }));
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
        for (int i = 0; i < Math.Min(20, rounds); i++)
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

    private static void Tell(BenchRun run, string what, string? wanted, double[] times)
    {
        double p50 = times[times.Length / 2];
        double p99 = times[Math.Min(times.Length - 1, times.Length * 99 / 100)];
        run.Page.Line(string.Create(CultureInfo.InvariantCulture, $"{what}: p50 {p50:N1} ms, p99 {p99:N1} ms{(wanted is null ? "" : $" (wanted {wanted})")}."));
    }
}

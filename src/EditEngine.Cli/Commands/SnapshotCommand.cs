using System.Collections.Immutable;
using System.CommandLine;
using EditEngine.Analysis.Snapshots;
using EditEngine.Claims;
using EditEngine.Cli.Output;
using EditEngine.Cli.Outputs;

namespace EditEngine.Cli.Commands;

/// <summary><c>edits snapshot PACK CLAIMS… (--out FILE | --check FILE [--accept]) [--as-of DATE]</c></summary>
internal static class SnapshotCommand
{
    public static Command Create()
    {
        Argument<string> pack = Arguments.Pack();
        Argument<string[]> claims = Arguments.Claims();
        Option<string> file = Arguments.Output("--out", "File to write what is decided to.");
        Option<string?> check = new("--check") { Description = "A file written before: tells what is decided otherwise now, and ends with 1 where anything is.", HelpName = "FILE" };
        Option<bool> accept = new("--accept") { Description = "With --check: what is decided now takes the file's place." };
        Option<DateOnly?> asOf = Arguments.AsOf();
        Command command = new("snapshot", "Keeps what a pack decides of claims, and tells what a change of the rules changes.") { pack, claims, file, check, accept, asOf };
        command.Validators.Add(result =>
        {
            bool writes = result.GetResult(file) is not null;
            bool checks = result.GetResult(check) is not null;
            if (writes == checks)
            {
                result.AddError("Name a file to write with --out, or one to compare with --check.");
            }
            else if (result.GetValue(accept) && !checks)
            {
                result.AddError("--accept goes with --check.");
            }
        });
        command.SetAction(parsed => Take(
            OpenedPack.Open(parsed.GetRequiredValue(pack)), parsed.GetRequiredValue(claims), parsed.GetValue(asOf), parsed.GetValue(file), parsed.GetValue(check), parsed.GetValue(accept)));
        return command;
    }

    private static int Take(OpenedPack opened, string[] claims, DateOnly? asOf, string? file, string? check, bool accepts)
    {
        opened.Report(Console.Error, Terminal.IsError);
        if (opened.Pack is null || opened.Rules is not RulePack rules)
        {
            return opened.ErrorCode;
        }

        Snapshot? before = null;
        if (check is not null && (before = Read(check, opened.Pack.Name)) is null)
        {
            return ExitCode.WrongUsage;
        }

        using ClaimStream stream = new(claims, asOf);
        Evaluator evaluator = rules.CreateEvaluator(new EvaluatorOptions { HistoryActions = true });
        ImmutableArray<SnapshotClaim>.Builder decided = ImmutableArray.CreateBuilder<SnapshotClaim>();
        foreach ((Claim claim, DateOnly day) in stream.Read())
        {
            decided.Add(new SnapshotClaim(claim.Id, DecisionLines.Of(evaluator.Evaluate(claim, day))));
        }

        int code = stream.ExitCode;
        Snapshot now = new(opened.Pack.Name, decided.ToImmutable());
        if (file is not null)
        {
            int written = TextOutput.Write(file, [.. opened.Inputs, .. stream.Files], now.Write());
            return written == ExitCode.Done ? code : written;
        }

        SnapshotDifference difference = SnapshotDifference.Of(before!, now); // Read above.
        new SnapshotLines(Console.Out, new AnsiStyle(Terminal.HasColours(Terminal.IsOutput))).Write(difference, now.Claims.Length);
        if (accepts && code == ExitCode.Done)
        {
            return difference.IsEmpty ? ExitCode.Done : TextOutput.Write(check, [.. opened.Inputs, .. stream.Files], now.Write());
        }

        return code != ExitCode.Done ? code : difference.IsEmpty ? ExitCode.Done : ExitCode.RulesHaveErrors;
    }

    private static Snapshot? Read(string file, string pack)
    {
        ProblemLines problems = ProblemLines.OnError();
        string text;
        try
        {
            text = File.ReadAllText(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            problems.Write(SuiteDiagnostics.NoSnapshot(file, fault.Message));
            return null;
        }

        if (Snapshot.Read(text, out (int Line, string Why) wrong) is not Snapshot snapshot)
        {
            problems.Write(SuiteDiagnostics.NoSnapshot(file, FormattableString.Invariant($"line {wrong.Line}: {wrong.Why}")));
            return null;
        }

        if (snapshot.Pack != pack)
        {
            problems.Write(SuiteDiagnostics.SnapshotOfAnother(file, snapshot.Pack, pack));
            return null;
        }

        return snapshot;
    }
}

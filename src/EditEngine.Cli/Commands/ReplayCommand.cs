using System.Buffers;
using System.CommandLine;
using EditEngine.Claims;
using EditEngine.Cli.Output;
using EditEngine.Cli.Records;
using EditEngine.Compiler.Binding;
using EditEngine.Formats.Json;

namespace EditEngine.Cli.Commands;

/// <summary><c>edits replay RESULTS --claims FILES [--record FILE] [--pack PACK]</c></summary>
internal static class ReplayCommand
{
    public static Command Create()
    {
        Argument<string> results = new("RESULTS") { Description = "Results of 'edits run --format jsonl --out', to be compared byte by byte." };
        Option<string?> record = new("--record") { Description = "What 'edits run --record' wrote beside them.", HelpName = "FILE" };
        Option<string[]> claims = new("--claims") { Description = "The claims of the run, in its order.", HelpName = "FILES", AllowMultipleArgumentsPerToken = true, Required = true };
        Option<string?> pack = new("--pack") { Description = "The pack. Default: the one that the record names.", HelpName = "PACK" };
        Command command = new("replay", "Runs again what was run, compares byte by byte, and says what is another.") { results, record, claims, pack };
        command.Validators.Add(result =>
        {
            if (result.GetResult(record) is null && result.GetResult(pack) is null)
            {
                result.AddError("Without --record the pack is not known: name it with --pack.");
            }
        });
        command.SetAction(parsed => Replay(parsed.GetRequiredValue(results), parsed.GetValue(record), parsed.GetRequiredValue(claims), parsed.GetValue(pack)));
        return command;
    }

    private static int Replay(string results, string? recordFile, string[] claims, string? pack)
    {
        RunRecord? record = null;
        if (recordFile is not null && (record = Read(recordFile)) is null)
        {
            return ExitCode.WrongUsage;
        }

        if (!File.Exists(results))
        {
            ProblemLines.OnError().Write(SuiteDiagnostics.NoRecord(results, "there is no such file"));
            return ExitCode.WrongUsage;
        }

        OpenedPack opened = OpenedPack.Open(pack ?? record!.Pack); // One of them is there.
        opened.Report(Console.Error, Terminal.IsError);
        if (opened.Pack is not BoundPack bound || opened.Rules is not RulePack rules)
        {
            return opened.ErrorCode;
        }

        using ClaimStream stream = new(claims, record?.AsOf);
        if (record is null)
        {
            Console.Out.WriteLine("no record: whether pack, claims, date and options are those of the run cannot be told");
        }
        else
        {
            foreach (string difference in RecordDifferences.Of(record, bound, rules.Label, results, [.. stream.Files]))
            {
                Console.Out.WriteLine(difference);
            }
        }

        string? other = FirstDifference(results, stream, rules, record);
        Console.Out.WriteLine(other ?? "the results are the same, byte by byte");
        return stream.ExitCode != ExitCode.Done ? stream.ExitCode : other is null ? ExitCode.Done : ExitCode.RulesHaveErrors;
    }

    private static string? FirstDifference(string results, ClaimStream stream, RulePack rules, RunRecord? record)
    {
        using FileStream file = File.OpenRead(results);
        using BufferedStream old = new(file, 1 << 16);
        using ResultWriter writer = new();
        Evaluator evaluator = rules.CreateEvaluator(new EvaluatorOptions { HistoryActions = true, RequireHistory = record?.RequireHistory ?? false });
        ArrayBufferWriter<byte> line = new();
        string? difference = null;
        int number = 0;
        foreach ((Claim claim, DateOnly day) in stream.Read())
        {
            number++;
            line.ResetWrittenCount();
            writer.Write(evaluator.Evaluate(claim, day, record?.Budget ?? EvaluatorOptions.DefaultBudget, Stopping.Token), line);
            byte[] was = new byte[line.WrittenCount];
            int read = difference is null ? old.ReadAtLeast(was, was.Length, throwOnEndOfStream: false) : 0;
            if (difference is null && !line.WrittenSpan.SequenceEqual(was.AsSpan(0, read)))
            {
                difference = FormattableString.Invariant($"line {number}, claim {Formats.EscapedText.Of(claim.Id)}, is another");
            }
        }

        return difference ?? (old.ReadByte() < 0 ? null : FormattableString.Invariant($"the file goes on after {Counts.Of(number, "claim")}"));
    }

    private static RunRecord? Read(string file)
    {
        string why;
        try
        {
            if (RunRecord.Read(File.ReadAllText(file), out why) is RunRecord record)
            {
                return record;
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            why = fault.Message;
        }

        ProblemLines.OnError().Write(SuiteDiagnostics.NoRecord(file, why));
        return null;
    }
}

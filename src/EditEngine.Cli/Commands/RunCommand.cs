using System.CommandLine;
using System.Globalization;
using EditEngine.Cli.Output;
using EditEngine.Cli.Outputs;
using EditEngine.Cli.Records;
using EditEngine.Compiler.Binding;
using EditEngine.Formats.Batch;
using EditEngine.Tables;

namespace EditEngine.Cli.Commands;

/// <summary><c>edits run PACK CLAIMS…</c></summary>
internal static class RunCommand
{
    public static Command Create()
    {
        Argument<string> pack = Arguments.Pack();
        Argument<string[]> claims = Arguments.Claims();
        Option<DateOnly?> asOf = Arguments.AsOf();
        ReceivedOptions received = new();
        Option<string?> format = new("--format") { Description = "table, jsonl or csv. Default: table on a terminal, else jsonl.", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong("table", "jsonl", "csv");
        Option<string> file = Arguments.Output("--out", "File to write results to, instead of the standard output (-).");
        Option<string> ack = Arguments.Output("--ack", "File to write an acknowledgement for the sender to.");
        Option<string> record = Arguments.Output("--record", "File to write what the run was made of to, for 'edits replay'; with --out and --format jsonl.");
        Option<bool> strict = new("--strict") { Description = "Skip claims that their 5010 guide refuses, though they can be read; --ack does so too." };
        Option<bool> interpret = new("--interpret") { Description = "Walk the rules instead of running their plans: slow, same results." };
        Option<bool> noIndex = new("--no-index") { Description = "Try every edit on every claim: slow, same results." };
        Option<bool> mapTables = new("--map-tables") { Description = "Map table files in place: only for files that are replaced by renaming, never changed." };
        Option<bool> noCodeFile = new("--no-code-file") { Description = "Neither read nor write compiled code that is kept for the next run." };
        Option<bool> requireHistory = new("--require-history") { Description = "Without history, edits that read it are not evaluated." };
        Option<long> budget = new("--budget")
        {
            Description = "How much an edit may look at on one claim, in tuples and members; beyond, it is not evaluated there.",
            HelpName = "STEPS",
            DefaultValueFactory = _ => EvaluatorOptions.DefaultBudget,
        };
        budget.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: string text }] && !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            {
                result.AddError("--budget takes a whole number, 0 or more.");
            }
        });
        Command command = new("run", "Runs a pack over claims.") { pack, claims, asOf, format, file, ack, record, strict, interpret, noIndex, mapTables, noCodeFile, requireHistory, budget };
        received.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(record) is null)
            {
                return;
            }

            if (Named(result.GetValue(file)) is null || FormatOf(result.GetValue(format), result.GetValue(file)) != OutputFormat.Jsonl)
            {
                result.AddError("--record tells of results in a file: it goes with --out and --format jsonl.");
            }
            else if (result.GetValue(strict) || result.GetResult(ack) is not null || received.AreIn(result))
            {
                result.AddError("--record does not go with --strict, --ack, --received or --received-from-file-date: 'edits replay' has none of them.");
            }
        });
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(pack),
            parsed.GetValue(mapTables) ? TableMapping.InPlace : TableMapping.PrivateCopy,
            new RunRequest(
                parsed.GetRequiredValue(claims), parsed.GetValue(asOf), FormatOf(parsed.GetValue(format), Named(parsed.GetValue(file))), Named(parsed.GetValue(file)),
                new EvaluationChoice(parsed.GetValue(interpret), UsesIndex: !parsed.GetValue(noIndex))
                {
                    Budget = parsed.GetValue(budget),
                    RequireHistory = parsed.GetValue(requireHistory),
                    Code = parsed.GetValue(noCodeFile) ? null : CodeOf(parsed.GetRequiredValue(pack)),
                },
                parsed.GetValue(ack),
                parsed.GetValue(strict))
            {
                Received = received.Read(parsed),
                Record = parsed.GetValue(record),
            }));
        return command;
    }

    private static CodeFile CodeOf(string pack) => RulePack.IsPackFile(pack) ? new CodeFile(pack) : CodeFile.OfFolder(pack, CodeSeal.OfUser);

    private static string? Named(string? file) => file == OutputTarget.Standard ? null : file;

    private static int Run(string path, TableMapping tables, RunRequest request)
    {
        // It says nothing and nobody waits for it; a fault of it is met again by who reads.
        _ = Task.Run(() => FirstClaims.Read(request.Claims));
        OpenedPack opened = OpenedPack.OpenToRun(path, tables);

        // Of a pack file, the rules are asked for only where they are walked, or where the sender is told which field it was.
        bool asksRules = request.Choice.Interprets || request.Acknowledgement is not null || request.Record is not null;
        BoundPack? walked = asksRules ? opened.Pack : null;
        RulePack? rules = opened.Rules;
        opened.Report(Console.Error, Terminal.IsError);
        return rules is null || (asksRules && walked is null) ? opened.ErrorCode
            : new ClaimRun(opened.Inputs, rules, walked, request.Record is null ? request : request with { Recorded = RecordOf(path, rules, walked!, request) }).Run(Stopping.Token); // It was asked.
    }

    private static RunRecord RecordOf(string path, RulePack rules, BoundPack pack, RunRequest request) => new(
        RunRecord.ThisEngine, path, rules.Label, request.AsOf, request.Choice.Budget, request.Choice.RequireHistory, RunRecord.EditsOf(pack), RunRecord.TablesOf(pack), [], "");

    private static OutputFormat FormatOf(string? name, string? file) => name switch
    {
        "table" => OutputFormat.Table,
        "jsonl" => OutputFormat.Jsonl,
        "csv" => OutputFormat.Csv,
        _ => file is null && Terminal.IsOutput ? OutputFormat.Table : OutputFormat.Jsonl,
    };
}

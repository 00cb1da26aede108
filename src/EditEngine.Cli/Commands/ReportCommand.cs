using System.CommandLine;
using System.Text;
using EditEngine.Analysis.Reporting;
using EditEngine.Cli.Output;
using EditEngine.Cli.Outputs;
using EditEngine.Outcomes;

namespace EditEngine.Cli.Commands;

/// <summary><c>edits report RESULTS… [--claims FILES] [--format html|xlsx|json] [--out FILE]</c></summary>
internal static class ReportCommand
{
    private const string Workbook = "xlsx";

    public static Command Create()
    {
        Argument<string[]> results = new("RESULTS") { Description = "Results of 'edits run --format jsonl', or - for the standard input.", Arity = ArgumentArity.OneOrMore };
        results.Validators.Add(Arguments.RefuseOptions);
        Option<string[]> claims = new("--claims") { Description = "The claims of the run, in its order: then the report has providers, months and places.", HelpName = "FILES", AllowMultipleArgumentsPerToken = true };
        Option<string> format = new("--format") { Description = "html, a page by itself; xlsx, a workbook with a row for each finding; or json.", DefaultValueFactory = _ => "html" };
        format.AcceptOnlyFromAmong("html", Workbook, "json");
        Option<string> file = Arguments.Output("--out", "File to write the report to, instead of the standard output (-).");
        Command command = new("report", "Reports what a run decided: lines and dollars by edit, reason, provider, month and place.") { results, claims, format, file };
        command.Validators.Add(result =>
        {
            if (result.GetValue(format) == Workbook && result.GetValue(file) is null or OutputTarget.Standard)
            {
                result.AddError("A workbook is no text: name a file for it with --out.");
            }
        });
        command.SetAction(parsed => Report(parsed.GetRequiredValue(results), parsed.GetValue(claims) ?? [], parsed.GetRequiredValue(format), parsed.GetValue(file)));
        return command;
    }

    private static int Report(string[] results, string[] claimFiles, string format, string? file)
    {
        ResultFiles files = new(results);
        using ClaimStream? stream = claimFiles.Length == 0 ? null : new ClaimStream(claimFiles, DateOnly.MinValue); // No date is asked of them.
        IEnumerable<string> inputs = [.. results.Where(name => name != OutputTarget.Standard), .. stream?.Files ?? []];
        ClaimsOfResults? claims = stream is null ? null : new ClaimsOfResults(stream);
        ResultTally tally = new();
        int written = TextOutput.Write(file, inputs, output =>
        {
            if (format == Workbook)
            {
                using ResultWorkbook workbook = new(output);
                Read(files, claims, tally, workbook.Add);
                workbook.Finish(tally.ToReport());
                return;
            }

            Read(files, claims, tally, static _ => { });
            output.Write(Encoding.UTF8.GetBytes(format == "json" ? ReportJson.Of(tally.ToReport()) : ReportHtml.Of(tally.ToReport())));
        });
        return written != ExitCode.Done ? written : claims is { ExitCode: not ExitCode.Done } ? claims.ExitCode : files.ExitCode;
    }

    private static void Read(ResultFiles files, ClaimsOfResults? claims, ResultTally tally, Action<Result> each)
    {
        foreach (Result result in files.Read())
        {
            tally.Add(result, claims?.Of(result));
            each(result);
        }
    }
}

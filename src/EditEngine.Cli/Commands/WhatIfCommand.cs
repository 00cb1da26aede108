using System.CommandLine;
using System.Globalization;
using EditEngine.Analysis.Pricing;
using EditEngine.Claims;
using EditEngine.Cli.Output;
using EditEngine.Cli.Outputs;
using EditEngine.Cli.Revisions;
using EditEngine.Outcomes;

namespace EditEngine.Cli.Commands;

/// <summary><c>edits what-if OLD NEW CLAIMS… [--by …] [--sample PERCENT] [--format text|markdown|csv|json|html] [--out FILE]</c></summary>
internal static class WhatIfCommand
{
    private const int ClaimsAtOnce = 2_000;

    public static Command Create()
    {
        Argument<string> old = new("OLD") { Description = "The pack as it is: a folder, a .edit file, a file that 'edits pack' wrote, or REV:PACK of the repository." };
        Argument<string> now = new("NEW") { Description = "The pack as it would be." };
        Argument<string[]> claims = Arguments.Claims();
        Option<string> by = new("--by") { Description = $"What changes are added up by, with commas: {Known}.", DefaultValueFactory = _ => "edit", HelpName = "LIST" };
        by.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: string text }] && text.Split(',').FirstOrDefault(name => Dimension.All.All(one => one.Name != name.Trim())) is string unknown)
            {
                result.AddError($"--by takes {Known}, not '{unknown.Trim()}'.");
            }
        });
        Option<double> sample = new("--sample") { Description = "Decide only so many percent of the claims, chosen by their ids, and state the error.", HelpName = "PERCENT", DefaultValueFactory = _ => 100 };
        sample.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: string text }] && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double percent) && percent is not (> 0 and <= 100))
            {
                result.AddError($"--sample is a percent above 0 and up to 100, not {text}.");
            }
        });
        Option<string> format = new("--format") { Description = "text, markdown, csv, json or html.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "markdown", "csv", "json", "html");
        Option<string> file = Arguments.Output("--out", "File to write the report to, instead of the standard output (-).");
        Option<DateOnly?> asOf = Arguments.AsOf();
        Command command = new("what-if", "Tells what another pack would have decided of the same claims, in lines and in money.") { old, now, claims, by, sample, format, file, asOf };
        command.SetAction(parsed => Price(
            parsed.GetRequiredValue(old), parsed.GetRequiredValue(now), parsed.GetRequiredValue(claims), parsed.GetValue(asOf),
            new WhatIfRun([.. parsed.GetRequiredValue(by).Split(',').Select(name => Dimension.All.First(one => one.Name == name.Trim()))], parsed.GetValue(sample) / 100),
            parsed.GetRequiredValue(format), parsed.GetValue(file)));
        return command;
    }

    private static string Known => string.Join(", ", Dimension.All.Select(one => one.Name));

    private static int Price(string old, string now, string[] claims, DateOnly? asOf, WhatIfRun run, string format, string? file)
    {
        using NamedPack before = NamedPack.Open(old);
        using NamedPack after = NamedPack.Open(now);
        if (before.Rules is not RulePack oldRules || after.Rules is not RulePack newRules)
        {
            return before.Rules is null ? before.ErrorCode : after.ErrorCode;
        }

        using ClaimStream stream = new(claims, asOf);
        foreach ((Claim Claim, DateOnly AsOf)[] some in stream.Read().Where(one => run.Takes(one.Claim)).Chunk(ClaimsAtOnce))
        {
            // Side by side, added up in order.
            foreach ((Claim claim, Result was, Result would) in some.AsParallel().AsOrdered()
                .Select(one => (one.Claim, oldRules.Evaluate(one.Claim, one.AsOf), newRules.Evaluate(one.Claim, one.AsOf))))
            {
                run.Add(claim, was, would);
            }
        }

        WhatIfReport report = run.ToReport();
        int written = TextOutput.Write(file, [.. before.Inputs, .. after.Inputs, .. stream.Files], format switch
        {
            "markdown" => WhatIfMarkdown.Of(report),
            "csv" => WhatIfCsv.Of(report),
            "json" => WhatIfJson.Of(report),
            "html" => WhatIfHtml.Of(report, old, now),
            _ => WhatIfText.Of(report),
        });
        return written != ExitCode.Done ? written : stream.ExitCode;
    }
}

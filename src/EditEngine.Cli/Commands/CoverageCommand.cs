using System.CommandLine;
using EditEngine.Analysis.Coverage;
using EditEngine.Claims;
using EditEngine.Cli.Output;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Notation;
using EditEngine.Compiler.Packs;

namespace EditEngine.Cli.Commands;

/// <summary><c>edits coverage PACK [CLAIMS…] [--format text|html|cobertura|json] [--threshold PERCENT] [--as-of DATE]</c></summary>
internal static class CoverageCommand
{
    public static Command Create()
    {
        Argument<string> pack = Arguments.Pack();
        Argument<string[]> claims = Arguments.ClaimsIfAny("without any the tests beside the edits");
        Option<string> format = new("--format") { Description = "text, html, cobertura or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "html", "cobertura", "json");
        Option<double?> threshold = Arguments.Threshold("Exit with 1 where less than this share is reached.");
        Option<DateOnly?> asOf = Arguments.AsOf();
        Command command = new("coverage", "Tells what the tests beside the edits, or claims, reach of a pack's rules.") { pack, claims, format, threshold, asOf };
        command.SetAction(parsed => Cover(
            OpenedPack.Open(parsed.GetRequiredValue(pack)), parsed.GetValue(claims) ?? [], parsed.GetRequiredValue(format), parsed.GetValue(threshold), parsed.GetValue(asOf)));
        return command;
    }

    private static int Cover(OpenedPack opened, string[] claims, string format, double? threshold, DateOnly? asOf)
    {
        opened.Report(Console.Error, Terminal.IsError);
        if (opened.Pack is not BoundPack pack)
        {
            return opened.ErrorCode;
        }

        CoverageRun run = new(pack, opened.OwnFiles, opened.TextAt);
        int code = ExitCode.Done;
        if (claims.Length == 0)
        {
            AddTests(run, opened);
        }
        else
        {
            code = AddClaims(run, claims, asOf);
        }

        CoverageReport report = run.ToReport();
        if (report.Claims == 0)
        {
            ProblemLines.OnError().Write(SuiteDiagnostics.NothingToRun(claims.Length == 0 ? "The pack has no test" : "There is no claim"));
            return code == ExitCode.Done ? ExitCode.WrongUsage : code;
        }

        switch (format)
        {
            case "json":
                Console.Out.WriteLine(CoverageJson.Of(report));
                break;
            case "cobertura":
                Console.Out.WriteLine(CoverageCobertura.Of(report));
                break;
            case "html":
                Console.Out.Write(CoverageHtml.Of(report, [.. opened.Sources.Chain[^1].Trees.Select(tree => tree.Source)]));
                break;
            default:
                new CoverageLines(Console.Out, new AnsiStyle(Terminal.HasColours(Terminal.IsOutput))).Write(report);
                break;
        }

        return report.Percent < threshold ? ExitCode.RulesHaveErrors : code;
    }

    private static void AddTests(CoverageRun run, OpenedPack opened)
    {
        foreach (EditTests edit in opened.Compiled.Tests)
        {
            foreach (TestCase test in edit.Cases)
            {
                if (test.Claim is Claim claim)
                {
                    run.Add(claim, test.AsOf, $"{edit.Edit} \"{test.Title}\"");
                }
            }
        }
    }

    private static int AddClaims(CoverageRun run, string[] paths, DateOnly? asOf)
    {
        using ClaimStream stream = new(paths, asOf);
        foreach ((Claim claim, DateOnly day) in stream.Read())
        {
            run.Add(claim, day, claim.Id);
        }

        return stream.ExitCode;
    }
}

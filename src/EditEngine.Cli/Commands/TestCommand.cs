using System.CommandLine;
using EditEngine.Analysis.Explanation;
using EditEngine.Analysis.Testing;
using EditEngine.Cli.Output;
using EditEngine.Cli.Outputs;
using EditEngine.Cli.Revisions;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Interpretation;
using EditEngine.Compiler.Notation;

namespace EditEngine.Cli.Commands;

/// <summary><c>edits test PACK [--filter TEXT] [--changed-since REV] [--format text|junit|json|sarif|github] [--out FILE] [--watch]</c></summary>
internal static class TestCommand
{
    private const string Text = "text";

    public static Command Create()
    {
        Argument<string> pack = Arguments.Pack();
        Option<string?> filter = new("--filter") { Description = "Only tests of the edits whose id begins with this text, else tests whose title holds it.", HelpName = "TEXT" };
        Option<string?> since = Arguments.ChangedSince();
        Option<string> format = new("--format") { Description = "text, junit, json, sarif or github.", DefaultValueFactory = _ => Text };
        format.AcceptOnlyFromAmong(Text, "junit", "json", "sarif", "github");
        Option<string> file = Arguments.Output("--out", "File to write the report to, instead of the standard output (-).");
        Option<bool> watch = new("--watch") { Description = "Run them again whenever a file of the pack is saved, until Ctrl+C." };
        Command command = new("test", "Runs the tests that stand beside the edits.") { pack, filter, since, format, file, watch };
        command.Validators.Add(result =>
        {
            if (result.GetValue(watch) && result.GetValue(since) is not null)
            {
                result.AddError("--watch and --changed-since do not go together.");
            }
        });
        command.SetAction(parsed =>
        {
            string path = parsed.GetRequiredValue(pack);
            int Report(OpenedPack opened) => Test(opened, path, parsed.GetValue(filter), parsed.GetValue(since), parsed.GetRequiredValue(format), parsed.GetValue(file));
            return parsed.GetValue(watch) ? new TestWatch(path, Report).Run() : Report(OpenedPack.Open(path));
        });
        return command;
    }

    private static int Test(OpenedPack opened, string path, string? filter, string? since, string format, string? file)
    {
        opened.Report(Console.Error, Terminal.IsError);
        if (opened is not { Pack: BoundPack pack, Rules: RulePack rules })
        {
            return opened.ErrorCode;
        }

        if (!ChangedEdits.TrySince(since, path, pack, ProblemLines.OnError(), out Func<string, bool> isChanged))
        {
            return ExitCode.WrongUsage;
        }

        TestReport report = PackTests.RunBeside(opened.Compiled, EvaluatorFactory.Running(rules), FilterOf(filter, opened), isChanged);
        int written = TextOutput.Write(file, opened.Inputs, format switch
        {
            "junit" => TestReports.JUnit(report),
            "json" => TestReports.Json(report),
            "sarif" => TestReports.Sarif(report),
            "github" => TestReports.GitHub(report),
            _ => Lines(report, opened, pack, isOnTerminal: file is null),
        });
        if (filter is not null && report.Tests.IsEmpty)
        {
            ProblemLines.OnError().Write(CommandDiagnostics.NoSuchTest(filter));
            return ExitCode.WrongUsage;
        }

        return written != ExitCode.Done ? written : report.Failed > 0 || opened.HasErrors ? ExitCode.RulesHaveErrors : ExitCode.Done;
    }

    private static string Lines(TestReport report, OpenedPack opened, BoundPack pack, bool isOnTerminal)
    {
        using StringWriter text = new() { NewLine = "\n" };
        new TestLines(text, new AnsiStyle(isOnTerminal && Terminal.HasColours(Terminal.IsOutput))) { Explain = test => Explanation(test, opened, pack) }.Write(report);
        return text.ToString();
    }

    // Why the edit beside which a test stands did, or did not, fire on its claim.
    private static string? Explanation(TestOutcome failed, OpenedPack opened, BoundPack pack)
    {
        TestCase? test = opened.Compiled.Tests.Where(edit => edit.Edit == failed.Edit).SelectMany(edit => edit.Cases).FirstOrDefault(one => one.Place == failed.Place && one.Title == failed.Title);
        return test?.Claim is Claims.Claim claim && pack.Edits.FirstOrDefault(edit => edit.Id == failed.Edit) is BoundEdit known
            ? ExplanationText.Of(EditTracer.Trace(pack, known, claim, test.AsOf, opened.TextAt)) : null;
    }

    private static TestFilter FilterOf(string? text, OpenedPack opened)
    {
        TestFilter asked = new() { File = opened.Sources.Asked };
        if (text is null)
        {
            return asked;
        }

        bool isEdit = opened.Compiled.Tests.Any(edit => edit.Edit.StartsWith(text, StringComparison.OrdinalIgnoreCase));
        return isEdit ? asked with { Edit = text + "*" } : asked with { Title = text };
    }
}

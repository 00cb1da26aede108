using System.CommandLine;
using EditEngine.Analysis.Linting;
using EditEngine.Analysis.Reference;
using EditEngine.Cli.Output;
using EditEngine.Compiler.Binding;
using EditEngine.Diagnostics;

namespace EditEngine.Cli.Commands;

/// <summary><c>edits check PACK [--lint] [--on DATE] [--format text|json]</c></summary>
internal static class CheckCommand
{
    private const string Json = "json";

    public static Command Create()
    {
        Argument<string> pack = Arguments.Pack();
        Option<bool> lint = new("--lint") { Description = "Also tell what a careful colleague would remark." };
        Option<DateOnly?> on = Arguments.Day("--on", "Also refuse tables without a row in force on this day.");
        Option<string> format = new("--format") { Description = "text, or json: what is wrong with its fix, and the edits with owner and tags.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", Json);
        Command command = new("check", "Reads a pack and tells all that is wrong with it.") { pack, lint, on, format };
        command.SetAction(parsed => Check(OpenedPack.Open(parsed.GetRequiredValue(pack)), parsed.GetValue(lint), parsed.GetValue(on), parsed.GetRequiredValue(format) == Json));
        return command;
    }

    private static int Check(OpenedPack opened, bool lints, DateOnly? on, bool isJson)
    {
        Diagnostic[] found = [.. opened.Pack is BoundPack pack ? Beside(opened, pack, lints, on) : []];
        if (isJson)
        {
            Console.Out.WriteLine(CheckJson.Of(opened.Pack, DisabledEdit.Of(opened.Sources), [.. opened.Compiled.Diagnostics, .. found]));
        }
        else
        {
            Write(opened, found);
        }

        return opened.HasErrors ? opened.ErrorCode : found.Any(one => one.Severity == Severity.Error) ? ExitCode.RulesHaveErrors : ExitCode.Done;
    }

    // What a pack that runs is told beside what its rules were told.
    private static IEnumerable<Diagnostic> Beside(OpenedPack opened, BoundPack pack, bool lints, DateOnly? on) =>
        (lints ? PackLints.Of(opened.Sources, pack, CancellationToken.None) : [])
            .Concat(on is DateOnly day ? StaleTables.On(PackTables.Of(opened.Sources, pack), day, opened.Sources.Settings) : []);

    private static void Write(OpenedPack opened, IEnumerable<Diagnostic> found)
    {
        ProblemLines problems = opened.Report(Console.Out, Terminal.IsOutput);
        foreach (Diagnostic one in found)
        {
            problems.Write(one);
        }

        if (opened.Pack is BoundPack pack)
        {
            int tests = opened.Compiled.Tests.Sum(edit => edit.Cases.Length);
            string[] counts = [Counts.Of(pack.Edits.Length, "edit"), Counts.Of(tests, "test"), Counts.Of(pack.Tables.Length, "table"), Counts.Of(pack.CodeSets.Length, "code set")];
            Console.Out.WriteLine($"{pack.Name} {pack.Version}: {string.Join(", ", counts)}");
        }

        Console.Out.WriteLine($"{Counts.Of(problems.Errors, "error")}, {Counts.Of(problems.Warnings, "warning")}");
    }
}

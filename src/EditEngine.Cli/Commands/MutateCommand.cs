using System.Collections.Immutable;
using System.CommandLine;
using EditEngine.Analysis.Mutation;
using EditEngine.Analysis.Testing;
using EditEngine.Cli.Output;
using EditEngine.Cli.Revisions;
using EditEngine.Compiler.Binding;

namespace EditEngine.Cli.Commands;

/// <summary><c>edits mutate PACK [--edit ID] [--changed-since REV] [--threshold PERCENT] [--format text|json]</c></summary>
internal static class MutateCommand
{
    private const string Json = "json";

    public static Command Create()
    {
        Argument<string> pack = Arguments.Pack();
        Option<string?> edit = new("--edit") { Description = "Only changes of this edit; E02* is every edit whose id begins so.", HelpName = "ID" };
        Option<string?> since = Arguments.ChangedSince();
        Option<double?> threshold = Arguments.Threshold("Exit with 1 where less than this share of the changes is noticed.");
        Option<string> format = new("--format") { Description = "text, or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", Json);
        Command command = new("mutate", "Changes the rules a little, again and again, and tells which changes no test notices.") { pack, edit, since, threshold, format };
        command.SetAction(parsed => Mutate(
            OpenedPack.Open(parsed.GetRequiredValue(pack)), parsed.GetRequiredValue(pack), parsed.GetValue(edit), parsed.GetValue(since), parsed.GetValue(threshold), parsed.GetRequiredValue(format) == Json));
        return command;
    }

    private static int Mutate(OpenedPack opened, string path, string? edit, string? since, double? threshold, bool isJson)
    {
        opened.Report(Console.Error, Terminal.IsError);
        if (opened.Pack is not BoundPack pack)
        {
            return opened.ErrorCode;
        }

        ProblemLines problems = ProblemLines.OnError();
        TestFilter filter = new() { Edit = edit };
        if (edit is not null && !pack.Edits.Any(known => filter.TakesEdit(known.Id, known.Place.File)))
        {
            problems.Write(CommandDiagnostics.NoSuchEdit(pack.Name, edit, pack.Edits.Select(known => known.Id)));
            return ExitCode.WrongUsage;
        }

        if (!ChangedEdits.TrySince(since, path, pack, problems, out Func<string, bool> isChanged))
        {
            return ExitCode.WrongUsage;
        }

        MutationRun run = new(opened.Compiled, pack, opened.OwnFiles, opened.TextAt);
        if (run.Failing is [NamedTest failing, ..] all)
        {
            problems.Write(SuiteDiagnostics.TestsFail(all.Length, failing.Edit, failing.Title));
            return ExitCode.RulesHaveErrors;
        }

        ImmutableArray<Mutant> mutants = run.MutantsOf(id => filter.TakesEdit(id, "") && isChanged(id));
        MutationReport report = run.WithKillers(mutants, run.Run(mutants), PackFacts.Of(opened.Sources));
        if (isJson)
        {
            Console.Out.WriteLine(MutationJson.Of(report));
        }
        else
        {
            new MutationLines(Console.Out, new AnsiStyle(Terminal.HasColours(Terminal.IsOutput))).Write(report);
        }

        return opened.HasErrors || report.Score * 100 < threshold ? ExitCode.RulesHaveErrors : ExitCode.Done;
    }
}

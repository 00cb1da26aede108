using System.CommandLine;
using EditEngine.Analysis.Boundaries;
using EditEngine.Analysis.Testing;
using EditEngine.Cli.Output;
using EditEngine.Compiler.Binding;
using EditEngine.Formats;

namespace EditEngine.Cli.Commands;

/// <summary><c>edits generate-tests PACK --edit ID [--most N]</c></summary>
internal static class GenerateTestsCommand
{
    private const string Remark = "What the edit does now, not what it should do: read it before it is kept.";
    private const int Most = 20;

    public static Command Create()
    {
        Argument<string> pack = Arguments.Pack();
        Option<string> edit = new("--edit") { Description = "The edit.", HelpName = "ID", Required = true };
        Option<int> most = new("--most") { Description = "How many tests at most.", HelpName = "N", DefaultValueFactory = _ => Most };
        most.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: string text }] && int.TryParse(text, out int number) && number < 1)
            {
                result.AddError($"--most is a number from 1, not {text}.");
            }
        });
        Command command = new("generate-tests", "Writes tests for what an edit does on claims at its bounds, where its own tests do not go.") { pack, edit, most };
        command.SetAction(parsed => Generate(OpenedPack.Open(parsed.GetRequiredValue(pack)), parsed.GetRequiredValue(edit), parsed.GetValue(most)));
        return command;
    }

    private static int Generate(OpenedPack opened, string id, int most)
    {
        opened.Report(Console.Error, Terminal.IsError);
        if (opened.Pack is not BoundPack pack)
        {
            return opened.ErrorCode;
        }

        int position = -1;
        for (int i = 0; i < pack.Edits.Length; i++)
        {
            position = string.Equals(pack.Edits[i].Id, id, StringComparison.OrdinalIgnoreCase) ? i : position;
        }

        if (position < 0)
        {
            ProblemLines.OnError().Write(CommandDiagnostics.NoSuchEdit(pack.Name, id, pack.Edits.Select(known => known.Id)));
            return ExitCode.WrongUsage;
        }

        GeneratedTests generated = GeneratedTests.Of(new PreparedPack(pack), opened.Compiled.Tests, PackFacts.Of(opened.Sources), position, most);
        foreach (string line in generated.Tests.SelectMany(test => test.Lines(Remark)))
        {
            Console.Out.WriteLine(EscapedText.Of(line));
        }

        string more = generated.More == 0 ? "" : FormattableString.Invariant($"; {generated.More} more with --most {most + generated.More}");
        Console.Error.WriteLine(FormattableString.Invariant(
            $"{pack.Edits[position].Id}: {Counts.Of(generated.Tests.Length, "test")} written; its own go {Counts.Of(generated.Known, "way")} through it; {Counts.Of(generated.Tried, "claim")} tried{more}"));
        return opened.HasErrors ? ExitCode.RulesHaveErrors : ExitCode.Done;
    }
}

using System.Collections.Immutable;
using System.CommandLine;
using EditEngine.Analysis.Consistency;
using EditEngine.Cli.Output;
using EditEngine.Compiler.Binding;
using EditEngine.Formats;

namespace EditEngine.Cli.Commands;

/// <summary><c>edits analyze PACK [--format text|json] [--fail-on KIND…]</c></summary>
internal static class AnalyzeCommand
{
    private const string Json = "json";
    private const string Any = "any";

    public static Command Create()
    {
        Argument<string> pack = Arguments.Pack();
        Option<string> format = new("--format") { Description = "text, or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", Json);
        string[] words = [.. PackRemark.Words.Select(one => one.Word), Any];
        Option<string[]> failOn = new("--fail-on") { Description = $"Exit with 1 where something of a kind is found: {string.Join(", ", words)}.", HelpName = "KIND", AllowMultipleArgumentsPerToken = true };
        failOn.AcceptOnlyFromAmong(words);
        Command command = new("analyze", "Tells which edits never fire, always fire with another or decide against another, which sets no edit asks for, and which days are left out.") { pack, format, failOn };
        command.SetAction(parsed => Analyze(OpenedPack.Open(parsed.GetRequiredValue(pack)), parsed.GetRequiredValue(format) == Json, parsed.GetValue(failOn) ?? []));
        return command;
    }

    private static int Analyze(OpenedPack opened, bool isJson, string[] failOn)
    {
        opened.Report(Console.Error, Terminal.IsError);
        if (opened is not { Pack: BoundPack pack, Rules: RulePack rules })
        {
            return opened.ErrorCode;
        }

        ImmutableArray<PackRemark> remarks = new PackAnalysis(opened.Sources, opened.Compiled, pack, rules).Remarks();
        if (isJson)
        {
            Console.Out.WriteLine(RemarkText.JsonOf(remarks));
        }
        else
        {
            foreach (string line in RemarkText.Of(remarks, pack.Edits.Length))
            {
                Console.Out.WriteLine(EscapedText.Of(line));
            }
        }

        bool fails = remarks.Any(remark => failOn.Contains(Any) || failOn.Contains(remark.Word));
        return opened.HasErrors || fails ? ExitCode.RulesHaveErrors : ExitCode.Done;
    }
}

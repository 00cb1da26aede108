using System.CommandLine;
using System.CommandLine.Invocation;
using EditEngine.Cli.Commands;
using EditEngine.Cli.Output;

namespace EditEngine.Cli;

/// <summary>The tool <c>edits</c>: arguments in, exit code out.</summary>
internal static class Tool
{
    /// <summary>Runs one command.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static int Run(string[] arguments)
    {
        // "@file" is a claim file whose name begins so, not a file of arguments.
        ParserConfiguration reading = new() { ResponseFileTokenReplacer = null };
        ParseResult parsed = Root().Parse(arguments, reading);
        if (arguments.Length == 0 || parsed.Errors.Count > 0)
        {
            return Misused(parsed);
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Stopped;
        }
        catch (Exception fault)
        {
            return Failed(fault, arguments);
        }
    }

    private static RootCommand Root() => new("Claim edits: checks, tests and runs packs of rules.")
    {
        CheckCommand.Create(),
        TestCommand.Create(),
        RunCommand.Create(),
        ExplainCommand.Create(),
        NeedsCommand.Create(),
        CostCommand.Create(),
        FieldCommand.Create(),
        PinCommand.Create(),
        FmtCommand.Create(),
        ImportCommand.Create(),
        TablesCommand.Create(),
    };

    private static int Misused(ParseResult parsed)
    {
        if (parsed.Action is ParseErrorAction action)
        {
            action.ShowHelp = false;
        }

        parsed.Invoke(new InvocationConfiguration { Output = Console.Error, Error = Console.Error, EnableDefaultExceptionHandler = false });
        Console.Error.WriteLine($"'{CommandPath(parsed)} --help' shows how it is used.");
        return ExitCode.WrongUsage;
    }

    private static string CommandPath(ParseResult parsed)
    {
        string name = parsed.CommandResult.Command is RootCommand ? "" : " " + parsed.CommandResult.Command.Name;
        return "edits" + name;
    }

    // The trace names code, never a claim's content: it may be sent on.
    private static int Failed(Exception fault, string[] arguments)
    {
        ProblemLines problems = ProblemLines.OnError();
        problems.Write(CommandDiagnostics.OwnFault(fault.GetType().Name, fault.Message));
        Console.Error.WriteLine($"edits {typeof(Tool).Assembly.GetName().Version?.ToString(3)} {arguments.FirstOrDefault()}");
        Console.Error.WriteLine(fault.StackTrace);
        return ExitCode.OwnFault;
    }
}

using System.CommandLine;
using System.CommandLine.Invocation;
using System.Globalization;
using EditEngine.Cli.Commands;
using EditEngine.Cli.Output;
using EditEngine.Cli.Outputs;

namespace EditEngine.Cli;

/// <summary>The tool <c>edits</c>: arguments in, exit code out.</summary>
internal static class Tool
{
    // What runs beside a command, compiling, is not to keep what listens to signals waiting.
    private const int ThreadsBeside = 4;

    /// <summary>Runs one command.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static int Run(string[] arguments)
    {
        StandardStreams.Use();
        ThreadPool.SetMinThreads(Environment.ProcessorCount + ThreadsBeside, ThreadsBeside);
        Stopping.Listen();
        int code = Guarded(arguments);
        Stopping.End();
        return code;
    }

    // Whatever a command came to: a stop counts for more, and words that were lost for more than what they said.
    private static int Guarded(string[] arguments)
    {
        int code = Ended(arguments);
        if (Stopping.IsRequested && code is not (ExitCode.OwnFault or ExitCode.Stopped))
        {
            Stopping.SayStopped();
            return ExitCode.Stopped;
        }

        return StandardStreams.IsErrorLost && code is not (ExitCode.OwnFault or ExitCode.Stopped) ? ExitCode.OutputFailed : code;
    }

    private static int Ended(string[] arguments)
    {
        try
        {
            return Invoked(arguments);
        }
        catch (OperationCanceledException) when (Stopping.IsRequested)
        {
            Stopping.SayStopped();
            return ExitCode.Stopped;
        }
        catch (StandardOutputException fault)
        {
            ProblemLines.OnError().Write(CommandDiagnostics.StandardOutputLost(fault.Message));
            return ExitCode.OutputFailed;
        }
        catch (Exception fault) when (IsOfMemory(fault))
        {
            ProblemLines.OnError().Write(CommandDiagnostics.MemoryEnded(MemoryText()));
            return ExitCode.OutputFailed;
        }
        catch (Exception fault)
        {
            return Failed(fault, arguments);
        }
    }

    private static int Invoked(string[] arguments)
    {
        // "@file" is a claim file whose name begins so, not a file of arguments.
        ParserConfiguration reading = new() { ResponseFileTokenReplacer = null };
        ParseResult parsed = Root().Parse(arguments, reading);
        return arguments.Length == 0 || parsed.Errors.Count > 0 ? Misused(parsed) : parsed.Invoke(Invocation());
    }

    // Signals are ours: the parser's own handling gives a command two seconds.
    private static InvocationConfiguration Invocation() => new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };

    private static bool IsOfMemory(Exception fault) => fault switch
    {
        OutOfMemoryException => true,
        AggregateException several => several.InnerExceptions.Any(IsOfMemory),
        { InnerException: Exception inner } => IsOfMemory(inner),
        _ => false,
    };

    private static string MemoryText() => string.Create(CultureInfo.InvariantCulture, $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1 << 20):#,0} MiB");

    /// <summary>Every command with its arguments and options.</summary>
    internal static RootCommand Root() => new("Claim edits: checks, tests and runs packs of rules.")
    {
        NewCommand.Create(),
        CheckCommand.Create(),
        TestCommand.Create(),
        AnalyzeCommand.Create(),
        CoverageCommand.Create(),
        MutateCommand.Create(),
        GenerateTestsCommand.Create(),
        DiffCommand.Create(),
        SnapshotCommand.Create(),
        WhatIfCommand.Create(),
        ReplayCommand.Create(),
        ReportCommand.Create(),
        DocsCommand.Create(),
        SetCommand.Create(),
        RunCommand.Create(),
        ExplainCommand.Create(),
        NeedsCommand.Create(),
        CostCommand.Create(),
        FieldCommand.Create(),
        PackCommand.Create(),
        PinCommand.Create(),
        FmtCommand.Create(),
        LspCommand.Create(),
        WorkbenchCommand.Create(),
        ImportCommand.Create(),
        TablesCommand.Create(),
    };

    private static int Misused(ParseResult parsed)
    {
        if (parsed.Action is ParseErrorAction action)
        {
            action.ShowHelp = false;
        }

        InvocationConfiguration onError = Invocation();
        (onError.Output, onError.Error) = (Console.Error, Console.Error);
        parsed.Invoke(onError);
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

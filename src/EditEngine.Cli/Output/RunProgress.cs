using System.Globalization;
using EditEngine.Formats.Batch;
using EditEngine.Formats.Cms;
using Spectre.Console;

namespace EditEngine.Cli.Output;

/// <summary>A bar on the error stream while a batch runs; nothing where no one looks.</summary>
internal static class RunProgress
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    /// <summary>Runs work with a bar of the bytes read.</summary>
    public static T Show<T>(ClaimSources sources, Func<long> claims, Func<T> work)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress()
            .AutoClear(true)
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                ProgressTask bar = context.AddTask("claims", maxValue: Math.Max(1, sources.BytesTotal));
                using Timer look = new(_ => Look(bar, sources, claims()), null, BetweenLooks, BetweenLooks);
                return work();
            });
    }

    /// <summary>Runs an import with a bar of the bytes of the file in hand.</summary>
    public static TableImport Show(Func<Action<ImportProgress>?, TableImport> import)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress()
            .AutoClear(true)
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn())
            .Start(context =>
            {
                ProgressTask bar = context.AddTask("rows");
                return import(progress =>
                {
                    bar.MaxValue = Math.Max(1, progress.BytesTotal);
                    bar.Value = progress.BytesRead;
                    bar.Description = string.Create(CultureInfo.InvariantCulture, $"{Markup.Escape(progress.File)}: {progress.RowsRead:#,0} rows");
                });
            });
    }

    private static void Look(ProgressTask bar, ClaimSources sources, long claims)
    {
        bar.Value = sources.BytesRead;
        bar.Description = string.Create(CultureInfo.InvariantCulture, $"{claims:#,0} claims");
    }
}

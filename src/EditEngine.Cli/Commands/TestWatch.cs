using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;

namespace EditEngine.Cli.Commands;

/// <summary>Runs the tests of a pack again whenever one of its files is saved. Only what a save touches is read and compiled anew.</summary>
/// <param name="path">The pack: a folder or a rule file.</param>
/// <param name="report">Runs the tests and reports them; gives an <see cref="ExitCode"/>.</param>
internal sealed class TestWatch(string path, Func<OpenedPack, int> report)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Ends where the command is stopped.</summary>
    /// <returns>How the last run ended.</returns>
    public int Run()
    {
        PackCompilation pack = Opened();
        OpenedPack opened = OpenedPack.Of(path, pack);
        if (opened.Pack is null && opened.ErrorCode == ExitCode.WrongUsage)
        {
            return report(opened);
        }

        using SavedFiles saves = new(pack.Sources);
        int code = report(opened);
        Console.Error.WriteLine("watching      until Ctrl+C");
        while (saves.Next(Stopping.Token) is { IsEmpty: false } files)
        {
            long start = Stopwatch.GetTimestamp();
            pack = Changed(pack, files);
            code = report(OpenedPack.Of(path, pack));
            Console.Error.WriteLine(FormattableString.Invariant($"saved         {string.Join(", ", files.Select(Path.GetFileName))}: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms"));
        }

        // What was reported is whole: it ends as its last run did.
        Stopping.IsTooLate = true;
        return code;
    }

    private PackCompilation Opened() => EditCompiler.Open(path, CompileOptions.Default with { KeepsSources = false });

    // A table, settings or a lock, and a text that is no UTF-8, is read as it is from the beginning.
    private PackCompilation Changed(PackCompilation pack, ImmutableArray<string> files)
    {
        foreach (string file in files)
        {
            try
            {
                pack = !file.EndsWith(SavedFiles.Rules, StringComparison.Ordinal) ? Opened()
                    : File.Exists(file) ? pack.WithText(file, File.ReadAllText(file, Strict))
                    : pack.Without(file);
            }
            catch (Exception thrown) when (thrown is DecoderFallbackException or IOException or UnauthorizedAccessException)
            {
                return Opened();
            }
        }

        return pack;
    }
}

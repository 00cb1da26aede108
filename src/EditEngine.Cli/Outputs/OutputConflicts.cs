using EditEngine.Diagnostics;
using EditEngine.Formats.Files;

namespace EditEngine.Cli.Outputs;

/// <summary>Finds outputs that would destroy what the same run reads or writes.</summary>
internal static class OutputConflicts
{
    private static readonly (int Descriptor, string Name)[] OwnStreams = [(1, "standard output"), (2, "error stream")];

    /// <summary>The first conflict; null where there is none. Nothing is opened.</summary>
    /// <param name="targets">What is to be written.</param>
    /// <param name="inputs">Files that are read; <c>-</c> is the standard input.</param>
    public static Diagnostic? Find(IReadOnlyList<OutputTarget> targets, IEnumerable<string> inputs)
    {
        Dictionary<string, string> written = new(StringComparer.Ordinal);
        foreach (OutputTarget target in targets.Where(target => target.Identity is not null))
        {
            if (!written.TryAdd(target.Identity!, target.Name)) // Those without were left out above.
            {
                return CommandDiagnostics.OutputTwice(target.Name, written[target.Identity!]);
            }
        }

        foreach ((int descriptor, string name) in OwnStreams)
        {
            // Both streams in one log is usual; a file that is replaced under one of them is not.
            if (DescriptorStream.StatusOf(descriptor) is { IsOrdinary: true } stream && targets.All(target => target.Descriptor != descriptor)
                && !written.TryAdd(stream.Identity, name) && targets.Any(target => target.Identity == stream.Identity && target.Kind == OutputKind.File))
            {
                return CommandDiagnostics.OutputTwice(written[stream.Identity], name);
            }
        }

        foreach (string input in inputs)
        {
            if (StatusOf(input) is { IsDevice: false } status && written.TryGetValue(status.Identity, out string? name))
            {
                return CommandDiagnostics.OutputIsInput(name, input);
            }
        }

        return null;
    }

    private static FileStatus? StatusOf(string input) => input == OutputTarget.Standard ? DescriptorStream.StatusOf(0) : FileStatus.Of(input);
}

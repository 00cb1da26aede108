using System.Globalization;
using System.Text.RegularExpressions;
using EditEngine.Diagnostics;
using EditEngine.Formats.Files;

namespace EditEngine.Cli.Outputs;

/// <summary>How an output is written.</summary>
internal enum OutputKind
{
    /// <summary>An ordinary file, or none yet: beside it first, then put in its place.</summary>
    File,

    /// <summary>A pipe or device: directly.</summary>
    Direct,

    /// <summary>A stream that is open already, as the standard output.</summary>
    Descriptor,
}

/// <summary>Where an output goes, found out before anything is opened.</summary>
/// <param name="Name">As it was given.</param>
/// <param name="Kind">How it is written.</param>
/// <param name="Path">The file itself, links followed; it need not be there.</param>
/// <param name="Descriptor">Of an open stream.</param>
/// <param name="Identity">The same for two targets that are one file; null where it does not matter, as for devices.</param>
internal sealed partial record OutputTarget(string Name, OutputKind Kind, string Path, int Descriptor, string? Identity)
{
    /// <summary>The name of the standard output and input.</summary>
    public const string Standard = "-";

    private const int MostLinks = 40;

    /// <summary>The standard output.</summary>
    public static OutputTarget StandardOutput { get; } = OfDescriptor("standard output", 1);

    /// <summary>Why a name can be that of no output; null where it can.</summary>
    public static string? WhyNoName(string name)
    {
        string file = System.IO.Path.GetFileName(name);
        return name.Length == 0 ? "names no file."
            : UnfinishedFile.IsName(file) ? $"is '{file}': files of such a name are results that are not finished, and every run removes them."
            : null;
    }

    /// <summary>Follows a name to what is to be written.</summary>
    /// <param name="name">A path, or <c>-</c>.</param>
    /// <param name="problem">Why nothing can be written there; null where it can.</param>
    public static OutputTarget? Resolve(string name, out Diagnostic? problem)
    {
        problem = null;
        if (name == Standard)
        {
            return StandardOutput;
        }

        try
        {
            return Follow(name);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problem = CommandDiagnostics.OutputClosed(name, fault.Message);
            return null;
        }
    }

    private static OutputTarget Follow(string name)
    {
        string path = name;
        for (int links = 0; links <= MostLinks; links++)
        {
            path = InRealFolder(name, path);
            if (OpenStream().Match(path) is { Success: true } open)
            {
                return OfDescriptor(name, int.Parse(open.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
            }

            if (new FileInfo(path).LinkTarget is not string target)
            {
                return OfPath(name, path);
            }

            path = System.IO.Path.IsPathRooted(target) ? target : System.IO.Path.Combine(System.IO.Path.GetDirectoryName(path) ?? "", target);
        }

        throw new IOException("it is a link that leads round in a circle.");
    }

    // The kernel looks at what a link leads to before it goes up by "..", which no computing with names can.
    private static string InRealFolder(string name, string path)
    {
        string file = System.IO.Path.GetFileName(path);
        if (file.Length == 0 || file is "." or "..")
        {
            throw new IOException("it is a folder.");
        }

        if (UnfinishedFile.IsName(file))
        {
            throw new IOException($"it is a link to '{file}': every run removes files of such a name.");
        }

        string folder = System.IO.Path.GetDirectoryName(path) is { Length: > 0 } above ? above : ".";
        string? real = OperatingSystem.IsLinux() ? LinuxFiles.RealPath(folder) : System.IO.Path.GetFullPath(folder);
        if (real is null || !Directory.Exists(real))
        {
            throw new DirectoryNotFoundException(path == name ? $"there is no folder '{folder}'." : $"it is a link to a folder that is not there, '{folder}'.");
        }

        return System.IO.Path.Combine(real, file);
    }

    private static OutputTarget OfPath(string name, string path)
    {
        FileStatus? status = FileStatus.Of(path);
        if (status is { IsFolder: true })
        {
            throw new IOException("it is a folder.");
        }

        return status switch
        {
            null => new OutputTarget(name, OutputKind.File, path, -1, $"new in {FileStatus.Of(System.IO.Path.GetDirectoryName(path) ?? "/")?.Identity}: {System.IO.Path.GetFileName(path)}"),
            { IsOrdinary: true } => new OutputTarget(name, OutputKind.File, path, -1, status.Identity),
            _ => new OutputTarget(name, OutputKind.Direct, path, -1, status.IsDevice ? null : status.Identity),
        };
    }

    private static OutputTarget OfDescriptor(string name, int descriptor)
    {
        FileStatus? status = DescriptorStream.StatusOf(descriptor);
        return new OutputTarget(name, OutputKind.Descriptor, "", descriptor, status is null or { IsDevice: true } ? null : status.Identity);
    }

    [GeneratedRegex(@"^/proc/[0-9]+/fd/([0-9]{1,9})$", RegexOptions.CultureInvariant)]
    private static partial Regex OpenStream();
}

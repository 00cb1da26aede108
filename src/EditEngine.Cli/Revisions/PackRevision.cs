using System.Diagnostics;
using System.Formats.Tar;
using EditEngine.Compiler.Packs;
using EditEngine.Diagnostics;

namespace EditEngine.Cli.Revisions;

/// <summary>A pack as it was in a revision of the repository that holds it: its files in a folder of their own, which goes with this.</summary>
/// <example><code>using PackRevision revision = PackRevision.Of("main", "payer-rules/acme/commercial", out Diagnostic? problem);</code></example>
internal sealed class PackRevision : IDisposable
{
    private readonly string _folder;

    private PackRevision(string folder, string path)
    {
        _folder = folder;
        Path = path;
    }

    /// <summary>Where the pack lies now.</summary>
    public string Path { get; }

    /// <summary>The pack at a path, in a revision.</summary>
    /// <param name="revision">As git names it: a branch, a tag, a hash, <c>HEAD~1</c>.</param>
    /// <param name="pack">Path of the pack in the work tree; it need not be there any more.</param>
    /// <param name="problem">Why there is none.</param>
    /// <returns>Null where there is no repository, no such revision, or no such pack in it.</returns>
    public static PackRevision? Of(string revision, string pack, out Diagnostic? problem)
    {
        string full = System.IO.Path.GetFullPath(pack);
        string at = Directory.Exists(full) ? full : System.IO.Path.GetDirectoryName(full)!; // A full path has a folder.
        while (!Directory.Exists(at))
        {
            at = System.IO.Path.GetDirectoryName(at)!; // The root is there.
        }

        if (revision.StartsWith('-'))
        {
            problem = SuiteDiagnostics.NoSuchRevision(revision, "a revision does not begin with '-'");
            return null;
        }

        (int code, string top, string fault) = Git(at, "rev-parse", "--show-toplevel");
        if (code != 0)
        {
            problem = SuiteDiagnostics.NoSuchRevision(revision, fault.Length > 0 ? fault : "the pack is in no repository");
            return null;
        }

        // The packs that it extends are below the same root.
        string repository = RealPath(top.Trim());
        string inside = System.IO.Path.GetRelativePath(repository, RealPath(full)).Replace('\\', '/');
        string root = System.IO.Path.GetRelativePath(repository, RealPath(PackReader.RootAbove(at) ?? at)).Replace('\\', '/');
        DirectoryInfo folder = Directory.CreateTempSubdirectory("edits-revision-");
        (code, fault) = Extract(repository, revision, root, folder.FullName);
        PackRevision found = new(folder.FullName, System.IO.Path.Combine(folder.FullName, inside));
        if (code == 0 && (Directory.Exists(found.Path) || File.Exists(found.Path)))
        {
            problem = null;
            return found;
        }

        problem = SuiteDiagnostics.NoSuchRevision(revision, code == 0 ? $"there is no '{inside}' in it" : fault);
        found.Dispose();
        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static (int Code, string Fault) Extract(string repository, string revision, string root, string folder)
    {
        using Process? git = Start(repository, ["archive", "--format=tar", revision, "--", root]);
        if (git is null)
        {
            return (-1, NoGit);
        }

        Task<string> fault = git.StandardError.ReadToEndAsync();
        using MemoryStream archive = new();
        git.StandardOutput.BaseStream.CopyTo(archive);
        git.WaitForExit();
        if (git.ExitCode == 0)
        {
            archive.Position = 0;
            TarFile.ExtractToDirectory(archive, folder, overwriteFiles: false);
        }

        return (git.ExitCode, FirstLine(fault.GetAwaiter().GetResult()));
    }

    private static (int Code, string Output, string Fault) Git(string folder, params string[] arguments)
    {
        using Process? git = Start(folder, arguments);
        if (git is null)
        {
            return (-1, "", NoGit);
        }

        Task<string> fault = git.StandardError.ReadToEndAsync();
        string output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return (git.ExitCode, output, FirstLine(fault.GetAwaiter().GetResult()));
    }

    private const string NoGit = "git is not installed";

    private static Process? Start(string folder, string[] arguments)
    {
        ProcessStartInfo start = new("git") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            return Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static string FirstLine(string text) => text.Split('\n')[0].Trim();

    // A repository may be reached through a link, and git names its real place.
    private static string RealPath(string path) => Directory.Exists(path) ? new DirectoryInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path : path;
}

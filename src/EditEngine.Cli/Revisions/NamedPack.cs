using EditEngine.Cli.Commands;
using EditEngine.Cli.Output;
using EditEngine.Diagnostics;

namespace EditEngine.Cli.Revisions;

/// <summary>A pack by its name on the command line: a path, or <c>REV:PATH</c> for what lies there in a revision of the repository. What is wrong with it is told.</summary>
internal sealed class NamedPack : IDisposable
{
    private readonly PackRevision? _revision;
    private readonly OpenedPack? _opened;

    private NamedPack(OpenedPack? opened, PackRevision? revision)
    {
        _opened = opened;
        _revision = revision;
    }

    /// <summary>The pack; null where the revision has none.</summary>
    public OpenedPack? Opened => _opened;

    /// <summary>What runs; null where a mistake keeps it from running.</summary>
    public RulePack? Rules => _opened?.Rules;

    /// <summary>The exit code for a pack that does not run.</summary>
    public int ErrorCode => _opened?.ErrorCode ?? ExitCode.WrongUsage;

    /// <summary>The files that it was read from, where they are not a revision's.</summary>
    public IEnumerable<string> Inputs => _opened is null || _revision is not null ? [] : _opened.Inputs;

    /// <summary>Opens and compiles it.</summary>
    /// <param name="name">As it was given. A path that is there is a path, also with a colon.</param>
    public static NamedPack Open(string name)
    {
        int colon = name.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || File.Exists(name) || Directory.Exists(name))
        {
            return new NamedPack(Told(OpenedPack.Open(name)), null);
        }

        PackRevision? revision = PackRevision.Of(name[..colon], name[(colon + 1)..], out Diagnostic? problem);
        if (revision is null)
        {
            ProblemLines.OnError().Write(problem!); // One or the other.
            return new NamedPack(null, null);
        }

        OpenedPack opened = Told(OpenedPack.Open(revision.Path));
        if (opened.Pack is null)
        {
            ProblemLines.OnError().Write(SuiteDiagnostics.RevisionHasErrors(name[..colon], opened.Problems.FirstOrDefault(one => one.Severity == Severity.Error)?.ToString() ?? ""));
        }

        return new NamedPack(opened, revision);
    }

    /// <inheritdoc/>
    public void Dispose() => _revision?.Dispose();

    private static OpenedPack Told(OpenedPack opened)
    {
        opened.Report(Console.Error, Terminal.IsError);
        return opened;
    }
}

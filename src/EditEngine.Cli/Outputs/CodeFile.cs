using EditEngine.Compiler.Emit;
using EditEngine.Diagnostics;
using EditEngine.Files;
using EditEngine.Formats.Files;

namespace EditEngine.Cli.Outputs;

/// <summary>Compiled code beside a pack file: <c>commercial.pack.code</c>. It spares a later run the compiling and nothing else: where it cannot be read or written, the run goes on without.</summary>
/// <param name="packFile">The pack file.</param>
/// <param name="seal">What tells code that this user's tool made.</param>
internal sealed class CodeFile(string packFile, CodeSeal seal) : IImageStore
{
    private const int Longest = 256 * 1024 * 1024;

    private readonly string _path = packFile + ".code";
    private Diagnostic? _notice;

    /// <summary>Sealed by the user who runs this process.</summary>
    public CodeFile(string packFile)
        : this(packFile, CodeSeal.OfUser)
    {
    }

    /// <summary>There is such a file; whether it can be used is seen later.</summary>
    public bool IsThere => File.Exists(_path);

    /// <summary>What is to be said of it: once a run.</summary>
    public Diagnostic? Notice => Volatile.Read(ref _notice);

    public byte[]? Read()
    {
        try
        {
            if (!IsThere || !IsOurs())
            {
                return null;
            }

            // Damaged, or made by somebody else: it cannot be told, and neither is run.
            byte[]? image = seal.Open(OrdinaryFile.ReadAll(_path, Longest));
            if (image is null)
            {
                Volatile.Write(ref _notice, CommandDiagnostics.CodeMadeAnew(_path, isOfAnother: false));
            }

            return image;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Keep(byte[] image)
    {
        try
        {
            if (seal.Seal(image) is not byte[] kept)
            {
                return; // It could not be told from another's.
            }

            using var file = UnfinishedFile.Begin(_path);
            if (file is null)
            {
                return; // Another run is at it.
            }

            file.Stream.Write(kept);
            file.Settle();
            file.Replace();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // A folder that may not be written: the next run compiles again.
        }
    }

    public void Refuse(ImageFault fault) => Volatile.Write(ref _notice, CommandDiagnostics.CodeMadeAnew(_path, fault == ImageFault.OfAnother));

    // It is run: a file that everyone may write is not.
    private bool IsOurs() =>
        OperatingSystem.IsWindows() || (File.GetUnixFileMode(_path) & (UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) == 0;
}

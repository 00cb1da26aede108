using System.Security.Cryptography;
using System.Text;
using EditEngine.Compiler.Emit;
using EditEngine.Diagnostics;
using EditEngine.Files;
using EditEngine.Formats.Files;

namespace EditEngine.Cli.Outputs;

/// <summary>Compiled code that is kept from one run to the next: <c>commercial.pack.code</c> beside a pack file, that of a folder of rules in the user's own data. It spares a later run the compiling and nothing else: where it cannot be read or written, the run goes on without.</summary>
internal sealed class CodeFile : IImageStore
{
    private const string Ending = ".code";
    private const int NameLength = 16;
    private const int Longest = 256 * 1024 * 1024;

    private readonly string _path;
    private readonly CodeSeal _seal;
    private readonly Func<bool, Diagnostic?> _noticeOf;
    private Diagnostic? _notice;

    /// <summary>That beside a pack file, sealed by the user who runs this process.</summary>
    /// <param name="packFile">The pack file.</param>
    public CodeFile(string packFile)
        : this(packFile, CodeSeal.OfUser)
    {
    }

    /// <summary>That beside a pack file.</summary>
    /// <param name="packFile">The pack file.</param>
    /// <param name="seal">What tells code that this user's tool made.</param>
    public CodeFile(string packFile, CodeSeal seal)
        : this(packFile + Ending, seal, isOfAnother => CommandDiagnostics.CodeMadeAnew(packFile + Ending, isOfAnother))
    {
    }

    private CodeFile(string path, CodeSeal seal, Func<bool, Diagnostic?> noticeOf) => (_path, _seal, _noticeOf) = (path, seal, noticeOf);

    /// <summary>That of a folder of rules: one for each folder, by its full path, beside the user's secret. The user has not asked for it, and rules in a folder change: nothing is said where it is made anew.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="seal">What tells code that this user's tool made.</param>
    public static CodeFile OfFolder(string folder, CodeSeal seal)
    {
        string name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)))).AsSpan(0, NameLength));
        return new(Path.Combine(seal.Folder, name + Ending), seal, _ => null);
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
            byte[]? image = _seal.Open(OrdinaryFile.ReadAll(_path, Longest));
            if (image is null)
            {
                Volatile.Write(ref _notice, _noticeOf(false));
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
            if (_seal.Seal(image) is not byte[] kept)
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

    public void Refuse(ImageFault fault) => Volatile.Write(ref _notice, _noticeOf(fault == ImageFault.OfAnother));

    // It is run: a file that everyone may write is not.
    private bool IsOurs() =>
        OperatingSystem.IsWindows() || (File.GetUnixFileMode(_path) & (UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) == 0;
}

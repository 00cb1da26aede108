using System.Security.Cryptography;

namespace EditEngine.Cli.Outputs;

/// <summary>Seals compiled code by a secret of this user: code is run, and what came with somebody's pack file is not. Where no secret can be kept, no code is.</summary>
/// <param name="file">Where the secret is kept; only its user may read it.</param>
internal sealed class CodeSeal(string file)
{
    private const int SecretLength = 32;

    /// <summary>Bytes that a seal takes, before what it seals.</summary>
    public const int Length = HMACSHA256.HashSizeInBytes;

    /// <summary>That of the user who runs this process.</summary>
    public static CodeSeal OfUser { get; } = new(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "edits", "code.secret"));

    /// <summary>Where the secret is kept.</summary>
    public string Folder => Path.GetDirectoryName(file) ?? "";

    /// <summary>The seal and what it seals; null: there is no secret.</summary>
    public byte[]? Seal(ReadOnlySpan<byte> image) => Secret() is byte[] secret ? [.. HMACSHA256.HashData(secret, image), .. image] : null;

    /// <summary>What was sealed by this user; null: it was not.</summary>
    public byte[]? Open(ReadOnlySpan<byte> kept) =>
        kept.Length > Length && Secret() is byte[] secret && CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(secret, kept[Length..]), kept[..Length]) ? kept[Length..].ToArray() : null;

    private byte[]? Secret()
    {
        try
        {
            return Read() ?? (Make() ? Read() : null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    private byte[]? Read() => File.Exists(file) && IsPrivate() && File.ReadAllBytes(file) is { Length: SecretLength } secret ? secret : null;

    // Of two processes that make one at once the first stays.
    private bool Make()
    {
        if (!Path.IsPathRooted(file) || File.Exists(file))
        {
            return false;
        }

        string folder = Path.GetDirectoryName(file)!; // It is a path of a file.
        string fresh = Path.Combine(folder, Path.GetRandomFileName());
        Directory.CreateDirectory(folder);
        FileStreamOptions alone = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            alone.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (FileStream stream = new(fresh, alone))
        {
            stream.Write(RandomNumberGenerator.GetBytes(SecretLength));
        }

        try
        {
            File.Move(fresh, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(fresh);
        }

        return true;
    }

    private bool IsPrivate() =>
        OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) == 0;
}

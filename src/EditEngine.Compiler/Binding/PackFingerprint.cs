using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Binding;

/// <summary>
/// What a pack means, as a hash of a written canonical form. Every word of the form is written out here and in its neighbours, none is the name of a
/// class or property: a rename cannot change a hash, and neither can what is derived (access paths, index keys, slots). See docs/fingerprint.md.
/// </summary>
internal static class PackFingerprint
{
    /// <summary>
    /// The version of the form: its first line. It goes up when the form of packs that were there before changes; then the form of <c>pack.lock</c> goes up as well.
    /// </summary>
    public const int Version = 3;

    private const string VersionWord = "meaning";

    /// <summary>Hex SHA-256 of the form of a pack.</summary>
    public static string HashOf(BoundPack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return DeepStack.Run(() => HashOf(LinesOf(pack)));
    }

    /// <summary>Hex SHA-256 of the form of one edit, whatever version of its pack it is in.</summary>
    public static string HashOf(BoundEdit edit) => DeepStack.Run(() => HashOf([Head, new EditFingerprint([]).Write(edit)]));

    /// <summary>The form itself: a node a line, what belongs to it indented below.</summary>
    internal static string Write(BoundPack pack) => DeepStack.Run(() => string.Concat(LinesOf(pack)));

    private static string Head => string.Create(CultureInfo.InvariantCulture, $"{VersionWord} {Version}\n");

    private static IEnumerable<string> LinesOf(BoundPack pack)
    {
        yield return Head;
        foreach (string phase in pack.Phases)
        {
            yield return $"phase {FingerprintText.Quoted(phase)}\n";
        }

        foreach (string reason in ReasonFingerprint.Of(pack.Reasons))
        {
            yield return reason;
        }

        EditFingerprint form = new([]);
        foreach (BoundEdit edit in pack.Edits.OrderBy(edit => edit.Id, StringComparer.Ordinal))
        {
            yield return form.Write(edit);
            yield return $"  version {FingerprintText.Quoted(edit.PackVersion)}\n";
        }
    }

    private static string HashOf(IEnumerable<string> lines)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string line in lines)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(line));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EditEngine.Stacks;

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

    /// <summary>The hash of a pack, of the forms that its edits have by themselves.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="forms">The form of each edit, in the pack's order; see <see cref="FormOf"/>.</param>
    public static string HashOf(BoundPack pack, IReadOnlyList<byte[]> forms)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string line in HeadOf(pack))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(line));
        }

        string[] ids = [.. pack.Edits.Select(edit => edit.Id)];
        int[] order = [.. Enumerable.Range(0, ids.Length)];
        Array.Sort(ids, order, StringComparer.Ordinal);
        foreach (int at in order)
        {
            hash.AppendData(forms[at]);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The form of an edit within its pack's.</summary>
    public static string FormOf(BoundEdit edit) => DeepStack.Run(() => new EditFingerprint([]).Write(edit) + VersionOf(edit));

    /// <summary>The form itself: a node a line, what belongs to it indented below.</summary>
    internal static string Write(BoundPack pack) => DeepStack.Run(() => string.Concat(LinesOf(pack)));

    private static string Head => string.Create(CultureInfo.InvariantCulture, $"{VersionWord} {Version}\n");

    private static IEnumerable<string> LinesOf(BoundPack pack)
    {
        foreach (string line in HeadOf(pack))
        {
            yield return line;
        }

        EditFingerprint form = new([]);
        foreach (BoundEdit edit in pack.Edits.OrderBy(edit => edit.Id, StringComparer.Ordinal))
        {
            yield return form.Write(edit);
            yield return VersionOf(edit);
        }
    }

    private static string VersionOf(BoundEdit edit) => $"  version {FingerprintText.Quoted(edit.PackVersion)}\n";

    private static IEnumerable<string> HeadOf(BoundPack pack) =>
        pack.Phases.Select(phase => $"phase {FingerprintText.Quoted(phase)}\n").Concat(ReasonFingerprint.Of(pack.Reasons)).Prepend(Head);

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

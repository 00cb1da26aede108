using System.Security.Cryptography;
using System.Text;
using EditEngine.Evaluation.Compiled;

namespace EditEngine.Compiler.Emit;

/// <summary>Where an image of compiled code is kept from one program to the next; whether it is, and how, is the host's.</summary>
internal interface IImageStore
{
    /// <summary>What is kept; null: nothing, or nothing that may be used.</summary>
    byte[]? Read();

    /// <summary>Keeps an image in the place of what was kept, whole or not at all. Where that cannot be, nothing happens.</summary>
    void Keep(byte[] image);

    /// <summary>What was kept cannot be used: it is made anew.</summary>
    void Refuse(ImageFault fault);
}

/// <summary>Why an image is not used.</summary>
internal enum ImageFault
{
    /// <summary>It is not as it was written.</summary>
    Damaged,

    /// <summary>It was made of other rules, or for another version of the program.</summary>
    OfAnother,
}

/// <summary>An image as it is kept: what it was made of and for, and a hash of it. It is used where both are what they should be.</summary>
internal static class KeptImage
{
    private const int HashLength = 32;

    private static ReadOnlySpan<byte> Mark => "EDITCODE1\n"u8;

    /// <summary>What code depends on: the text that it is compiled from, which the plans and the emitters make, the runtime that it calls, and the framework.</summary>
    public static byte[] KeyOf(string source) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{typeof(CompiledRun).Assembly.ManifestModule.ModuleVersionId:N} {Environment.Version} {source}"));

    /// <summary>An image as it is kept.</summary>
    public static byte[] Write(byte[] key, byte[] image) => [.. Mark, .. key, .. SHA256.HashData(image), .. image];

    /// <summary>The image that is kept; null where it is not to be used, which is told.</summary>
    public static byte[]? Read(byte[] key, IImageStore store)
    {
        if (store.Read() is not byte[] kept)
        {
            return null;
        }

        ReadOnlySpan<byte> left = kept;
        if (!left.StartsWith(Mark) || left.Length < Mark.Length + (2 * HashLength))
        {
            store.Refuse(ImageFault.Damaged);
            return null;
        }

        ReadOnlySpan<byte> of = left.Slice(Mark.Length, HashLength);
        ReadOnlySpan<byte> hash = left.Slice(Mark.Length + HashLength, HashLength);
        ReadOnlySpan<byte> image = left[(Mark.Length + (2 * HashLength))..];
        if (!SHA256.HashData(image).AsSpan().SequenceEqual(hash))
        {
            store.Refuse(ImageFault.Damaged);
            return null;
        }

        if (!of.SequenceEqual(key))
        {
            store.Refuse(ImageFault.OfAnother);
            return null;
        }

        return image.ToArray();
    }
}

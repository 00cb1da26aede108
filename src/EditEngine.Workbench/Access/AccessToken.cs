using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace EditEngine.Workbench.Access;

/// <summary>The secret that the address of one workbench has: who does not know it gets nothing.</summary>
internal sealed class AccessToken
{
    private const int Length = 32;

    private readonly byte[] _bytes;

    private AccessToken(string text)
    {
        Text = text;
        _bytes = Encoding.UTF8.GetBytes(text);
    }

    /// <summary>As the address has it.</summary>
    public string Text { get; }

    /// <summary>A token that nobody can guess.</summary>
    public static AccessToken New() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Length)));

    /// <summary>Whether a text is this token; how long the answer takes says nothing of it.</summary>
    public bool Is(string? text) => text is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(text), _bytes);
}

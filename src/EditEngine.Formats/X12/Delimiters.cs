using System.Buffers;

namespace EditEngine.Formats.X12;

/// <summary>The four signs that an ISA segment declares for its interchange.</summary>
internal readonly record struct Delimiters(byte Element, byte Component, byte Repetition, byte Terminator)
{
    /// <summary>Signs that senders use between components: one of these in place of the declared one is a wrong declaration, not data.</summary>
    public static readonly SearchValues<byte> UsualComponents = SearchValues.Create(":><^|\\&"u8);

    /// <summary>True where no two of the three that matter are equal and none is a letter, digit or blank.</summary>
    public bool CanWork =>
        Element != Component && Element != Terminator && Component != Terminator && IsSign(Element) && IsSign(Component) && IsSign(Terminator);

    /// <summary>The sign that separates the components of CLM05, which stand in every claim: facility, A or B, frequency.</summary>
    /// <returns>Another than the declared where it stands at both places and the declared at none; else the declared.</returns>
    public byte ComponentOf(ReadOnlySpan<byte> facility)
    {
        bool isOther = facility is [.. { Length: 1 or 2 }, var first, (byte)'A' or (byte)'B', var second, _]
            && first == second && first != Component && UsualComponents.Contains(first) && !facility.Contains(Component);
        return isOther ? facility[^4] : Component;
    }

    private static bool IsSign(byte b) => b is not ((byte)' ' or (byte)'.' or (byte)'-') && !char.IsAsciiLetterOrDigit((char)b);
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace EditEngine.Formats.Json;

/// <summary>Goes over one claim's text and takes what is plain: a text without escapes, a number of seventeen digits at most, a day. Of anything else it says false.</summary>
/// <remarks>After a false it is not gone on with: the whole text is read by <see cref="JsonParser"/>, which knows what is wrong, or that nothing is. Bytes are known to be UTF-8.</remarks>
internal ref struct JsonScan(ReadOnlySpan<byte> text)
{
    private const int MostDigits = 17;
    private const int FirstSign = 0x20;

    private readonly ReadOnlySpan<byte> _text = text;
    private int _at;

    /// <summary>What is left.</summary>
    public readonly ReadOnlySpan<byte> Rest => _text[_at..];

    /// <summary>Where it is.</summary>
    public readonly int At => _at;

    /// <summary>The next sign that is no blank; 0 at the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte Next() => _at < _text.Length && _text[_at] > ' ' ? _text[_at] : NextBehindBlanks();

    /// <summary>Passes over so many bytes.</summary>
    public void Pass(int count) => _at += count;

    /// <summary>Takes a sign, where it is the next one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Take(char sign)
    {
        bool isNext = Next() == sign;
        _at += isNext ? 1 : 0;
        return isNext;
    }

    /// <summary>Passes over a name that is expected. False where another stands here, or it stands otherwise, or at the very end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryPass(in ExpectedName name)
    {
        if (_at + Vector256<byte>.Count > _text.Length || !name.Begins(Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(_text), (nuint)_at)))
        {
            return false;
        }

        _at += name.Length;
        return true;
    }

    /// <summary>Passes over a null. False where something else is there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryNull() => Next() == 'n' && TryWord("null"u8);

    /// <summary>A text, without its quotes.</summary>
    public bool TryText(out ReadOnlySpan<byte> value)
    {
        value = default;
        if (Next() != '"')
        {
            return false;
        }

        int start = _at + 1;
        int end = EndOfPlain(start);
        if (end == _text.Length || _text[end] != '"')
        {
            return false;
        }

        value = _text[start..end];
        _at = end + 1;
        return true;
    }

    /// <summary>A number: its digits without the point, and how many of them stand behind it, the last of which is no zero.</summary>
    public bool TryNumber(out long digits, out int scale)
    {
        (digits, scale) = (0, 0);
        bool isNegative = Next() == '-';
        int start = _at + (isNegative ? 1 : 0);
        int at = start;
        while (at < _text.Length && (uint)(_text[at] - '0') <= 9)
        {
            digits = (digits * 10) + (_text[at++] - '0');
        }

        int whole = at - start;
        if (whole == 0 || whole > MostDigits || (whole > 1 && _text[start] == '0'))
        {
            return false;
        }

        if (at < _text.Length && _text[at] == '.')
        {
            int point = at++;
            while (at < _text.Length && (uint)(_text[at] - '0') <= 9)
            {
                digits = (digits * 10) + (_text[at++] - '0');
            }

            scale = at - point - 1;
            if (scale == 0 || whole + scale > MostDigits)
            {
                return false;
            }

            while (scale > 0 && digits % 10 == 0)
            {
                digits /= 10;
                scale--;
            }
        }

        digits = isNegative ? -digits : digits;
        _at = at;
        return true; // what may not follow a number, an exponent too, is no sign that is taken next
    }

    /// <summary>True or false.</summary>
    public bool TryYesNo(out bool value)
    {
        value = Next() == 't';
        return TryWord(value ? "true"u8 : "false"u8);
    }

    private bool TryWord(ReadOnlySpan<byte> word)
    {
        bool isThere = Rest.StartsWith(word);
        _at += isThere ? word.Length : 0;
        return isThere;
    }

    private byte NextBehindBlanks()
    {
        while (_at < _text.Length)
        {
            byte next = _text[_at];
            if (next is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
            {
                return next;
            }

            _at++;
        }

        return 0;
    }

    // The next quote, backslash or control character; the end where there is none.
    private readonly int EndOfPlain(int at)
    {
        ref byte first = ref MemoryMarshal.GetReference(_text);
        for (; at + Vector128<byte>.Count <= _text.Length; at += Vector128<byte>.Count)
        {
            Vector128<byte> part = Vector128.LoadUnsafe(ref first, (nuint)at);
            Vector128<byte> ends = Vector128.Equals(part, Vector128.Create((byte)'"')) | Vector128.Equals(part, Vector128.Create((byte)'\\'))
                | Vector128.LessThan(part, Vector128.Create((byte)FirstSign));
            if (ends != Vector128<byte>.Zero)
            {
                return at + System.Numerics.BitOperations.TrailingZeroCount(ends.ExtractMostSignificantBits());
            }
        }

        while (at < _text.Length && _text[at] is not ((byte)'"' or (byte)'\\' or < FirstSign))
        {
            at++;
        }

        return at;
    }
}

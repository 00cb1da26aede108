using System.Buffers;
using System.Buffers.Text;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using EditEngine.Codes;

namespace EditEngine.Formats.Json;

/// <summary>JSON written straight into bytes that grow, for objects whose members are known when this is compiled.</summary>
/// <remarks>
/// The same bytes as <see cref="JsonMembers"/> write, which ask of every name and number anew how it is written. Names are constants with all their signs, the comma before them included:
/// where an object or list is closed, the comma of its first member or item becomes its bracket. One a thread.
/// </remarks>
internal sealed class JsonBytes
{
    private const int FirstRoom = 4096;
    private const int MostOfNumber = 48; // a sign, a point, and the digits of any number
    private const int DigitsOfUlong = 20;
    private const int MostCentDigits = 2;

    // What stands in a text as it is; all else is asked of the encoder.
    private static readonly SearchValues<char> Plain = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(sign => (char)sign).Where(sign => sign is not ('"' or '\\'))]);

    private byte[] _bytes = new byte[FirstRoom];

    /// <summary>How many bytes are written: where what comes next begins.</summary>
    public int Length { get; private set; }

    /// <summary>What is written; good until the next writing.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>Forgets what is written, and keeps the room.</summary>
    public void Clear() => Length = 0;

    /// <summary>Writes bytes as they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(ReadOnlySpan<byte> bytes)
    {
        MakeRoom(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
    }

    /// <summary>Closes an object.</summary>
    /// <param name="start">The <see cref="Length"/> when it was begun.</param>
    public void CloseObject(int start) => Close(start, '{', '}');

    /// <summary>Closes a list.</summary>
    /// <param name="start">The <see cref="Length"/> when it was begun.</param>
    public void CloseList(int start) => Close(start, '[', ']');

    /// <summary>A text; nothing where it is null. Half of a surrogate pair, which no UTF-8 can hold, becomes U+FFFD.</summary>
    public void Text(ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            Put(name);
            PutText(value);
        }
    }

    /// <summary>A code; nothing where it is missing.</summary>
    public void Code(ReadOnlySpan<byte> name, Code value)
    {
        if (!value.IsMissing)
        {
            Put(name);
            PutText(value.ToString());
        }
    }

    /// <summary>A date; nothing where it is null.</summary>
    public void Date(ReadOnlySpan<byte> name, DateOnly? value)
    {
        if (value is DateOnly date)
        {
            Put(name);
            PutDate(date);
        }
    }

    /// <summary>A whole number; nothing where it is null.</summary>
    public void Whole(ReadOnlySpan<byte> name, long? value)
    {
        if (value is long number)
        {
            Put(name);
            PutScaled(Size(number), 0, number < 0);
        }
    }

    /// <summary>A number without zeros behind its last decimal; nothing where it is null.</summary>
    public void Number(ReadOnlySpan<byte> name, decimal? value)
    {
        if (value is decimal number)
        {
            Put(name);
            PutNumber(number);
        }
    }

    /// <summary>Cents as dollars; nothing where there are none.</summary>
    public void Dollars(ReadOnlySpan<byte> name, long? cents)
    {
        if (cents is long amount)
        {
            Put(name);
            PutScaled(Size(amount), MostCentDigits, amount < 0);
        }
    }

    /// <summary>True or false; nothing where it is null.</summary>
    public void YesNo(ReadOnlySpan<byte> name, bool? value)
    {
        if (value is bool yes)
        {
            Put(name);
            Put(yes ? "true"u8 : "false"u8);
        }
    }

    /// <summary>A list of texts; nothing where it is <c>default</c>.</summary>
    public void Texts(ReadOnlySpan<byte> name, ImmutableArray<string> values)
    {
        if (values.IsDefault)
        {
            return;
        }

        Put(name);
        int list = Length;
        foreach (string value in values)
        {
            Put(","u8);
            PutText(value);
        }

        CloseList(list);
    }

    /// <summary>A list of codes; nothing where it is <c>default</c>.</summary>
    public void Codes(ReadOnlySpan<byte> name, ImmutableArray<Code> values)
    {
        if (values.IsDefault)
        {
            return;
        }

        Put(name);
        int list = Length;
        foreach (Code value in values)
        {
            Put(","u8);
            PutText(value.ToString());
        }

        CloseList(list);
    }

    /// <summary>A list of whole numbers; nothing where it is <c>default</c>.</summary>
    public void Wholes(ReadOnlySpan<byte> name, ImmutableArray<int> values)
    {
        if (values.IsDefault)
        {
            return;
        }

        Put(name);
        int list = Length;
        foreach (int value in values)
        {
            Whole(","u8, value);
        }

        CloseList(list);
    }

    /// <summary>A list of objects; nothing where it is <c>default</c>.</summary>
    public void Objects<T>(ReadOnlySpan<byte> name, ImmutableArray<T> values, Action<JsonBytes, T> write)
    {
        if (values.IsDefault)
        {
            return;
        }

        Put(name);
        int list = Length;
        foreach (T value in values)
        {
            Put(","u8);
            int start = Length;
            write(this, value);
            CloseObject(start);
        }

        CloseList(list);
    }

    /// <summary>An object; nothing where it is null.</summary>
    public void Object<T>(ReadOnlySpan<byte> name, T? value, Action<JsonBytes, T> write)
        where T : class
    {
        if (value is not null)
        {
            Put(name);
            int start = Length;
            write(this, value);
            CloseObject(start);
        }
    }

    /// <summary>A text in quotes.</summary>
    public void PutText(string text)
    {
        if (text.AsSpan().ContainsAnyExcept(Plain))
        {
            PutEncoded(text);
            return;
        }

        MakeRoom(text.Length + 2);
        Span<byte> room = _bytes.AsSpan(Length, text.Length + 2);
        room[0] = (byte)'"';
        Ascii.FromUtf16(text, room[1..], out _);
        room[^1] = (byte)'"';
        Length += room.Length;
    }

    /// <summary>A number without zeros behind its last decimal.</summary>
    public void PutNumber(decimal number)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(number, parts);
        if (parts[2] == 0)
        {
            PutScaled((uint)parts[0] | ((ulong)(uint)parts[1] << 32), number.Scale, decimal.IsNegative(number));
            return;
        }

        MakeRoom(MostOfNumber);
        Utf8Formatter.TryFormat(JsonMembers.Plain(number), _bytes.AsSpan(Length), out int written);
        Length += written;
    }

    private void PutDate(DateOnly date)
    {
        MakeRoom(MostOfNumber);
        (int year, int month, int day) = date;
        Span<byte> room = _bytes.AsSpan(Length, 12);
        room[0] = (byte)'"';
        PutDigits(room[1..5], (uint)year);
        room[5] = (byte)'-';
        PutDigits(room[6..8], (uint)month);
        room[8] = (byte)'-';
        PutDigits(room[9..11], (uint)day);
        room[11] = (byte)'"';
        Length += room.Length;
    }

    // Digits with a point before the last so many of them.
    private void PutScaled(ulong digits, int scale, bool isNegative)
    {
        while (scale > 0 && digits % 10 == 0)
        {
            digits /= 10;
            scale--;
        }

        MakeRoom(MostOfNumber);
        Span<byte> room = _bytes.AsSpan(Length);
        int at = 0;
        if (isNegative && digits != 0)
        {
            room[at++] = (byte)'-';
        }

        ulong unit = scale < DigitsOfUlong ? PowerOfTen(scale) : ulong.MaxValue;
        (ulong whole, ulong part) = scale < DigitsOfUlong ? Math.DivRem(digits, unit) : (0, digits);
        Utf8Formatter.TryFormat(whole, room[at..], out int written);
        at += written;
        if (scale > 0)
        {
            room[at] = (byte)'.';
            PutDigits(room.Slice(at + 1, scale), part);
            at += 1 + scale;
        }

        Length += at;
    }

    private static ulong Size(long number) => number < 0 ? (ulong)-(number + 1) + 1 : (ulong)number;

    private static ulong PowerOfTen(int power)
    {
        ulong ten = 1;
        for (; power > 0; power--)
        {
            ten *= 10;
        }

        return ten;
    }

    private static void PutDigits(Span<byte> room, ulong number)
    {
        for (int i = room.Length - 1; i >= 0; i--)
        {
            room[i] = (byte)('0' + (number % 10));
            number /= 10;
        }
    }

    private void PutEncoded(string text)
    {
        Put("\""u8);
        Put(JsonEncodedText.Encode(Surrogates.Replaced(text), JsonMembers.OneLine.Encoder).EncodedUtf8Bytes);
        Put("\""u8);
    }

    private void Close(int start, char open, char close)
    {
        if (Length == start)
        {
            MakeRoom(1);
            Length++;
        }

        _bytes[start] = (byte)open;
        MakeRoom(1);
        _bytes[Length++] = (byte)close;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void MakeRoom(int bytes)
    {
        if (_bytes.Length - Length < bytes)
        {
            Grow(bytes);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int bytes) => Array.Resize(ref _bytes, (int)Math.Min(Math.Max(_bytes.Length * 2L, (long)Length + bytes), Math.Max(Array.MaxLength, (long)Length + bytes)));
}

using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using EditEngine.Formats.X12.Guides;

namespace EditEngine.Formats.X12.Fast;

/// <summary>What an element or component may hold, where its length alone does not tell.</summary>
internal sealed class ElementRule
{
    private readonly ElementKind _kind;
    private readonly Usage _usage;
    private readonly int _least;
    private readonly int _most;
    private readonly CodeSlots? _codes;
    private readonly ElementRule[] _parts;
    private readonly int _lastRequired;

    private ElementRule(in ElementForm form)
    {
        (_kind, _usage, _least, _most) = (form.Kind, form.Usage, form.Least, form.Most);
        _codes = form.Codes.Length == 0 ? null : new CodeSlots(form.Codes);
        _parts = [.. form.Parts.Select(part => new ElementRule(part))];
        _lastRequired = Array.FindLastIndex(_parts, part => part._usage == Usage.Required) + 1;
        IsOfList = form.Kind is ElementKind.Text or ElementKind.Code;
    }

    /// <summary>True where it only says which codes an element may hold.</summary>
    public bool IsOfList { get; }

    /// <summary>The rule of an element; null where its length tells all.</summary>
    public static ElementRule? Of(in ElementForm form) =>
        form.Usage == Usage.NotUsed || (form.Codes.Length == 0 && form.Kind is ElementKind.Text or ElementKind.Code) ? null : new ElementRule(form);

    /// <summary>True where an element that is there, and neither too short nor too long, is right; a composite is taken apart on the way.</summary>
    public bool Accepts(in FastSegment segment, int element, byte component)
    {
        ReadOnlySpan<byte> text = segment[element];
        return _kind switch
        {
            ElementKind.Composite => AcceptsParts(segment, element, component),
            ElementKind.Number or ElementKind.WholeNumber => IsNumber(text) && Takes(segment.Buffer, segment.Start(element), text.Length),
            ElementKind.Date => X12.Values.IsDate(text),
            ElementKind.Time => X12.Values.TryTime(text, out _),
            _ => Takes(segment.Buffer, segment.Start(element), text.Length),
        };
    }

    private bool AcceptsParts(in FastSegment segment, int element, byte component)
    {
        ReadOnlySpan<byte> buffer = segment.Buffer;
        PartEnds parts = segment.Parts;
        parts.Begin(element);
        int start = segment.Start(element);
        int end = segment.End(element);
        int index = 0;
        while (true)
        {
            if (index == _parts.Length)
            {
                return false;
            }

            int at = start;
            while (at < end && buffer[at] != component)
            {
                at++;
            }

            if (!_parts[index].AcceptsPart(buffer, start, at - start))
            {
                return false;
            }

            parts.Add(element, at);
            index++;
            if (at == end)
            {
                break;
            }

            start = at + 1;
        }

        if (index == 1 && _parts[0]._codes is null && segment[element].IndexOfAny(Delimiters.UsualComponents) >= 0)
        {
            return false; // taken apart by another sign than declared
        }

        return index >= _lastRequired;
    }

    private bool AcceptsPart(ReadOnlySpan<byte> buffer, int start, int length)
    {
        if (length == 0)
        {
            return _usage != Usage.Required;
        }

        if (_usage == Usage.NotUsed)
        {
            return false;
        }

        if (_kind is ElementKind.Number or ElementKind.WholeNumber)
        {
            return IsNumber(buffer.Slice(start, length)) && Takes(buffer, start, length);
        }

        return length >= _least && length <= _most && Takes(buffer, start, length);
    }

    private bool IsNumber(ReadOnlySpan<byte> text)
    {
        int digits = 0;
        bool hasPoint = _kind == ElementKind.WholeNumber;
        for (int i = 0; i < text.Length; i++)
        {
            byte sign = text[i];
            if ((uint)(sign - '0') <= 9)
            {
                digits++;
            }
            else if (sign == '.' && !hasPoint)
            {
                hasPoint = true;
            }
            else if (sign != '-' || i > 0)
            {
                return false;
            }
        }

        return digits > 0 && digits >= _least && digits <= _most;
    }

    /// <summary>True where nothing forbids a code.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Takes(ReadOnlySpan<byte> buffer, int start, int length) =>
        _codes is null || (length <= ElementForm.LongestCode && _codes.Has(Packed(buffer, start, length)));

    /// <summary>A code of one to eight signs as one number, as <see cref="ElementForm.Packed"/>. Bytes behind it are read, and do not matter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Packed(ReadOnlySpan<byte> buffer, int start, int length) =>
        BinaryPrimitives.ReverseEndianness(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref MemoryMarshal.GetReference(buffer), start))) >> (64 - (8 * length));
}

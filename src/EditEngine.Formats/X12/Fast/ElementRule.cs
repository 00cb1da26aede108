using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using EditEngine.Formats.X12.Guides;

namespace EditEngine.Formats.X12.Fast;

/// <summary>What an element or component may hold, where its length alone does not tell.</summary>
internal sealed class ElementRule
{
    private readonly ElementKind _kind;
    private readonly int _least;
    private readonly int _most;
    private readonly bool _hasCodes;
    private readonly CodeSlots _codes;
    private readonly PartRule[] _parts;
    private readonly int _lastRequired;

    private ElementRule(in ElementForm form)
    {
        (_kind, _least, _most) = (form.Kind, form.Least, form.Most);
        _hasCodes = form.Codes.Length > 0;
        _codes = _hasCodes ? new CodeSlots(form.Codes) : default;
        IsOfList = _hasCodes && form.Kind is ElementKind.Text or ElementKind.Code;
        IsPlainNumber = form.Kind is ElementKind.Number or ElementKind.WholeNumber && !_hasCodes;
        _parts = [.. form.Parts.Select(part => new PartRule(part))];
        _lastRequired = Array.FindLastIndex(form.Parts, part => part.Usage == Usage.Required) + 1;
        if (_parts.Length > PartEnds.MostParts)
        {
            throw new FormatException("A composite has more components than there is room for.");
        }
    }

    /// <summary>True where nothing matters but that it is one of some codes.</summary>
    public bool IsOfList { get; }

    /// <summary>Those codes.</summary>
    public ref readonly CodeSlots Codes => ref _codes;

    /// <summary>True where any number is right that is not too long.</summary>
    public bool IsPlainNumber { get; }

    /// <summary>The rule of an element; null where its length tells all.</summary>
    public static ElementRule? Of(in ElementForm form) =>
        form.Usage == Usage.NotUsed || (form.Codes.Length == 0 && form.Kind is ElementKind.Text or ElementKind.Code) ? null : new ElementRule(form);

    /// <summary>True where an element that is there, and neither too short nor too long, is right; a composite is taken apart on the way.</summary>
    public bool Accepts(in FastSegment segment, int element, byte component)
    {
        int start = segment.Start(element);
        int end = segment.End(element);
        return _kind switch
        {
            ElementKind.Text or ElementKind.Code => Takes(segment, start, end),
            ElementKind.Composite => AcceptsParts(segment, element, component),
            ElementKind.Number or ElementKind.WholeNumber => IsWritten(segment, start, end) && Takes(segment, start, end),
            ElementKind.Date => X12.Values.IsDate(segment.Slice(start, end)),
            ElementKind.Time => X12.Values.TryTime(segment.Slice(start, end), out _),
            _ => Takes(segment, start, end),
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool AcceptsParts(in FastSegment segment, int element, byte component)
    {
        int start = segment.Start(element);
        int end = segment.End(element);
        Span<int> ends = segment.Parts.Of(element);
        PartRule[] parts = _parts;
        int count = 0;
        int begin = segment.Begin;
        ends[0] = start - 1 - begin;
        Vector256<byte> separator = Vector256.Create(component);
        for (int from = start; from < end; from += Vector256<byte>.Count)
        {
            uint cuts = Vector256.Equals(Vector256.LoadUnsafe(ref segment.At(from)), separator).ExtractMostSignificantBits();
            for (; cuts != 0; cuts &= cuts - 1)
            {
                int at = from + BitOperations.TrailingZeroCount(cuts);
                if (at >= end)
                {
                    break;
                }

                if (count >= parts.Length || !parts[count].Accepts(segment, start, at))
                {
                    return false;
                }

                ends[++count] = at - begin;
                start = at + 1;
            }
        }

        if (count >= parts.Length || !parts[count].Accepts(segment, start, end))
        {
            return false;
        }

        ends[++count] = end - begin;
        segment.Parts.Set(element, count);
        if (count == 1 && parts[0].IsFree && segment[element].IndexOfAny(Delimiters.UsualComponents) >= 0)
        {
            return false; // taken apart by another sign than declared
        }

        return count >= _lastRequired;
    }

    /// <summary>Frees what may differ in an element that is right.</summary>
    /// <param name="segment">Its segment, whose composites are cut.</param>
    /// <param name="element">The element, from 1.</param>
    /// <param name="freedom">Takes it.</param>
    public void Free(in FastSegment segment, int element, ref ByteFreedom freedom)
    {
        int start = segment.Start(element) - segment.Begin;
        if (_kind == ElementKind.Composite)
        {
            FreeParts(segment, element, ref freedom);
        }
        else if (IsPlainNumber)
        {
            freedom.FreeDigits(segment[element], start);
        }
        else if (_kind is ElementKind.Date or ElementKind.Time)
        {
            freedom.FreeText(start, segment.End(element) - segment.Begin);
            freedom.Again |= 1u << (element - 1);
        }
    }

    private void FreeParts(in FastSegment segment, int element, ref ByteFreedom freedom)
    {
        freedom.Composites |= 1u << (element - 1);
        int count = segment.Parts.CountOf(element);
        if (count == 1 && _parts[0].IsFree)
        {
            return; // any sign that may cut it is looked at
        }

        for (int part = 1; part <= count; part++)
        {
            _parts[part - 1].Free(segment.Component(element, part), segment.Parts.EndOf(element, part - 1) + 1, ref freedom);
        }
    }

    /// <summary>True where an element is a number, neither too short nor too long.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsWritten(in FastSegment segment, int start, int end)
    {
        int length = end - start;
        return Digits.AreAll(ref segment.At(start), length) ? length >= _least && length <= _most : WrittenNumber.Has(segment.Slice(start, end), _kind, _least, _most);
    }

    // Nothing forbids the code.
    private bool Takes(in FastSegment segment, int start, int end) =>
        !_hasCodes || (end - start <= ElementForm.LongestCode && _codes.Has(segment.Packed(start, end - start)));
}

/// <summary>What a component may hold.</summary>
internal readonly struct PartRule
{
    private readonly ElementKind _kind;
    private readonly bool _isNumber;
    private readonly bool _mayBeEmpty;
    private readonly int _least;
    private readonly int _most;
    private readonly CodeSlots _codes;

    public PartRule(in ElementForm form)
    {
        bool isUsed = form.Usage != Usage.NotUsed;
        HasCodes = form.Codes.Length > 0;
        _codes = HasCodes ? new CodeSlots(form.Codes) : default;
        (_kind, _mayBeEmpty, _least) = (form.Kind, form.Usage != Usage.Required, form.Least);
        _most = !isUsed ? 0 : HasCodes ? Math.Min(form.Most, (short)ElementForm.LongestCode) : form.Most;
        _isNumber = isUsed && form.Kind is ElementKind.Number or ElementKind.WholeNumber;
        IsFree = !_isNumber && !HasCodes;
    }

    /// <summary>True where any sign may stand in it.</summary>
    public bool IsFree { get; }

    /// <summary>True where it is one of some codes.</summary>
    public bool HasCodes { get; }

    /// <summary>Frees what may differ in a component that is right.</summary>
    public void Free(ReadOnlySpan<byte> text, int start, ref ByteFreedom freedom)
    {
        if (IsFree)
        {
            freedom.FreePart(start, start + text.Length);
        }
        else if (!HasCodes)
        {
            freedom.FreeDigits(text, start);
        }
    }

    /// <summary>True where a component is right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Accepts(in FastSegment segment, int start, int end)
    {
        int length = end - start;
        if (length == 0)
        {
            return _mayBeEmpty;
        }

        if (length >= _least && length <= _most)
        {
            return (!_isNumber || Digits.AreAll(ref segment.At(start), length) || WrittenNumber.Has(segment.Slice(start, end), _kind, _least, _most))
                && (!HasCodes || _codes.Has(segment.Packed(start, length)));
        }

        // Sign and point do not count.
        return _isNumber && !HasCodes && WrittenNumber.Has(segment.Slice(start, end), _kind, _least, _most);
    }
}

/// <summary>A number with its sign and point.</summary>
internal static class WrittenNumber
{
    /// <summary>True where a text is one, of no fewer and no more digits.</summary>
    public static bool Has(ReadOnlySpan<byte> text, ElementKind kind, int least, int most)
    {
        int digits = 0;
        bool hasPoint = kind == ElementKind.WholeNumber;
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

        return digits > 0 && digits >= least && digits <= most;
    }
}

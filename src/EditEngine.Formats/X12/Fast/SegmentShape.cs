using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using EditEngine.Formats.X12.Guides;

namespace EditEngine.Formats.X12.Fast;

/// <summary>What one segment of a loop may be, laid out so that eight elements are looked at together. It accepts what is plainly right; what it does not accept may be right all the same.</summary>
internal sealed class SegmentShape
{
    private const int SignAndPoint = 2;

    private readonly LengthBounds _first;
    private readonly LengthBounds[] _further;
    private readonly ElementRule?[] _rules;
    private readonly NoteRule[] _notes;
    private readonly int _count;
    private readonly uint _required;
    private readonly uint _ofList;
    private readonly uint _numbers;
    private readonly uint _others;

    /// <param name="form">The segment.</param>
    /// <param name="isKeyKnown">True where the first element is known to have one of its codes before the segment is looked at.</param>
    public SegmentShape(SegmentForm form, bool isKeyKnown)
    {
        ElementForm[] elements = form.Elements;
        _count = elements.Length;
        LengthBounds[] all = [.. elements.Select(BoundsOf).Chunk(LengthBounds.Lanes).Select(chunk => new LengthBounds(chunk))];
        (_first, _further) = (all.FirstOrDefault(), [.. all.Skip(1)]);
        _rules = [.. elements.Select((element, index) => index == 0 && isKeyKnown && element.Kind != ElementKind.Composite ? null : ElementRule.Of(element))];
        _required = Set(elements, static element => element.Usage == Usage.Required);
        _ofList = RulesThat(static rule => rule.IsOfList);
        _numbers = RulesThat(static rule => rule.IsPlainNumber);
        _others = RulesThat(static rule => !rule.IsOfList && !rule.IsPlainNumber);
        _notes = [.. form.Notes.Select(note => new NoteRule(note, elements.Length))];
        CanBeRemembered = (_ofList | _numbers | _others) != 0;
    }

    /// <summary>True where more than lengths is looked at, which costs more than to compare it with another.</summary>
    public bool CanBeRemembered { get; }

    /// <summary>True where nothing is wrong with a segment's elements.</summary>
    // INVARIANT: an element of one of the sets has a rule, and one of a list is no longer than a code.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Accepts(in FastSegment segment, byte component)
    {
        int count = segment.ElementCount;
        if (count > _count)
        {
            return false;
        }

        (uint present, uint wrong) = _first.Compare(ref segment.Ends);
        if (count > LengthBounds.Lanes)
        {
            (present, wrong) = CompareFurther(segment, present, wrong);
        }

        uint inside = count >= 32 ? uint.MaxValue : (1u << count) - 1;
        present &= inside;
        if (((wrong & inside) | (_required & ~present)) != 0)
        {
            return false;
        }

        for (uint rest = _ofList & present; rest != 0; rest &= rest - 1)
        {
            int index = BitOperations.TrailingZeroCount(rest);
            int start = segment.Start(index + 1);
            if (!_rules[index]!.Codes.Has(segment.Packed(start, segment.End(index + 1) - start)))
            {
                return false;
            }
        }

        for (uint rest = _numbers & present; rest != 0; rest &= rest - 1)
        {
            int index = BitOperations.TrailingZeroCount(rest);
            if (!_rules[index]!.IsWritten(segment, segment.Start(index + 1), segment.End(index + 1)))
            {
                return false;
            }
        }

        for (uint rest = _others & present; rest != 0; rest &= rest - 1)
        {
            int index = BitOperations.TrailingZeroCount(rest);
            if (!_rules[index]!.Accepts(segment, index + 1, component))
            {
                return false;
            }
        }

        return _notes.Length == 0 || AreKept(present);
    }

    /// <summary>True where nothing is wrong with some of a segment's elements.</summary>
    public bool AcceptsAgain(in FastSegment segment, uint elements, byte component)
    {
        for (; elements != 0; elements &= elements - 1)
        {
            int index = BitOperations.TrailingZeroCount(elements);
            if (!_rules[index]!.Accepts(segment, index + 1, component)) // INVARIANT: a rule said that it is to be looked at
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Frees what may differ in a segment that is right.</summary>
    public void Free(in FastSegment segment, ref ByteFreedom freedom)
    {
        for (int element = 1; element <= segment.ElementCount; element++)
        {
            if (!segment.Has(element))
            {
                continue;
            }

            if (_rules[element - 1] is ElementRule rule)
            {
                rule.Free(segment, element, ref freedom);
            }
            else
            {
                freedom.FreeText(segment.Start(element) - segment.Begin, segment.End(element) - segment.Begin);
            }
        }
    }

    private (uint Present, uint Wrong) CompareFurther(in FastSegment segment, uint present, uint wrong)
    {
        int done = LengthBounds.Lanes;
        foreach (ref readonly LengthBounds bounds in _further.AsSpan())
        {
            if (done >= segment.ElementCount)
            {
                break;
            }

            (uint have, uint off) = bounds.Compare(ref Unsafe.Add(ref segment.Ends, done));
            present |= have << done;
            wrong |= off << done;
            done += LengthBounds.Lanes;
        }

        return (present, wrong);
    }

    private bool AreKept(uint present)
    {
        foreach (NoteRule note in _notes)
        {
            if (!note.Accepts(present))
            {
                return false;
            }
        }

        return true;
    }

    private static (int Least, int Most) BoundsOf(ElementForm element)
    {
        if (element.Usage == Usage.NotUsed)
        {
            return (element.Least, 0);
        }

        bool isNumber = element.Kind is ElementKind.Number or ElementKind.WholeNumber;
        int most = isNumber ? element.Most + SignAndPoint : element.Most;
        return (isNumber ? 1 : element.Least, element.Codes.Length > 0 ? Math.Min(most, ElementForm.LongestCode) : most);
    }

    private uint RulesThat(Func<ElementRule, bool> are) => (uint)_rules.Index().Where(rule => rule.Item is not null && are(rule.Item)).Sum(rule => 1L << rule.Index);

    private static uint Set(ElementForm[] elements, Func<ElementForm, bool> has) => (uint)elements.Index().Where(element => has(element.Item)).Sum(element => 1L << element.Index);
}

/// <summary>How long eight elements may be that stand side by side.</summary>
internal readonly struct LengthBounds
{
    /// <summary>How many are compared at once.</summary>
    public const int Lanes = 8;

    private readonly Vector256<int> _least;
    private readonly Vector256<int> _most;

    /// <param name="bounds">Of up to eight elements.</param>
    public LengthBounds((int Least, int Most)[] bounds)
    {
        Span<int> least = stackalloc int[Lanes];
        Span<int> most = stackalloc int[Lanes];
        for (int i = 0; i < bounds.Length; i++)
        {
            (least[i], most[i]) = bounds[i];
        }

        (_least, _most) = (Vector256.Create<int>(least), Vector256.Create<int>(most));
    }

    /// <summary>Which of eight elements are there, and which are too short or too long: a bit each.</summary>
    /// <param name="ends">Where what is before the first ends; then, where each of them does.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (uint Present, uint Wrong) Compare(ref int ends)
    {
        Vector256<int> lengths = Vector256.LoadUnsafe(ref ends, 1) - Vector256.LoadUnsafe(ref ends) - Vector256<int>.One;
        uint present = Vector256.GreaterThan(lengths, Vector256<int>.Zero).ExtractMostSignificantBits();
        uint isShort = Vector256.LessThan(lengths, _least).ExtractMostSignificantBits();
        return (present, (isShort & present) | Vector256.GreaterThan(lengths, _most).ExtractMostSignificantBits());
    }
}

/// <summary>A syntax note as sets of elements.</summary>
internal readonly struct NoteRule
{
    private readonly char _kind;
    private readonly uint _first;
    private readonly uint _all;

    public NoteRule(in SyntaxNote note, int elements)
    {
        _kind = note.Kind;
        _first = 1u << (note.Elements[0] - 1);
        _all = (uint)note.Elements.Where(element => element <= elements).Sum(element => 1L << (element - 1));
    }

    /// <summary>True where the elements that are there keep it.</summary>
    public bool Accepts(uint present)
    {
        uint sent = present & _all;
        return _kind switch
        {
            'P' => sent == 0 || sent == _all,
            'R' => sent != 0,
            'E' => BitOperations.PopCount(sent) <= 1,
            'L' => (sent & _first) == 0 || sent != _first,
            _ => (sent & _first) == 0 || sent == _all,
        };
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using EditEngine.Formats.X12.Guides;

namespace EditEngine.Formats.X12.Fast;

/// <summary>What one segment of a loop may be, laid out so that eight elements are looked at together. It accepts what is plainly right; what it does not accept may be right all the same.</summary>
internal sealed class SegmentShape
{
    private const int Lanes = 8;
    private const int SignAndPoint = 2;

    private readonly Vector256<int>[] _least;
    private readonly Vector256<int>[] _most;
    private readonly ElementRule?[] _rules;
    private readonly NoteRule[] _notes;
    private readonly int _count;
    private readonly uint _required;
    private readonly uint _special;

    /// <param name="form">The segment.</param>
    /// <param name="isKeyKnown">True where the first element is known to have one of its codes before the segment is looked at.</param>
    public SegmentShape(SegmentForm form, bool isKeyKnown)
    {
        ElementForm[] elements = form.Elements;
        _count = elements.Length;
        _least = Bounds(elements, static element => IsNumber(element) ? 1 : element.Least, 0);
        _most = Bounds(elements, static element => element.Usage == Usage.NotUsed ? 0 : IsNumber(element) ? element.Most + SignAndPoint : element.Most, 0);
        _rules = [.. elements.Select((element, index) => index == 0 && isKeyKnown && element.Kind != ElementKind.Composite ? null : ElementRule.Of(element))];
        _required = Set(elements, static element => element.Usage == Usage.Required);
        _special = (uint)_rules.Index().Where(rule => rule.Item is not null).Sum(rule => 1L << rule.Index);
        _notes = [.. form.Notes.Select(note => new NoteRule(note, elements.Length))];
    }

    /// <summary>True where nothing is wrong with a segment's elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Accepts(in FastSegment segment, ReadOnlySpan<int> positions, byte component)
    {
        int count = segment.ElementCount;
        if (count > _count)
        {
            return false;
        }

        uint present = 0;
        uint wrong = 0;
        ref int ends = ref Unsafe.Add(ref MemoryMarshal.GetReference(positions), segment.First);
        for (int group = 0; group * Lanes < count; group++)
        {
            Vector256<int> lengths = Vector256.LoadUnsafe(ref ends, (nuint)((group * Lanes) + 1)) - Vector256.LoadUnsafe(ref ends, (nuint)(group * Lanes)) - Vector256<int>.One;
            uint have = Vector256.GreaterThan(lengths, Vector256<int>.Zero).ExtractMostSignificantBits();
            uint off = (Vector256.LessThan(lengths, _least[group]).ExtractMostSignificantBits() & have) | Vector256.GreaterThan(lengths, _most[group]).ExtractMostSignificantBits();
            present |= have << (group * Lanes);
            wrong |= off << (group * Lanes);
        }

        uint inside = count >= 32 ? uint.MaxValue : (1u << count) - 1;
        present &= inside;
        if ((wrong & inside) != 0 || (_required & ~present) != 0)
        {
            return false;
        }

        for (uint special = _special & present; special != 0; special &= special - 1)
        {
            int index = BitOperations.TrailingZeroCount(special);
            ElementRule rule = _rules[index]!; // a special element has one
            int start = segment.Start(index + 1);
            if (!(rule.IsOfList ? rule.Takes(segment.Buffer, start, segment.End(index + 1) - start) : rule.Accepts(segment, index + 1, component)))
            {
                return false;
            }
        }

        foreach (NoteRule note in _notes)
        {
            if (!note.Accepts(present))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsNumber(ElementForm element) => element.Kind is ElementKind.Number or ElementKind.WholeNumber;

    private static uint Set(ElementForm[] elements, Func<ElementForm, bool> has) => (uint)elements.Index().Where(element => has(element.Item)).Sum(element => 1L << element.Index);

    private static Vector256<int>[] Bounds(ElementForm[] elements, Func<ElementForm, int> bound, int beyond) =>
        [.. elements.Select(bound).Chunk(Lanes).Select(chunk => Vector256.Create([.. chunk, .. Enumerable.Repeat(beyond, Lanes - chunk.Length)]))];
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

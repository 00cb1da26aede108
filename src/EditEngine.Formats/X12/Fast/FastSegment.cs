using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using EditEngine.Formats.X12.Guides;

namespace EditEngine.Formats.X12.Fast;

/// <summary>One segment as it lies in the buffer, between positions of the index.</summary>
/// <remarks>INVARIANT: the positions are those of <see cref="DelimiterIndex"/>, which finds none outside of the buffer; so nothing is compared with its bounds again.</remarks>
internal readonly ref struct FastSegment
{
    private readonly ref byte _bytes;
    private readonly ref int _ends;

    /// <param name="bytes">The first byte of the buffer.</param>
    /// <param name="begin">Where it begins in it.</param>
    /// <param name="ends">Where its id ends in it; then, where each element does.</param>
    /// <param name="elements">How many elements follow the id.</param>
    /// <param name="parts">Takes where its composites are cut.</param>
    public FastSegment(ref byte bytes, int begin, ref int ends, int elements, PartEnds parts)
    {
        _bytes = ref bytes;
        _ends = ref ends;
        Begin = begin;
        ElementCount = elements;
        Parts = parts;
    }

    /// <summary>The same segment, whose composites were cut before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FastSegment With(PartEnds parts) => new(ref _bytes, Begin, ref _ends, ElementCount, parts);

    /// <summary>Where it begins in the buffer.</summary>
    public int Begin { get; }

    /// <summary>Where its composites were cut, once its elements were checked.</summary>
    public PartEnds Parts { get; }

    /// <summary>How many elements follow the id.</summary>
    public int ElementCount { get; }

    /// <summary>Where its id ends; then, where each element does. <see cref="DelimiterIndex.Spare"/> more can be read.</summary>
    public ref int Ends => ref _ends;

    /// <summary>The element at a position from 1; empty where there is none.</summary>
    public ReadOnlySpan<byte> this[int element]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => element <= ElementCount ? Slice(Start(element), End(element)) : default;
    }

    /// <summary>True where an element has something in it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Has(int element) => element <= ElementCount && End(element) > Start(element);

    /// <summary>Where an element that is there begins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Start(int element) => Unsafe.Add(ref _ends, element - 1) + 1;

    /// <summary>Where an element that is there ends.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int End(int element) => Unsafe.Add(ref _ends, element);

    /// <summary>Bytes of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Slice(int start, int end) => MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref _bytes, start), end - start);

    /// <summary>The byte at a position of the buffer, and those behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref byte At(int position) => ref Unsafe.Add(ref _bytes, position);

    /// <summary>A code of one to eight signs as one number, as <see cref="ElementForm.Packed"/>. Bytes behind it are read, and do not matter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Packed(int start, int length) => Digits.Word(ref At(start)) >> (64 - (8 * length));

    /// <summary>A component of a composite that was checked, both from 1; empty where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Component(int element, int component) =>
        Has(element) ? Part(element, component) : default;

    /// <summary>As above, of a composite that is there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Part(int element, int component) =>
        component <= Parts.CountOf(element) ? Slice(Begin + Parts.EndOf(element, component - 1) + 1, Begin + Parts.EndOf(element, component)) : default;
}

/// <summary>Where the components of one segment's composites end, from where it begins.</summary>
internal sealed class PartEnds
{
    /// <summary>More components than any composite has.</summary>
    public const int MostParts = 15;

    /// <summary>Those of a segment without composites; never written.</summary>
    public static readonly PartEnds None = new();

    private const int Stride = MostParts + 1;
    private const int MostElements = 32;

    private readonly int[] _ends = new int[(MostElements + 1) * Stride];
    private readonly int[] _counts = new int[MostElements + 1];

    /// <summary>Where components of a composite end; in front of the first stands where that which is before it ends.</summary>
    /// <param name="element">The composite, from 1.</param>
    public Span<int> Of(int element) => _ends.AsSpan(element * Stride, Stride);

    /// <summary>Says how many components a composite has.</summary>
    public void Set(int element, int count) => _counts[element] = count;

    /// <summary>Copies what is known of some composites.</summary>
    /// <param name="other">Takes it.</param>
    /// <param name="composites">Their elements, the first the lowest bit.</param>
    public void CopyTo(PartEnds other, uint composites)
    {
        for (; composites != 0; composites &= composites - 1)
        {
            int element = BitOperations.TrailingZeroCount(composites) + 1;
            other._counts[element] = _counts[element];
            Of(element).CopyTo(other.Of(element));
        }
    }

    /// <summary>How many components a composite has that was cut.</summary>
    // INVARIANT: no segment has more elements, no composite more components.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int CountOf(int element) => Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_counts), element);

    /// <summary>Where a component ends; that at 0 is what is in front of the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int EndOf(int element, int component) => Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_ends), (element * Stride) + component);
}

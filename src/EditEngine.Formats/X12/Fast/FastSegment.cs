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
    /// <param name="ends">Where its id ends in it; then, where each element does.</param>
    /// <param name="elements">How many elements follow the id.</param>
    /// <param name="parts">Takes where its composites are cut.</param>
    public FastSegment(ref byte bytes, ref int ends, int elements, PartEnds parts)
    {
        _bytes = ref bytes;
        _ends = ref ends;
        ElementCount = elements;
        Parts = parts;
    }

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
        Has(element) && component <= Parts.CountOf(element) ? Slice(Parts.EndOf(element, component - 1) + 1, Parts.EndOf(element, component)) : default;
}

/// <summary>Where the components of one segment's composites end.</summary>
internal sealed class PartEnds
{
    /// <summary>More components than any composite has.</summary>
    public const int MostParts = 15;

    private const int Stride = MostParts + 1;
    private const int MostElements = 32;

    private readonly int[] _ends = new int[(MostElements + 1) * Stride];
    private readonly int[] _counts = new int[MostElements + 1];

    /// <summary>Where components of a composite end; in front of the first stands where that which is before it ends.</summary>
    /// <param name="element">The composite, from 1.</param>
    public Span<int> Of(int element) => _ends.AsSpan(element * Stride, Stride);

    /// <summary>Says how many components a composite has.</summary>
    public void Set(int element, int count) => _counts[element] = count;

    /// <summary>How many components a composite has that was cut.</summary>
    public int CountOf(int element) => _counts[element];

    /// <summary>Where a component ends; that at 0 is what is in front of the first.</summary>
    public int EndOf(int element, int component) => _ends[(element * Stride) + component];
}

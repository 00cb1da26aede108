using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace EditEngine.Formats.X12.Fast;

/// <summary>A segment that was right, and at which of its bytes another may differ.</summary>
internal struct RightSegment
{
    private Vector512<byte> _bytes;
    private ByteFreedom _freedom;

    /// <summary>Its form, its length and how many elements it has, as one number; 0: none is kept here.</summary>
    public ulong Key { get; private set; }

    /// <summary>Elements that are to be looked at all the same, a bit each.</summary>
    public readonly uint Again => _freedom.Again;

    /// <summary>Where its composites are cut.</summary>
    public PartEnds? Parts { get; private set; }

    /// <summary>How many others of its place are passed over before one is kept again, next time.</summary>
    public byte Patience { get; set; }

    /// <summary>How many are left of those.</summary>
    public byte Wait { get; set; }

    /// <summary>What it is found by.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong KeyOf(FormStep form, in FastSegment segment, int length) => ((ulong)(uint)segment.ElementCount << 48) | ((ulong)(uint)length << 16) | (uint)form.Number;

    /// <summary>True where a segment of the same length and as many elements differs only where it may.</summary>
    /// <param name="segment">The segment. <see cref="DelimiterIndex.Spare"/> bytes can be read from where it begins.</param>
    /// <param name="component">The separator of components.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Matches(in FastSegment segment, byte component)
    {
        Vector512<byte> bytes = Vector512.LoadUnsafe(ref segment.At(segment.Begin));
        ulong differs = ~Vector512.Equals(bytes, _bytes).ExtractMostSignificantBits() & _freedom.Fixed;
        ulong noDigit = Vector512.GreaterThan(bytes - Vector512.Create((byte)'0'), Vector512.Create((byte)9)).ExtractMostSignificantBits() & _freedom.Digits;
        ulong cuts = Vector512.Equals(bytes, Vector512.Create(component)).ExtractMostSignificantBits() & _freedom.Uncut;
        return (differs | noDigit | cuts) == 0;
    }

    /// <summary>Keeps a segment that is right.</summary>
    public void Keep(FormStep form, in FastSegment segment, int length)
    {
        Key = KeyOf(form, segment, length);
        _bytes = Vector512.LoadUnsafe(ref segment.At(segment.Begin));
        _freedom = new ByteFreedom(length);
        form.Shape.Free(segment, ref _freedom);
        Parts = _freedom.Composites == 0 ? PartEnds.None : Parts is null || Parts == PartEnds.None ? new PartEnds() : Parts;
        segment.Parts.CopyTo(Parts, _freedom.Composites);
    }
}

using System.Collections.Frozen;

namespace EditEngine.Formats.X12;

/// <summary>What an element holds, as far as its signs tell.</summary>
internal enum ElementKind : byte
{
    Text,
    Number,
    WholeNumber,
    Date,
    Composite,
}

/// <summary>What one element of a segment may be.</summary>
internal readonly record struct ElementRule(ElementKind Kind, short Most, bool IsRequired);

/// <summary>What the elements of one segment may be.</summary>
internal sealed class SegmentRule(ElementRule[] elements)
{
    public ElementRule[] Elements { get; } = elements;

    /// <summary>Positions, from 1, of those that must be there.</summary>
    public int[] Required { get; } = [.. Enumerable.Range(1, elements.Length).Where(position => elements[position - 1].IsRequired)];
}

/// <summary>The elements of every segment of claims: kind, greatest length, and whether it must be there.</summary>
/// <remarks>
/// SOURCE: X12 005010 segment directory and data element dictionary. Letters: a and i text and code, r decimal number, n whole number, d date
/// CCYYMMDD, c composite. The number is the greatest length; an exclamation mark: a claim cannot be read without it.
/// </remarks>
internal static class ElementTable
{
    private const string Rows = """
        BHT i4! i2 a50 d8 i8 i2
        NM1 i3 i1 a60 a35 a25 a10 a10 i2 a80 i2 i3 a60
        N2 a60 a60
        N3 a55 a55
        N4 a30 i2 a15 i3 i2 a30 i3
        PER i2 a60 i2 a256 i2 a256 i2 a256 a20
        HL a12! a12 i2! i1
        PRV i3 i3 a50 i2 c i3
        CUR i3 i3 r10 i3 i3 i3 d8 i8 i3 d8 i8 i3 d8 i8 i3 d8 i8 i3 d8 i8
        REF i3! a50 a80 c
        SBR i1! i2 a50 a60 i3 i1 i1 i2 i2
        PAT i2 i1 i2 i1 i3 a35 i2 r10 i1
        DMG i3 a35 i1 i1 c i2 i3 i2 r15 i3 a30
        CLM a38! r18 i2 i2 c! i1 i1 i1 i1 i1 c i3 i1 i3 i1 i3 i1 i1 i2 i2
        DTP i3! i3! a35!
        CL1 i1 i1 i2 i1
        DN1 r15 r15 i1 a80
        DN2 a50 i2 r15 i3 a35 i3
        PWK i2! i2 n2 i3 i2 a80 a80 c i2
        CN1 i2! r18 r6 a50 r6 a30
        AMT i3! r18! i1
        K3 a80 i2 c
        NTE i3 a80
        CR1 i2 r10 i1 i1 i2 r15 a55 a55 a80 a80
        CR2 n9 r15 i2 i2 i2 r15 r15 i1 i1 a80 a80 i1
        CR3 i1 i2 r15 i1 a80
        CRC i2 i1 i3 i3 i3 i3 i3
        HI c! c c c c c c c c c c c
        HCP i2 r18 r18 a50 r9 a50 r18 a48 i2 a48 i2 r15 i2 i2 i2
        QTY i2 r15 c a30
        CAS i2! i5! r18 r15 i5 r18 r15 i5 r18 r15 i5 r18 r15 i5 r18 r15 i5 r18 r15
        OI i2 i2 i1 i1 i1 i1
        MOA r10 r18 a50 a50 a50 a50 a50 r18 r18
        MIA r15 r18 r15 r18 a50 r18 r18 r18 r18 r18 r18 r18 r18 r18 r15 r18 r18 r18 r18 a50 a50 a50 a50 r18
        LX n6!
        SV1 c! r18 i2 r15 a2 i2 c r18 i1 i1 i1 i1 i2 i2 i1 i1 i2 a15 r18 i1 i1
        SV2 a48 c r18 i2 r15 r10 r18 i1 i1 i2
        SV3 c! r18 a2 c i1 r15 a80 i1 i1 i1 c
        SV5 c i2 r15 r18 r18 i1 i2
        TOO i3 a30 c
        MEA i2 i3 r20 c r20 r20 i2 i2 i2 i4 i2 i10
        PS1 a50 r18 i2
        LIN a20 i2! a48! i2 a48 i2 a48 i2 a48 i2 a48 i2 a48 i2 a48
        CTP i2 i3 r17 r15 c i3 r10 r18 i2 a10 n4
        SVD a80! r18! c a48 r15 n6
        LQ i3 a30
        FRM a20 i1 a50 d8 r6
        """;

    private static readonly FrozenDictionary<uint, SegmentRule> BySegment = Rows.Split('\n', StringSplitOptions.TrimEntries)
        .Select(row => row.Split(' '))
        .ToFrozenDictionary(row => SegmentId.Of(row[0]), row => new SegmentRule([.. row[1..].Select(Parse)]));

    /// <summary>The elements of a segment, or null where claims do not have it.</summary>
    public static SegmentRule? Find(uint tag) => BySegment.GetValueOrDefault(tag);

    private static ElementRule Parse(string element)
    {
        ElementKind kind = element[0] switch
        {
            'r' => ElementKind.Number,
            'n' => ElementKind.WholeNumber,
            'd' => ElementKind.Date,
            'c' => ElementKind.Composite,
            _ => ElementKind.Text,
        };
        string most = element[1..].TrimEnd('!');
        return new ElementRule(
            kind,
            most.Length == 0 ? short.MaxValue : short.Parse(most, System.Globalization.CultureInfo.InvariantCulture),
            element.EndsWith('!'));
    }
}

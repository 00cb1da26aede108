using System.Runtime.CompilerServices;

namespace EditEngine.Formats.X12.Fast;

/// <summary>The segments of one claim form as small numbers: one for each id, and one for each kind of name (NM101) and level (HL03). 0: none of them.</summary>
internal sealed class SegmentSymbols
{
    private const int Slots = 1024;
    private const int Shift = 22;
    private const int Names = 64 * 64;

    private readonly uint[] _tags = new uint[Slots];
    private readonly byte[] _ofTags = new byte[Slots];
    private readonly ushort[] _names = new ushort[Names];
    private readonly byte[] _ofNames = new byte[Names];
    private readonly byte[] _ofLevels = new byte[4];
    private readonly uint _factor;

    public SegmentSymbols(LoopTable table)
    {
        uint[] tags = [.. table.Rules.SelectMany(rule => rule.Tags.Append(rule.Trigger)).Distinct().Where(tag => tag is not (SegmentId.Nm1 or SegmentId.Hl or SegmentId.St)).Order()];
        _factor = FactorOf(tags);
        foreach (uint tag in tags)
        {
            uint slot = (tag * _factor) >> Shift;
            (_tags[slot], _ofTags[slot]) = (tag, (byte)++Count);
        }

        foreach (byte[] qualifier in table.Rules.Where(rule => rule.Trigger == SegmentId.Nm1).Select(rule => rule.Qualifier).DistinctBy(qualifier => Key(qualifier[0], qualifier[1])))
        {
            int slot = NameSlot(qualifier[0], qualifier[1]);
            (_names[slot], _ofNames[slot]) = (Key(qualifier[0], qualifier[1]), (byte)++Count);
        }

        foreach (byte[] qualifier in table.Rules.Where(rule => rule.Trigger == SegmentId.Hl).Select(rule => rule.Qualifier))
        {
            _ofLevels[qualifier[1] - '0'] = (byte)++Count;
        }
    }

    /// <summary>How many there are, from 1.</summary>
    public int Count { get; private set; }

    /// <summary>The symbol of an id but NM1 and HL.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int OfTag(uint tag)
    {
        uint slot = (tag * _factor) >> Shift;
        return _tags[slot] == tag ? _ofTags[slot] : 0;
    }

    /// <summary>The symbol of a name.</summary>
    /// <param name="qualifier">NM101.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int OfName(ReadOnlySpan<byte> qualifier)
    {
        if (qualifier.Length != 2)
        {
            return 0;
        }

        int slot = NameSlot(qualifier[0], qualifier[1]);
        return _names[slot] == Key(qualifier[0], qualifier[1]) ? _ofNames[slot] : 0;
    }

    /// <summary>The symbol of a level.</summary>
    /// <param name="qualifier">HL03: 20, 22 or 23.</param>
    public int OfLevel(ReadOnlySpan<byte> qualifier) => qualifier is [(byte)'2', >= (byte)'0' and <= (byte)'3' and var level] ? _ofLevels[level - '0'] : 0;

    /// <summary>The symbol of what opens a loop, or of an id.</summary>
    public int Of(uint tag, byte[] qualifier) => tag switch
    {
        SegmentId.Nm1 => OfName(qualifier),
        SegmentId.Hl => OfLevel(qualifier),
        _ => OfTag(tag),
    };

    private static int NameSlot(byte first, byte second) => ((first & 63) << 6) | (second & 63);

    private static ushort Key(byte first, byte second) => (ushort)((first << 8) | second);

    /// <summary>A number that sends each id to a slot of its own: there are many, and the first that is found is as good as any.</summary>
    private static uint FactorOf(uint[] tags)
    {
        for (uint factor = 0x9E3779B1; ; factor += 0x3C6EF362)
        {
            if (tags.Select(tag => (tag * factor) >> Shift).Distinct().Count() == tags.Length)
            {
                return factor;
            }
        }
    }
}

using System.Text;

namespace EditEngine.Formats.Json;

/// <summary>The members one kind of object may have, found by their bytes.</summary>
/// <remarks>At most 64, so that the members seen in an object are one number. Immutable.</remarks>
internal sealed class MemberNames
{
    private const int SlotCount = 256;

    private readonly string[] _names;
    private readonly byte[][] _bytes;
    private readonly byte[] _slots = new byte[SlotCount]; // index + 1; 0 is empty

    public MemberNames(params string[] names)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(names.Length, 64);
        _names = names;
        _bytes = new byte[names.Length][];
        for (int i = 0; i < names.Length; i++)
        {
            _bytes[i] = Encoding.UTF8.GetBytes(names[i]);
            int slot = SlotOf(_bytes[i]);
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) % SlotCount;
            }

            _slots[slot] = (byte)(i + 1);
        }
    }

    /// <summary>The names, in the schema's order.</summary>
    public ReadOnlySpan<string> All => _names;

    public string this[int index] => _names[index];

    /// <summary>These names and more after them.</summary>
    public MemberNames With(params string[] more) => new([.. _names, .. more]);

    /// <summary>Index of a name, or -1.</summary>
    public int Find(ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty)
        {
            return -1;
        }

        for (int slot = SlotOf(name); _slots[slot] != 0; slot = (slot + 1) % SlotCount)
        {
            int index = _slots[slot] - 1;
            if (name.SequenceEqual(_bytes[index]))
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>Index of a name that is one of these.</summary>
    public int IndexOf(string name) => Array.IndexOf(_names, name);

    private static int SlotOf(ReadOnlySpan<byte> name) =>
        (int)((((uint)name.Length * 7) + (name[0] * 31u) + (name[name.Length / 2] * 17u) + (name[^1] * 5u)) % SlotCount);
}

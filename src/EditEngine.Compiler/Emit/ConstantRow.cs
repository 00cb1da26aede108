using System.Globalization;

namespace EditEngine.Compiler.Emit;

/// <summary>What of an edit stays out of its text, so that edits of one sentence share it: numbers and objects, in the order of their first use.</summary>
internal sealed class ConstantRow
{
    private readonly List<long> _numbers = [];
    private readonly List<object> _objects = [];
    private readonly List<(object Name, int At)> _shared = [];
    private readonly List<(int At, long[] Members)> _sets = [];

    /// <summary>The numbers; small sets stand behind the others, each with its length before it and its place in the number that stands for it.</summary>
    public long[] Numbers
    {
        get
        {
            List<long> all = [.. _numbers];
            foreach ((int at, long[] members) in _sets)
            {
                all[at] = all.Count;
                all.Add(members.Length);
                all.AddRange(members);
            }

            return [.. all];
        }
    }

    /// <summary>The objects.</summary>
    public object[] Objects => [.. _objects];

    /// <summary>How many of each, to go back to.</summary>
    public (int Numbers, int Objects) Count => (_numbers.Count, _objects.Count);

    /// <summary>C# of a number. Equal numbers are two: which are equal is no part of a shape.</summary>
    public string Number(long number)
    {
        _numbers.Add(number);
        return NumberAt(_numbers.Count - 1);
    }

    /// <summary>C# of a number that has a name: the same name is the same text.</summary>
    public string Shared(object name, long number)
    {
        foreach ((object known, int at) in _shared)
        {
            if (known.Equals(name))
            {
                return NumberAt(at);
            }
        }

        _shared.Add((name, _numbers.Count));
        return Number(number);
    }

    /// <summary>C# of the place of a small set among all numbers: how many members it has is no part of the shape.</summary>
    public string Set(long[] members)
    {
        _sets.Add((_numbers.Count, members));
        return $"a + (int){Number(0)}";
    }

    /// <summary>C# of an object; the same object is the same text, so that a look-up that is written twice is made once.</summary>
    public string Object(object one)
    {
        int at = _objects.FindIndex(known => ReferenceEquals(known, one));
        if (at < 0)
        {
            at = _objects.Count;
            _objects.Add(one);
        }

        return $"o[b + {at.ToString(CultureInfo.InvariantCulture)}]";
    }

    private static string NumberAt(int at) => $"k[a + {at.ToString(CultureInfo.InvariantCulture)}]";

    /// <summary>Goes back to fewer.</summary>
    public void TakeBack((int Numbers, int Objects) count)
    {
        _numbers.RemoveRange(count.Numbers, _numbers.Count - count.Numbers);
        _sets.RemoveAll(one => one.At >= count.Numbers);
        _shared.RemoveAll(one => one.At >= count.Numbers);
        _objects.RemoveRange(count.Objects, _objects.Count - count.Objects);
    }
}

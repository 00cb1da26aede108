using System.Runtime.CompilerServices;
using EditEngine.Evaluation.Compiled;

namespace EditEngine.Compiler.Emit;

/// <summary>What stays out of the texts of a pack's edits, put together: numbers one edit behind the other, objects once for all edits that have the same ones.</summary>
/// <param name="before">What they are added to; null: nothing.</param>
internal sealed class PackConstants(CompiledPack? before)
{
    private readonly List<long> _numbers = [.. before?.Numbers ?? []];
    private readonly List<object> _objects = [.. before?.Objects ?? []];
    private readonly Dictionary<string[], string[]> _texts = new(new SameTexts());
    private readonly Dictionary<object[], int> _rows = new(new SameObjects());
    private readonly Dictionary<WorkBound, WorkBound> _works = new(new SameBound());

    /// <summary>All numbers.</summary>
    public long[] Numbers => [.. _numbers];

    /// <summary>All objects.</summary>
    public object[] Objects => [.. _objects];

    /// <summary>Adds those of an edit.</summary>
    /// <returns>Where its numbers and its objects begin.</returns>
    public (int Numbers, int Objects) Add(EmittedEdit edit)
    {
        int numbers = _numbers.Count;
        _numbers.AddRange(edit.Numbers);
        object[] row = Array.ConvertAll(edit.Objects, one => one is string[] texts ? Shared(texts) : one);
        if (!_rows.TryGetValue(row, out int objects))
        {
            objects = _objects.Count;
            _objects.AddRange(row);
            _rows.Add(row, objects);
        }

        return (numbers, objects);
    }

    /// <summary>A bound that says the same: edits of one sentence have one.</summary>
    public WorkBound Shared(WorkBound bound)
    {
        if (!_works.TryGetValue(bound, out WorkBound? known))
        {
            _works.Add(bound, known = bound);
        }

        return known;
    }

    private string[] Shared(string[] texts)
    {
        if (!_texts.TryGetValue(texts, out string[]? known))
        {
            _texts.Add(texts, known = texts);
        }

        return known;
    }

    private sealed class SameTexts : IEqualityComparer<string[]>
    {
        public bool Equals(string[]? x, string[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(string[] texts) => texts.Aggregate(texts.Length, (hash, text) => HashCode.Combine(hash, StringComparer.Ordinal.GetHashCode(text)));
    }

    // The same objects, texts by what they say.
    private sealed class SameObjects : IEqualityComparer<object[]>
    {
        public bool Equals(object[]? x, object[]? y) =>
            x!.Length == y!.Length && x.Zip(y).All(pair => ReferenceEquals(pair.First, pair.Second) || (pair.First is string text && text.Equals(pair.Second as string, StringComparison.Ordinal))); // Rows are no nulls.

        public int GetHashCode(object[] row) =>
            row.Aggregate(row.Length, (hash, one) => HashCode.Combine(hash, one is string text ? StringComparer.Ordinal.GetHashCode(text) : RuntimeHelpers.GetHashCode(one)));
    }

    private sealed class SameBound : IEqualityComparer<WorkBound>
    {
        public bool Equals(WorkBound? x, WorkBound? y) => x!.Terms.AsSpan().SequenceEqual(y!.Terms.AsSpan()); // Bounds are no nulls.

        public int GetHashCode(WorkBound bound) => bound.Terms.Aggregate(bound.Terms.Length, (hash, term) => HashCode.Combine(hash, term));
    }
}

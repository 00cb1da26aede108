using System.Runtime.CompilerServices;
using EditEngine.Evaluation.Compiled;
using EditEngine.Plans;

namespace EditEngine.Compiler.Emit;

/// <summary>What stays out of the texts of a pack's edits, put together: a row of numbers for each edit, objects once for all edits that have the same ones.</summary>
/// <param name="before">What they are added to.</param>
internal sealed class PackConstants(CompiledPack before)
{
    private readonly List<long> _numbers = [.. before.Numbers];
    private readonly List<object> _objects = [.. before.Objects];
    private readonly Dictionary<string[], string[]> _texts = new(new SameTexts());
    private readonly Dictionary<object[], int> _rows = new(new SameObjects());
    private readonly Dictionary<WorkBound, WorkBound> _works = new(new SameBound());

    /// <summary>All numbers.</summary>
    public long[] Numbers => [.. _numbers];

    /// <summary>All objects.</summary>
    public object[] Objects => [.. _objects];

    /// <summary>Adds the row of an edit.</summary>
    /// <param name="plan">The edit.</param>
    /// <param name="edit">Its text, and what stays out of it.</param>
    /// <param name="method">The code of its shape.</param>
    /// <param name="work">How many steps the executor would take at most.</param>
    /// <returns>Where the row begins.</returns>
    public int Add(EditPlan plan, EmittedEdit edit, int method, WorkBound work)
    {
        int row = _numbers.Count;
        Span<long> head = stackalloc long[CompiledHead.Size];
        CompiledHead.Of(plan, method, ObjectsOf(edit), work).Put(head);
        _numbers.AddRange(head);
        _numbers.AddRange(edit.Numbers);
        return row;
    }

    private int ObjectsOf(EmittedEdit edit)
    {
        object[] row = Array.ConvertAll(edit.Objects, one => one is string[] texts ? Shared(texts) : one);
        if (!_rows.TryGetValue(row, out int objects))
        {
            objects = _objects.Count;
            _objects.AddRange(row);
            _rows.Add(row, objects);
        }

        return objects;
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

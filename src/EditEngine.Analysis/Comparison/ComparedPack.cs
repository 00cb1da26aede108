using System.Collections.Immutable;
using EditEngine.Analysis.Testing;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Notation;
using EditEngine.Compiler.Packs;

namespace EditEngine.Analysis.Comparison;

/// <summary>One of two packs that are compared.</summary>
internal sealed class ComparedPack
{
    private readonly Dictionary<string, int> _positions;

    /// <param name="pack">Its rules.</param>
    /// <param name="tests">Its tests.</param>
    /// <param name="facts">The facts that it declares.</param>
    public ComparedPack(BoundPack pack, ImmutableArray<EditTests> tests, TestFacts facts)
    {
        Prepared = new PreparedPack(pack);
        Tests = tests;
        Facts = facts;
        _positions = Enumerable.Range(0, pack.Edits.Length).ToDictionary(at => pack.Edits[at].Id, StringComparer.Ordinal);
        Hashes = pack.Edits.ToDictionary(edit => edit.Id, PackFingerprint.HashOf, StringComparer.Ordinal);
    }

    /// <summary>Its edits, ready to be asked one by one.</summary>
    public PreparedPack Prepared { get; }

    /// <summary>Its tests.</summary>
    public ImmutableArray<EditTests> Tests { get; }

    /// <summary>The facts that it declares.</summary>
    public TestFacts Facts { get; }

    /// <summary>Its rules.</summary>
    public BoundPack Pack => Prepared.Pack;

    /// <summary>Of each edit the hash of its meaning.</summary>
    public IReadOnlyDictionary<string, string> Hashes { get; }

    /// <summary>Where an edit stands.</summary>
    public int PositionOf(string edit) => _positions[edit];

    /// <summary>The edit.</summary>
    public BoundEdit EditOf(string edit) => Pack.Edits[_positions[edit]];
}

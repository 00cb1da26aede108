using System.Collections.Immutable;
using EditEngine.Values;

namespace EditEngine.Compiler.Interpretation;

/// <summary>A condition's value, and where it is unknown the fields on which it hangs.</summary>
internal readonly record struct TruthValue(Truth Truth, ImmutableSortedSet<string> Missing)
{
    public static readonly ImmutableSortedSet<string> NoFields = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    public static readonly TruthValue True = new(Truth.True, NoFields);

    public static readonly TruthValue False = new(Truth.False, NoFields);

    public static TruthValue Of(bool value) => value ? True : False;

    public static TruthValue Unknown(ImmutableSortedSet<string> missing) => new(Truth.Unknown, missing);

    public static TruthValue operator !(TruthValue operand) => operand.Truth switch { Truth.True => False, Truth.False => True, _ => operand };

    public static TruthValue operator &(TruthValue left, TruthValue right) =>
        left.Truth == Truth.False || right.Truth == Truth.False ? False : Joined(left, right, True);

    public static TruthValue operator |(TruthValue left, TruthValue right) =>
        left.Truth == Truth.True || right.Truth == Truth.True ? True : Joined(left, right, False);

    /// <summary>Alternatives that decide alike decide; else it is unknown.</summary>
    public static TruthValue Alike(IEnumerable<TruthValue> alternatives, ImmutableSortedSet<string> open)
    {
        TruthValue? first = null;
        ImmutableSortedSet<string> missing = open;
        bool alike = true;
        foreach (TruthValue verdict in alternatives)
        {
            missing = missing.Union(verdict.Missing);
            alike &= verdict.Truth != Truth.Unknown && (first is null || first.Value.Truth == verdict.Truth);
            first ??= verdict;
        }

        return alike && first is TruthValue decided ? decided : Unknown(missing);
    }

    private static TruthValue Joined(TruthValue left, TruthValue right, TruthValue decided) =>
        left.Truth != Truth.Unknown && right.Truth != Truth.Unknown ? decided : Unknown(left.Missing.Union(right.Missing));
}

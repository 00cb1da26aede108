using System.Collections.Immutable;
using EditEngine.Evaluation;
using EditEngine.Values;

namespace EditEngine.Compiler.Interpretation;

/// <summary>A condition's value, and where it is unknown the fields on which it hangs.</summary>
internal readonly record struct Verdict(Truth Truth, ImmutableSortedSet<string> Missing)
{
    public static readonly ImmutableSortedSet<string> NoFields = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    public static readonly Verdict True = new(Truth.True, NoFields);

    public static readonly Verdict False = new(Truth.False, NoFields);

    public static Verdict Of(bool value) => value ? True : False;

    public static Verdict Unknown(ImmutableSortedSet<string> missing) => new(Truth.Unknown, missing);

    public static Verdict operator !(Verdict operand) => operand.Truth switch { Truth.True => False, Truth.False => True, _ => operand };

    public static Verdict operator &(Verdict left, Verdict right) =>
        left.Truth == Truth.False || right.Truth == Truth.False ? False : Joined(left, right, True);

    public static Verdict operator |(Verdict left, Verdict right) =>
        left.Truth == Truth.True || right.Truth == Truth.True ? True : Joined(left, right, False);

    /// <summary>Alternatives that decide alike decide; else it is unknown.</summary>
    public static Verdict Alike(IEnumerable<Verdict> alternatives, ImmutableSortedSet<string> open)
    {
        Verdict? first = null;
        ImmutableSortedSet<string> missing = open;
        bool alike = true;
        foreach (Verdict verdict in alternatives)
        {
            missing = missing.Union(verdict.Missing);
            alike &= verdict.Truth != Truth.Unknown && (first is null || first.Value.Truth == verdict.Truth);
            first ??= verdict;
        }

        return alike && first is Verdict decided ? decided : Unknown(missing);
    }

    private static Verdict Joined(Verdict left, Verdict right, Verdict decided) =>
        left.Truth != Truth.Unknown && right.Truth != Truth.Unknown ? decided : Unknown(left.Missing.Union(right.Missing));
}

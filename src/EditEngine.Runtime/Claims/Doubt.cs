using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using EditEngine.Codes;

namespace EditEngine.Claims;

/// <summary>
/// Whether a record was ever given something that <see cref="ClaimCheck"/> has to look at before it can be decided: each member is asked when it is given, while it is at hand, so that nearly every claim
/// is known to be sound when it is made, and its memory is not walked through once more.
/// </summary>
/// <remarks>
/// A doubt is no fault, and stays in copies: the check says what is wrong, if anything is. Parts that few claims have are doubted where there are any. Who fills the fields of a record past its properties
/// begins with one that is doubted (no id, no line number), or answers for what it writes, as the readers of rows do. No fact: all are equal.
/// </remarks>
internal struct Doubt : IEquatable<Doubt>
{
    /// <summary>There is one.</summary>
    public bool IsThere { readonly get; private set; }

    /// <summary>Doubts the record.</summary>
    public void Raise() => IsThere = true;

    /// <summary>Gives a member, which is doubted unless it is known to be good.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set<T>(ref T member, T value, bool isGood)
    {
        member = value;
        IsThere |= !isGood;
    }

    /// <summary>Gives a code of a system.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set(ref Code member, Code value, CodeSystem system) => Set(ref member, value, value.IsNoneOr(system));

    /// <summary>Gives a list of codes of a system.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set(ref ImmutableArray<Code> member, ImmutableArray<Code> value, CodeSystem system) => Set(ref member, value, value.IsDefaultOrEmpty || AreAll(value, system));

    /// <summary>Gives a provider.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set(ref Provider? member, Provider? value) => Set(ref member, value, value is not { _doubt.IsThere: true });

    /// <summary>Gives a part that is doubted where it has anything.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetRare<T>(ref ImmutableArray<T> member, ImmutableArray<T> value) => Set(ref member, value, value.IsDefaultOrEmpty);

    /// <summary>Gives the diagnoses of a claim.</summary>
    public void Set(ref ImmutableArray<Diagnosis> member, ImmutableArray<Diagnosis> value)
    {
        bool areGood = true;
        for (int i = 0; !value.IsDefault && i < value.Length; i++)
        {
            areGood &= value[i] is { Code.IsMissing: false } one && one._code.IsNoneOr(CodeSystem.Diagnosis) && one._presentOnAdmission.IsNoneOr(CodeSystem.PresentOnAdmission);
        }

        Set(ref member, value, areGood);
    }

    /// <inheritdoc/>
    public readonly bool Equals(Doubt other) => true;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is Doubt;

    /// <inheritdoc/>
    public override readonly int GetHashCode() => 0;

    private static bool AreAll(ImmutableArray<Code> codes, CodeSystem system)
    {
        bool areGood = true;
        foreach (ref readonly Code code in codes.AsSpan())
        {
            areGood &= !code.IsMissing && code.IsNoneOr(system);
        }

        return areGood;
    }
}

using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using EditEngine.Codes;
using EditEngine.Diagnostics;

namespace EditEngine.Claims;

/// <summary>What a walk over a claim has found: whether it is sound and, where asked, each problem with its place. Codes and parts are asked here, whichever list they stand in.</summary>
/// <param name="problems">Where problems are told; null where only it counts whether there is one.</param>
internal ref struct Soundness(ClaimProblems? problems)
{
    private readonly ClaimProblems? _problems = problems;

    /// <summary>False from the first fault on.</summary>
    public bool IsSound { get; private set; } = true;

    /// <summary>Notes a fault. What takes its problem, where problems are told.</summary>
    public ClaimProblems? Fault()
    {
        IsSound = false;
        return _problems;
    }

    /// <summary>The place of a member, or of an item of a list, here. Asked only where problems are told.</summary>
    public readonly ClaimPlace At(string member, int index = -1) => _problems!.At(member, index);

    /// <summary>Goes into a member, or an item of a list.</summary>
    public readonly void Enter(string member, int index = -1) => _problems?.Enter(member, index);

    /// <summary>Goes back to where the member is.</summary>
    public readonly void Leave() => _problems?.Leave();

    /// <summary>Asks that something stands there: true where it does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Require(bool isThere, string member, int index = -1)
    {
        if (!isThere)
        {
            ReportNothing(member, index);
        }

        return isThere;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ReportNothing(string member, int index)
    {
        Fault()?.Add(ClaimDiagnostics.Nothing(At(member, index)));
    }

    /// <summary>Asks that a code is missing, or of a system.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Is(in Code code, CodeSystem system, string member, int index = -1)
    {
        if (!code.IsNoneOr(system))
        {
            ReportOtherSystem(code, system, member, index);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ReportOtherSystem(in Code code, CodeSystem system, string member, int index)
    {
        Fault()?.Add(ClaimDiagnostics.OtherSystem(At(member, index), code.System, system));
    }

    /// <summary>Asks that all codes of a list are there, and of a system.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AreAll(ImmutableArray<Code> codes, CodeSystem system, string member)
    {
        if (!codes.IsDefaultOrEmpty)
        {
            AreAll(codes.AsSpan(), system, member);
        }
    }

    // Of a list no code is missing: what comes after it would not be seen.
    private void AreAll(ReadOnlySpan<Code> codes, CodeSystem system, string member)
    {
        for (int i = 0; i < codes.Length; i++)
        {
            if (codes[i].IsMissing)
            {
                Require(isThere: false, member, i);
            }

            Is(codes[i], system, member, i);
        }
    }

    /// <summary>Asks that what a provider holds is sound, where there is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Is(Provider? provider, string member)
    {
        if (provider is not null)
        {
            Parts(provider, member);
        }
    }

    private void Parts(Provider provider, string member)
    {
        Enter(member);
        Is(provider.Taxonomy, CodeSystem.Taxonomy, "taxonomy");
        Is(provider.Specialty, CodeSystem.Specialty, "specialty");
        for (int i = 0; !provider.Certificates.IsDefault && i < provider.Certificates.Length; i++)
        {
            Require(provider.Certificates[i] is not null, "certificates", i);
        }

        Leave();
    }

    /// <summary>Asks that a code is there, and of a system.</summary>
    public void IsRequired(in Code code, CodeSystem system, string member, int index)
    {
        if (Require(!code.IsMissing, member, index))
        {
            Is(code, system, member, index);
        }
    }
}

using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using EditEngine.Codes;
using EditEngine.Diagnostics;

namespace EditEngine.Claims;

/// <summary>
/// What no reader would let through, and no evaluator can decide. One walk for both: with problems it tells each, without it only says whether there is one, takes no memory and
/// costs some nanoseconds a line.
/// </summary>
internal ref partial struct ClaimCheck
{
    private const int MostTold = 5;

    private readonly ClaimProblems? _problems;
    private bool _isSound = true;

    private ClaimCheck(ClaimProblems? problems)
    {
        _problems = problems;
    }

    /// <summary>What is wrong; what is only doubtful comes last.</summary>
    public static ImmutableArray<Diagnostic> Validate(Claim claim)
    {
        ClaimProblems problems = new();
        ClaimCheck check = new(problems);
        check.Walk(claim, claim.History);
        if (check._isSound)
        {
            ClaimDoubts.Report(claim, problems);
        }

        return problems.ToImmutable();
    }

    /// <summary>Throws for a claim that cannot be decided; of a history that is known to be sound nothing is looked at.</summary>
    /// <exception cref="ArgumentException">With the first problems, each with its place.</exception>
    public static void ThrowIfUnsound(Claim claim, bool isHistoryKnown)
    {
        ClaimCheck check = new(null);
        check.Walk(claim, isHistoryKnown ? [] : claim.History);
        if (!check._isSound)
        {
            IEnumerable<string> problems = Validate(claim).Take(MostTold).Select(problem => problem.ToString());
            throw new ArgumentException("The claim cannot be decided: " + string.Join(' ', problems), nameof(claim));
        }
    }

    private void Walk(Claim claim, ImmutableArray<HistoryLine> history)
    {
        Require(!string.IsNullOrWhiteSpace(claim.Id), "id");
        if (claim.Type is not (ClaimType.Professional or ClaimType.Institutional or ClaimType.Dental))
        {
            _isSound = false;
            _problems?.Add(ClaimDiagnostics.UnknownMember(_problems.At("type"), "type of the claim", ["Professional", "Institutional", "Dental"]));
        }

        Codes(claim);
        Parties(claim);
        Diagnoses(claim.Diagnoses);
        Lists(claim);
        Lines(claim.Lines);
        History(history);
    }

    private void Codes(Claim claim)
    {
        Is(claim.Frequency, CodeSystem.Frequency, "frequency");
        Is(claim.DelayReason, CodeSystem.DelayReason, "delayReason");
        Is(claim.BillType, CodeSystem.BillType, "billType");
        Is(claim.DischargeStatus, CodeSystem.DischargeStatus, "dischargeStatus");
        Is(claim.AdmissionType, CodeSystem.AdmissionType, "admissionType");
        Is(claim.AdmissionSource, CodeSystem.AdmissionSource, "admissionSource");
        Is(claim.Drg, CodeSystem.Drg, "drg");
        AreAll(claim.Attachments, CodeSystem.Attachment, "attachments");
        AreAll(claim.ConditionCodes, CodeSystem.Condition, "conditionCodes");
        AreAll(claim.AmbulanceConditions, CodeSystem.AmbulanceCondition, "ambulanceConditions");
    }

    private void Parties(Claim claim)
    {
        if (claim.Patient is Patient patient && !patient.MissingTeeth.IsDefaultOrEmpty)
        {
            _problems?.Enter("patient");
            AreAll(patient.MissingTeeth, CodeSystem.Tooth, "missingTeeth");
            _problems?.Leave();
        }

        Is(claim.Billing, "billing");
        Is(claim.Rendering, "rendering");
        Is(claim.Referring, "referring");
        Is(claim.Ordering, "ordering");
        Is(claim.Supervising, "supervising");
        Is(claim.Attending, "attending");
        Is(claim.Operating, "operating");
        Is(claim.Facility, "facility");
    }

    private void Lines(ImmutableArray<ServiceLine> lines)
    {
        if (lines.IsDefaultOrEmpty)
        {
            _isSound = false;
            _problems?.Add(ClaimDiagnostics.NoLines(_problems.At("lines")));
            return;
        }

        int last = 0;
        bool isAscending = true;
        for (int i = 0; i < lines.Length; i++)
        {
            if (!Require(lines[i] is not null, "lines", i))
            {
                continue;
            }

            _problems?.Enter("lines", i);
            Line(lines[i]);
            Number(lines[i].Number);
            _problems?.Leave();
            isAscending &= lines[i].Number > last;
            last = lines[i].Number;
        }

        if (!isAscending)
        {
            Numbers(lines);
        }
    }

    private void Number(int number)
    {
        if (number < 1)
        {
            _isSound = false;
            _problems?.Add(ClaimDiagnostics.LineNumber(_problems.At("number"), number));
        }
    }

    // Lines nearly always come by number: those that do not are looked through by a set, of which a host that gives such claims pays the memory.
    private void Numbers(ImmutableArray<ServiceLine> lines)
    {
        HashSet<int> seen = new(lines.Length);
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i] is ServiceLine line && !seen.Add(line.Number))
            {
                _isSound = false;
                _problems?.Add(ClaimDiagnostics.RepeatedNumber(_problems.At("lines", i), line.Number));
            }
        }
    }

    private void History(ImmutableArray<HistoryLine> history)
    {
        for (int i = 0; !history.IsDefault && i < history.Length; i++)
        {
            HistoryLine? line = history[i];
            if (!Require(line is { ClaimId: not null, Line: not null }, "history", i))
            {
                continue;
            }

            _problems?.Enter("history", i);
            History(line!); // It is there.
            _problems?.Leave();
        }
    }

    private void History(HistoryLine line)
    {
        Line(line.Line);
        if (line.Status is < LineStatus.Paid or > LineStatus.InProcess)
        {
            _isSound = false;
            _problems?.Add(ClaimDiagnostics.UnknownMember(_problems.At("status"), "status of the line", ["Paid", "Denied", "Adjusted", "Voided", "InProcess"]));
        }

        if (line.ClaimType is < ClaimType.Unknown or > ClaimType.Dental)
        {
            _isSound = false;
            _problems?.Add(ClaimDiagnostics.UnknownMember(_problems.At("claimType"), "type of the claim", ["Unknown", "Professional", "Institutional", "Dental"]));
        }

        Is(line.BillType, CodeSystem.BillType, "billType");
        Is(line.Billing, "billing");
        Diagnoses(line.Diagnoses);
    }

    // True for what stands there.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Require(bool isThere, string member, int index = -1)
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
        _isSound = false;
        _problems?.Add(ClaimDiagnostics.Nothing(_problems.At(member, index)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Is(in Code code, CodeSystem system, string member, int index = -1)
    {
        if (!code.IsNoneOr(system))
        {
            ReportOtherSystem(code, system, member, index);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ReportOtherSystem(in Code code, CodeSystem system, string member, int index)
    {
        _isSound = false;
        _problems?.Add(ClaimDiagnostics.OtherSystem(_problems.At(member, index), code.System, system));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AreAll(ImmutableArray<Code> codes, CodeSystem system, string member)
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Is(Provider? provider, string member)
    {
        if (provider is not null)
        {
            IsSound(provider, member);
        }
    }

    private void IsSound(Provider provider, string member)
    {
        _problems?.Enter(member);
        Is(provider.Taxonomy, CodeSystem.Taxonomy, "taxonomy");
        Is(provider.Specialty, CodeSystem.Specialty, "specialty");
        for (int i = 0; !provider.Certificates.IsDefault && i < provider.Certificates.Length; i++)
        {
            Require(provider.Certificates[i] is not null, "certificates", i);
        }

        _problems?.Leave();
    }
}

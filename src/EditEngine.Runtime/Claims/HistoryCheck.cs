using System.Collections.Immutable;
using EditEngine.Codes;

namespace EditEngine.Claims;

/// <summary>What keeps history lines from being looked at.</summary>
internal static class HistoryCheck
{
    /// <summary>All that a claim comes with.</summary>
    public static void History(ref Soundness found, ImmutableArray<HistoryLine> history)
    {
        for (int i = 0; !history.IsDefault && i < history.Length; i++)
        {
            HistoryLine? line = history[i];
            if (!found.Require(line is { ClaimId: not null, Line: not null }, "history", i))
            {
                continue;
            }

            found.Enter("history", i);
            History(ref found, line!); // It is there.
            found.Leave();
        }
    }

    private static void History(ref Soundness found, HistoryLine line)
    {
        LineCheck.Line(ref found, line.Line);
        if (line.Status is < LineStatus.Paid or > LineStatus.InProcess)
        {
            found.Fault()?.Add(ClaimDiagnostics.UnknownMember(found.At("status"), "status of the line", ["Paid", "Denied", "Adjusted", "Voided", "InProcess"]));
        }

        if (line.ClaimType is < ClaimType.Unknown or > ClaimType.Dental)
        {
            found.Fault()?.Add(ClaimDiagnostics.UnknownMember(found.At("claimType"), "type of the claim", ["Unknown", "Professional", "Institutional", "Dental"]));
        }

        found.Is(line.BillType, CodeSystem.BillType, "billType");
        found.Is(line.Billing, "billing");
        ClaimPartCheck.Diagnoses(ref found, line.Diagnoses);
    }
}

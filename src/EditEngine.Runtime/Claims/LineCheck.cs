using System.Collections.Immutable;
using EditEngine.Codes;

namespace EditEngine.Claims;

/// <summary>What keeps service lines from being decided.</summary>
internal static class LineCheck
{
    /// <summary>Whether nothing of a claim's lines has to be looked at: there are some, by number, and none is doubted.</summary>
    public static bool AreUndoubted(ImmutableArray<ServiceLine> lines)
    {
        int last = 0;
        foreach (ServiceLine? line in PlainFacts.Of(lines))
        {
            if (line is null || line._doubt.IsThere || line._number <= last)
            {
                return false;
            }

            last = line._number;
        }

        return last > 0;
    }

    /// <summary>Those of a claim: at least one, each with a number of its own.</summary>
    public static void Lines(ref Soundness found, ImmutableArray<ServiceLine> lines)
    {
        if (lines.IsDefaultOrEmpty)
        {
            found.Fault()?.Add(ClaimDiagnostics.NoLines(found.At("lines")));
            return;
        }

        int last = 0;
        bool isAscending = true;
        for (int i = 0; i < lines.Length; i++)
        {
            if (!found.Require(lines[i] is not null, "lines", i))
            {
                continue;
            }

            found.Enter("lines", i);
            Line(ref found, lines[i]);
            Number(ref found, lines[i].Number);
            found.Leave();
            isAscending &= lines[i].Number > last;
            last = lines[i].Number;
        }

        if (!isAscending)
        {
            Numbers(ref found, lines);
        }
    }

    private static void Number(ref Soundness found, int number)
    {
        if (number < 1)
        {
            found.Fault()?.Add(ClaimDiagnostics.LineNumber(found.At("number"), number));
        }
    }

    // Lines nearly always come by number: those that do not are looked through by a set, of which a host that gives such claims pays the memory.
    private static void Numbers(ref Soundness found, ImmutableArray<ServiceLine> lines)
    {
        HashSet<int> seen = new(lines.Length);
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i] is ServiceLine line && !seen.Add(line.Number))
            {
                found.Fault()?.Add(ClaimDiagnostics.RepeatedNumber(found.At("lines", i), line.Number));
            }
        }
    }

    /// <summary>One, of a claim or of history.</summary>
    public static void Line(ref Soundness found, ServiceLine line)
    {
        found.Is(line.Procedure, CodeSystem.Procedure, "procedure");
        found.Is(line.Hipps, CodeSystem.Hipps, "hipps");
        found.Is(line.RevenueCode, CodeSystem.Revenue, "revenueCode");
        found.Is(line.PlaceOfService, CodeSystem.PlaceOfService, "placeOfService");
        found.Is(line.Tooth, CodeSystem.Tooth, "tooth");
        found.Is(line.Quadrant, CodeSystem.Quadrant, "quadrant");
        found.AreAll(line.Modifiers, CodeSystem.Modifier, "modifiers");
        found.AreAll(line.Surfaces, CodeSystem.Surface, "surfaces");
        found.Is(line.Rendering, "rendering");
        found.Is(line.Ordering, "ordering");
        found.Is(line.Referring, "referring");
        found.Is(line.Supervising, "supervising");
        found.Is(line.Operating, "operating");
        found.Is(line.Facility, "facility");
        found.AreAll(line.AmbulanceConditions, CodeSystem.AmbulanceCondition, "ambulanceConditions");
        found.AreAll(line.Areas, CodeSystem.Quadrant, "areas");
        if (!line.Teeth.IsDefaultOrEmpty)
        {
            Teeth(ref found, line.Teeth);
        }

        if (line.Ndc is DrugIdentification drug)
        {
            found.Is(drug.Code, CodeSystem.Ndc, "ndc");
        }

        if (!line.OtherPayers.IsDefaultOrEmpty)
        {
            ClaimPartCheck.OtherPayers(ref found, line.OtherPayers);
        }
    }

    private static void Teeth(ref Soundness found, ImmutableArray<TreatedTooth> teeth)
    {
        for (int i = 0; i < teeth.Length; i++)
        {
            if (found.Require(teeth[i] is { Tooth.IsMissing: false }, "teeth", i))
            {
                found.Enter("teeth", i);
                found.Is(teeth[i].Tooth, CodeSystem.Tooth, "tooth");
                found.AreAll(teeth[i].Surfaces, CodeSystem.Surface, "surfaces");
                found.Leave();
            }
        }
    }
}

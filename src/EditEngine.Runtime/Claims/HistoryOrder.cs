namespace EditEngine.Claims;

/// <summary>The order of history lines: by date, claim id and number. The order in which history was given never matters.</summary>
internal static class HistoryOrder
{
    /// <summary>Lines without a date come first. What differs in nothing but later facts is ordered by these, so that only equal lines tie.</summary>
    public static int Compare(HistoryLine left, HistoryLine right)
    {
        int order = Nullable.Compare(left.Line.From, right.Line.From);
        order = order != 0 ? order : string.CompareOrdinal(left.ClaimId, right.ClaimId);
        order = order != 0 ? order : left.Line.Number.CompareTo(right.Line.Number);
        order = order != 0 ? order : left.Status.CompareTo(right.Status);
        order = order != 0 ? order : left.Line.Procedure.CompareTo(right.Line.Procedure);
        order = order != 0 ? order : Nullable.Compare(left.Line.Units, right.Line.Units);
        order = order != 0 ? order : Nullable.Compare(left.PaidUnits, right.PaidUnits);
        return order != 0 ? order : Nullable.Compare(left.Line.ChargeCents, right.Line.ChargeCents);
    }
}

namespace EditEngine.Formats.Json;

/// <summary>Members of each object of the result schema.</summary>
internal static class ResultMembers
{
    public static readonly MemberNames Result = new(
        "claim", "pack", "engine", "asOf", "disposition", "lines", "addedLines", "historyActions", "findings", "notEvaluated", "historySupplied");

    public static readonly MemberNames Line = new(
        "number", "status", "winning", "billedUnits", "allowedUnits", "deniedUnits", "deniedCharge", "payPercent", "procedure", "modifiers");

    public static readonly MemberNames AddedLine = new("procedure", "modifiers", "units", "payPercent", "supports", "edit");

    public static readonly MemberNames HistoryAction = new("claimId", "number", "action", "edit");

    public static readonly MemberNames Finding = new(
        "edit", "version", "phase", "level", "line", "field", "action", "state", "suppressedBy", "bypass", "reason", "groupCode", "carc", "rarc", "queue",
        "overridable", "message", "cite", "related", "relatedOmitted", "rows");

    public static readonly MemberNames Bypass = new("because", "owner", "until");

    public static readonly MemberNames Related = new("claimId", "number");

    public static readonly MemberNames Row = new("table", "key", "from", "through");

    public static readonly MemberNames NotEvaluated = new("edit", "line", "missing", "because");
}

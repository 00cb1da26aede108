using System.Collections.Immutable;
using EditEngine.Outcomes;

namespace EditEngine.Formats.Json;

/// <summary>What an edit found, of a result.</summary>
internal static class FindingParsing
{
    private static readonly string[] GroupCodes = ["CO", "PR", "OA", "PI"];

    public static Finding? ReadFinding(this ref JsonParser json)
    {
        if (!json.TryOpen(ResultMembers.Finding, out JsonParser.OpenObject open))
        {
            return null;
        }

        string? edit = null, version = null, phase = null, field = null, suppressedBy = null, reason = null, groupCode = null, carc = null, queue = null, message = null;
        int level = -1, action = -1, state = -1;
        int? line = null, omitted = null;
        bool? overridable = null;
        Bypass? bypass = null;
        ImmutableArray<string> rarc = [], cite = [];
        ImmutableArray<RelatedLine> related = [];
        ImmutableArray<RowUsed> rows = [];
        while (json.NextMember(ref open, out string name))
        {
            switch (name)
            {
                case "edit": edit = json.ReadExactText(); break;
                case "version": version = json.ReadExactText(); break;
                case "phase": phase = json.ReadExactText(); break;
                case "level": level = json.ReadWordIndex(OutcomeWords.Levels); break;
                case "line": line = json.ReadWhole(int.MinValue); break;
                case "field": field = json.ReadExactText(); break;
                case "action": action = json.ReadWordIndex(OutcomeWords.Actions); break;
                case "state": state = json.ReadWordIndex(OutcomeWords.States); break;
                case "suppressedBy": suppressedBy = json.ReadExactText(); break;
                case "bypass": bypass = json.ReadBypass(); break;
                case "reason": reason = json.ReadExactText(); break;
                case "groupCode": groupCode = json.ReadWord(GroupCodes); break;
                case "carc": carc = json.ReadExactText(); break;
                case "rarc": rarc = json.ReadTexts(); break;
                case "queue": queue = json.ReadExactText(); break;
                case "overridable": overridable = json.ReadYesNo(); break;
                case "message": message = json.ReadExactText(); break;
                case "cite": cite = json.ReadTexts(); break;
                case "related": related = json.ReadList(static (ref JsonParser parser) => parser.ReadRelated()!); break;
                case "relatedOmitted": omitted = json.ReadWhole(1); break;
                case "rows": rows = json.ReadList(static (ref JsonParser parser) => parser.ReadRow()!); break;
            }
        }

        json.Require(open, "edit", edit is not null);
        json.Require(open, "action", action >= 0);
        json.Require(open, "state", state >= 0);
        return new Finding
        {
            Edit = edit ?? "",
            Version = version,
            Phase = phase,
            Level = level >= 0 ? (FindingLevel)level : line is null ? FindingLevel.Claim : FindingLevel.Line,
            Line = line,
            Field = field,
            Action = (EditAction)Math.Max(action, 0),
            State = (FindingState)Math.Max(state, 0),
            SuppressedBy = suppressedBy,
            Bypass = bypass,
            Reason = reason,
            GroupCode = groupCode,
            Carc = carc,
            Rarc = rarc,
            Queue = queue,
            Overridable = overridable,
            Message = message,
            Cite = cite,
            Related = related,
            RelatedOmitted = omitted ?? 0,
            Rows = rows,
        };
    }

    private static Bypass? ReadBypass(this ref JsonParser json)
    {
        if (!json.TryOpen(ResultMembers.Bypass, out JsonParser.OpenObject open))
        {
            return null;
        }

        string? because = null, owner = null;
        DateOnly? until = null;
        while (json.NextMember(ref open, out string name))
        {
            switch (name)
            {
                case "because": because = json.ReadExactText(); break;
                case "owner": owner = json.ReadExactText(); break;
                case "until": until = json.ReadDate(); break;
            }
        }

        return new Bypass(because ?? "", owner, until);
    }

    private static RelatedLine? ReadRelated(this ref JsonParser json)
    {
        if (!json.TryOpen(ResultMembers.Related, out JsonParser.OpenObject open))
        {
            return null;
        }

        string? claimId = null;
        int? number = null;
        while (json.NextMember(ref open, out string name))
        {
            switch (name)
            {
                case "claimId": claimId = json.ReadExactText(); break;
                case "number": number = json.ReadWhole(int.MinValue); break;
            }
        }

        json.Require(open, "number", number is not null);
        return new RelatedLine(claimId, number ?? 0);
    }

    private static RowUsed? ReadRow(this ref JsonParser json)
    {
        if (!json.TryOpen(ResultMembers.Row, out JsonParser.OpenObject open))
        {
            return null;
        }

        string? table = null, key = null;
        DateOnly? from = null, through = null;
        while (json.NextMember(ref open, out string name))
        {
            switch (name)
            {
                case "table": table = json.ReadExactText(); break;
                case "key": key = json.ReadExactText(); break;
                case "from": from = json.ReadDate(); break;
                case "through": through = json.ReadDate(); break;
            }
        }

        return new RowUsed(table ?? "", key ?? "", from, through);
    }
}

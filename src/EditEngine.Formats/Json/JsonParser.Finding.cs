using System.Collections.Immutable;
using EditEngine.Outcomes;

namespace EditEngine.Formats.Json;

/// <summary>What an edit found, of a result.</summary>
internal ref partial struct JsonParser
{
    private Finding? ReadFinding()
    {
        if (!TryOpen(ResultMembers.Finding, out OpenObject open))
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
        while (NextMember(ref open, out string name))
        {
            switch (name)
            {
                case "edit": edit = ReadExactText(); break;
                case "version": version = ReadExactText(); break;
                case "phase": phase = ReadExactText(); break;
                case "level": level = ReadWordIndex(OutcomeWords.Levels); break;
                case "line": line = ReadWhole(int.MinValue); break;
                case "field": field = ReadExactText(); break;
                case "action": action = ReadWordIndex(OutcomeWords.Actions); break;
                case "state": state = ReadWordIndex(OutcomeWords.States); break;
                case "suppressedBy": suppressedBy = ReadExactText(); break;
                case "bypass": bypass = ReadBypass(); break;
                case "reason": reason = ReadExactText(); break;
                case "groupCode": groupCode = ReadWord(GroupCodes); break;
                case "carc": carc = ReadExactText(); break;
                case "rarc": rarc = ReadTexts(); break;
                case "queue": queue = ReadExactText(); break;
                case "overridable": overridable = ReadYesNo(); break;
                case "message": message = ReadExactText(); break;
                case "cite": cite = ReadTexts(); break;
                case "related": related = ReadList(static (ref JsonParser parser) => parser.ReadRelated()!); break;
                case "relatedOmitted": omitted = ReadWhole(1); break;
                case "rows": rows = ReadList(static (ref JsonParser parser) => parser.ReadRow()!); break;
            }
        }

        Require(open, "edit", edit is not null);
        Require(open, "action", action >= 0);
        Require(open, "state", state >= 0);
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

    private Bypass? ReadBypass()
    {
        if (!TryOpen(ResultMembers.Bypass, out OpenObject open))
        {
            return null;
        }

        string? because = null, owner = null;
        DateOnly? until = null;
        while (NextMember(ref open, out string name))
        {
            switch (name)
            {
                case "because": because = ReadExactText(); break;
                case "owner": owner = ReadExactText(); break;
                case "until": until = ReadDate(); break;
            }
        }

        return new Bypass(because ?? "", owner, until);
    }

    private RelatedLine? ReadRelated()
    {
        if (!TryOpen(ResultMembers.Related, out OpenObject open))
        {
            return null;
        }

        string? claimId = null;
        int? number = null;
        while (NextMember(ref open, out string name))
        {
            switch (name)
            {
                case "claimId": claimId = ReadExactText(); break;
                case "number": number = ReadWhole(int.MinValue); break;
            }
        }

        Require(open, "number", number is not null);
        return new RelatedLine(claimId, number ?? 0);
    }

    private RowUsed? ReadRow()
    {
        if (!TryOpen(ResultMembers.Row, out OpenObject open))
        {
            return null;
        }

        string? table = null, key = null;
        DateOnly? from = null, through = null;
        while (NextMember(ref open, out string name))
        {
            switch (name)
            {
                case "table": table = ReadExactText(); break;
                case "key": key = ReadExactText(); break;
                case "from": from = ReadDate(); break;
                case "through": through = ReadDate(); break;
            }
        }

        return new RowUsed(table ?? "", key ?? "", from, through);
    }
}

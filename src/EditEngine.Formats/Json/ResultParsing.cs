using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Outcomes;

namespace EditEngine.Formats.Json;

/// <summary>A result: what was decided on its claim.</summary>
internal static class ResultParsing
{
    // A result may hold more than a claim: a percent can be beyond a hundred.
    private const decimal MostDeniedCents = long.MaxValue;

    private static readonly string[] HistoryActions = [.. ActionTable.All.Where(row => row.IsTakenOnHistory).Select(row => row.Verb)];

    /// <summary>The result; null where anything in it is an error.</summary>
    /// <exception cref="System.Text.Json.JsonException">The text is not JSON.</exception>
    public static Result? ReadResult(this ref JsonParser json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        Result result = json.ReadResultMembers();
        return json.IsGoodToEnd() ? result : null;
    }

    private static Result ReadResultMembers(this ref JsonParser json)
    {
        string? claim = null, pack = null;
        DateOnly? asOf = null;
        int disposition = -1;
        ImmutableArray<LineResult> lines = default;
        ImmutableArray<AddedLine> addedLines = [];
        ImmutableArray<HistoryAction> historyActions = [];
        ImmutableArray<Finding> findings = default;
        ImmutableArray<NotEvaluated> notEvaluated = [];
        bool historySupplied = true;
        json.TryOpen(ResultMembers.Result, out JsonParser.OpenObject open);
        while (json.NextMember(ref open, out string name))
        {
            switch (name)
            {
                case "claim": claim = json.ReadExactText(); break;
                case "pack": pack = json.ReadExactText(); break;
                case "engine": json.ReadExactText(); break;
                case "asOf": asOf = json.ReadDate(); break;
                case "disposition": disposition = json.ReadWordIndex(OutcomeWords.Dispositions); break;
                case "lines": lines = json.ReadList(static (ref JsonParser parser) => parser.ReadLineResult()!); break;
                case "addedLines": addedLines = json.ReadList(static (ref JsonParser parser) => parser.ReadAddedLine()!); break;
                case "historyActions": historyActions = json.ReadList(static (ref JsonParser parser) => parser.ReadHistoryAction()!); break;
                case "findings": findings = json.ReadList(static (ref JsonParser parser) => parser.ReadFinding()!); break;
                case "notEvaluated": notEvaluated = json.ReadList(static (ref JsonParser parser) => parser.ReadNotEvaluated()!); break;
                case "historySupplied": historySupplied = json.ReadFalse(); break;
            }
        }

        json.Require(open, "claim", claim is not null);
        json.Require(open, "pack", pack is not null);
        json.Require(open, "asOf", asOf is not null);
        json.Require(open, "disposition", disposition >= 0);
        json.Require(open, "lines", !lines.IsDefault);
        json.Require(open, "findings", !findings.IsDefault);
        return new Result
        {
            Claim = claim ?? "",
            Pack = pack ?? "",
            AsOf = asOf ?? default,
            Disposition = (Disposition)Math.Max(disposition, 0),
            Lines = lines,
            AddedLines = addedLines,
            HistoryActions = historyActions,
            Findings = findings,
            NotEvaluated = notEvaluated,
            HistorySupplied = historySupplied,
        };
    }

    private static LineResult? ReadLineResult(this ref JsonParser json)
    {
        if (!json.TryOpen(ResultMembers.Line, out JsonParser.OpenObject open))
        {
            return null;
        }

        int? number = null;
        int status = -1;
        string? winning = null;
        decimal? billed = null, allowed = null, denied = null, percent = null;
        long? deniedCharge = null;
        Code procedure = default;
        ImmutableArray<Code> modifiers = default;
        while (json.NextMember(ref open, out string name))
        {
            switch (name)
            {
                case "number": number = json.ReadWhole(int.MinValue); break;
                case "status": status = json.ReadWordIndex(OutcomeWords.Decisions); break;
                case "winning": winning = json.ReadExactText(); break;
                case "billedUnits": billed = json.ReadNumber(); break;
                case "allowedUnits": allowed = json.ReadNumber(); break;
                case "deniedUnits": denied = json.ReadNumber(); break;
                case "deniedCharge": deniedCharge = json.ReadCents(MostDeniedCents); break;
                case "payPercent": percent = json.ReadNumber(); break;
                case "procedure": procedure = json.ReadCode(CodeSystem.Procedure); break;
                case "modifiers": modifiers = json.ReadCodes(CodeSystem.Modifier); break;
            }
        }

        json.Require(open, "number", number is not null);
        json.Require(open, "status", status >= 0);
        return new LineResult
        {
            Number = number ?? 0,
            Status = (LineDecision)Math.Max(status, 0),
            Winning = winning,
            BilledUnits = billed,
            AllowedUnits = allowed,
            DeniedUnits = denied,
            DeniedChargeCents = deniedCharge,
            PayPercent = percent,
            Procedure = procedure,
            Modifiers = modifiers,
        };
    }

    private static AddedLine? ReadAddedLine(this ref JsonParser json)
    {
        if (!json.TryOpen(ResultMembers.AddedLine, out JsonParser.OpenObject open))
        {
            return null;
        }

        Code procedure = default;
        ImmutableArray<Code> modifiers = [];
        decimal? units = null, percent = null;
        ImmutableArray<int> supports = [];
        string? edit = null;
        while (json.NextMember(ref open, out string name))
        {
            switch (name)
            {
                case "procedure": procedure = json.ReadCode(CodeSystem.Procedure); break;
                case "modifiers": modifiers = json.ReadCodes(CodeSystem.Modifier); break;
                case "units": units = json.ReadNumber(); break;
                case "payPercent": percent = json.ReadNumber(); break;
                case "supports": supports = json.ReadList(static (ref JsonParser parser) => parser.ReadWhole(int.MinValue) ?? 0); break;
                case "edit": edit = json.ReadExactText(); break;
            }
        }

        json.Require(open, "procedure", !procedure.IsMissing);
        json.Require(open, "edit", edit is not null);
        return new AddedLine { Procedure = procedure, Modifiers = modifiers, Units = units ?? 1, PayPercent = percent ?? 100, Supports = supports, Edit = edit ?? "" };
    }

    private static HistoryAction? ReadHistoryAction(this ref JsonParser json)
    {
        if (!json.TryOpen(ResultMembers.HistoryAction, out JsonParser.OpenObject open))
        {
            return null;
        }

        string? claimId = null, edit = null;
        int? number = null;
        ActionRow? action = null;
        while (json.NextMember(ref open, out string name))
        {
            switch (name)
            {
                case "claimId": claimId = json.ReadExactText(); break;
                case "number": number = json.ReadWhole(int.MinValue); break;
                case "action": action = json.ReadWord(HistoryActions) is string verb ? ActionTable.Find(verb) : null; break;
                case "edit": edit = json.ReadExactText(); break;
            }
        }

        json.Require(open, "claimId", claimId is not null);
        json.Require(open, "number", number is not null);
        json.Require(open, "action", action is not null);
        json.Require(open, "edit", edit is not null);
        return new HistoryAction(claimId ?? "", number ?? 0, action?.Action ?? EditAction.Recoup, edit ?? "");
    }

    private static NotEvaluated? ReadNotEvaluated(this ref JsonParser json)
    {
        if (!json.TryOpen(ResultMembers.NotEvaluated, out JsonParser.OpenObject open))
        {
            return null;
        }

        string? edit = null;
        int? line = null;
        ImmutableArray<string> missing = default;
        NotEvaluatedCause? because = null;
        while (json.NextMember(ref open, out string name))
        {
            switch (name)
            {
                case "edit": edit = json.ReadExactText(); break;
                case "line": line = json.ReadWhole(int.MinValue); break;
                case "missing": missing = json.ReadTexts(); break;
                case "because": because = json.ReadWordIndex(OutcomeWords.Causes) is >= 0 and int index ? (NotEvaluatedCause)index : null; break;
            }
        }

        json.Require(open, "edit", edit is not null);
        json.Require(open, "missing", !missing.IsDefault);
        return new NotEvaluated(edit ?? "", line, missing.IsDefault ? [] : missing) { Because = because };
    }

    // A text as it is: a result may hold a blank one.
    public static string? ReadExactText(this ref JsonParser json) => json.IsString() ? json.ReadString() : null;

    // The schema knows this member as false alone.
    private static bool ReadFalse(this ref JsonParser json)
    {
        bool? value = json.ReadYesNo();
        if (value == true)
        {
            json.ReportOutOfRange("false, or no such member");
        }

        return value ?? true;
    }
}

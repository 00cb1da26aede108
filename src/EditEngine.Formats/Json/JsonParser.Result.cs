using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Outcomes;

namespace EditEngine.Formats.Json;

/// <summary>A result: what was decided on its claim.</summary>
internal ref partial struct JsonParser
{
    private static readonly string[] HistoryActions = [.. ActionTable.All.Where(row => row.IsTakenOnHistory).Select(row => row.Verb)];
    private static readonly string[] GroupCodes = ["CO", "PR", "OA", "PI"];

    /// <summary>The result; null where anything in it is an error.</summary>
    /// <exception cref="System.Text.Json.JsonException">The text is not JSON.</exception>
    public Result? ReadResult()
    {
        if (!BeginsObject())
        {
            return null;
        }

        Result result = ReadResultMembers();
        return IsGoodToEnd() ? result : null;
    }

    private Result ReadResultMembers()
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
        TryOpen(ResultMembers.Result, out OpenObject open);
        while (NextMember(ref open, out string name))
        {
            switch (name)
            {
                case "claim": claim = ReadExactText(); break;
                case "pack": pack = ReadExactText(); break;
                case "engine": ReadExactText(); break;
                case "asOf": asOf = ReadDate(); break;
                case "disposition": disposition = ReadWordIndex(OutcomeWords.Dispositions); break;
                case "lines": lines = ReadList(static (ref JsonParser parser) => parser.ReadLineResult()!); break;
                case "addedLines": addedLines = ReadList(static (ref JsonParser parser) => parser.ReadAddedLine()!); break;
                case "historyActions": historyActions = ReadList(static (ref JsonParser parser) => parser.ReadHistoryAction()!); break;
                case "findings": findings = ReadList(static (ref JsonParser parser) => parser.ReadFinding()!); break;
                case "notEvaluated": notEvaluated = ReadList(static (ref JsonParser parser) => parser.ReadNotEvaluated()!); break;
                case "historySupplied": historySupplied = ReadFalse(); break;
            }
        }

        Require(open, "claim", claim is not null);
        Require(open, "pack", pack is not null);
        Require(open, "asOf", asOf is not null);
        Require(open, "disposition", disposition >= 0);
        Require(open, "lines", !lines.IsDefault);
        Require(open, "findings", !findings.IsDefault);
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

    private LineResult? ReadLineResult()
    {
        if (!TryOpen(ResultMembers.Line, out OpenObject open))
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
        while (NextMember(ref open, out string name))
        {
            switch (name)
            {
                case "number": number = ReadWhole(int.MinValue); break;
                case "status": status = ReadWordIndex(OutcomeWords.Decisions); break;
                case "winning": winning = ReadExactText(); break;
                case "billedUnits": billed = ReadNumber(); break;
                case "allowedUnits": allowed = ReadNumber(); break;
                case "deniedUnits": denied = ReadNumber(); break;
                case "deniedCharge": deniedCharge = ReadCents(MostDeniedCents); break;
                case "payPercent": percent = ReadNumber(); break;
                case "procedure": procedure = ReadCode(CodeSystem.Procedure); break;
                case "modifiers": modifiers = ReadCodes(CodeSystem.Modifier); break;
            }
        }

        Require(open, "number", number is not null);
        Require(open, "status", status >= 0);
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

    private AddedLine? ReadAddedLine()
    {
        if (!TryOpen(ResultMembers.AddedLine, out OpenObject open))
        {
            return null;
        }

        Code procedure = default;
        ImmutableArray<Code> modifiers = [];
        decimal? units = null, percent = null;
        ImmutableArray<int> supports = [];
        string? edit = null;
        while (NextMember(ref open, out string name))
        {
            switch (name)
            {
                case "procedure": procedure = ReadCode(CodeSystem.Procedure); break;
                case "modifiers": modifiers = ReadCodes(CodeSystem.Modifier); break;
                case "units": units = ReadNumber(); break;
                case "payPercent": percent = ReadNumber(); break;
                case "supports": supports = ReadList(static (ref JsonParser parser) => parser.ReadWhole(int.MinValue) ?? 0); break;
                case "edit": edit = ReadExactText(); break;
            }
        }

        Require(open, "procedure", !procedure.IsMissing);
        Require(open, "edit", edit is not null);
        return new AddedLine { Procedure = procedure, Modifiers = modifiers, Units = units ?? 1, PayPercent = percent ?? 100, Supports = supports, Edit = edit ?? "" };
    }

    private HistoryAction? ReadHistoryAction()
    {
        if (!TryOpen(ResultMembers.HistoryAction, out OpenObject open))
        {
            return null;
        }

        string? claimId = null, edit = null;
        int? number = null;
        ActionRow? action = null;
        while (NextMember(ref open, out string name))
        {
            switch (name)
            {
                case "claimId": claimId = ReadExactText(); break;
                case "number": number = ReadWhole(int.MinValue); break;
                case "action": action = ReadWord(HistoryActions) is string verb ? ActionTable.Find(verb) : null; break;
                case "edit": edit = ReadExactText(); break;
            }
        }

        Require(open, "claimId", claimId is not null);
        Require(open, "number", number is not null);
        Require(open, "action", action is not null);
        Require(open, "edit", edit is not null);
        return new HistoryAction(claimId ?? "", number ?? 0, action?.Action ?? EditAction.Recoup, edit ?? "");
    }

    private NotEvaluated? ReadNotEvaluated()
    {
        if (!TryOpen(ResultMembers.NotEvaluated, out OpenObject open))
        {
            return null;
        }

        string? edit = null;
        int? line = null;
        ImmutableArray<string> missing = default;
        NotEvaluatedCause? because = null;
        while (NextMember(ref open, out string name))
        {
            switch (name)
            {
                case "edit": edit = ReadExactText(); break;
                case "line": line = ReadWhole(int.MinValue); break;
                case "missing": missing = ReadTexts(); break;
                case "because": because = ReadWordIndex(OutcomeWords.Causes) is >= 0 and int index ? (NotEvaluatedCause)index : null; break;
            }
        }

        Require(open, "edit", edit is not null);
        Require(open, "missing", !missing.IsDefault);
        return new NotEvaluated(edit ?? "", line, missing.IsDefault ? [] : missing) { Because = because };
    }

    // A text as it is: a result may hold a blank one.
    private string? ReadExactText() => IsString() ? ReadString() : null;

    // The schema knows this member as false alone.
    private bool ReadFalse()
    {
        bool? value = ReadYesNo();
        if (value == true)
        {
            ReportOutOfRange("false, or no such member");
        }

        return value ?? true;
    }
}

using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;

namespace EditEngine.Formats.Json;

/// <summary>What other payers decided.</summary>
internal ref partial struct JsonParser
{
    private ImmutableArray<OtherPayer> ReadOtherPayers() => ReadList(static (ref JsonParser parser) => parser.ReadOtherPayer()!);

    private OtherPayer? ReadOtherPayer()
    {
        if (!TryOpen(ClaimMembers.OtherPayer, out OpenObject open))
        {
            return null;
        }

        string? payer = null, order = null, filingIndicator = null;
        long? paidAmount = null;
        decimal? paidUnits = null;
        Code procedure = default;
        DateOnly? decisionDate = null;
        ImmutableArray<Code> modifiers = [];
        ImmutableArray<Adjustment> adjustments = [];
        while (NextMember(ref open, out string name))
        {
            switch (name)
            {
                case "payer": payer = ReadText(); break;
                case "order": order = ReadText(); break;
                case "filingIndicator": filingIndicator = ReadText(); break;
                case "paidAmount": paidAmount = ReadCents(); break;
                case "paidUnits": paidUnits = ReadNumber(); break;
                case "procedure": procedure = ReadCode(CodeSystem.Procedure); break;
                case "modifiers": modifiers = ReadCodes(CodeSystem.Modifier); break;
                case "decisionDate": decisionDate = ReadDate(); break;
                case "adjustments": adjustments = ReadList(static (ref JsonParser parser) => parser.ReadAdjustment()!); break;
            }
        }

        return new OtherPayer
        {
            Payer = payer,
            Order = order,
            FilingIndicator = filingIndicator,
            PaidAmountCents = paidAmount,
            PaidUnits = paidUnits,
            Procedure = procedure,
            Modifiers = modifiers,
            DecisionDate = decisionDate,
            Adjustments = adjustments,
        };
    }

    private Adjustment? ReadAdjustment()
    {
        if (!TryOpen(ClaimMembers.Adjustment, out OpenObject open))
        {
            return null;
        }

        string? group = null;
        Code reason = default;
        long? amount = null;
        decimal? quantity = null;
        while (NextMember(ref open, out string name))
        {
            switch (name)
            {
                case "group": group = ReadWord(ClaimWords.AdjustmentGroups); break;
                case "reason": reason = ReadCode(CodeSystem.Carc); break;
                case "amount": amount = ReadCents(); break;
                case "quantity": quantity = ReadNumber(); break;
            }
        }

        Require(open, "group", group is not null);
        Require(open, "reason", !reason.IsMissing);
        return new Adjustment { Group = group ?? "", Reason = reason, AmountCents = amount, Quantity = quantity };
    }
}

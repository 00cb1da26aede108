using EditEngine.Claims;
using EditEngine.Codes;

namespace EditEngine.Formats.X12;

/// <summary>What other payers decided: of the claim (2320, 2330B) and of lines (2430).</summary>
internal sealed partial class ClaimContent
{
    private const int FirstAdjustment = 2;
    private const int LastAdjustment = 17;
    private const int ElementsOfAdjustment = 3;

    private const string OfClaim = "otherPayers[].adjustments";
    private const string OfLine = "lines[].otherPayers[].adjustments";

    private DecisionDraft? _decision;

    private void ReadOtherPayer(in Segment segment)
    {
        int index = _claim.OtherPayers.Count - 1;
        switch (segment.Id)
        {
            case SegmentId.Sbr:
                Mark(segment, "otherPayers[]", 1, 0, index + 1);
                _decision = new DecisionDraft
                {
                    Order = ReadText(segment, "otherPayers[].order", 1, index + 1),
                    FilingIndicator = ReadText(segment, "otherPayers[].filingIndicator", 9, index + 1),
                };
                _claim.OtherPayers.Add(_decision);
                break;
            case SegmentId.Amt when Is(segment[1], "D"u8) && _decision is not null:
                _decision.PaidAmountCents = ReadCents(segment, "otherPayers[].paidAmount", 2, index);
                break;
            case SegmentId.Nm1 when _decision is not null:
                _decision.Payer = ReadText(segment, "otherPayers[].payer", 9, index) ?? ReadText(segment, "otherPayers[].payer", 3, index);
                break;
            case SegmentId.Cas:
                ReadAdjustments(segment, OfClaim, index);
                break;
            case SegmentId.Dtp:
                ReadDecisionDate(segment, "otherPayers[].decisionDate", index);
                break;
            default:
                break;
        }
    }

    private void ReadDecision(in Segment segment)
    {
        int index = _line.OtherPayers.Count - 1;
        switch (segment.Id)
        {
            case SegmentId.Svd:
                BeginDecision(segment, index + 1);
                break;
            case SegmentId.Cas:
                ReadAdjustments(segment, OfLine, _lineIndex, index);
                break;
            case SegmentId.Dtp:
                ReadDecisionDate(segment, "lines[].otherPayers[].decisionDate", _lineIndex, index);
                break;
            default:
                break;
        }
    }

    private void BeginDecision(in Segment segment, int index)
    {
        Mark(segment, "lines[].otherPayers[]", 1, 0, _lineIndex, index);
        string? payer = segment[1].IsEmpty ? null : TextOf(segment[1]);

        // SVD01 is the id of the payer that a 2330B names: what is said of it there holds here too.
        DecisionDraft? named = _claim.OtherPayers.Find(other => other.Payer == payer);
        _decision = new DecisionDraft
        {
            Payer = payer,
            Order = named?.Order,
            FilingIndicator = named?.FilingIndicator,
            PaidAmountCents = ReadCents(segment, "lines[].otherPayers[].paidAmount", 2, _lineIndex, index),
            PaidUnits = ReadNumber(segment, "lines[].otherPayers[].paidUnits", 5, _lineIndex, index),
        };
        _line.OtherPayers.Add(_decision);
        if (segment[3].IsEmpty || !HasComponents(segment, 3))
        {
            return;
        }

        Mark(segment, "lines[].otherPayers[].procedure", 3, 2, _lineIndex, index);
        _decision.Procedure = Code.From(CodeSystem.Procedure, segment.Component(3, 2));
        for (int component = 3; component <= 6; component++)
        {
            Code modifier = Code.From(CodeSystem.Modifier, segment.Component(3, component));
            if (!modifier.IsMissing)
            {
                _decision.Modifiers.Add(modifier);
            }
        }
    }

    private void ReadAdjustments(in Segment segment, string path, int first, int second = 0)
    {
        if (_decision is null || segment[1].IsEmpty)
        {
            return;
        }

        string group = TextOf(segment[1]);
        for (int element = FirstAdjustment; element <= LastAdjustment; element += ElementsOfAdjustment)
        {
            Code reason = Code.From(CodeSystem.Carc, segment[element]);
            if (reason.IsMissing)
            {
                continue;
            }

            Mark(segment, path, element, 0, first, second);
            long? amount = ReadCents(segment, AmountPath(path), element + 1, first, second);
            _decision.Adjustments.Add(new Adjustment
            {
                Group = group,
                Reason = reason,
                AmountCents = amount,
                Quantity = Values.Number(segment[element + 2]),
            });
        }
    }

    private static string AmountPath(string path) => path == OfClaim ? OfClaim + ".amount" : OfLine + ".amount";

    private void ReadDecisionDate(in Segment segment, string path, int first, int second = 0)
    {
        if (_decision is not null && Is(segment[1], "573"u8))
        {
            _decision.DecisionDate = ReadPeriod(segment, path, first, second).From;
        }
        else
        {
            CheckPeriod(segment);
        }
    }
}

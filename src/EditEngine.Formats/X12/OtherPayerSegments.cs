using EditEngine.Claims;
using EditEngine.Codes;

namespace EditEngine.Formats.X12;

/// <summary>What other payers decided: of the claim (2320, 2330B) and of lines (2430).</summary>
internal sealed class OtherPayerSegments(ReadingContext context)
{
    private const int FirstAdjustment = 2;
    private const int LastAdjustment = 17;
    private const int ElementsOfAdjustment = 3;

    private readonly ElementReader _elements = context.Elements;
    private DecisionBuilder? _open;

    /// <summary>Leaves the decision that was read last.</summary>
    public void Leave() => _open = null;

    public void ReadOfClaim(in Segment segment)
    {
        OtherPayerMembers members = OtherPayerMembers.OfClaim;
        if (segment.Id == SegmentId.Sbr)
        {
            _open = new DecisionBuilder();
            context.Claim.OtherPayers.Add(_open);
        }

        if (_open is not DecisionBuilder open)
        {
            CheckDate(segment);
            return;
        }

        OpenRecord decision = new(open.Decision, context.Claim.OtherPayers.Count - 1);
        switch (segment.Id)
        {
            case SegmentId.Sbr:
                _elements.Mark(segment, members.Self, 1, 0, decision.First);
                _elements.Keep(segment, decision, members.Order, 1);
                _elements.Keep(segment, decision, members.FilingIndicator, 9);
                break;
            case SegmentId.Amt when ElementReader.Is(segment[1], "D"u8):
                _elements.Keep(segment, decision, members.PaidAmount, 2);
                break;
            case SegmentId.Amt when ElementReader.Is(segment[1], "A8"u8):
                _elements.Keep(segment, decision, members.NonCovered, 2);
                break;
            case SegmentId.Ref:
                ReadReference(segment, decision, members);
                break;
            case SegmentId.Nm1:
                _elements.Keep(segment, decision, members.Payer, 9);
                _elements.KeepFirst(segment, decision, members.Payer, 3);
                break;
            default:
                ReadAdjustmentsOrDate(segment, decision, members, open);
                break;
        }
    }

    public void ReadOfLine(in Segment segment)
    {
        if (segment.Id == SegmentId.Svd)
        {
            _open = new DecisionBuilder();
            context.Line.OtherPayers.Add(_open);
        }

        if (_open is not DecisionBuilder open)
        {
            CheckDate(segment);
            return;
        }

        OpenRecord decision = new(open.Decision, context.Line.Index, context.Line.OtherPayers.Count - 1);
        if (segment.Id == SegmentId.Svd)
        {
            ReadDecision(segment, decision, open);
        }
        else
        {
            ReadAdjustmentsOrDate(segment, decision, OtherPayerMembers.OfLine, open);
        }
    }

    private void ReadDecision(in Segment segment, in OpenRecord decision, DecisionBuilder builder)
    {
        OtherPayerMembers members = OtherPayerMembers.OfLine;
        _elements.Mark(segment, members.Self, 1, 0, decision.First, decision.Second);
        string? payer = segment[1].IsEmpty ? null : ElementReader.TextOf(segment[1]);

        // SVD01 is the id of the payer that a 2330B names: what is said of it there holds here too.
        OtherPayer? named = context.Claim.OtherPayers.Find(other => other.Decision.Payer == payer)?.Decision;
        members.Payer.Set(decision, payer);
        members.Order.Set(decision, named?.Order);
        members.FilingIndicator.Set(decision, named?.FilingIndicator);
        _elements.Keep(segment, decision, members.PaidAmount, 2);
        _elements.Keep(segment, decision, members.PaidUnits, 5);
        _elements.Keep(segment, decision, members.BundledLine, 6);
        if (segment[3].IsEmpty || !_elements.HasComponents(segment, 3))
        {
            return;
        }

        _elements.Keep(segment, decision, members.Procedure, Code.From(CodeSystem.Procedure, segment.Component(3, 2)), 3, 2);
        for (int component = 3; component <= 6; component++)
        {
            Code modifier = Code.From(CodeSystem.Modifier, segment.Component(3, component));
            if (!modifier.IsMissing)
            {
                builder.Modifiers.Add(modifier);
            }
        }
    }

    private void ReadReference(in Segment segment, in OpenRecord decision, OtherPayerMembers members)
    {
        SentMember<string?>? member = segment[1] switch
        {
            [(byte)'F', (byte)'8'] => members.ClaimNumber,
            [(byte)'G', (byte)'1'] => members.PriorAuthorization,
            [(byte)'9', (byte)'F'] => members.Referral,
            _ => null,
        };
        if (member is not null)
        {
            _elements.KeepFirst(segment, decision, member, 2);
        }
    }

    private void ReadAdjustmentsOrDate(in Segment segment, in OpenRecord decision, OtherPayerMembers members, DecisionBuilder builder)
    {
        if (segment.Id == SegmentId.Cas)
        {
            ReadAdjustments(segment, decision, members, builder);
        }
        else if (segment.Id == SegmentId.Amt && ElementReader.Is(segment[1], "EAF"u8))
        {
            _elements.Keep(segment, decision, members.RemainingLiability, 2);
        }
        else if (segment.Id == SegmentId.Dtp && ElementReader.Is(segment[1], "573"u8))
        {
            context.Dates.Keep(segment, decision, members.DecisionDate);
        }
        else
        {
            CheckDate(segment);
        }
    }

    private void CheckDate(in Segment segment)
    {
        if (segment.Id == SegmentId.Dtp)
        {
            context.Dates.Check(segment);
        }
    }

    private void ReadAdjustments(in Segment segment, in OpenRecord decision, OtherPayerMembers members, DecisionBuilder builder)
    {
        if (segment[1].IsEmpty)
        {
            return;
        }

        string group = ElementReader.TextOf(segment[1]);
        for (int element = FirstAdjustment; element <= LastAdjustment; element += ElementsOfAdjustment)
        {
            Code reason = Code.From(CodeSystem.Carc, segment[element]);
            if (reason.IsMissing)
            {
                continue;
            }

            _elements.Mark(segment, members.Adjustments, element, 0, decision.First, decision.Second);
            builder.Adjustments.Add(new Adjustment
            {
                Group = group,
                Reason = reason,
                AmountCents = _elements.ReadCents(segment, members.AdjustedAmount, element + 1, decision.First, decision.Second),
                Quantity = Values.Number(segment[element + 2]),
            });
        }
    }
}

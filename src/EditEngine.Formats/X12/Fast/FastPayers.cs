using EditEngine.Codes;
using EditEngine.Formats.Rows;

namespace EditEngine.Formats.X12.Fast;

/// <summary>What other payers decided, of the claim (2320, 2330B) and of lines (2430). As <see cref="OtherPayerSegments"/> reads it.</summary>
internal sealed class FastPayers(FastContext context)
{
    private const int FirstAdjustment = 2;
    private const int LastAdjustment = 17;
    private const int ElementsOfAdjustment = 3;
    private const int FirstModifier = 3;
    private const int LastModifier = 6;

    private int _open;

    private ref OtherPayerRow Open => ref context.Batch.OtherPayers[_open];

    /// <summary>SBR of 2320.</summary>
    public bool ReadPayer(in FastSegment segment)
    {
        OtherPayerRow payer = new() { Order = context.Values.Text(segment[1]), FilingIndicator = context.Values.Text(segment[9]) };
        _open = context.Batch.OtherPayers.Next;
        return context.Batch.OtherPayers.TryAppend(ref context.ClaimDetail.OtherPayers, payer);
    }

    /// <summary>NM1 of 2330B.</summary>
    public void ReadName(in FastSegment segment)
    {
        RowText id = context.Values.Text(segment[9]);
        Open.Payer = id.IsMissing ? context.Values.Text(segment[3]) : id;
    }

    /// <summary>AMT.</summary>
    public bool ReadAmount(in FastSegment segment, bool isOfLine)
    {
        switch (segment[1])
        {
            case [(byte)'D'] when !isOfLine:
                return FastValues.TryCents(segment[2], out Open.PaidAmountCents);
            case [(byte)'A', (byte)'8'] when !isOfLine:
                return FastValues.TryCents(segment[2], out Open.NonCoveredCents);
            case [(byte)'E', (byte)'A', (byte)'F']:
                return FastValues.TryCents(segment[2], out Open.RemainingLiabilityCents);
            default:
                return true;
        }
    }

    /// <summary>REF of 2330B.</summary>
    public void ReadReference(in FastSegment segment)
    {
        switch (segment[1])
        {
            case [(byte)'F', (byte)'8']:
                KeepFirst(ref Open.ClaimNumber, segment[2]);
                break;
            case [(byte)'G', (byte)'1']:
                KeepFirst(ref Open.PriorAuthorization, segment[2]);
                break;
            case [(byte)'9', (byte)'F']:
                KeepFirst(ref Open.Referral, segment[2]);
                break;
            default:
                break;
        }
    }

    /// <summary>DTP.</summary>
    public bool ReadDate(in FastSegment segment)
    {
        if (!context.Values.TryPeriod(segment[2], segment[3], out FastPeriod period))
        {
            return false;
        }

        if (segment[1].SequenceEqual("573"u8))
        {
            Open.DecisionDate = period.From;
        }

        return true;
    }

    /// <summary>CAS.</summary>
    public bool ReadAdjustments(in FastSegment segment)
    {
        RowText group = context.Values.Whole(segment[1]);
        for (int element = FirstAdjustment; element <= Math.Min(segment.ElementCount, LastAdjustment); element += ElementsOfAdjustment)
        {
            if (!FastValues.TryCode(CodeSystem.Carc, segment[element], out ulong reason))
            {
                return false;
            }

            AdjustmentRow adjustment = new() { Group = group, Reason = reason };
            if (reason != 0
                && !(FastValues.TryCents(segment[element + 1], out adjustment.AmountCents)
                    && FastValues.TryNumber(segment[element + 2], out adjustment.Quantity)
                    && context.Batch.Adjustments.TryAppend(ref Open.Adjustments, adjustment)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>SVD: what a payer decided of the line. What 2330B says of that payer holds here too.</summary>
    public bool ReadDecision(in FastSegment segment)
    {
        OtherPayerRow decision = new() { Payer = context.Values.Whole(segment[1]) };
        RowRange payers = context.Claim.Detail == 0 ? default : context.ClaimDetail.OtherPayers;
        for (int i = 0; i < payers.Count; i++)
        {
            ref OtherPayerRow named = ref context.Batch.OtherPayers[payers.First + i];
            if (!named.Payer.IsMissing && context.Batch.BytesOf(named.Payer).SequenceEqual(segment[1]))
            {
                (decision.Order, decision.FilingIndicator) = (named.Order, named.FilingIndicator);
                break;
            }
        }

        if (!(FastValues.TryCents(segment[2], out decision.PaidAmountCents)
            && FastValues.TryNumber(segment[5], out decision.PaidUnits)
            && FastValues.TryNumber(segment[6], out decision.BundledLine)))
        {
            return false;
        }

        if (segment.Has(3))
        {
            if (!FastValues.TryCode(CodeSystem.Procedure, segment.Component(3, 2), out decision.Procedure))
            {
                return false;
            }

            for (int component = FirstModifier; component <= LastModifier; component++)
            {
                if (!context.TryAdd(ref decision.Modifiers, CodeSystem.Modifier, segment.Component(3, component)))
                {
                    return false;
                }
            }
        }

        _open = context.Batch.OtherPayers.Next;
        return context.Batch.OtherPayers.TryAppend(ref context.LineDetail.OtherPayers, decision);
    }

    private void KeepFirst(ref RowText kept, ReadOnlySpan<byte> text) => kept = kept.IsMissing ? context.Values.Text(text) : kept;
}

using EditEngine.Plans;
using EditEngine.Codes;

namespace EditEngine.Evaluation.Steps;

/// <summary>Whether two lists have a code in common.</summary>
public sealed class SharesStep(Step<CodeList> left, Step<CodeList> right) : Step<Truth>
{
    /// <inheritdoc/>
    public override Truth Run(Frame frame)
    {
        CodeList a = left.Run(frame);
        CodeList b = right.Run(frame);
        if (IsEmpty(a) || IsEmpty(b))
        {
            return Truth.False;
        }

        if (a.Presence == Presence.Missing || b.Presence == Presence.Missing)
        {
            return Truth.Unknown;
        }

        int position = 0;
        while (a.Next(ref position, out Code code))
        {
            frame.Count(b.Length);
            if (b.Contains(CodeKey.Of(code)))
            {
                return Truth.True;
            }
        }

        return Truth.False;

        static bool IsEmpty(in CodeList list) => list.Presence == Presence.None || (list.Presence == Presence.Known && list.IsEmpty());
    }

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
        if (Run(frame) == Truth.Unknown)
        {
            left.Collect(frame, missing);
            right.Collect(frame, missing);
        }
    }
}

/// <summary>How many codes of a list pass a filter, against a number.</summary>
public sealed class HasStep(Step<CodeList> list, Quantity quantity, int number, CodeSet? set, Step<ulong>? code, bool isOutside, Step<int>? on) : Step<Truth>
{
    /// <inheritdoc/>
    public override Truth Run(Frame frame)
    {
        CodeList codes = list.Run(frame);
        if (codes.Presence != Presence.Known)
        {
            return codes.Presence == Presence.Missing ? Truth.Unknown : Truth.False;
        }

        ulong wanted = code is null ? 0 : code.Run(frame);
        int day = on is null ? 0 : on.Run(frame);
        int certain = 0;
        int possible = 0;
        int position = 0;
        while (codes.Next(ref position, out Code one))
        {
            frame.Count(position);
            if (codes.HasBefore(position, one))
            {
                continue;
            }

            Truth matches = Matches(one, wanted, day);
            certain += matches == Truth.True ? 1 : 0;
            possible += matches != Truth.False ? 1 : 0;
        }

        (bool holds, bool fails) = quantity switch
        {
            Quantity.Any => (certain >= 1, possible < 1),
            Quantity.No => (possible < 1, certain >= 1),
            Quantity.Exactly => (certain == number && possible == number, certain > number || possible < number),
            Quantity.MoreThan => (certain > number, possible <= number),
            _ => (certain >= number, possible < number),
        };
        return holds ? Truth.True : fails ? Truth.False : Truth.Unknown;
    }

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
        if (Run(frame) != Truth.Unknown)
        {
            return;
        }

        list.Collect(frame, missing);
        code?.Collect(frame, missing);
        if (on is not null && list.Run(frame).Presence == Presence.Known)
        {
            on.Collect(frame, missing);
        }
    }

    private Truth Matches(in Code one, ulong wanted, int day)
    {
        Truth matches = Truth.True;
        if (set is not null)
        {
            matches = one.Odd is not null ? Truth.False : InCodeSetStep.Test(one.Packed, set, day);
        }
        else if (code is not null)
        {
            matches = wanted == CodeKey.Missing ? Truth.Unknown : CodeKey.Of(one) == wanted ? Truth.True : Truth.False;
        }

        return isOutside ? NotStep.Not(matches) : matches;
    }
}

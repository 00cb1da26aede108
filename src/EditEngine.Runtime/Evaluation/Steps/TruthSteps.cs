using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Numbers;

namespace EditEngine.Evaluation.Steps;

/// <summary>All conditions.</summary>
public sealed class AndStep(ImmutableArray<Step<Truth>> operands) : Step<Truth>
{
    /// <summary>The conditions.</summary>
    public ImmutableArray<Step<Truth>> Operands { get; } = operands;

    /// <inheritdoc/>
    public override Truth Run(Frame frame)
    {
        Truth all = Truth.True;
        foreach (Step<Truth> operand in Operands)
        {
            Truth one = operand.Run(frame);
            if (one == Truth.False)
            {
                return Truth.False;
            }

            all = one == Truth.Unknown ? Truth.Unknown : all;
        }

        return all;
    }

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing) => Unknowns.Collect(this, Operands, frame, missing);
}

/// <summary>Any condition.</summary>
public sealed class OrStep(ImmutableArray<Step<Truth>> operands) : Step<Truth>
{
    /// <summary>The conditions.</summary>
    public ImmutableArray<Step<Truth>> Operands { get; } = operands;

    /// <inheritdoc/>
    public override Truth Run(Frame frame)
    {
        Truth any = Truth.False;
        foreach (Step<Truth> operand in Operands)
        {
            Truth one = operand.Run(frame);
            if (one == Truth.True)
            {
                return Truth.True;
            }

            any = one == Truth.Unknown ? Truth.Unknown : any;
        }

        return any;
    }

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing) => Unknowns.Collect(this, Operands, frame, missing);
}

/// <summary>Not a condition.</summary>
public sealed class NotStep(Step<Truth> operand) : Step<Truth>
{
    /// <summary>The condition.</summary>
    public Step<Truth> Operand { get; } = operand;

    /// <inheritdoc/>
    public override Truth Run(Frame frame) => Not(Operand.Run(frame));

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing) => Operand.Collect(frame, missing);

    /// <summary>Kleene's not.</summary>
    public static Truth Not(Truth value) => value switch { Truth.True => Truth.False, Truth.False => Truth.True, _ => Truth.Unknown };
}

/// <summary>Fields of the operands that are unknown, where the whole is.</summary>
internal static class Unknowns
{
    public static void Collect(Step<Truth> whole, ImmutableArray<Step<Truth>> operands, Frame frame, MissingFields missing)
    {
        if (whole.Run(frame) != Truth.Unknown)
        {
            return;
        }

        foreach (Step<Truth> operand in operands)
        {
            if (operand.Run(frame) == Truth.Unknown)
            {
                operand.Collect(frame, missing);
            }
        }
    }
}

/// <summary>A comparison of two values of one type.</summary>
/// <typeparam name="T">Their type.</typeparam>
public sealed class CompareStep<T>(Relation relation, Step<T> left, Step<T> right) : Step<Truth>
{
    /// <summary>The comparison.</summary>
    public Relation Relation { get; } = relation;

    /// <summary>Its left side.</summary>
    public Step<T> Left { get; } = left;

    /// <summary>Its right side.</summary>
    public Step<T> Right { get; } = right;

    /// <inheritdoc/>
    public override Truth Run(Frame frame) => Values.Compare(Relation, Left.Run(frame), Right.Run(frame));

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
        if (Run(frame) == Truth.Unknown)
        {
            Left.Collect(frame, missing);
            Right.Collect(frame, missing);
        }
    }
}

/// <summary>Membership of a code in a set, on a day where the set is dated.</summary>
public sealed class InCodeSetStep(Step<ulong> code, CodeSet set, Step<int>? on) : Step<Truth>
{
    /// <summary>The code.</summary>
    public Step<ulong> Code { get; } = code;

    /// <summary>The set.</summary>
    public CodeSet Set { get; } = set;

    /// <summary>The day; null where the set is not dated.</summary>
    public Step<int>? On { get; } = on;

    /// <inheritdoc/>
    public override Truth Run(Frame frame) => Test(Code.Run(frame), Set, On is null ? 0 : On.Run(frame));

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
        if (Code.Run(frame) == CodeKey.Missing)
        {
            Code.Collect(frame, missing);
        }
        else if (Run(frame) == Truth.Unknown)
        {
            On?.Collect(frame, missing);
        }
    }

    /// <summary>Membership on a day that may be missing.</summary>
    public static Truth Test(ulong code, CodeSet set, int day)
    {
        if (code <= CodeKey.None)
        {
            return code == CodeKey.Missing ? Truth.Unknown : Truth.False;
        }

        if (Day.IsKnown(day))
        {
            return set.Contains(code, day) ? Truth.True : Truth.False;
        }

        return set.ContainsSometime(code) switch
        {
            SometimeMember.Never => Truth.False,
            SometimeMember.Always => Truth.True,
            _ => day == Day.Missing ? Truth.Unknown : Truth.False,
        };
    }
}

/// <summary>Membership of a text in a set of texts and prefixes.</summary>
public sealed class InTextSetStep(Step<string?> text, ImmutableArray<string> texts, ImmutableArray<string> prefixes) : Step<Truth>
{
    /// <inheritdoc/>
    public override Truth Run(Frame frame)
    {
        string? value = text.Run(frame);
        if (value is null || ReferenceEquals(value, Read.NoText))
        {
            return value is null ? Truth.Unknown : Truth.False;
        }

        foreach (string one in texts)
        {
            if (string.Equals(one, value, StringComparison.Ordinal))
            {
                return Truth.True;
            }
        }

        foreach (string prefix in prefixes)
        {
            if (value.StartsWith(prefix, StringComparison.Ordinal))
            {
                return Truth.True;
            }
        }

        return Truth.False;
    }

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing) => text.Collect(frame, missing);
}

/// <summary>Membership of a number in a set of numbers.</summary>
public sealed class InNumberSetStep(Step<Num> number, ImmutableArray<Rational> numbers) : Step<Truth>
{
    /// <inheritdoc/>
    public override Truth Run(Frame frame)
    {
        Num value = number.Run(frame);
        if (value.Presence is Presence.Missing or Presence.None)
        {
            return value.Presence == Presence.Missing ? Truth.Unknown : Truth.False;
        }

        Truth any = Truth.False;
        foreach (Rational one in numbers)
        {
            Truth equal = NumMath.Compare(Relation.Equal, value, Num.Of(one));
            if (equal == Truth.True)
            {
                return Truth.True;
            }

            // A known number that cannot be compared for its size is in no set.
            any = equal == Truth.Unknown && value.Presence == Presence.Range ? Truth.Unknown : any;
        }

        return any;
    }

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
        if (Run(frame) == Truth.Unknown)
        {
            number.Collect(frame, missing);
        }
    }
}

/// <summary>Membership of a code in a list.</summary>
public sealed class InListStep(Step<ulong> code, Step<CodeList> list) : Step<Truth>
{
    /// <inheritdoc/>
    public override Truth Run(Frame frame)
    {
        CodeList codes = list.Run(frame);
        ulong value = code.Run(frame);
        if ((codes.Presence == Presence.Known && codes.IsEmpty()) || codes.Presence == Presence.None || value == CodeKey.None)
        {
            return Truth.False;
        }

        return codes.Presence == Presence.Missing || value == CodeKey.Missing ? Truth.Unknown
            : codes.Contains(value) ? Truth.True : Truth.False;
    }

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
        if (Run(frame) == Truth.Unknown)
        {
            code.Collect(frame, missing);
            list.Collect(frame, missing);
        }
    }
}

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

/// <summary>How many members are asked for.</summary>
public enum Quantity : byte
{
    /// <summary>At least one.</summary>
    Any,

    /// <summary>None.</summary>
    No,

    /// <summary>Exactly a number.</summary>
    Exactly,

    /// <summary>More than a number.</summary>
    MoreThan,

    /// <summary>At least a number.</summary>
    AtLeast,
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

/// <summary>Whether a text falls into a stable sample.</summary>
public sealed class SampleStep(int part, int whole, Step<string?> by) : Step<Truth>
{
    /// <inheritdoc/>
    public override Truth Run(Frame frame)
    {
        string? text = by.Run(frame);
        return text is null ? Truth.Unknown : ReferenceEquals(text, Read.NoText) ? Truth.False
            : Crc32.Of(text) % (uint)whole < part ? Truth.True : Truth.False;
    }

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing) => by.Collect(frame, missing);
}

/// <summary>Whether a thing lies in some stores: a bit for each.</summary>
public sealed class IsInStep(int slot, int stores) : Step<Truth>
{
    /// <inheritdoc/>
    public override Truth Run(Frame frame)
    {
        Store store = Read.ThingOf(frame, slot).Store;
        return store == Store.Missing ? Truth.Unknown : (stores & (1 << (int)store)) != 0 ? Truth.True : Truth.False;
    }

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
    }
}

/// <summary>Whether a thing is none of some others.</summary>
public sealed class IsOtherStep(int slot, ImmutableArray<int> others) : Step<Truth>
{
    /// <inheritdoc/>
    public override Truth Run(Frame frame)
    {
        ref Slot thing = ref frame.Slots[slot];
        foreach (int other in others)
        {
            if (frame.Slots[other].IsSame(thing))
            {
                return Truth.False;
            }
        }

        return Truth.True;
    }

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
    }
}

/// <summary>Whether a line or history line comes before another: by date, then line number; history by date alone.</summary>
public sealed class IsEarlierStep(int slot, int than) : Step<Truth>
{
    /// <inheritdoc/>
    public override Truth Run(Frame frame)
    {
        ref Slot a = ref frame.Slots[slot];
        ref Slot b = ref frame.Slots[than];
        if (a.Store == b.Store && a.Index == b.Index)
        {
            return Truth.False;
        }

        int left = DayOf(frame, a);
        int right = DayOf(frame, b);
        Truth before = Day.Compare(Relation.Less, left, right);
        if (before == Truth.True || a.Store == Store.History || b.Store == Store.History)
        {
            return before;
        }

        Truth sameDay = Day.Compare(Relation.Equal, left, right);
        bool isLower = a.Index < b.Index;
        return sameDay == Truth.Unknown ? Truth.Unknown : sameDay == Truth.True && isLower ? Truth.True : before;
    }

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
        if (Run(frame) == Truth.Unknown)
        {
            Collect(frame, frame.Slots[slot], missing);
            Collect(frame, frame.Slots[than], missing);
        }
    }

    private static int DayOf(Frame frame, in Slot thing) => thing.Store switch
    {
        Store.Line => frame.Days[thing.Index],
        Store.History => frame.HistoryDays[thing.Index],
        _ => Day.Missing,
    };

    private static void Collect(Frame frame, in Slot thing, MissingFields missing)
    {
        if (DayOf(frame, thing) == Day.Missing)
        {
            missing.Add(Paths.Of(frame, thing) + "date");
        }
    }
}

/// <summary>Whether a line is payable when the phase begins; slot -1 is the claim.</summary>
public sealed class IsPayableStep(int slot) : Step<Truth>
{
    /// <inheritdoc/>
    public override Truth Run(Frame frame)
    {
        Slot thing = Read.ThingOf(frame, slot);
        bool payable = thing.Facts switch
        {
            HistoryLine history => history.Status is LineStatus.Paid or LineStatus.Adjusted,
            ServiceLine line => !frame.Found.IsDenied(line.Number, frame.DecidedCount),
            null => false,
            _ => !frame.Found.IsClaimDenied(frame.DecidedCount),
        };
        return thing.Store == Store.Missing ? Truth.Unknown : payable ? Truth.True : Truth.False;
    }

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
    }
}

/// <summary>Whether an edit of an earlier phase denied a thing; slot -1 is the claim.</summary>
public sealed class IsDeniedByStep(int slot, string edit) : Step<Truth>
{
    /// <inheritdoc/>
    public override Truth Run(Frame frame)
    {
        Slot thing = Read.ThingOf(frame, slot);
        return thing.Store == Store.Missing ? Truth.Unknown
            : frame.Found.IsDeniedBy(edit, (thing.Facts as ServiceLine)?.Number, frame.DecidedCount) ? Truth.True : Truth.False;
    }

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
    }
}

/// <summary>Whether a suggested code stands on the claim, in the place of its system.</summary>
public sealed class IsOnClaimStep(int slot) : Step<Truth>
{
    /// <inheritdoc/>
    public override Truth Run(Frame frame)
    {
        if (Read.ThingOf(frame, slot).Facts is not Suggestion suggestion)
        {
            return Truth.False;
        }

        Claim claim = frame.Claim;
        ulong code = CodeKey.Of(suggestion.Code);
        bool stands = suggestion.System switch
        {
            "ICD-10-CM" => CodeList.Of(claim.Diagnoses, finalOnly: false) is { Presence: Presence.Known } diagnoses && diagnoses.Contains(code),
            "ICD-10-PCS" => CodeList.OfProcedures(claim.Procedures).Contains(code),
            "CPT" or "HCPCS" or "CDT" => frame.Procedures.AsSpan(0, frame.LineCount).Contains(code),
            _ => false,
        };
        return stands ? Truth.True : Truth.False;
    }

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
    }
}

/// <summary>Whether a look-up finds a row.</summary>
public sealed class IsFoundStep(Step<Slot> row) : Step<Truth>
{
    /// <summary>The look-up.</summary>
    public Step<Slot> Row { get; } = row;

    /// <inheritdoc/>
    public override Truth Run(Frame frame) => Row.Run(frame).Store switch { Store.Missing => Truth.Unknown, Store.None => Truth.False, _ => Truth.True };

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing) => Row.Collect(frame, missing);
}

/// <summary>Whether a part of a thing, as its rendering provider, is there.</summary>
public sealed class PartPresentStep(FactRef part) : Step<Truth>
{
    /// <inheritdoc/>
    public override Truth Run(Frame frame) => Read.Holder(frame, part, out _, out _) == Presence.Known ? Truth.True : Truth.False;

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
    }
}

/// <summary>Whether a list of things is there; an empty one is.</summary>
public sealed class ListPresentStep(ListStep list) : Step<Truth>
{
    /// <inheritdoc/>
    public override Truth Run(Frame frame) => list.Begin(frame, out _) == Presence.Known ? Truth.True : Truth.False;

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
    }
}

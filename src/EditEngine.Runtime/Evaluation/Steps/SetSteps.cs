using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Numbers;

namespace EditEngine.Evaluation.Steps;

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
        frame.Count(codes.Length);
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

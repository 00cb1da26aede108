using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Numbers;
using EditEngine.Values;

namespace EditEngine.Evaluation.Steps;

/// <summary>Membership of a code in a set, on a day where the set is dated.</summary>
public sealed class InCodeSetStep(Step<CodeKey> code, CodeSet set, Step<Day>? on) : Step<Truth>
{
    /// <summary>The code.</summary>
    public Step<CodeKey> Code { get; } = code;

    /// <summary>The set.</summary>
    public CodeSet Set { get; } = set;

    /// <summary>The day; null where the set is not dated.</summary>
    public Step<Day>? On { get; } = on;

    /// <inheritdoc/>
    public override Truth Run(Frame frame) => On is null ? CodeKey.IsIn(Set, Code.Run(frame)) : CodeKey.IsIn(Set, Code.Run(frame), On.Run(frame));

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
        if (Code.Run(frame).IsMissing)
        {
            Code.Collect(frame, missing);
        }
        else if (Run(frame) == Truth.Unknown)
        {
            On?.Collect(frame, missing);
        }
    }
}

/// <summary>Membership of a text in a set of texts and prefixes.</summary>
public sealed class InTextSetStep(Step<TextValue> text, ImmutableArray<string> texts, ImmutableArray<string> prefixes) : Step<Truth>
{
    /// <inheritdoc/>
    public override Truth Run(Frame frame)
    {
        TextValue found = text.Run(frame);
        if (found.Text is not string value)
        {
            return found.Presence == Presence.Missing ? Truth.Unknown : Truth.False;
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
public sealed class InNumberSetStep(Step<Number> number, ImmutableArray<Rational> numbers) : Step<Truth>
{
    /// <inheritdoc/>
    public override Truth Run(Frame frame)
    {
        Number value = number.Run(frame);
        if (value.Presence.IsAbsent())
        {
            return value.Presence == Presence.Missing ? Truth.Unknown : Truth.False;
        }

        Truth any = Truth.False;
        foreach (Rational one in numbers)
        {
            Truth equal = NumberMath.Compare(Relation.Equal, value, Number.Of(one));
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
public sealed class InListStep(Step<CodeKey> code, Step<CodeList> list) : Step<Truth>
{
    /// <inheritdoc/>
    public override Truth Run(Frame frame)
    {
        CodeList codes = list.Run(frame);
        CodeKey value = code.Run(frame);
        frame.Count(codes.Length);
        if ((codes.Presence == Presence.Known && codes.IsEmpty()) || codes.Presence == Presence.None || value.Presence == Presence.None)
        {
            return Truth.False;
        }

        return codes.Presence == Presence.Missing || value.IsMissing ? Truth.Unknown : Truth.Of(codes.Contains(value.Code));
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

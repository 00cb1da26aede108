using EditEngine.Codes;
using EditEngine.Numbers;
using EditEngine.Values;

namespace EditEngine.Evaluation.Steps;

/// <summary>How many codes a list has, one written twice counted once; from none upward where it was not given.</summary>
public sealed class CountCodesStep(Step<CodeList> list) : Step<Number>
{
    /// <inheritdoc/>
    public override Number Run(Frame frame)
    {
        CodeList codes = list.Run(frame);
        if (codes.Presence != Presence.Known)
        {
            return codes.Presence == Presence.Missing ? Number.Between(Rational.Zero, null) : Number.None;
        }

        int count = 0;
        CodeCursor cursor = default;
        while (codes.Next(ref cursor, out Code one))
        {
            frame.Count(cursor.Count);
            count += codes.HasBefore(cursor, one) ? 0 : 1;
        }

        return Number.Of(count);
    }

    /// <inheritdoc/>
    public override void Collect(Frame frame, MissingFields missing)
    {
        if (Run(frame).Presence == Presence.Range)
        {
            list.Collect(frame, missing);
        }
    }
}

using EditEngine.Codes;
using EditEngine.Numbers;

namespace EditEngine.Evaluation.Steps;

/// <summary>How many codes a list has, one written twice counted once; from none upward where it was not given.</summary>
public sealed class CountCodesStep(Step<CodeList> list) : Step<Num>
{
    /// <inheritdoc/>
    public override Num Run(Frame frame)
    {
        CodeList codes = list.Run(frame);
        if (codes.Presence != Presence.Known)
        {
            return codes.Presence == Presence.Missing ? Num.Between(Rational.Zero, null) : Num.None;
        }

        int count = 0;
        int position = 0;
        while (codes.Next(ref position, out Code one))
        {
            frame.Count(position);
            count += codes.HasBefore(position, one) ? 0 : 1;
        }

        return Num.Of(count);
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

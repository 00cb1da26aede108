using EditEngine.Claims;
using EditEngine.Compiler.Syntax;

namespace EditEngine.Compiler.Interpretation;

/// <summary>Whether one thing comes before another: by date, then by its order on the claim; of history the date alone tells.</summary>
internal static class EarlierThing
{
    public static TruthValue Test(EvaluatedValue thing, EvaluatedValue than)
    {
        if (thing is not EvaluatedThing { Thing: Thing a } || than is not EvaluatedThing { Thing: Thing b })
        {
            return thing is EvaluatedMissing or EvaluatedNone ? TruthValue.False : TruthValue.Unknown(Arithmetic.FieldsOf(than));
        }

        if (a.Kind == b.Kind && a.Position == b.Position)
        {
            return TruthValue.False;
        }

        EvaluatedValue left = LineDate(a);
        EvaluatedValue right = LineDate(b);
        TruthValue before = Comparison.Of(BinaryOperator.Less, left, right);
        if (a.Kind == ThingKinds.History || b.Kind == ThingKinds.History)
        {
            return before;
        }

        return before | (Comparison.Of(BinaryOperator.Equal, left, right) & TruthValue.Of(a.Position < b.Position));
    }

    private static EvaluatedValue LineDate(Thing thing)
    {
        ServiceLine? line = thing.Facts as ServiceLine ?? (thing.Facts as HistoryLine)?.Line;
        return line?.From is DateOnly from ? new EvaluatedDate(from.DayNumber) : EvaluatedMissing.Of(thing.Path + "date");
    }
}

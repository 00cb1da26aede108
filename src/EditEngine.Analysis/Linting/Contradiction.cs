using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Restrictions;

namespace EditEngine.Analysis.Linting;

/// <summary>Conditions of which two ask one field for what no value can be, or one asks for what every value is.</summary>
/// <param name="edit">Whose conditions they are.</param>
internal sealed class Contradiction(BoundEdit edit)
{
    private readonly ImmutableArray<ConditionReader> _readers =
    [
        ConditionReader.OfClaim(edit.Basis),
        .. edit.Bindings.OfType<BoundThingBinding>().Where(one => one.Source.Alternatives.Length == 1)
            .Select(one => new ConditionReader(one.Source.Variable.Slot, one.Source.Alternatives[0].Kind, edit.Basis)),
    ];

    /// <summary>The condition with which those before it can no longer hold; null where they can.</summary>
    public BoundExpression? In(IEnumerable<BoundExpression> conditions)
    {
        Restriction[] asked = [.. _readers.Select(_ => Restriction.None)];
        ValueRanges values = new();
        foreach (BoundExpression condition in conditions.SelectMany(BoundTree.Conjuncts))
        {
            if (values.RuleOut(condition))
            {
                return condition;
            }

            for (int i = 0; i < asked.Length; i++)
            {
                asked[i] = asked[i].And(_readers[i].NotFalse(condition));
                if (asked[i].IsNeverTrue)
                {
                    return condition;
                }
            }
        }

        return null;
    }

    /// <summary>Whether a condition holds for every value of a field that is there: units of 0 or more.</summary>
    public bool IsAlways(BoundExpression condition) => _readers.Any(reader => reader.NotTrue(condition).IsNeverTrue);
}

using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Syntax;
using EditEngine.Diagnostics;

namespace EditEngine.Analysis.Mutation;

/// <summary>What is left out: one of several conditions, a whole <c>when</c>, a condition on the things an edit runs over, a <c>with same</c>, an exception.</summary>
internal sealed class OmissionMutations : IMutationKind
{
    public IEnumerable<Mutation> Of(BoundEdit edit, MutationMaterial material) => WrittenNodes.All(edit).SelectMany(node => node switch
    {
        BoundAnd and => Each(and.Operands, material, (at, place, words) => Mutation.Of(and, one => All(one.Operands.RemoveAt(at), rest => one with { Operands = rest }), place, words)),
        BoundOr or => Each(or.Operands, material, (at, place, words) => Mutation.Of(or, one => All(one.Operands.RemoveAt(at), rest => one with { Operands = rest }), place, words)),
        BoundAlternative alternative => Each(alternative.Conditions, material, (at, place, words) => Mutation.Of(alternative, one => one with { Conditions = one.Conditions.RemoveAt(at) }, place, words)),
        BoundGroupBinding { Condition: BoundExpression condition and not BoundAnd } group => [Mutation.Of(group, one => one with { Condition = null }, condition.Place, NotAsked(condition, material))],
        BoundCase one => OfCase(one, material),
        BoundEdit whole => Each(whole.Joins, material, (at, place, words) => Mutation.Of(whole, one => one with { Joins = one.Joins.RemoveAt(at) }, place, words))
            .Concat(whole.Scope is null ? [] : [Mutation.Of(whole, one => one with { Scope = null }, whole.Scope.Place, NotAsked(whole.Scope, material))]),
        _ => [],
    });

    private static IEnumerable<Mutation> OfCase(BoundCase one, MutationMaterial material)
    {
        if (one.Condition is BoundExpression condition and not BoundAnd)
        {
            yield return Mutation.Of(one, same => same with { Condition = null }, condition.Place, NotAsked(condition, material));
        }

        for (int i = 0; i < one.Exceptions.Length; i++)
        {
            int at = i;
            yield return Mutation.Of(one, same => same with { Exceptions = same.Exceptions.RemoveAt(at) }, one.Exceptions[i].Condition.Place, $"the exception \"{one.Exceptions[i].Because}\" is dropped");
        }
    }

    // What the language adds by itself has no text, and no hand can leave it out.
    private static IEnumerable<Mutation> Each(ImmutableArray<BoundExpression> conditions, MutationMaterial material, Func<int, SourceSpan, string, Mutation> mutation) =>
        Enumerable.Range(0, conditions.Length)
            .Where(at => conditions[at] is not BoundAnd && !IsAskedAgain(conditions, at) && conditions[at].Place.Length > 0 && material.TextAt(conditions[at].Place).Length > 0)
            .Select(at => mutation(at, conditions[at].Place, NotAsked(conditions[at], material)));

    // A comparison with a cell of a row that is not there is false, and unknown where its key is missing: as whether there is the row.
    private static bool IsAskedAgain(ImmutableArray<BoundExpression> conditions, int at) => conditions[at] is BoundIsFound found && conditions.Any(other => other switch
    {
        BoundCompare { Operator: not BinaryOperator.NotEqual, Left: BoundColumn { Row: BoundRow row } } => row.Place == found.Row.Place,
        BoundCompare { Operator: not BinaryOperator.NotEqual, Right: BoundColumn { Row: BoundRow row } } => row.Place == found.Row.Place,
        BoundInSet { Value: BoundColumn { Row: BoundRow row } } => row.Place == found.Row.Place,
        _ => false,
    });

    private static BoundExpression All(ImmutableArray<BoundExpression> operands, Func<ImmutableArray<BoundExpression>, BoundExpression> several) => operands.Length == 1 ? operands[0] : several(operands);

    private static string NotAsked(BoundExpression condition, MutationMaterial material) => $"'{material.ShortTextAt(condition.Place)}' is not asked";
}

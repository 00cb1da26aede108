using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Restrictions;
using EditEngine.Plans;

namespace EditEngine.Compiler.Lowering;

/// <summary>Finds which claims can concern an edit: by their type, and by the most selective set of codes that a line of the claim must have.</summary>
internal static class IndexKeyFinder
{
    private const int AllTypes = 0b1111;

    /// <summary>The index key of an edit.</summary>
    public static IndexKey Of(BoundEdit edit)
    {
        ArgumentNullException.ThrowIfNull(edit);
        return Of(edit, SourceUses.Of(edit));
    }

    /// <summary>The index key of an edit.</summary>
    /// <param name="edit">The edit.</param>
    /// <param name="uses">Where it runs over things.</param>
    internal static IndexKey Of(BoundEdit edit, ImmutableArray<SourceUse> uses)
    {
        CodeRestriction? best = null;
        int slot = -1;
        foreach (BoundBinding binding in edit.Bindings)
        {
            BoundSource source = SourceUses.SourceOf(binding);
            SourceUse use = uses.First(one => ReferenceEquals(one.Source, source));
            if (LinesOf(edit, binding, source) is not { Length: > 0 } lines)
            {
                continue;
            }

            foreach (CodeRestriction codes in use.OfAny(lines, edit.Basis).Codes.Where(one => one.Path == "procedure" && one.Unless.All(IsProcedureOfLines)))
            {
                if (best is null || codes.Codes.Intervals.Length < best.Codes.Intervals.Length)
                {
                    best = codes;
                    slot = binding.Variable.Slot;
                }
            }
        }

        return new IndexKey(TypesOf(edit, uses), best?.Codes, slot)
        {
            MayMatchUncodedHistory = best is not null && best.Unless.Any(one => one is ThingTerm thing && (thing.Things & ThingKinds.History) != 0),
        };
    }

    /// <summary>The alternatives of which each thing of a tuple is a line of the claim; null where it may be another thing.</summary>
    private static int[]? LinesOf(BoundEdit edit, BoundBinding binding, BoundSource source)
    {
        int[] lines = [.. Enumerable.Range(0, source.Alternatives.Length).Where(i => source.Alternatives[i].Kind == ThingKinds.Line)];
        return lines.Length == source.Alternatives.Length || (binding is BoundGroupBinding group && GroupsWithLines.Are(edit, group)) ? lines : null;
    }

    // Where a line of the claim has no procedure, every edit with codes is run; where one of history has none, those that are open to it.
    private static bool IsProcedureOfLines(Term value) => value is ThingTerm { Path: "procedure" } thing && (thing.Things & ~(ThingKinds.Line | ThingKinds.History)) == 0;

    private static int TypesOf(BoundEdit edit, ImmutableArray<SourceUse> uses)
    {
        ConditionReader reader = ConditionReader.OfClaim(edit.Basis);
        Restriction asked = SourceUses.OfTuple(edit, reader).And(edit.Scope is null ? Restriction.None : reader.NotFalse(edit.Scope));
        foreach (BoundBinding binding in edit.Bindings)
        {
            asked = asked.And(SourceUses.SourceOf(binding).Alternatives.Select(one => reader.NotFalse(one.Conditions)).Aggregate(Restriction.Impossible, (first, second) => first.Or(second)));
        }

        return asked.IsImpossible ? 0 : asked.Words.Where(one => one.Path == "type").Aggregate(AllTypes, (types, one) => types & one.Words.Aggregate(0, (all, word) => all | TypeOf(word)));
    }

    private static int TypeOf(string word) => word switch
    {
        "professional" => 1 << (int)ClaimType.Professional,
        "institutional" => 1 << (int)ClaimType.Institutional,
        "dental" => 1 << (int)ClaimType.Dental,
        _ => AllTypes,
    };
}

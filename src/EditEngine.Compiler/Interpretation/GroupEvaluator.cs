using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Syntax;
using EditEngine.Values;

namespace EditEngine.Compiler.Interpretation;

/// <summary>Groups of members with equal keys.</summary>
/// <param name="reading">Reads the keys.</param>
internal sealed class GroupEvaluator(ExpressionEvaluator reading)
{
    private int _partialKeys;

    /// <summary>
    /// The groups of a binding, by their first members. A member whose key is missing in part may belong to each known group that its key could be of, and founds one of its own;
    /// what it founds is given once for each of these.
    /// </summary>
    public ImmutableArray<EvaluatedGroup> Of(BoundGroupBinding binding)
    {
        List<Keyed> keyed = [];
        foreach (Member member in reading.Sources.MembersOf(binding.Members, out _))
        {
            reading.Set(binding.Members.Variable, new EvaluatedThing(member.Thing));
            keyed.Add(new Keyed(member, [.. binding.Keys.Select(key => reading.Value(key.Value).Single)]));
        }

        Keyed[] known = [.. keyed.Where((one, at) => one.KeyIsComplete && !keyed.Take(at).Any(earlier => earlier.KeyIsComplete && SameKey(earlier, one).Truth == Truth.True))];
        int most = known.Length * keyed.Count(one => !one.KeyIsComplete) > Evaluation.GroupHypothesis.Most ? 1 : int.MaxValue;
        ImmutableArray<Thing> tentative = most == 1 ? [] : [.. keyed.Where(one => !one.KeyIsComplete).Select(one => one.Member.Thing)];
        return
        [
            .. keyed.SelectMany(keyedMember =>
                !keyedMember.KeyIsComplete ? PossibleGroupsOf(keyedMember, keyed, [.. known.Where(group => SameKey(keyedMember, group).Truth != Truth.False)]).Take(most)
                : known.Contains(keyedMember) ? [new EvaluatedGroup(keyedMember.Keys, MembersOf(keyedMember, keyed)) { TentativeMembers = tentative }]
                : []),
        ];
    }

    private IEnumerable<EvaluatedGroup> PossibleGroupsOf(Keyed keyedMember, List<Keyed> keyed, Keyed[] couldBeOf)
    {
        if (couldBeOf.Length == 0)
        {
            yield return new EvaluatedGroup(keyedMember.Keys, MembersOf(keyedMember, keyed.Where(one => !one.KeyIsComplete)));
            yield break;
        }

        PossibleGroup possible = new(_partialKeys++, 0, couldBeOf.Length + 1, keyedMember.Keys.Aggregate(TruthValue.NoFields, static (all, key) => all.Union(Arithmetic.FieldsOf(key))));
        yield return new EvaluatedGroup(keyedMember.Keys, MembersOf(keyedMember, keyed.Where(one => !one.KeyIsComplete)), possible);
        for (int i = 0; i < couldBeOf.Length; i++)
        {
            ImmutableArray<Member> members = [.. MembersOf(couldBeOf[i], keyed).Select(member => member.Thing.Equals(keyedMember.Member.Thing) ? keyedMember.Member : member)];
            yield return new EvaluatedGroup(couldBeOf[i].Keys, members, possible with { Number = i + 1 });
        }
    }

    private static ImmutableArray<Member> MembersOf(Keyed keyedMember, IEnumerable<Keyed> keyed) =>
    [
        .. keyed
            .Select(one => one.Member with { Belongs = one.Member.Belongs & (ReferenceEquals(one, keyedMember) ? TruthValue.True : SameKey(keyedMember, one)) })
            .Where(member => member.Belongs.Truth != Truth.False),
    ];

    private static TruthValue SameKey(Keyed left, Keyed right) =>
        left.Keys.Zip(right.Keys).Aggregate(TruthValue.True, static (same, keys) => same & Comparison.Of(BinaryOperator.Equal, keys.First, keys.Second));

    private sealed record Keyed(Member Member, ImmutableArray<EvaluatedValue> Keys)
    {
        public bool KeyIsComplete { get; } = !Keys.Any(key => key is EvaluatedMissing);
    }
}

using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Diagnostics;

namespace EditEngine.Analysis.Mutation;

/// <summary>Members that leave a set or join it.</summary>
internal sealed class SetMutations : IMutationKind
{
    private const int MostLeaving = 8;
    private const int MostJoining = 2;

    public IEnumerable<Mutation> Of(BoundEdit edit, MutationMaterial material)
    {
        HashSet<Constant> seen = new(ReferenceEqualityComparer.Instance);
        HashSet<CodeSet> sets = new(ReferenceEqualityComparer.Instance);
        foreach (BoundExpression node in BoundTree.All(edit).OfType<BoundExpression>())
        {
            if (SetOf(node) is not Constant set || !seen.Add(set) || (set is CodeSetConstant { Set: CodeSet codes } && !sets.Add(codes)))
            {
                continue;
            }

            foreach ((Constant changed, SourceSpan place, string words) in ChangesOf(set, node, edit, material))
            {
                yield return new Mutation(place, words, one => IsSame(SetOf(one), set) ? With(one, changed) : null);
            }
        }
    }

    private static IEnumerable<(Constant Changed, SourceSpan Place, string Words)> ChangesOf(Constant set, BoundExpression node, BoundEdit edit, MutationMaterial material) => set switch
    {
        CodeSetConstant codes => OfCodes(codes.Set, node, edit, material),
        TextSetConstant texts => texts.Texts.Count + texts.Prefixes.Length < 2 ? []
            : MutationMaterial.Spread([.. texts.Texts], MostLeaving)
                .Select(text => ((Constant)(texts with { Texts = texts.Texts.Remove(text) }), node.Place, $"'{text}' leaves '{material.ShortTextAt(node.Place)}'")),
        NumberSetConstant numbers => MutationMaterial.Spread(numbers.Numbers, MostLeaving)
            .Select(number => ((Constant)new NumberSetConstant(numbers.Numbers.Remove(number)), node.Place, $"{number} leaves '{material.ShortTextAt(node.Place)}'")),
        _ => [],
    };

    private static IEnumerable<(Constant Changed, SourceSpan Place, string Words)> OfCodes(CodeSet set, BoundExpression node, BoundEdit edit, MutationMaterial material)
    {
        CodeSetSymbol? named = material.NameOf(set);
        SourceSpan place = named?.Place ?? node.Place;
        string name = named is null ? $"'{material.ShortTextAt(node.Place)}'" : "@" + named.Name;
        ImmutableArray<CodeInterval> members = [.. set.Intervals.GroupBy(interval => (interval.First, interval.Last)).Select(same => same.First())];
        foreach (CodeInterval member in MutationMaterial.Spread(members, MostLeaving))
        {
            CodeSet gone = CodeSet.From([member with { FromDay = int.MinValue, ThroughDay = int.MaxValue }]);
            yield return (new CodeSetConstant(set.Except(gone)), place, $"{gone.ToRanges()[0]} leaves {name}");
        }

        foreach (Code joining in Joining(set, edit, material))
        {
            CodeSet with = set.Union(CodeSet.From([new CodeInterval(joining.Packed, joining.Packed, int.MinValue, int.MaxValue)]));
            yield return (new CodeSetConstant(with), place, $"{joining} joins {name}");
        }
    }

    // Codes that the tests speak of, and what a slip of one digit makes of the last member.
    private static IEnumerable<Code> Joining(CodeSet set, BoundEdit edit, MutationMaterial material)
    {
        if (set.Intervals.IsEmpty)
        {
            return [];
        }

        Code last = Code.FromPacked(set.Intervals[^1].First);
        string text = last.ToPlainText();
        IEnumerable<Code> slip = char.IsAsciiDigit(text[^1]) ? [Code.From(last.System, text[..^1] + (char)('0' + ((text[^1] - '0' + 1) % 10)))] : [];
        return material.CodesOfTests[edit.Id].Where(code => code.System == last.System).Distinct().Order().Concat(slip)
            .Where(code => code.Odd is null && !set.Contains(code)).Distinct().Take(MostJoining);
    }

    private static bool IsSame(Constant? one, Constant set) =>
        ReferenceEquals(one, set) || (one is CodeSetConstant a && set is CodeSetConstant b && ReferenceEquals(a.Set, b.Set));

    private static Constant? SetOf(BoundNode node) => node switch
    {
        BoundInSet inSet => inSet.Set,
        BoundHas has => has.Set,
        _ => null,
    };

    private static BoundExpression? With(BoundNode node, Constant set) => node switch
    {
        BoundInSet inSet => inSet with { Set = set },
        BoundHas has => has with { Set = set },
        _ => null,
    };
}

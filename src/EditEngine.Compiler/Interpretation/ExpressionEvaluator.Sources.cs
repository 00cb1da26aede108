using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Numbers;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Compiler.Interpretation;

/// <content>Things of sources, quantifiers, sums, orders, runs and groups.</content>
internal sealed partial class ExpressionEvaluator
{
    /// <summary>The things that belong to a source, or may; those that surely do not are left out.</summary>
    /// <param name="source">The source.</param>
    /// <param name="missing">Fields of a list that is not there at all; null where all lists are.</param>
    public ImmutableArray<Member> MembersOf(BoundSource source, out ImmutableSortedSet<string>? missing)
    {
        Cancellation.ThrowIfCancellationRequested();
        missing = null;
        SortedDictionary<(ThingKinds Kind, int Position), Member> members = [];
        List<Member> listed = [];
        foreach (BoundAlternative alternative in source.Alternatives)
        {
            ImmutableArray<Member> candidates;
            if (alternative.List is null)
            {
                candidates = [.. _things.OfKind(alternative.Kind).Select(thing => new Member(thing, TruthValue.True))];
                if (_things.MissingListOf(alternative.Kind) is string list)
                {
                    missing = (missing ?? TruthValue.NoFields).Add(list);
                }
            }
            else if (Value(alternative.List).Single is EvaluatedThings things)
            {
                candidates = things.Members;
            }
            else
            {
                missing = Value(alternative.List).Single is EvaluatedMissing absent ? (missing ?? TruthValue.NoFields).Union(absent.Fields) : missing;
                continue;
            }

            foreach (Member candidate in candidates)
            {
                if ((candidate.Thing.Kind & alternative.Kind) == 0)
                {
                    continue;
                }

                Set(source.Variable, new EvaluatedThing(candidate.Thing));
                TruthValue belongs = candidate.Belongs & All(alternative.Conditions);
                if (belongs.Truth == Truth.False)
                {
                    continue;
                }

                if (alternative.List is not null)
                {
                    listed.Add(new Member(candidate.Thing, belongs));
                    continue;
                }

                (ThingKinds, int) key = (candidate.Thing.Kind, candidate.Thing.Position);
                members[key] = members.TryGetValue(key, out Member known) ? known with { Belongs = known.Belongs | belongs } : new Member(candidate.Thing, belongs);
            }
        }

        return [.. members.Values, .. listed];
    }

    private TruthValue Belongs(Thing thing, VariableSymbol variable, ImmutableArray<BoundAlternative> alternatives)
    {
        TruthValue belongs = TruthValue.False;
        foreach (BoundAlternative alternative in alternatives)
        {
            if ((thing.Kind & alternative.Kind) == 0)
            {
                continue;
            }

            TruthValue isListed = TruthValue.True;
            if (alternative.List is not null)
            {
                isListed = Value(alternative.List).Single switch
                {
                    EvaluatedThings things => things.Members.Where(member => member.Thing.Equals(thing)).Aggregate(TruthValue.False, (all, one) => all | one.Belongs),
                    EvaluatedMissing missing => TruthValue.Unknown(missing.Fields),
                    _ => TruthValue.False,
                };
            }

            Set(variable, new EvaluatedThing(thing));
            belongs |= isListed & All(alternative.Conditions);
        }

        return belongs;
    }

    private TruthValue Quantify(BoundQuantified quantified)
    {
        ImmutableArray<Member> members = MembersOf(quantified.Source, out ImmutableSortedSet<string>? missing);
        bool isEvery = quantified.Quantifier == Quantifier.Every;
        TruthValue any = missing is null ? TruthValue.False : TruthValue.Unknown(missing);
        foreach (Member member in members)
        {
            Set(quantified.Source.Variable, new EvaluatedThing(member.Thing));
            TruthValue body = quantified.Body is null ? TruthValue.True : Test(quantified.Body);

            // Every member has it where no member lacks it.
            any |= member.Belongs & (isEvery ? !body : body);
            if (any.Truth == Truth.True)
            {
                break;
            }
        }

        return quantified.Quantifier == Quantifier.Any ? any : !any;
    }

    private EvaluatedValue Count(BoundCount count)
    {
        ImmutableArray<Member> members = MembersOf(count.Source, out ImmutableSortedSet<string>? missing);
        int certain = members.Count(member => member.Belongs.Truth == Truth.True);
        ImmutableSortedSet<string> fields = members.Aggregate(missing ?? TruthValue.NoFields, (all, one) => all.Union(one.Belongs.Missing));
        Rational? high = missing is null ? Rational.From(members.Length) : null;
        return certain == members.Length && missing is null
            ? new EvaluatedNumber(Rational.From(certain))
            : new EvaluatedRange(Rational.From(certain), high, fields);
    }

    private static EvaluatedValue CountOf(EvaluatedValue list) => list switch
    {
        EvaluatedCodes codes => new EvaluatedNumber(Rational.From(codes.Codes.Distinct().Count())),
        EvaluatedMissing missing => new EvaluatedRange(Rational.Zero, null, missing.Fields),
        _ => EvaluatedNone.Instance,
    };

    private EvaluatedValue Sum(BoundSum sum)
    {
        ImmutableArray<Member> members = MembersOf(sum.Source, out ImmutableSortedSet<string>? missing);
        Rational? low = Rational.Zero;
        Rational? high = missing is null ? Rational.Zero : null;
        ImmutableSortedSet<string> fields = missing ?? TruthValue.NoFields;
        foreach (Member member in members)
        {
            Set(sum.Source.Variable, new EvaluatedThing(member.Thing));
            EvaluatedValue value = Value(sum.Value).Single;
            (Rational? least, Rational? most) = value switch
            {
                EvaluatedNumber number => (number.Value, number.Value),
                EvaluatedRange range => (range.Low, range.High),
                EvaluatedMissing when sum.Type.IsNeverNegative => (Rational.Zero, null),
                EvaluatedMissing => (null, null),
                _ => ((Rational?)Rational.Zero, (Rational?)Rational.Zero),
            };
            if (value is EvaluatedMissing or EvaluatedRange)
            {
                fields = fields.Union(Arithmetic.FieldsOf(value));
            }

            if (member.Belongs.Truth == Truth.Unknown)
            {
                // It may add nothing at all.
                fields = fields.Union(member.Belongs.Missing);
                least = least is Rational l && l.Numerator > 0 ? Rational.Zero : least;
                most = most is Rational m && m.Numerator < 0 ? Rational.Zero : most;
            }

            low = low is Rational a && least is Rational b ? a + b : null;
            high = high is Rational c && most is Rational d ? c + d : null;
        }

        if (low is Rational { IsOverflow: true } || high is Rational { IsOverflow: true })
        {
            return new EvaluatedMissing(fields);
        }

        return low is Rational known && high is Rational same && Rational.Compare(known, same) == 0 ? new EvaluatedNumber(known) : new EvaluatedRange(low, high, fields);
    }

    private EvaluatedValue Extreme(BoundExtremeOver extreme)
    {
        Extremes extremes = new(extreme.IsGreatest, extreme.Type.IsNeverNegative ? Rational.Zero : null);
        ImmutableArray<Member> members = MembersOf(extreme.Source, out ImmutableSortedSet<string>? missing);
        foreach (Member member in members)
        {
            Set(extreme.Source.Variable, new EvaluatedThing(member.Thing));
            extremes.Add(Value(extreme.Value).Single, member.Belongs);
        }

        if (missing is not null)
        {
            extremes.AddUnknown(missing);
        }

        return extremes.ToValue();
    }

    private EvaluatedValue First(BoundFirst first)
    {
        ImmutableArray<Member> members = MembersOf(first.Source, out ImmutableSortedSet<string>? missing);
        if (missing is not null)
        {
            return new EvaluatedMissing(missing);
        }

        List<(Member Member, EvaluatedValue[] Keys)> ordered = [];
        foreach (Member member in members)
        {
            Set(first.Source.Variable, new EvaluatedThing(member.Thing));
            ordered.Add((member, [.. first.Keys.Select(key => Value(key.Value).Single)]));
        }

        if (first.Keys.IsEmpty && first.IsLast)
        {
            ordered.Reverse();
        }

        // The certain member that comes before every other certain one; unknown where another could come before it.
        int best = -1;
        for (int i = 0; i < ordered.Count; i++)
        {
            if (ordered[i].Member.Belongs.Truth == Truth.True && (best < 0 || Before(first, ordered[i].Keys, ordered[best].Keys).Truth == Truth.True))
            {
                best = i;
            }
        }

        for (int i = 0; i < ordered.Count; i++)
        {
            // Without keys the list's own order counts: those after the best do not matter.
            TruthValue before = i == best ? TruthValue.False : best < 0 ? TruthValue.True : first.Keys.IsEmpty ? TruthValue.Of(i < best) : Before(first, ordered[i].Keys, ordered[best].Keys);
            TruthValue couldBeFirst = before & ordered[i].Member.Belongs;
            if (couldBeFirst.Truth != Truth.False)
            {
                return new EvaluatedMissing(couldBeFirst.Missing);
            }
        }

        return best < 0 ? EvaluatedNone.Instance : new EvaluatedThing(ordered[best].Member.Thing);
    }

    private static TruthValue Before(BoundFirst first, EvaluatedValue[] left, EvaluatedValue[] right)
    {
        for (int i = 0; i < left.Length; i++)
        {
            if (left[i] is EvaluatedMissing || right[i] is EvaluatedMissing)
            {
                return TruthValue.Unknown(Arithmetic.FieldsOf(left[i]).Union(Arithmetic.FieldsOf(right[i])));
            }

            int order = left[i] is EvaluatedNone ? right[i] is EvaluatedNone ? 0 : 1 : right[i] is EvaluatedNone ? -1 : Comparison.OrderOf(left[i], right[i]) ?? 0;
            if (order != 0)
            {
                return TruthValue.Of((order < 0) != (first.Keys[i].IsDescending != first.IsLast));
            }
        }

        return TruthValue.False;
    }

    private EvaluatedValue Run(BoundRun run)
    {
        ImmutableArray<Member> members = MembersOf(run.Source, out ImmutableSortedSet<string>? missing);
        if (missing is not null)
        {
            return new EvaluatedMissing(missing);
        }

        List<(Member Member, EvaluatedValue Key)> ordered = [];
        ImmutableSortedSet<string> open = TruthValue.NoFields;
        foreach (Member member in members)
        {
            Set(run.Source.Variable, new EvaluatedThing(member.Thing));
            EvaluatedValue key = Value(run.By).Single;
            open = open.Union(member.Belongs.Missing).Union(Arithmetic.FieldsOf(key));
            ordered.Add((member, key));
        }

        bool isOpen = ordered.Exists(one => one.Member.Belongs.Truth == Truth.Unknown || one.Key is EvaluatedMissing);
        List<(Member Member, EvaluatedValue Key)> sorted = isOpen ? ordered : [.. ordered.OrderBy(one => one.Key, Comparer<EvaluatedValue>.Create(static (a, b) => Comparison.OrderOf(a, b) ?? 0))];
        int start = 0;
        for (int i = 1; i < sorted.Count && !isOpen; i++)
        {
            Set(run.Previous, new EvaluatedThing(sorted[i - 1].Member.Thing));
            Set(run.Source.Variable, new EvaluatedThing(sorted[i].Member.Thing));
            TruthValue broken = Test(run.Broken);
            isOpen = broken.Truth == Truth.Unknown;
            open = open.Union(broken.Missing);
            start = broken.Truth == Truth.True ? i : start;
        }

        // A run of which a member, an order or a break is unknown may hold any of them: nothing is certain but what could be in it.
        return isOpen
            ? new EvaluatedThings([.. sorted.Select(one => new Member(one.Member.Thing, TruthValue.Unknown(open)))])
            : new EvaluatedThings([.. sorted.Skip(start).Select(one => one.Member)]);
    }
}

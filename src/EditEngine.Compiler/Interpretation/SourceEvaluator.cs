using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Numbers;
using EditEngine.Plans;
using EditEngine.Values;

namespace EditEngine.Compiler.Interpretation;

/// <summary>The things of sources: quantified, counted, added up, ordered.</summary>
/// <param name="reading">Reads what is asked of each thing.</param>
/// <param name="things">The claim's things.</param>
internal sealed class SourceEvaluator(ExpressionEvaluator reading, ClaimThings things)
{
    /// <summary>The things that belong to a source, or may; those that surely do not are left out.</summary>
    /// <param name="source">The source.</param>
    /// <param name="missing">Fields of a list that is not there at all; null where all lists are.</param>
    public ImmutableArray<Member> MembersOf(BoundSource source, out ImmutableSortedSet<string>? missing)
    {
        reading.Cancellation.ThrowIfCancellationRequested();
        missing = null;
        SortedDictionary<(ThingKinds Kind, int Position), Member> members = [];
        List<Member> listed = [];
        foreach (BoundAlternative alternative in source.Alternatives)
        {
            ImmutableArray<Member> candidates;
            if (alternative.List is null)
            {
                candidates = [.. things.OfKind(alternative.Kind).Select(thing => new Member(thing, TruthValue.True))];
                if (things.MissingListOf(alternative.Kind) is string list)
                {
                    missing = (missing ?? TruthValue.NoFields).Add(list);
                }
            }
            else if (reading.Value(alternative.List).Single is EvaluatedThings things)
            {
                candidates = things.Members;
            }
            else
            {
                missing = reading.Value(alternative.List).Single is EvaluatedMissing absent ? (missing ?? TruthValue.NoFields).Union(absent.Fields) : missing;
                continue;
            }

            foreach (Member candidate in candidates)
            {
                if ((candidate.Thing.Kind & alternative.Kind) == 0)
                {
                    continue;
                }

                reading.Set(source.Variable, new EvaluatedThing(candidate.Thing));
                TruthValue belongs = candidate.Belongs & reading.All(alternative.Conditions);
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

    /// <summary>Whether a thing belongs to any of alternatives.</summary>
    public TruthValue Belongs(Thing thing, VariableSymbol variable, ImmutableArray<BoundAlternative> alternatives)
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
                isListed = reading.Value(alternative.List).Single switch
                {
                    EvaluatedThings things => things.Members.Where(member => member.Thing.Equals(thing)).Aggregate(TruthValue.False, (all, one) => all | one.Belongs),
                    EvaluatedMissing missing => TruthValue.Unknown(missing.Fields),
                    _ => TruthValue.False,
                };
            }

            reading.Set(variable, new EvaluatedThing(thing));
            belongs |= isListed & reading.All(alternative.Conditions);
        }

        return belongs;
    }

    /// <summary>Any, every or no thing of a source.</summary>
    public TruthValue Quantify(BoundQuantified quantified)
    {
        ImmutableArray<Member> members = MembersOf(quantified.Source, out ImmutableSortedSet<string>? missing);
        bool isEvery = quantified.Quantifier == Quantifier.Every;
        TruthValue any = missing is null ? TruthValue.False : TruthValue.Unknown(missing);
        foreach (Member member in members)
        {
            reading.Set(quantified.Source.Variable, new EvaluatedThing(member.Thing));
            TruthValue body = quantified.Body is null ? TruthValue.True : reading.Test(quantified.Body);

            // Every member has it where no member lacks it.
            any |= member.Belongs & (isEvery ? !body : body);
            if (any.Truth == Truth.True)
            {
                break;
            }
        }

        return quantified.Quantifier == Quantifier.Any ? any : !any;
    }

    /// <summary>How many things belong.</summary>
    public EvaluatedValue Count(BoundCount count)
    {
        ImmutableArray<Member> members = MembersOf(count.Source, out ImmutableSortedSet<string>? missing);
        int certain = members.Count(member => member.Belongs.Truth == Truth.True);
        ImmutableSortedSet<string> fields = members.Aggregate(missing ?? TruthValue.NoFields, (all, one) => all.Union(one.Belongs.Missing));
        Rational? high = missing is null ? Rational.From(members.Length) : null;
        return certain == members.Length && missing is null
            ? new EvaluatedNumber(Rational.From(certain))
            : new EvaluatedRange(Rational.From(certain), high, fields);
    }

    /// <summary>A sum over things.</summary>
    public EvaluatedValue Sum(BoundSum sum)
    {
        ImmutableArray<Member> members = MembersOf(sum.Source, out ImmutableSortedSet<string>? missing);
        SumBounds bounds = new(sum.Type.IsNeverNegative, missing);
        foreach (Member member in members)
        {
            reading.Set(sum.Source.Variable, new EvaluatedThing(member.Thing));
            bounds.Add(reading.Value(sum.Value).Single, member.Belongs);
        }

        return bounds.ToValue();
    }

    /// <summary>The least or greatest over things.</summary>
    public EvaluatedValue Extreme(BoundExtremeOver extreme)
    {
        Extremes extremes = new(extreme.IsGreatest, extreme.Type.IsNeverNegative ? Rational.Zero : null);
        ImmutableArray<Member> members = MembersOf(extreme.Source, out ImmutableSortedSet<string>? missing);
        foreach (Member member in members)
        {
            reading.Set(extreme.Source.Variable, new EvaluatedThing(member.Thing));
            extremes.Add(reading.Value(extreme.Value).Single, member.Belongs);
        }

        if (missing is not null)
        {
            extremes.AddUnknown(missing);
        }

        return extremes.ToValue();
    }

    /// <summary>The first or last of things by keys, or by the order of their list.</summary>
    public EvaluatedValue First(BoundFirst first)
    {
        ImmutableArray<Member> members = MembersOf(first.Source, out ImmutableSortedSet<string>? missing);
        if (missing is not null)
        {
            return new EvaluatedMissing(missing);
        }

        List<OrderedMember> ordered = [];
        foreach (Member member in members)
        {
            reading.Set(first.Source.Variable, new EvaluatedThing(member.Thing));
            ordered.Add(new OrderedMember(member, [.. first.Keys.Select(key => reading.Value(key.Value).Single)]));
        }

        return OrderedMember.FirstOf(first, ordered);
    }

    /// <summary>The things of a row of days that is not broken.</summary>
    public EvaluatedValue Run(BoundRun run)
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
            reading.Set(run.Source.Variable, new EvaluatedThing(member.Thing));
            EvaluatedValue key = reading.Value(run.By).Single;
            open = open.Union(member.Belongs.Missing).Union(Arithmetic.FieldsOf(key));
            ordered.Add((member, key));
        }

        bool isOpen = ordered.Exists(one => one.Member.Belongs.Truth == Truth.Unknown || one.Key is EvaluatedMissing);
        List<(Member Member, EvaluatedValue Key)> sorted = isOpen ? ordered : [.. ordered.OrderBy(one => one.Key, Comparer<EvaluatedValue>.Create(static (a, b) => Comparison.OrderOf(a, b) ?? 0))];
        int start = 0;
        for (int i = 1; i < sorted.Count && !isOpen; i++)
        {
            reading.Set(run.Previous, new EvaluatedThing(sorted[i - 1].Member.Thing));
            reading.Set(run.Source.Variable, new EvaluatedThing(sorted[i].Member.Thing));
            TruthValue broken = reading.Test(run.Broken);
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

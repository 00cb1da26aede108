using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Notation;

namespace EditEngine.Analysis.Boundaries;

/// <summary>Writes claims as tests: what a claim has of things, then what of their fields is another than the notation gives by itself.</summary>
/// <param name="facts">The facts that the pack declares.</param>
internal sealed class ClaimTextWriter(TestFacts facts)
{
    // What is said of a claim changes what its lines and its history get by themselves.
    private const int MostRounds = 8;
    private const int LastKind = 2;

    /// <summary>The lines of a test that make a claim.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="asOf">The as-of date.</param>
    public ClaimText Write(Claim claim, DateOnly asOf)
    {
        ClaimSketch sketch = new(claim, facts);
        for (int round = 0; round < MostRounds; round++)
        {
            if (TestText.Read(sketch.ToText([]).Lines, facts) is not { Claim: Claim read } test)
            {
                return sketch.ToText(["the claim"]);
            }

            bool isMore = test.AsOf != asOf && sketch.SayAsOf(asOf);
            foreach (Difference difference in Differences(claim, read).Where(one => RoundOf(one.Value.Field) <= round))
            {
                isMore |= sketch.Say(difference.Part, difference.Value);
            }

            if (!isMore && round >= LastKind)
            {
                break;
            }
        }

        return sketch.ToText(TestText.Read(sketch.ToText([]).Lines, facts) is { Claim: Claim last } end
            ? [.. Unsaid(claim, last), .. end.AsOf == asOf ? (ImmutableArray<string>)[] : ["as of"]]
            : ["the claim"]);
    }

    /// <summary>What of a claim is another on a second one, as tests name it; nothing where a rule sees no difference.</summary>
    public static ImmutableArray<string> Unsaid(Claim claim, Claim other)
    {
        ImmutableArray<ClaimPart> wanted = ClaimPart.Of(claim);
        ImmutableArray<ClaimPart> read = ClaimPart.Of(other);
        string[] things = [.. wanted.Select(part => part.Name).Except(read.Select(part => part.Name)), .. read.Select(part => part.Name).Except(wanted.Select(part => part.Name))];
        IEnumerable<string> codes = from one in wanted
                                    join two in read on one.Name equals two.Name
                                    where CodeOf(one.Facts) != CodeOf(two.Facts)
                                    select one.Name;
        IEnumerable<string> factsOf = claim.Facts.SequenceEqual(other.Facts) ? [] : ["facts"];
        return [.. things, .. codes, .. Differences(claim, other).Select(one => $"{one.Part.Name} {one.Value.Path}".Trim()), .. factsOf];
    }

    // What follows from other fields comes to itself where those are said; else it makes them.
    private static int RoundOf(ClaimField field) => field.IsSubmitted ? 0 : field.Type.Kind == FieldKind.Text ? LastKind : 1;

    private static Code CodeOf(object facts) => facts switch
    {
        Diagnosis diagnosis => diagnosis.Code,
        InpatientProcedure procedure => procedure.Code,
        OccurrenceCode occurrence => occurrence.Code,
        ValueCode value => value.Code,
        Suggestion suggestion => suggestion.Code,
        _ => default,
    };

    private static IEnumerable<Difference> Differences(Claim claim, Claim read)
    {
        Dictionary<string, ClaimPart> others = ClaimPart.Of(read).ToDictionary(part => part.Name, StringComparer.Ordinal);
        foreach (ClaimPart part in ClaimPart.Of(claim).Where(part => others.ContainsKey(part.Name)))
        {
            Dictionary<string, object?> values = SaidValue.Of(part.Kind, read, others[part.Name].Facts).ToDictionary(value => value.Path, value => value.Value, StringComparer.Ordinal);
            string? gone = null;
            foreach (SaidValue value in SaidValue.Of(part.Kind, claim, part.Facts))
            {
                if (!value.IsSame(values.GetValueOrDefault(value.Path)) && (gone is null || !value.Path.StartsWith(gone, StringComparison.Ordinal)))
                {
                    gone = value.Value is null ? value.Path + "." : null;
                    yield return new Difference(part, value);
                }
            }
        }
    }

    private readonly record struct Difference(ClaimPart Part, SaidValue Value);
}

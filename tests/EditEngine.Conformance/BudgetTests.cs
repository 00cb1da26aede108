using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using EditEngine.Claims;
using EditEngine.Evaluation;
using EditEngine.Formats.Json;
using EditEngine.Outcomes;
using Xunit;

namespace EditEngine.Conformance;

/// <summary>Steps and compiled code say the same at every budget, in results and in what finding alone tells: over the claims of the sources' own tests, and odd ones made of them.</summary>
public sealed class BudgetTests
{
    private static readonly ImmutableArray<long> Budgets = [0, 1, 3, 10, 30, 100, 1_000, 10_000, 100_000, 1_000_000];

    public static TheoryData<string> Cases => GoodTests.Cases;

    [Theory]
    [MemberData(nameof(Cases))]
    public void Steps_and_compiled_code_agree_at_every_budget(string name)
    {
        GoodPack good = GoodPack.Of(name);
        Evaluator steps = good.Evaluator(usesCode: false), code = good.Evaluator(usesCode: true);
        int over = 0;
        foreach ((Claim claim, DateOnly asOf) in good.Claims)
        {
            foreach (long budget in Budgets)
            {
                Result expected = steps.Evaluate(claim, asOf, budget, TestContext.Current.CancellationToken);
                Result found = code.Evaluate(claim, asOf, budget, TestContext.Current.CancellationToken);
                Assert.True(BytesOf(expected).AsSpan().SequenceEqual(BytesOf(found)), $"{name}, budget {budget}");
                Assert.Equal(Found(steps, claim, asOf, budget), Found(code, claim, asOf, budget));
                over += expected.NotEvaluated.Count(one => one.Because == NotEvaluatedCause.OverBudget);
            }
        }

        Assert.True(over > 0, name);
    }

    // Above a thousand targets each costs steps of its own: compiled code must know beforehand how many there may be.
    [Theory]
    [MemberData(nameof(Cases))]
    public void They_agree_on_a_claim_of_more_lines_than_targets_are_free(string name)
    {
        const int Lines = 1_100;
        GoodPack good = GoodPack.Of(name);
        Evaluator steps = good.Evaluator(usesCode: false), code = good.Evaluator(usesCode: true);
        (Claim claim, DateOnly asOf) = good.Claims.MaxBy(one => one.Claim.Lines.Length);
        Claim large = claim with { Lines = [.. Enumerable.Range(0, Lines).Select(at => claim.Lines[at % claim.Lines.Length] with { Number = at + 1 })] };
        foreach (long budget in (ReadOnlySpan<long>)[3_000, 20_000, 1_300_000])
        {
            Assert.Equal(Found(steps, large, asOf, budget), Found(code, large, asOf, budget));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Finding_alone_is_the_same_of_odd_claims_with_and_without_the_index(string name)
    {
        GoodPack good = GoodPack.Of(name);
        Evaluator steps = good.Evaluator(usesCode: false);
        ImmutableArray<Evaluator> others = [good.Evaluator(usesCode: true), good.Evaluator(usesCode: true, usesIndex: false), good.Evaluator(usesCode: false, usesIndex: false)];
        foreach ((Claim claim, DateOnly asOf) in good.Claims)
        {
            foreach (Claim one in OddClaims.Of(claim).Prepend(claim))
            {
                string expected = Found(steps, one, asOf, EvaluatorOptions.DefaultBudget);
                Assert.All(others, other => Assert.Equal(expected, Found(other, one, asOf, EvaluatorOptions.DefaultBudget)));
            }
        }

        Assert.NotEmpty(good.Claims);
    }

    private static string Found(Evaluator evaluator, Claim claim, DateOnly asOf, long budget)
    {
        FindingBuffer found = evaluator.Find(claim, asOf, budget, TestContext.Current.CancellationToken);
        StringBuilder text = new();
        for (int i = 0; i < found.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{found[i].Edit.Header.Id} {found[i].Action} {found[i].State} {found[i].Level} {found[i].Line}; ");
        }

        return text.Append(CultureInfo.InvariantCulture, $"{found.NotEvaluatedCount} not evaluated").ToString();
    }

    private static byte[] BytesOf(Result result)
    {
        ArrayBufferWriter<byte> bytes = new();
        using ResultWriter writer = new();
        writer.Write(result, bytes);
        return bytes.WrittenSpan.ToArray();
    }
}

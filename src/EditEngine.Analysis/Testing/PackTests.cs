using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Compiler.Notation;
using EditEngine.Compiler.Packs;
using EditEngine.Outcomes;

namespace EditEngine.Analysis.Testing;

/// <summary>Runs a pack's tests.</summary>
public static class PackTests
{
    /// <summary>Runs the tests that a filter takes, in their order.</summary>
    /// <param name="pack">The compiled pack.</param>
    /// <param name="evaluate">Decides a claim by that pack at an as-of date, actions on history included.</param>
    /// <param name="filter">Which tests.</param>
    public static TestReport Run(CompileResult pack, Func<Claim, DateOnly, Result> evaluate, TestFilter filter)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(evaluate);
        ArgumentNullException.ThrowIfNull(filter);
        ImmutableArray<TestOutcome>.Builder outcomes = ImmutableArray.CreateBuilder<TestOutcome>();
        ImmutableArray<UntestedEdit>.Builder untested = ImmutableArray.CreateBuilder<UntestedEdit>();
        foreach (EditTests edit in pack.Tests.Where(edit => filter.TakesEdit(edit.Edit, edit.Place.File)))
        {
            if (edit.Cases.IsEmpty)
            {
                untested.Add(new UntestedEdit(edit.Edit, edit.Place));
            }

            foreach (TestCase test in edit.Cases.Where(test => filter.TakesTitle(test.Title)))
            {
                outcomes.Add(RunOne(edit.Edit, test, evaluate));
            }
        }

        return new TestReport(outcomes.ToImmutable(), untested.ToImmutable());
    }

    private static TestOutcome RunOne(string edit, TestCase test, Func<Claim, DateOnly, Result> evaluate)
    {
        if (test.Claim is null)
        {
            return new TestOutcome(edit, test.Title, test.Place, false, []);
        }

        return Judge(edit, test, evaluate(test.Claim, test.AsOf));
    }

    /// <summary>Holds a result against what a test expects.</summary>
    internal static TestOutcome Judge(string edit, TestCase test, Result result)
    {
        ImmutableArray<TestFailure>.Builder failures = ImmutableArray.CreateBuilder<TestFailure>();
        foreach (Expectation expectation in test.Expectations)
        {
            if (!ExpectationCheck.IsMet(expectation, result))
            {
                failures.Add(new TestFailure(expectation.Place, expectation.Text, FoundText.Of(expectation, result)));
            }
        }

        return new TestOutcome(edit, test.Title, test.Place, true, failures.ToImmutable());
    }
}

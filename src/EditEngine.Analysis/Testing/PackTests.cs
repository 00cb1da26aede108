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
        return Run(pack, filter, static _ => true, tests => [.. tests.Select(one => RunOne(one.Edit, one.Test, evaluate))]);
    }

    /// <summary>Runs tests side by side; the report is the same.</summary>
    /// <param name="pack">The compiled pack.</param>
    /// <param name="evaluate">Decides a claim, safe from any thread.</param>
    /// <param name="filter">Which tests.</param>
    /// <param name="takes">Of which edits.</param>
    internal static TestReport RunBeside(CompileResult pack, Func<Claim, DateOnly, Result> evaluate, TestFilter filter, Func<string, bool> takes) =>
        Run(pack, filter, takes, tests => [.. tests.AsParallel().AsOrdered().Select(one => RunOne(one.Edit, one.Test, evaluate))]);

    private static TestReport Run(
        CompileResult pack, TestFilter filter, Func<string, bool> takes, Func<IReadOnlyList<(string Edit, TestCase Test)>, ImmutableArray<TestOutcome>> run)
    {
        EditTests[] edits = [.. pack.Tests.Where(edit => filter.TakesEdit(edit.Edit, edit.Place.File) && takes(edit.Edit))];
        return new TestReport(
            run([.. edits.SelectMany(edit => edit.Cases.Where(test => filter.TakesTitle(test.Title)).Select(test => (edit.Edit, test)))]),
            [.. edits.Where(edit => edit.Cases.IsEmpty).Select(edit => new UntestedEdit(edit.Edit, edit.Place))]);
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

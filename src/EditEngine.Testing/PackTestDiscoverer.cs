using System.ComponentModel;
using EditEngine.Analysis.Testing;
using Xunit.Sdk;
using Xunit.v3;

namespace EditEngine.Testing;

/// <summary>Makes the cases of <see cref="PackTestsAttribute"/>: each with the line of its test in the rule file.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PackTestDiscoverer : IXunitTestCaseDiscoverer
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, IXunitTestMethod testMethod, IFactAttribute factAttribute)
    {
        ArgumentNullException.ThrowIfNull(testMethod);
        ArgumentNullException.ThrowIfNull(factAttribute);
        string pack = ((PackTestsAttribute)factAttribute).Pack; // It is the discoverer of no other.
        PackSuite suite = OpenedSuites.Of(pack);
        string? wrong = suite.Problems.Length > 0 ? string.Join('\n', suite.Problems.Select(problem => problem.ToString()))
            : suite.Tests.IsEmpty ? $"The pack '{pack}' has no tests."
            : testMethod.Parameters.Count != 1 || testMethod.Parameters.Single().ParameterType != typeof(PackTest) ? $"{testMethod.MethodName} takes one {nameof(PackTest)}, and runs it."
            : null;
        IReadOnlyCollection<IXunitTestCase> cases = wrong is null
            ? [.. suite.Tests.Select(test => CaseOf(testMethod, factAttribute, pack, test))]
            : [new ExecutionErrorTestCase(testMethod, pack, UniqueIDGenerator.ForTestCase(testMethod.UniqueID, null, [pack]), factAttribute.SourceFilePath, factAttribute.SourceLineNumber, wrong)];
        return new ValueTask<IReadOnlyCollection<IXunitTestCase>>(cases);
    }

    private static XunitTestCase CaseOf(IXunitTestMethod method, IFactAttribute fact, string pack, SuiteTest test)
    {
        PackTest argument = new(pack, test);
        return new XunitTestCase(
            method,
            argument.ToString(),
            UniqueIDGenerator.ForTestCase(method.UniqueID, null, [argument]),
            fact.Explicit,
            skipReason: fact.Skip,
            skipType: fact.SkipType,
            skipUnless: fact.SkipUnless,
            skipWhen: fact.SkipWhen,
            traits: new Dictionary<string, HashSet<string>>(StringComparer.OrdinalIgnoreCase) { ["Edit"] = [test.Edit], ["Pack"] = [pack] },
            testMethodArguments: [argument],
            sourceFilePath: test.File,
            sourceLineNumber: test.Line,
            timeout: fact.Timeout);
    }
}

using EditEngine.Analysis.Boundaries;
using EditEngine.Analysis.Testing;
using EditEngine.Diagnostics;
using Xunit;

namespace EditEngine.Tests.Boundaries;

/// <summary>A small pack, and tests that are written into it.</summary>
internal static class VisitRules
{
    public const string Text = """
        pack sample version "1"
        dates by date of service
        reasons
          BUNDLED = CO 97
          UNITS   = CO 151

        codes @bypass : modifier = { 25, 57 }

        edit VISIT "A visit on the day of a minor procedure"
          effective 2024-01-01 ..
          for each  professional line v, other line x  with same date
          when      v.procedure in { 99211-99215 } and x.procedure = 11721 and v.units > 1
          unless    v has modifier in @bypass  because "distinct"
          then      deny v  reason BUNDLED

          test "denied"
            claim professional
              line 1: 99213 x2 on 2025-03-04
              line 2: 11721 on 2025-03-04
            expect line 1 denied by VISIT reason BUNDLED
        end
        """;

    public static CompileResult Compile(string text)
    {
        CompileResult result = EditCompiler.Compile(PackSources.FromText("one.edit", text), CompileOptions.Default);
        Assert.DoesNotContain(result.Diagnostics, problem => problem.Severity == Severity.Error);
        return result;
    }

    /// <summary>The text with a test in an edit.</summary>
    public static string With(string text, string edit, GeneratedTest test)
    {
        int at = text.IndexOf($"edit {edit} ", StringComparison.Ordinal);
        int end = text.IndexOf("\nend", at, StringComparison.Ordinal);
        return text.Insert(end, "\n" + string.Join('\n', test.Lines("written")));
    }

    /// <summary>How many tests of a text fail.</summary>
    public static TestReport Run(CompileResult compiled)
    {
        PreparedPack pack = new(compiled.Pack!); // It compiled.
        return PackTests.Run(compiled, (claim, asOf) => pack.Evaluate(claim, asOf), TestFilter.All);
    }
}

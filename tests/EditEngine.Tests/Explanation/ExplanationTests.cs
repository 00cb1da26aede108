using EditEngine.Analysis.Explanation;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Interpretation;
using Xunit;

namespace EditEngine.Tests.Explanation;

public sealed class ExplanationTests
{
    private const string Rules = """
        pack p version "1"
        edit X "x"
          effective 2024-01-01 ..
          for each  line v
          when      v.procedure in { 99213, 99214 }
          and       v.units > 1
          then      warn v
        end
        """;

    [Fact]
    public void Each_line_is_explained_condition_by_condition_with_its_values()
    {
        Claim claim = new()
        {
            Id = "C1",
            Type = ClaimType.Professional,
            Lines =
            [
                new ServiceLine { Number = 1, Procedure = Code.From(CodeSystem.Procedure, "99213"), Units = 2, From = new DateOnly(2024, 5, 1) },
                new ServiceLine { Number = 2, Procedure = Code.From(CodeSystem.Procedure, "99213"), From = new DateOnly(2024, 5, 1) },
                new ServiceLine { Number = 3, Procedure = Code.From(CodeSystem.Procedure, "20610"), Units = 2, From = new DateOnly(2024, 5, 1) },
            ],
        };
        BoundPack pack = TestPacks.Bind(Rules);
        EditTrace trace = EditTracer.Trace(pack, pack.Edits[0], claim, new DateOnly(2024, 6, 1), place => Rules.Substring(place.Start, place.Length));
        string text = ExplanationText.Of(trace);

        Assert.Equal(["fires", "not evaluated", "nothing"], trace.Subjects.Select(subject => subject.Tuples[0].Outcome));
        Assert.Contains("v.units: 2", text, StringComparison.Ordinal);
        Assert.Contains("missing: line 2 units", text, StringComparison.Ordinal);
        Assert.Contains("no       when      v.procedure in { 99213, 99214 }", text, StringComparison.Ordinal);
    }
}

using EditEngine.Analysis.Testing;
using EditEngine.Diagnostics;
using EditEngine.Tests.Packs;
using Xunit;

namespace EditEngine.Tests.Notation;

/// <summary>Claims that a pack names once: over its files, over packs that extend it, and through changes of their texts.</summary>
public sealed class NamedClaimTests
{
    private const string Edits = """
        edit VISIT "Visits"
          for each  line v
          when      v.procedure = 99213
          then      review v
          test "a visit"
            claim of "a visit"
            expect line 1 reviewed by VISIT
        end

        """;

    private const string Visit = "claim \"a visit\"\n  claim professional\n    line 1: 99213 on 2025-03-04\n";

    [Fact]
    public void Tests_of_other_files_take_a_claim_over() => Assert.Equal("VISIT a visit: passed", Ran(Of(("a-edits.edit", Edits), ("b-claims.edit", Visit)).Result));

    [Fact]
    public void A_pack_takes_over_claims_of_its_base_and_names_its_own_in_their_place()
    {
        using PackOnDisk disk = new(
            ("edits.json", "{}"),
            ("base/base.edit", "pack base version \"1\"\n" + Visit + Visit.Replace("a visit", "another", StringComparison.Ordinal)),
            ("acme/acme.edit", "pack acme version \"1\" extends base\n" + Visit.Replace("99213", "99214", StringComparison.Ordinal) + Edits + Edits.Replace("VISIT", "OTHER", StringComparison.Ordinal).Replace("a visit", "another", StringComparison.Ordinal)));
        CompileResult result = EditCompiler.Compile(Path.Combine(disk.Path, "acme"));
        Assert.Empty(result.Diagnostics.Where(one => one.Severity == Severity.Error));
        Assert.Equal("VISIT a visit: failed, OTHER another: passed", Ran(result));
    }

    [Fact]
    public void A_mistake_in_the_base_is_told_of_the_base_and_its_claim_lends_nothing()
    {
        using PackOnDisk disk = new(
            ("edits.json", "{}"),
            ("base/base.edit", "pack base version \"1\"\n" + Visit.Replace("99213", "9921X", StringComparison.Ordinal)),
            ("acme/acme.edit", "pack acme version \"1\" extends base\n" + Edits));
        Assert.Equal(["EDIT0903"], Errors(EditCompiler.Compile(Path.Combine(disk.Path, "base"))));
        Assert.Empty(Errors(EditCompiler.Compile(Path.Combine(disk.Path, "acme"))));
        Assert.Equal("VISIT a visit: unread", Ran(EditCompiler.Compile(Path.Combine(disk.Path, "acme"))));
    }

    // A change of a claim is noticed by the tests of other files, and one beside it is not.
    [Theory]
    [InlineData("99213", "99214", "VISIT a visit: failed")]
    [InlineData("99213", "9921X", "VISIT a visit: unread")]
    [InlineData("\"a visit\"", "\"a vist\"", "VISIT a visit: unread")]
    [InlineData("claim \"a visit\"", "-- moved down\nclaim \"a visit\"", "VISIT a visit: passed")]
    [InlineData("claim \"a visit\"", Visit + "claim \"two\"", "VISIT a visit: passed")]
    public void A_changed_claim_is_taken_over_as_it_is(string text, string other, string expected)
    {
        string filler = string.Concat(Enumerable.Range(0, 6).Select(at => $"codes @s{at} : procedure = {{ 1172{at} }}\n"));
        PackCompilation before = Of(("a-edits.edit", Edits), ("b-claims.edit", filler + Visit + filler.Replace("@s", "@t", StringComparison.Ordinal)));
        Assert.Equal("VISIT a visit: passed", Ran(before.Result));
        string changed = (filler + Visit + filler.Replace("@s", "@t", StringComparison.Ordinal)).Replace(text, other, StringComparison.Ordinal);
        PackCompilation after = before.WithText("b-claims.edit", changed);
        Assert.Equal(expected, Ran(after.Result));
        Assert.Equal(Of(("a-edits.edit", Edits), ("b-claims.edit", changed)).Result.Diagnostics.Select(one => one.ToString()), after.Result.Diagnostics.Select(one => one.ToString()));
        Assert.Equal("VISIT a visit: passed", Ran(after.WithText("b-claims.edit", filler + Visit).Result));
    }

    private static PackCompilation Of(params (string File, string Text)[] texts) =>
        EditCompiler.Open(PackSources.FromTexts(texts.Select(text => KeyValuePair.Create(text.File, text.Text))), CompileOptions.Default);

    private static IEnumerable<string> Errors(CompileResult result) => result.Diagnostics.Where(one => one.Severity == Severity.Error).Select(one => one.Id);

    private static string Ran(CompileResult result)
    {
        Evaluator evaluator = result.Rules!.CreateEvaluator(); // A mistake in a test keeps no pack from running.
        return string.Join(", ", PackTests.Run(result, (claim, asOf) => evaluator.Evaluate(claim, asOf), TestFilter.All).Tests.Select(test => $"{test.Edit} {test.Title}: {(test.HasPassed ? "passed" : test.IsReadable ? "failed" : "unread")}"));
    }
}

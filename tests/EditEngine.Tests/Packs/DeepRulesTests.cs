using EditEngine.Analysis.Linting;
using EditEngine.Claims;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Interpretation;
using EditEngine.Compiler.Lowering;
using EditEngine.Compiler.Syntax;
using EditEngine.Diagnostics;
using EditEngine.Outcomes;
using Xunit;

namespace EditEngine.Tests.Packs;

/// <summary>However deep rules are, nothing overflows a small stack: what is too deep is told, and what is taken can be run.</summary>
public sealed class DeepRulesTests
{
    private static readonly DateOnly Today = new(2026, 2, 1);

    public static TheoryData<string, int> Cases => [.. DeepRules.Forms.SelectMany(form => new[] { 3, 24, 38, 45, 62, 95, 190, 3_000 }.Select(depth => new TheoryDataRow<string, int>(form, depth)))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Deep_rules_fit_a_small_stack(string form, int depth) => SmallStack.Run(() => CompileAndRun(DeepRules.Make(form, depth)));

    // How much of a stack a step takes is the runtime's choice, and grows where it runs often: not much more than what every look at the stack leaves is enough.
    [Theory]
    [InlineData("quantifier", 60)]
    [InlineData("count", 60)]
    [InlineData("sum over", 60)]
    [InlineData("sum in parentheses", 60)]
    [InlineData("or else", 190)]
    [InlineData("not in parentheses", 60)]
    public void Steps_inside_one_another_find_room(string form, int depth)
    {
        CompileResult result = Compile(DeepRules.Make(form, depth));
        Evaluator evaluator = result.Rules!.CreateEvaluator(); // Taken, as the test above says.
        Claim claim = result.Tests[0].Cases[0].Claim!; // It has no mistake.
        Claim open = claim with { Lines = [claim.Lines[0] with { Units = null }] };
        SmallStack.Run(
            () =>
            {
                _ = evaluator.Evaluate(claim, Today);
                _ = evaluator.Evaluate(open, Today);
            },
            160 * 1024);
    }

    [Fact]
    public void Each_form_is_taken_while_it_is_shallow()
    {
        string[] never = ["open", "member", "brace"];
        Assert.Equal(never, DeepRules.Forms.Where(form => Compile(DeepRules.Make(form, 3)).Pack is null).Order(StringComparer.Ordinal).Reverse());
    }

    [Theory]
    [InlineData("parentheses")]
    [InlineData("not")]
    [InlineData("and")]
    [InlineData("plus")]
    [InlineData("of")]
    [InlineData("quantifier")]
    [InlineData("message")]
    [InlineData("open")]
    public void A_clause_of_a_hundred_thousand_is_told(string form) => SmallStack.Run(() =>
    {
        CompileResult result = Compile(DeepRules.Make(form, 100_000));
        Assert.Contains(result.Diagnostics, one => one.Severity == Severity.Error && one.Place is SourceSpan);
    });

    [Theory]
    [InlineData("definition", 60)]
    [InlineData("definition of a sum", 25)]
    [InlineData("definition of a choice", 30)]
    [InlineData("definition of a count", 20)]
    [InlineData("condition", 25)]
    [InlineData("kind", 500)]
    [InlineData("set", 500)]
    [InlineData("let", 60)]
    [InlineData("sum in parentheses", 60)]
    [InlineData("definition used twice", 11)]
    public void What_people_write_is_far_from_the_bounds(string form, int depth) => Assert.NotNull(Compile(DeepRules.Make(form, depth)).Pack);

    [Theory]
    [InlineData("definition used twice")]
    [InlineData("kind twice")]
    [InlineData("is kind")]
    [InlineData("let twice")]
    [InlineData("argument")]
    public void What_doubles_is_told_where_it_becomes_too_large(string form)
    {
        Diagnostic told = Assert.Single(Compile(DeepRules.Make(form, 40)).Diagnostics, one => one.Severity == Severity.Error);
        Assert.Equal("EDIT0290", told.Id);
        Assert.Equal(form is "argument" ? 8 : form is "let twice" ? 19 : told.Place is SourceSpan place ? place.Line : 0, (told.Place as SourceSpan)?.Line);
    }

    private static CompileResult Compile(string rules) => EditCompiler.Compile(PackSources.FromText("rules.edit", rules), CompileOptions.Default);

    private static void CompileAndRun(string rules)
    {
        PackSources sources = PackSources.FromText("rules.edit", rules);
        CompileResult result = EditCompiler.Compile(sources, CompileOptions.Default);
        _ = SyntaxPrinter.Print(sources.Chain[0].Trees[0]).Length;
        if (result.Pack is not BoundPack pack)
        {
            Assert.Contains(result.Diagnostics, one => one.Severity == Severity.Error);
            return;
        }

        RulePack steps = PackLowering.Lower(pack);
        _ = PackFingerprint.HashOf(pack.Edits[0]).Length + BoundPrinter.Print(pack).Length + PlanPrinter.Print(steps).Length;
        _ = HistoryNeeds.Of(pack).Length + CostBound.Of(pack, ClaimMaxima.Default).Length + PackLints.Of(sources, pack, CancellationToken.None).Length;
        Claim claim = result.Tests[0].Cases[0].Claim!; // It has no mistake.
        Result interpreted = new Interpreter(pack, steps.Label, false).Evaluate(claim, Today);
        Result run = steps.CreateEvaluator(new EvaluatorOptions()).Evaluate(claim, Today);
        Assert.Equal(interpreted.Findings.Length, run.Findings.Length);
    }
}

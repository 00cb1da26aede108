using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Interpretation;
using EditEngine.Compiler.Lowering;
using EditEngine.Compiler.Packs;
using EditEngine.Diagnostics;
using EditEngine.Outcomes;
using Xunit;

namespace EditEngine.Tests.Packs;

public sealed class ScopeTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("scopes").FullName;

    public ScopeTests()
    {
        Write("edits.json", "{}");
        Write("base/base.edit", """
            pack base version "1"
            edit X "x"
              parameter @most : units = 3
              for each  line v
              when      v.units > @most
              then      warn v
            end
            """);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData("OH", "HMO", "5 units", false)]
    [InlineData("OH", "PPO", "5 units", true)]
    [InlineData("MI", "PPO", "4 units", true)]
    [InlineData(null, "PPO", "4 units", null)]
    [InlineData(null, "PPO", "6 units", true)]
    public void The_more_specific_override_wins(string? state, string product, string units, bool? fires)
    {
        CompileResult compiled = Compile("""
            pack payer version "1" extends base
            override X for state = "OH" set @most = 4
            override X for state in { OH, MI } and product = "HMO" set @most = 5
            """);
        Assert.Equal(fires, Fires(compiled, state, product, units));
    }

    [Fact]
    public void Overrides_of_equal_rank_that_meet_and_differ_are_a_mistake_with_an_example()
    {
        CompileResult compiled = Compile("""
            pack payer version "1" extends base
            override X for state in { OH, MI } set @most = 4
            override X for state in { MI, IN } set @most = 5
            """);
        Diagnostic conflict = Assert.Single(compiled.Diagnostics, one => one.Id == "EDIT0720");
        Assert.Contains("state = \"MI\"", conflict.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("override X for state in { OH } set @most = 4\noverride X for state in { MI } set @most = 5")]
    [InlineData("override X for state in { OH } set @most = 4\noverride X for state in { OH } set @most = 4")]
    [InlineData("override X for state in { OH } set @most = 4\noverride X for product = \"HMO\" set @most = 5")]
    public void Scopes_that_do_not_meet_or_say_the_same_or_differ_in_rank_are_none(string overrides) =>
        Assert.DoesNotContain(Compile($"pack payer version \"1\" extends base\n{overrides}\n").Diagnostics, one => one.Id == "EDIT0720");

    [Theory]
    [InlineData("disable X because \"no\"", "OH", false)]
    [InlineData("disable X for state = \"OH\" because \"no\"", "OH", false)]
    [InlineData("disable X for state = \"OH\" because \"no\"", "MI", true)]
    [InlineData("disable X from 2024-01-01 because \"no\"", "OH", false)]
    [InlineData("disable X from 2026-01-01 because \"no\"", "OH", true)]
    public void A_disabled_edit_finds_nothing_where_it_is_disabled(string clause, string state, bool fires) =>
        Assert.Equal(fires, Fires(Compile($"pack payer version \"1\" extends base\n{clause}\n"), state, "PPO", "9 units"));

    [Theory]
    [InlineData("OH", FindingState.Bypassed)]
    [InlineData("MI", FindingState.Active)]
    public void An_added_exception_holds_in_its_scope(string state, FindingState expected)
    {
        CompileResult compiled = Compile("""
            pack payer version "1" extends base
            extend X for state = "OH" with
              unless v.units < 100 because "agreed"
            """);
        Assert.Equal(expected, Assert.Single(Evaluate(compiled, state, "PPO", 9).Findings).State);
    }

    private static bool? Fires(CompileResult compiled, string? state, string product, string units)
    {
        Result result = Evaluate(compiled, state, product, decimal.Parse(units.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture));
        return result.NotEvaluated.Length > 0 ? null : result.Findings.Any(finding => finding.State == FindingState.Active);
    }

    private static Result Evaluate(CompileResult compiled, string? state, string product, decimal units)
    {
        Assert.DoesNotContain(compiled.Diagnostics, one => one.Severity == Severity.Error);
        Claim claim = new()
        {
            Id = "C",
            Type = ClaimType.Professional,
            State = state,
            Product = product,
            Lines = [new ServiceLine { Number = 1, Procedure = Code.From(CodeSystem.Procedure, "99213"), Units = units, From = new DateOnly(2025, 3, 4) }],
        };
        DateOnly asOf = new(2025, 6, 1);
        Result byRules = new Interpreter(compiled.Pack!, "p", historyActions: false).Evaluate(claim, asOf); // Without errors there is a pack.
        Result bySteps = PackLowering.Lower(compiled.Pack!).CreateEvaluator().Evaluate(claim, asOf); // Without errors there is a pack.
        Assert.Equal(byRules.Findings.Select(finding => (finding.State, finding.Line)), bySteps.Findings.Select(finding => (finding.State, finding.Line)));
        return byRules;
    }

    private CompileResult Compile(string rules)
    {
        Write("payer/payer.edit", rules);
        return EditCompiler.Compile(PackReader.Read(Path.Combine(_root, "payer")), CompileOptions.Default);
    }

    private void Write(string name, string text)
    {
        string path = Path.Combine(_root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!); // A file has a folder.
        File.WriteAllText(path, text);
    }
}

using System.Globalization;
using EditEngine.Codes;
using EditEngine.Compiler.Symbols;
using Xunit;

namespace EditEngine.Tests.Packs;

/// <summary>Rules that are large rather than deep: taken in linear time, or told.</summary>
public sealed class LargeRulesTests
{
    private const string Head = "pack large version \"1\"\ndates by date of service\n";

    [Fact]
    public void A_hundred_thousand_codes_are_a_set() =>
        Assert.NotNull(Compile($"codes @s : procedure = {{ {string.Join(", ", Enumerable.Range(0, 90_000).Select(i => Digits(10_000 + i)))} }}\n{Edit("X", "v.procedure in @s")}").Pack);

    [Fact]
    public void Ten_thousand_edits_are_a_pack() =>
        Assert.Equal(10_000, Compile(string.Concat(Enumerable.Range(0, 10_000).Select(i => Edit($"X-{Digits(i)}", $"v.units > {Digits(i)}")))).Pack?.Edits.Length);

    [Fact]
    public void A_chain_of_ten_thousand_sets_and_one_of_five_thousand_kinds_are_taken()
    {
        Assert.NotNull(Compile(DeepRules.Make("kind", 5_000)).Pack);
        Assert.NotNull(Compile(DeepRules.Make("set", 10_000)).Pack);
    }

    [Theory]
    [InlineData("@s149", "10001", true)]
    [InlineData("@s149", "10149", true)]
    [InlineData("@s149", "10150", false)]
    [InlineData("@s150 - @s120", "10121", true)]
    [InlineData("@s150 - @s120", "10120", false)]
    [InlineData("@s120 & @s150", "10120", true)]
    [InlineData("@s120 & @s150", "10121", false)]
    public void A_set_at_the_end_of_a_long_chain_holds_what_all_before_it_hold(string set, string code, bool holds)
    {
        string chain = string.Concat(Enumerable.Range(0, 151).Select(i => $"codes @s{i} : procedure = {(i == 0 ? "{ 10000 }" : $"@s{i - 1} + {{ {10_000 + i} }}")}\n"));
        CompileResult result = Compile($"{chain}codes @asked : procedure = {set}\n{Edit("X", "v.procedure in @asked")}");
        CodeSetSymbol asked = Assert.Single(result.Pack!.CodeSets, one => one.Name == "asked"); // There is no mistake.
        Assert.Equal(holds, asked.Set.Contains(Code.From(CodeSystem.Procedure, code).Packed, 0));
    }

    [Fact]
    public void Chains_of_sets_that_all_are_asked_for_are_told_where_they_hold_too_much()
    {
        string rules = string.Concat(Enumerable.Range(0, 6_000).Select(i => $"codes @s{i} : procedure = {(i == 0 ? "{ 10000 }" : $"@s{i - 1} + {{ {10_000 + (2 * i)} }}")}\n{Edit($"X-{Digits(i)}", $"v.procedure in @s{i}")}"));
        Assert.Equal("EDIT0294", Assert.Single(Compile(rules).Diagnostics).Id);
    }

    [Fact]
    public void A_chain_of_twenty_thousand_definitions_is_told_once() =>
        Assert.Equal("EDIT0291", Assert.Single(Compile(DeepRules.Make("definition", 20_000)).Diagnostics).Id);

    [Fact]
    public void A_clause_of_a_million_words_is_told() =>
        Assert.Equal("EDIT0192", Assert.Single(Compile(Edit("X", $"v.units in {{ {string.Join(", ", Enumerable.Repeat("1", 500_000))} }}")).Diagnostics).Id);

    [Fact]
    public void Edits_that_are_large_together_are_told()
    {
        string doubling = string.Concat(Enumerable.Range(0, 12).Select(i => $"define d_{(char)('a' + i)} of x : {(i == 0 ? "x.units" : $"d_{(char)('a' + i - 1)} of x + d_{(char)('a' + i - 1)} of x")}\n"));
        CompileResult result = Compile(doubling + string.Concat(Enumerable.Range(0, 300).Select(i => Edit($"X-{Digits(i)}", "d_l of v > 1"))));
        Assert.Equal("EDIT0292", Assert.Single(result.Diagnostics).Id);
    }

    [Fact]
    public void More_tests_than_a_pack_may_have_are_told()
    {
        string values = string.Join(", ", Enumerable.Range(0, 200_001).Select(i => Digits(10_000 + (i % 90_000))));
        CompileResult result = Compile(Edit("X", "v.units > 1").Replace("end\n", $"  test each c in {{ {values} }} \"a code\"\n    claim professional\n      line 1: c x3 on 2026-01-01\n    expect nothing from X\nend\n", StringComparison.Ordinal));
        Assert.Equal("EDIT0295", Assert.Single(result.Diagnostics).Id);
    }

    [Fact]
    public void Mistakes_by_the_thousand_are_told_in_the_time_of_their_number()
    {
        CompileResult result = Compile(string.Concat(Enumerable.Range(0, 3_000).Select(i => Edit($"X-{Digits(i)}", $"n_{Letters(i)} of v > 1"))));
        Assert.Equal(3_000, result.Diagnostics.Length);
        Assert.All(result.Diagnostics, one => Assert.True(one.Message.Length < 2_000));
    }

    private static CompileResult Compile(string rules) => EditCompiler.Compile(PackSources.FromText("rules.edit", Head + rules), CompileOptions.Default);

    private static string Edit(string id, string when) => $"edit {id} \"x\"\n  for each  line v\n  when      {when}\n  then      review v\nend\n";

    private static string Digits(int number) => number.ToString("00000", CultureInfo.InvariantCulture);

    private static string Letters(int number) => string.Concat(Digits(number).Select(digit => (char)('a' + digit - '0')));
}

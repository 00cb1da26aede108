using System.Globalization;
using System.Text;
using EditEngine.Claims;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Emit;
using EditEngine.Compiler.Lowering;
using EditEngine.Compiler.Packs;
using EditEngine.Tests.Differential;
using Xunit;

namespace EditEngine.Tests.Compiled;

/// <summary>Rules that no one writes by hand: their code compiles, does not outgrow them, and says what every execution says.</summary>
public sealed class OddRulesTests
{
    // Of text an edit may become.
    private const int MostText = 2_000_000;

    public static TheoryData<string, string> Rules => new()
    {
        { "conditions inside one another", Edit("", Nested(60, "v.units > 1 and ", "v.units > 2 or ")) },
        { "negations inside one another", Edit("", Nested(60, "v.units > 1 and not ", "v.units > 2 or not ")) },
        { "quantifiers inside one another", Edit("", Quantifiers(12)) },
        { "a sum of choices", Edit(Choices(6, 12), "(chb of v) + (chc of v) + (chd of v) + (che of v) + (chf of v) > (chg of v)") },
        { "choices that choices lead to", Edit(Chain(14), "(cho of v) * 1.5 > 2") },
        { "many conditions", Edit("", string.Join(" or ", Enumerable.Range(0, 390).Select(i => string.Create(CultureInfo.InvariantCulture, $"v.units = {i}.5"))) + " or v.units = 1") },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void Its_code_compiles_and_says_the_same(string name, string rules)
    {
        BoundPack pack = new TestedPack(name, [rules], new NoReferenceFiles()).Bind();
        Assert.InRange(PackCompiler.SourceOf(PackLowering.Lower(pack)).Length, 1, MostText);
        Claim claim = CompiledClaimTests.Of([CompiledClaimTests.Line(1, "99213"), CompiledClaimTests.Line(2, "99214") with { Units = 7 }]);
        Assert.Null(new Executions(pack, historyActions: true).Run(claim, new DateOnly(2024, 6, 1)).Difference);
    }

    private static char Letter(int i) => (char)('a' + i);

    private static string Edit(string definitions, string condition) => $"""
        pack tested version "1"
        dates by date of service
        reasons
          ONE = CO 97
        {definitions}
        edit E "E"
          for each  line v
          when      {condition}
          then      deny v  reason ONE
        end
        """;

    private static string Nested(int depth, string odd, string even)
    {
        StringBuilder text = new();
        for (int i = 0; i < depth; i++)
        {
            text.Append(i % 2 == 0 ? odd : even).Append('(');
        }

        return text.Append("v.units > 0").Append(')', depth).ToString();
    }

    private static string Quantifiers(int depth) =>
        Enumerable.Range(0, depth).Aggregate("v.units > 3", (inner, i) => string.Create(CultureInfo.InvariantCulture, $"any line x{i} has (x{i}.units >= v.units and {inner})"));

    private static string Choices(int count, int branches) => string.Join(
        '\n', Enumerable.Range(1, count).Select(i =>
            $"define ch{Letter(i)} of x : " + string.Join(", ", Enumerable.Range(1, branches).Select(b => string.Create(CultureInfo.InvariantCulture, $"{b}.5 if x.units = {b}"))) + ", otherwise x.units"));

    private static string Chain(int count) => "define cha of x : 1.5 if x.units > 1, otherwise x.units\n" + string.Join(
        '\n', Enumerable.Range(1, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"define ch{Letter(i)} of x : 2.5 if (ch{Letter(i - 1)} of x) > 1, 3.5 if x.units = {i}, otherwise x.units")));
}

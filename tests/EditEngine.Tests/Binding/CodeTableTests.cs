using EditEngine.Diagnostics;
using EditEngine.Tests.Packs;
using Xunit;

namespace EditEngine.Tests.Binding;

public sealed class CodeTableTests
{
    private const string Diagnoses = "code,valid,from,through\nO24,0,,\nO24.4,0,,\nO24.410,1,2015-10-01,\nO24.419,1,2015-10-01,2023-09-30\nJ02.9,1,,\n";
    private const string Hcpcs = "code,from,through\nG0008,2000-01-01,\nG0009,2000-01-01,2020-12-31\nG0009,2022-01-01,2022-12-31\n";

    [Theory]
    [InlineData("v.procedure = G0008", "")]
    [InlineData("v.procedure = G0007", "EDIT0413 There is no procedure code G0007 in the pack's code table. Nearest there: G0008, G0009.")]
    [InlineData("v.procedure in { G0001-G0009 }", "")]
    [InlineData("v.procedure in { G0001-G0007 }", "EDIT0413 There is no procedure code G0001-G0007 in the pack's code table.")]
    [InlineData("v.procedure = 99999", "")] // CPT has no table here
    [InlineData("v has diagnosis in { O24.410, O24* }", "")]
    [InlineData("v has diagnosis in { O24-O30 }", "")]
    [InlineData("v has diagnosis in { O25* }", "EDIT0413 There is no diagnosis code O25* in the pack's code table.")]
    [InlineData("v has diagnosis in { O24.411 }", "EDIT0413 There is no diagnosis code O24.411 in the pack's code table. Nearest there: O24.410, O24.419.")]
    [InlineData("v has diagnosis in { O24.4 }", "EDIT0415 O24.4 is a category with codes below it, and no claim can bill it. Write O24.4* for all that lies under it.")]
    [InlineData("v has diagnosis in { O24.419 from 2023-10-01 }", "EDIT0414 O24.419 is valid from 2015-10-01 until 2023-09-30, and never from 2024-01-01. *")]
    [InlineData("v.procedure = G0009", "EDIT0414 G0009 is valid from 2000-01-01 until 2020-12-31 and from 2022-01-01 until 2022-12-31, and never from 2024-01-01. *")]
    [InlineData("v.place is valid", "EDIT0416 *")]
    [InlineData("v.modifiers is valid", "EDIT0310 *")]
    public void A_code_that_is_written_down_is_looked_up(string condition, string expected)
    {
        CompileResult result = Compile($"""
            edit A "A sample"
              effective 2024-01-01 ..
              for each  line v
              when      {condition}
              then      review v
            end
            """);
        AssertLike(expected, string.Join('\n', result.Diagnostics.Select(one => $"{one.Id} {string.Join(' ', new[] { one.Seen, one.Fits, one.Help }.Where(part => part is not null))}")));
    }

    [Theory]
    [InlineData("CPT", "99213, 0001F, 0001T", "")]
    [InlineData("CPT", "G0008", "EDIT0401 rules.edit(1,20)")]
    [InlineData("CPT", "99213-99215, D0120", "EDIT0401 rules.edit(1,33)")]
    [InlineData("HCPCS", "G0008, J0*", "")]
    [InlineData("HCPCS", "D0120", "EDIT0401 rules.edit(1,22)")]
    [InlineData("CDT", "D0120-D0140", "")]
    [InlineData("procedure", "99213, G0008, D0120", "")]
    [InlineData("procedure", "9921X", "EDIT0401 rules.edit(1,26)")]
    [InlineData("diagnosis", "QA0.0101, O24.410", "")]
    [InlineData("diagnosis", "QA0.01018", "EDIT0401 rules.edit(1,26)")]
    public void A_set_of_one_family_holds_its_codes_alone(string family, string codes, string expected)
    {
        CompileResult result = EditCompiler.Compile(PackSources.FromText("rules.edit", $"codes @x : {family} = {{ {codes} }}\npack p version \"1\"\n"), CompileOptions.Default);
        Assert.Equal(expected, PackOnDisk.Shown(result.Diagnostics));
    }

    [Theory]
    [InlineData("codes @b : procedure = @a + { 99215 }\ncodes @a : procedure = { 99213 }\n", "")]
    [InlineData("codes @a : procedure = @b\ncodes @b : procedure = @c\ncodes @c : procedure = @a\n", "EDIT0210 rules.edit(3,24)")]
    [InlineData("codes @a : procedure = @a + { 99213 }\n", "EDIT0210 rules.edit(1,24)")]
    public void Sets_stand_in_any_order_but_in_no_circle(string rules, string expected)
    {
        CompileResult result = EditCompiler.Compile(PackSources.FromText("rules.edit", rules + "pack p version \"1\"\n"), CompileOptions.Default);
        Assert.Equal(expected, PackOnDisk.Shown(result.Diagnostics.Where(one => one.Severity == Severity.Error)));
    }

    [Fact]
    public void A_code_table_that_cannot_be_read_is_told_once()
    {
        using PackOnDisk disk = new(("a.edit", "pack p version \"1\"\ncodes of place from \"no.csv\"\nedit A \"A sample\"\n  for each  line v\n  when      v.place is valid\n  then      review v\nend\n"));
        Assert.Equal("EDIT0403 a.edit(2,21)", PackOnDisk.Shown(disk.Compile().Diagnostics));
    }

    private static CompileResult Compile(string edit)
    {
        using PackOnDisk disk = new(
            ("dx.csv", Diagnoses),
            ("hcpcs.csv", Hcpcs),
            ("a.edit", "pack p version \"1\"\ncodes of diagnosis from \"dx.csv\" dated from .. through\ncodes of HCPCS from \"hcpcs.csv\" dated from .. through\n" + edit));
        return disk.Compile();
    }

    private static void AssertLike(string expected, string actual)
    {
        if (expected.EndsWith('*') && !expected.Contains("O25*", StringComparison.Ordinal))
        {
            Assert.StartsWith(expected[..^1], actual, StringComparison.Ordinal);
            Assert.DoesNotContain("\n", actual, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(expected, actual);
        }
    }
}

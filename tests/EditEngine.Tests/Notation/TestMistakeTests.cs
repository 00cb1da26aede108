using System.Collections.Immutable;
using EditEngine.Diagnostics;
using Xunit;

namespace EditEngine.Tests.Notation;

public sealed class TestMistakeTests
{
    private const string Whole = "claim professional\nline 1: 99213 on 2024-05-02\n";

    [Theory]
    [InlineData("[clam] professional", "EDIT0901", "claim")]
    [InlineData("claim [profesional]\nline 1: 99213 on 2024-05-02\nexpect clean", "EDIT0902", "professional")]
    [InlineData("claim professional\nline 1: [9921] on 2024-05-02\nexpect clean", "EDIT0903", null)]
    [InlineData("claim professional\nline 1: 99213-[2]-59 on 2024-05-02\nexpect clean", "EDIT0903", null)]
    [InlineData("claim professional\nline 1: 99213 on [2024-02-30]\nexpect clean", "EDIT0903", null)]
    [InlineData("claim professional\nline 1: 99213 on[]\nexpect clean", "EDIT0904", null)]
    [InlineData("claim professional\nline 1: 99213 on 2024-05-02 [speciality] 20\nexpect clean", "EDIT0905", "specialty")]
    [InlineData("claim professional [line_of_busines] \"x\"\nline 1: 99213 on 2024-05-02\nexpect clean", "EDIT0905", "line_of_business")]
    [InlineData("claim professional [facts.x] 1\nline 1: 99213 on 2024-05-02\nexpect clean", "EDIT0905", null)]
    [InlineData("claim professional [billing] 1\nline 1: 99213 on 2024-05-02\nexpect clean", "EDIT0903", null)]
    [InlineData("claim professional\n[claim] dental\nline 1: 99213 on 2024-05-02\nexpect clean", "EDIT0907", null)]
    [InlineData("claim professional\nline 1: 99213 on 2024-05-02\n[line 1: 99214]\nexpect clean", "EDIT0909", null)]
    [InlineData("claim professional\n[line 1: 99213]\nexpect clean", "EDIT0910", null)]
    [InlineData("claim professional\nline 1: 99213 on 2024-05-02 for 1, [2]\nexpect clean", "EDIT0911", null)]
    [InlineData("claim professional\nline 1: [99213-25-59-76-77-XE] on 2024-05-02\nexpect clean", "EDIT0913", null)]
    [InlineData(Whole + "line 2 [99213] on 2024-05-02\nexpect clean", "EDIT0902", null)]
    [InlineData(Whole + "history [piad] 99213 on 2024-05-02\nexpect clean", "EDIT0902", "paid")]
    [InlineData(Whole + "fact [office_visit] 3\nexpect clean", "EDIT0915", "office_visits")]
    [InlineData(Whole + "[evidence] current\nexpect clean", "EDIT0916", null)]
    [InlineData(Whole + "missing [procesed]\nexpect clean", "EDIT0905", "processed")]
    [InlineData(Whole + "missing line [2] units\nexpect clean", "EDIT0911", null)]
    [InlineData(Whole + "missing line 1 [unit]\nexpect clean", "EDIT0905", "units")]
    [InlineData(Whole + "expect [claen]", "EDIT0902", null)]
    [InlineData(Whole + "expect line [2] clean", "EDIT0911", null)]
    [InlineData(Whole + "expect line 1 [deneid] by A", "EDIT0902", "denied")]
    [InlineData(Whole + "expect line 1 denied [bye] A", "EDIT0902", "by")]
    [InlineData(Whole + "expect line 1 clean [by] A", "EDIT0902", null)]
    [InlineData(Whole + "expect line 1 denied by[]", "EDIT0904", null)]
    [InlineData(Whole + "expect line 1 reduced to [half]", "EDIT0903", null)]
    [InlineData(Whole + "expect history [H7] line 1 recouped", "EDIT0911", null)]
    [InlineData(Whole + "expect suggestion [1] pended by A", "EDIT0911", null)]
    [InlineData(Whole + "expect nothing [of] A", "EDIT0902", null)]
    public void A_mistake_has_one_diagnostic_at_its_place(string body, string id, string? meant)
    {
        ImmutableArray<Diagnostic> diagnostics = NotatedTest.Diagnostics(body, out string place);
        Diagnostic diagnostic = Assert.Single(diagnostics);
        Assert.Equal($"{id} {place}", $"{diagnostic.Id} {NotatedTest.PlaceOf(diagnostic)}");
        string? told = diagnostic.Help?.StartsWith("Did you mean", StringComparison.Ordinal) == true ? diagnostic.Help.Split('\'')[1] : null;
        Assert.Equal(meant, told);
    }

    [Theory]
    [InlineData("line 1: 99213 on 2024-05-02\nexpect clean", "EDIT0906")]
    [InlineData("claim professional\nexpect clean", "EDIT0908")]
    [InlineData(Whole, "EDIT0912")]
    public void What_a_test_lacks_is_told_at_its_title(string body, string id)
    {
        NotatedTest.Read("test \"t\"", body.TrimEnd(), out ImmutableArray<Diagnostic> diagnostics);
        Diagnostic diagnostic = Assert.Single(diagnostics);
        Assert.Equal($"{id} a.edit(8,8) 3", $"{diagnostic.Id} {NotatedTest.PlaceOf(diagnostic)}");
    }

    [Fact]
    public void A_mistake_in_a_filled_in_value_is_told_once_where_its_braces_stand()
    {
        ImmutableArray<Diagnostic> diagnostics = NotatedTest.Diagnostics(
            "claim professional\nline 1: 99213-[{m}] on 2024-05-02\nexpect clean", out string place, "test each m in { 245, 251 } \"{m}\"");
        Assert.Equal($"EDIT0903 {place}", $"{diagnostics.Single().Id} {NotatedTest.PlaceOf(diagnostics.Single())}");
    }

    [Fact]
    public void Braces_around_another_name_stand_for_nothing()
    {
        ImmutableArray<Diagnostic> diagnostics = NotatedTest.Diagnostics(
            "claim professional\nline 1: 99213 on 2024-05-02 modifiers [{n}]25\nexpect clean", out string place, "test each m in { 24, 25 } \"{m}\"");
        Assert.Equal($"EDIT0917 {place}", $"{diagnostics.Single().Id} {NotatedTest.PlaceOf(diagnostics.Single())}");
        Assert.Equal("Did you mean '{m}'?", diagnostics.Single().Help);
    }

    [Fact]
    public void A_test_of_no_value_is_told()
    {
        NotatedTest.Read("test each m in {} \"{m}\"", Whole + "expect clean", out ImmutableArray<Diagnostic> diagnostics);
        Assert.Equal("EDIT0918", Assert.Single(diagnostics).Id);
    }

    [Fact]
    public void Mistakes_of_several_lines_are_told_each()
    {
        NotatedTest.Read("test \"t\"", "claim professional\nline 1: 9921 on 2024-05-02\npatient X\nexpect lin 1 clean", out ImmutableArray<Diagnostic> diagnostics);
        Assert.Equal(["EDIT0903", "EDIT0905", "EDIT0902"], diagnostics.Select(diagnostic => diagnostic.Id));
    }
}

using EditEngine.Compiler.Editing;
using EditEngine.Diagnostics;
using Xunit;

namespace EditEngine.Tests.Editing;

public sealed class RenameTests
{
    private const string Sets = """
        pack sample version "1"
        reasons
          UNITS = CO 151
        codes @minor : procedure = { 11721 }
        table @limits
          key code : procedure
          value : units
          | code  | value |
          | 11721 | 1     |
        define counted h : history line
          where h.status = paid

        """;

    private const string Edits = """
        edit A "a"
          for each  line v, counted h
          when      v.procedure in @minor and row r in @limits for v.procedure and r.value < v.units
          then      deny v  reason UNITS
          message   "{v.date} {r.value}"
          test "t"
            claim professional
              line 1: 11721 on 2025-03-04
            expect line 1 denied by A reason UNITS
        end

        """;

    [Theory]
    [InlineData("when      v.procedure in @minor and")]
    [InlineData("when      v.procedure in @minor and (")]
    [InlineData("when      in in @minor")]
    [InlineData("wen       v.procedure in @minor")]
    public void In_clauses_that_are_half_written(string clause)
    {
        string edits = $"edit A \"a\"\n  for each  line v\n  {clause}\n  then      review v\nend\n";
        MarkedPack pack = MarkedPack.OfTexts(("a-sets.edit", Sets.Replace("codes @min", "codes @min‸", StringComparison.Ordinal)), ("b-edits.edit", edits));
        RenamedName renamed = Rename.To(pack.Pack, pack.File, pack.Offset, "small");
        Assert.Null(renamed.Refused);
        Assert.Equal(edits.Replace("@minor", "@small", StringComparison.Ordinal), pack.Changed("b-edits.edit", renamed.Changes));
    }

    [Theory]
    [InlineData("in @min", "small", "@minor", "@small")]
    [InlineData("edit ", "A-1", "edit A ", "edit A-1 ", "denied by A ", "denied by A-1 ")]
    [InlineData("reason ", "MANY", "UNITS", "MANY")]
    [InlineData("each  line ", "x", "line v,", "line x,", "v.procedure", "x.procedure", "< v.units", "< x.units", "deny v ", "deny x ", "{v.date}", "{x.date}")]
    [InlineData("r.", "most", "value", "most ", "most  :", "most :", "most .", "most.")]
    [InlineData("v, ", "settled", "counted", "settled")]
    public void In_all_files_tests_and_messages(string before, string newName, params string[] replaced)
    {
        MarkedPack pack = MarkedPack.OfTexts(("a-sets.edit", Sets), ("b-edits.edit", Edits.Insert(Edits.IndexOf(before, StringComparison.Ordinal) + before.Length, "‸")));
        RenamedName renamed = Rename.To(pack.Pack, pack.File, pack.Offset, newName);
        Assert.Null(renamed.Refused);
        string sets = pack.Changed("a-sets.edit", renamed.Changes);
        string edits = pack.Changed("b-edits.edit", renamed.Changes);
        if (newName != "most")
        {
            Assert.Equal(Replaced(Sets, replaced), sets);
            Assert.Equal(Replaced(Edits, replaced), edits);
        }

        CompileResult again = EditCompiler.Compile(PackSources.FromTexts([KeyValuePair.Create("a-sets.edit", sets), KeyValuePair.Create("b-edits.edit", edits)]), CompileOptions.Default);
        Assert.DoesNotContain(again.Diagnostics, one => one.Severity == Severity.Error);
        Assert.DoesNotContain(newName == "most" ? "value" : replaced[0], sets + edits, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("in @min", "limits", "There is a 'limits' already.")]
    [InlineData("in @min", "two words", "'two words' is no name")]
    [InlineData("each  line ", "when", "'when' is a word of the language.")]
    [InlineData("each  line ", "h", "There is a 'h' already.")]
    [InlineData("v.proce", "code", "Nothing that the pack names stands here.")]
    public void What_cannot_be_renamed_says_why(string before, string newName, string expected)
    {
        MarkedPack pack = MarkedPack.OfTexts(("a-sets.edit", Sets), ("b-edits.edit", Edits.Insert(Edits.IndexOf(before, StringComparison.Ordinal) + before.Length, "‸")));
        Assert.StartsWith(expected, Rename.To(pack.Pack, pack.File, pack.Offset, newName).Refused, StringComparison.Ordinal);
    }

    private static string Replaced(string text, string[] replaced)
    {
        for (int i = 0; i < replaced.Length; i += 2)
        {
            text = text.Replace(replaced[i], replaced[i + 1], StringComparison.Ordinal);
        }

        return text;
    }
}

using EditEngine.Compiler.Editing;
using EditEngine.Compiler.Text;
using Xunit;

namespace EditEngine.Tests.Editing;

/// <summary>Outlines, folding, colours and layout of a file.</summary>
public sealed class FileViewsTests
{
    private const string Rules = """
        pack sample version "1"
        -- two lines
        -- of comment
        codes @minor : procedure = { 11721 }
        edit A "first"
          for each  line v
          when      v.procedure in @minor
          then      review v
          test "one"
            claim professional
              line 1: 11721 on 2025-03-04
            expect line 1 reviewed by A
        end
        edit B "second"
          when (

        """;

    private static EditingPack Pack(string text) => MarkedPack.OfTexts(("rules.edit", text + "‸")).Pack;

    [Fact]
    public void An_outline_names_declarations_and_tests()
    {
        Assert.Equal(
            ["Pack sample 1", "CodeSet @minor procedure", "Edit A first [one]", "Edit B second"],
            FileOutline.Of(Pack(Rules), "rules.edit").Select(one => $"{one.Kind} {one.Name} {one.Detail}{(one.Below.IsEmpty ? "" : $" [{string.Join(", ", one.Below.Select(test => test.Name))}]")}"));
        Assert.Equal(["B"], FileOutline.Find(Pack(Rules), "secon").Select(one => one.Entry.Name));
    }

    [Fact]
    public void Declarations_tests_and_comments_fold()
    {
        LinePositions lines = new(Rules, ColumnUnit.Utf16);
        Assert.Equal(
            ["5-13", "9-12", "14-15", "2-3 comment"],
            Folding.Of(Pack(Rules), "rules.edit").Select(one => $"{lines.Of(one.Span.Start).Line + 1}-{lines.Of(one.Span.End).Line + 1}{(one.IsComment ? " comment" : "")}"));
    }

    [Fact]
    public void Names_are_coloured_by_what_they_mean() =>
        Assert.Equal(["when:Keyword", "v:Name", ".:Sign", "procedure:Field", "in:Keyword", "@minor:AtName"], ColoursOf("  when      v.procedure in @minor"));

    [Fact]
    public void The_words_that_begin_lines_of_tests_are_coloured_alike()
    {
        Assert.Equal(["claim:Keyword"], ColoursOf("    claim professional"));
        Assert.Equal(["expect:Keyword", "line:Keyword", "1:Code", "by:Keyword", "A:Edit"], ColoursOf("    expect line 1 reviewed by A"));
    }

    private static IEnumerable<string> ColoursOf(string line)
    {
        int start = Rules.IndexOf(line, StringComparison.Ordinal);
        return TokenColours.Of(Pack(Rules), "rules.edit", new TextSpan(start, line.Length)).Select(one => $"{Rules.Substring(one.Span.Start, one.Span.Length)}:{one.Colour}");
    }

    [Theory]
    [InlineData("edit X \"x\"\n  for each line v\nwhen v.units>1\n\n\n  then review v\nend\n")]
    [InlineData("-- why\nedit X \"x\"\n    for each  line v\n  when      v.units > 1\n  then      review v\nend")]
    public void The_layout_as_changes_is_the_layout(string text)
    {
        MarkedPack pack = MarkedPack.OfTexts(("rules.edit", text + "‸"));
        string formatted = Formatter.Format(pack.Pack.Find("rules.edit")!.Value.Tree);
        Assert.NotEqual(text, formatted);
        Assert.Equal(formatted, pack.Changed("rules.edit", FileLayout.Of(pack.Pack, "rules.edit")));
    }

    [Fact]
    public void Of_a_selection_only_its_lines_change()
    {
        const string Text = "edit X \"x\"\n  for each line v\n  when v.units>1\n  then review v\nend\n";
        MarkedPack pack = MarkedPack.OfTexts(("rules.edit", Text + "‸"));
        TextSpan line = new(Text.IndexOf("when", StringComparison.Ordinal), 4);
        Assert.Equal(Text.Replace("when v.units>1", "when      v.units > 1", StringComparison.Ordinal), pack.Changed("rules.edit", FileLayout.Of(pack.Pack, "rules.edit", line)));
    }

    [Theory]
    [InlineData("edit X \"x\"\n‸", "edit X \"x\"\n  ")]
    [InlineData("edit X \"x\"\n  for each  line v\n‸", "edit X \"x\"\n  for each  line v\n  ")]
    [InlineData("edit X \"x\"\n  test \"t\"\n‸", "edit X \"x\"\n  test \"t\"\n    ")]
    [InlineData("edit X \"x\"\n  test \"t\"\n    claim professional\n    ‸", "edit X \"x\"\n  test \"t\"\n    claim professional\n      ")]
    public void A_new_line_is_indented(string text, string expected)
    {
        MarkedPack pack = MarkedPack.OfTexts(("rules.edit", text));
        Assert.Equal(expected, FileLayout.OfNewLine(pack.Pack, pack.File, pack.Offset) is TextChange change ? pack.Changed("rules.edit", [change]) : pack.TextOf("rules.edit"));
    }
}

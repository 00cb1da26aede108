using System.Diagnostics;
using System.Text;
using EditEngine.Compiler.Syntax;
using EditEngine.Diagnostics;
using Xunit;

namespace EditEngine.Tests.Syntax;

public sealed class ClumsyFileTests
{
    private const string Good = "edit X \"x\"\n  for each line v\n  when v.units > 1\n  then deny v\nend\n";

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("-- nothing but a comment")]
    [InlineData("\uFEFF")]
    public void An_empty_file_is_an_empty_tree(string text)
    {
        SyntaxTree tree = SyntaxSamples.ParseClean(text);
        Assert.Empty(tree.Declarations);
        Assert.Equal(text, SyntaxSamples.Joined(tree));
    }

    [Theory]
    [InlineData("\n", "\r\n")]
    [InlineData("  ", "\t")]
    [InlineData("edit", "\uFEFFedit")]
    [InlineData("end\n", "end")]
    [InlineData("end\n", "end   \n\n\n")]
    public void Line_ends_tabs_and_marks_do_not_matter(string old, string now)
    {
        SyntaxTree tree = SyntaxSamples.ParseClean(Good.Replace(old, now, StringComparison.Ordinal));
        Assert.Equal(TreeText.Of(SyntaxSamples.ParseClean(Good)), TreeText.Of(tree));
    }

    [Fact]
    public void Binary_and_two_byte_text_are_refused_once()
    {
        byte[] bytes = [0x7F, 0x45, 0x4C, 0x46, 0, 0, 1, 2, 3];
        Assert.Equal("EDIT0138", SyntaxSamples.Parse(Encoding.Latin1.GetString(bytes)).Diagnostics.Single().Id);
        Assert.Equal("EDIT0138", SyntaxSamples.Parse(Encoding.UTF8.GetString(Encoding.Unicode.GetBytes(Good))).Diagnostics.Single().Id);
    }

    [Fact]
    public void A_file_beyond_the_limit_is_refused() =>
        Assert.Equal("EDIT0139", SyntaxSamples.Parse(new string(' ', (32 * 1024 * 1024) + 1)).Diagnostics.Single().Id);

    [Theory]
    [InlineData("(", ")")]
    [InlineData("not (", ")")]
    [InlineData("- (", ")")]
    [InlineData("any v has (", ")")]
    [InlineData("{", "}")]
    public void Deep_nesting_is_refused_with_one_diagnostic(string open, string close)
    {
        foreach (int depth in (int[])[65, 5_000, 100_000])
        {
            string condition = string.Concat(string.Concat(Enumerable.Repeat(open, depth)), "a", string.Concat(Enumerable.Repeat(close, depth)));
            SyntaxTree tree = SyntaxSamples.Parse(Good.Replace("v.units > 1", condition, StringComparison.Ordinal));
            Assert.Equal("EDIT0137", tree.Diagnostics.Single().Id);
        }
    }

    [Theory]
    [InlineData("a", " and a")]
    [InlineData("a", " or a")]
    [InlineData("a", " + a")]
    [InlineData("a", ".a")]
    [InlineData("a", " of a")]
    [InlineData("a", " or else a")]
    [InlineData("not", " not")]
    public void Endless_chains_are_refused_with_one_diagnostic(string first, string more)
    {
        string condition = first + string.Concat(Enumerable.Repeat(more, 50_000));
        Assert.Equal("EDIT0137", SyntaxSamples.Parse(Good.Replace("v.units > 1", condition, StringComparison.Ordinal)).Diagnostics.Single().Id);
    }

    [Fact]
    public void Nesting_that_is_allowed_fits_on_a_small_stack()
    {
        string condition = string.Concat(Enumerable.Repeat("not (any v has (", 32)) + "a" + string.Concat(Enumerable.Repeat("))", 32));
        string chain = "a" + string.Concat(Enumerable.Repeat(" and a", 390));
        SyntaxTree? deep = null;
        SyntaxTree? wide = null;
        Thread thread = new(
            () =>
            {
                deep = SyntaxSamples.Parse(Good.Replace("v.units > 1", condition, StringComparison.Ordinal));
                wide = SyntaxSamples.Parse(Good.Replace("v.units > 1", chain, StringComparison.Ordinal));
            },
            512 * 1024);
        thread.Start();
        thread.Join();
        Assert.Empty(deep!.Diagnostics);
        Assert.Empty(wide!.Diagnostics);
    }

    [Theory]
    [InlineData("-- ", "x")]
    [InlineData("codes @a : CPT = { 1", ", 1")]
    [InlineData("edit X \"", "x")]
    [InlineData("edit X \"x\" when a ", ") ")]
    [InlineData("", "\"")]
    [InlineData("", "a ")]
    [InlineData("", "edit ")]
    [InlineData("", "{")]
    [InlineData("edit X \"x\"\n", "when \n")]
    [InlineData("edit X \"x\"\nwhen a in b\n", "for \n")]
    [InlineData("edit X \"x\"\nunless a\n", "owner \n")]
    [InlineData("", "1-")]
    [InlineData("", "1.")]
    [InlineData("", "é")]
    public void Much_of_anything_takes_linear_time(string start, string repeated)
    {
        string text = start + string.Concat(Enumerable.Repeat(repeated, 200_000 / repeated.Length));
        Stopwatch watch = Stopwatch.StartNew();
        SyntaxTree tree = SyntaxSamples.Parse(text);
        Assert.Equal(text, SyntaxSamples.Joined(tree));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(15), $"{watch.Elapsed}");
    }

    [Fact]
    public void An_odd_blank_is_told_once_and_breaks_nothing()
    {
        SyntaxTree tree = SyntaxSamples.Parse(Good.Replace(" > ", "\u00A0>\u00A0", StringComparison.Ordinal));
        Assert.Equal(Severity.Warning, tree.Diagnostics.Single().Severity);
        Assert.False(tree.Declarations.OfType<EditSyntax>().Single().HasErrors);
    }
}

using EditEngine.Compiler.Editing;
using EditEngine.Compiler.Syntax;
using EditEngine.Tests.Syntax;
using Xunit;

namespace EditEngine.Tests.Editing;

public sealed class FormatterTests
{
    public static TheoryData<string> Samples => SyntaxSamples.All;

    [Theory]
    [MemberData(nameof(Samples))]
    public void Formatting_twice_is_formatting_once_and_keeps_the_tree(string name)
    {
        SyntaxTree tree = SyntaxSamples.Parse(SyntaxSamples.Read(name));
        string once = Formatter.Format(tree);
        SyntaxTree again = SyntaxSamples.ParseClean(once);
        Assert.Equal(TreeText.Of(tree), TreeText.Of(again));
        Assert.Equal(Comments(tree), Comments(again));
        Assert.Equal(once, Formatter.Format(again));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Squeezed_and_spread_files_keep_their_tree(string name)
    {
        foreach (Func<string, string> change in (Func<string, string>[])[Squeezed, Spread, Tabbed])
        {
            string text = change(SyntaxSamples.Read(name));
            SyntaxTree tree = SyntaxSamples.ParseClean(text);
            string once = Formatter.Format(tree);
            SyntaxTree again = SyntaxSamples.ParseClean(once);
            Assert.Equal(TreeText.Of(tree), TreeText.Of(again));
            Assert.Equal(once, Formatter.Format(again));
        }
    }

    [Theory]
    [InlineData("E01.edit")]
    [InlineData("E04.edit")]
    [InlineData("E12.edit")]
    [InlineData("E16.edit")]
    [InlineData("common.edit")]
    public void A_well_laid_out_file_stays_as_it_is(string name)
    {
        string text = SyntaxSamples.Read(name);
        Assert.Equal(text, Formatter.Format(SyntaxSamples.Parse(text)));
    }

    [Fact]
    public void A_careless_edit_gets_the_layout()
    {
        const string Careless = """
            define   x v :line where v.units>1
            edit  X   "x" retro
            -- why
             for each line v,line  w with same date
             when v.date in w.date -1 day..w.date+ 90 days -- near
               and not(v has modifier in{24,Z *} )
             unless v.units = -1 because "one" until 2027-01-01


             then deny v reason UNITS  overridable where v.units>2
             test "t"
             claim professional
               line 1:  99213
             expect clean
            end
            table @t key a:CPT
               |a|bb|
               |99213| c |
            """;
        const string Expected = """
            define x v : line  where v.units > 1
            edit X "x"  retro
              -- why
              for each  line v, line w  with same date
              when      v.date in w.date - 1 day .. w.date + 90 days  -- near
              and       not (v has modifier in { 24, Z* })
              unless    v.units = -1  because "one"  until 2027-01-01

              then      deny v  reason UNITS  overridable where v.units > 2
              test "t"
                claim professional
                  line 1:  99213
                expect clean
            end
            table @t key a : CPT
              | a     | bb |
              | 99213 | c  |

            """;
        Assert.Equal(Expected, Formatter.Format(SyntaxSamples.ParseClean(Careless)));
    }

    [Fact]
    public void A_claim_with_a_name_is_laid_out_as_one_of_a_test()
    {
        const string Careless = "claim   \"two\" -- for all\n      claim professional\n        line 1:  99213\n\n\n\n      without line 2\nclaim \"three\"\nclaim of \"two\"\n";
        const string Expected = "claim \"two\"  -- for all\n  claim professional\n    line 1:  99213\n\n  without line 2\nclaim \"three\"\n  claim of \"two\"\n";
        Assert.Equal(Expected, Formatter.Format(SyntaxSamples.ParseClean(Careless)));
    }

    [Fact]
    public void A_file_with_a_syntax_error_is_returned_as_it_is()
    {
        const string Broken = "edit X \"x\"\n   when (\n";
        Assert.Equal(Broken, Formatter.Format(SyntaxSamples.Parse(Broken)));
    }

    private static IEnumerable<string> Comments(SyntaxTree tree) =>
        tree.Tokens.Where(token => token.Kind == TokenKind.Comment).Select(token => tree.Source.Slice(token.Span).TrimEnd());

    /// <summary>Runs of blanks inside lines become one.</summary>
    private static string Squeezed(string text) =>
        string.Join('\n', text.Split('\n').Select(line => line[..^line.TrimStart().Length] + string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))));

    private static string Spread(string text) => text.Replace(" ", "   ", StringComparison.Ordinal).Replace("\n", "\r\n\r\n\r\n", StringComparison.Ordinal);

    private static string Tabbed(string text) => text.Replace("  ", "\t", StringComparison.Ordinal);
}

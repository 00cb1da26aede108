using System.Globalization;
using EditEngine.Claims;
using EditEngine.Outcomes;
using Xunit;

namespace EditEngine.Conformance;

/// <summary>What changes nothing of the meaning changes nothing of what is found.</summary>
public sealed class MetamorphicTests
{
    public static TheoryData<string> Cases => [.. Corpus.Names("good", ".edit").Where(name => !Corpus.Read(name).Contains("-- file: ", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Other_names_find_the_same(string name) => AssertSame(name, Renaming.Of, static evaluate => evaluate);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Blanks_and_comments_find_the_same(string name) =>
        AssertSame(name, static text => text.Replace("\n  ", "  -- a comment\n\n       ", StringComparison.Ordinal), static evaluate => evaluate);

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_order_of_lines_and_history_finds_the_same(string name) =>
        AssertSame(name, static text => text, static evaluate => (claim, asOf) => evaluate(Backwards(claim), asOf));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Another_culture_finds_the_same(string name) => AssertSame(name, static text => text, static evaluate => (claim, asOf) =>
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = Foreign;
        try
        {
            return evaluate(claim, asOf);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    });

    // The runtime knows no cultures by name here: this one writes numbers and dates otherwise.
    private static CultureInfo Foreign { get; } = MakeForeign();

    private static CultureInfo MakeForeign()
    {
        CultureInfo culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NegativeSign = "−";
        culture.DateTimeFormat.ShortDatePattern = "dd.MM.yyyy";
        return culture;
    }

    private static Claim Backwards(Claim claim) => claim with
    {
        Lines = [.. claim.Lines.Reverse()],
        History = claim.History.IsDefault ? default : [.. claim.History.Reverse()],
    };

    private static void AssertSame(string name, Func<string, string> change, Func<Func<Claim, DateOnly, Result>, Func<Claim, DateOnly, Result>> otherwise)
    {
        string text = Corpus.Read(name);
        CompileResult before = CasePack.Compile(name, text);
        CompileResult after = CasePack.Compile(name, change(text));
        Assert.Empty(after.Diagnostics.Select(one => one.ToString()));
        string found = FindingsText.Of(before, Execution.Interpreted(before.Pack!).Evaluate); // It has no mistake, and was not changed to have one.
        Assert.Equal(found, FindingsText.Of(before, otherwise(Execution.Interpreted(after.Pack!).Evaluate))); // The same.
        Assert.Equal(found, FindingsText.Of(before, otherwise(EditEngine.Compiler.Lowering.PackLowering.Lower(after.Pack!)
            .CreateEvaluator(new EvaluatorOptions { HistoryActions = true }).Evaluate))); // The same.
    }
}

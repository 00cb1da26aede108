using System.Globalization;
using System.Text.RegularExpressions;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using Xunit;

namespace EditEngine.Conformance;

/// <summary>The fingerprint of a pack follows what it means: the form it is taken of is what it was, and what must change it does, and nothing else.</summary>
public sealed partial class FingerprintTests
{
    public static TheoryData<string> Cases => [.. Corpus.Names("good", ".edit")];

    public static TheoryData<string> OneFile => MetamorphicTests.Cases;

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_form_is_as_before(string name) => Baseline.Compare(name, ".meaning", PackFingerprint.Write(PackOf(name, Corpus.Read(name))));

    [Theory]
    [MemberData(nameof(OneFile))]
    public void Other_names_mean_the_same(string name) => AssertSame(name, Renaming.Of);

    [Fact]
    public void Every_kind_of_node_is_written_in_some_form()
    {
        IEnumerable<Type> written = Cases.SelectMany(row => PackOf(row.Data, Corpus.Read(row.Data)).Edits).SelectMany(BoundTree.All).Select(node => node.GetType()).Distinct();
        IEnumerable<string> left = typeof(BoundNode).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(BoundNode)) && !type.IsAbstract).Except(written).Select(type => type.Name);

        // A mistake has no form that counts, and a tuple is taken apart where it is used.
        Assert.Equal(["BoundError", "BoundTuple"], left.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(OneFile))]
    public void Blanks_and_comments_mean_the_same(string name) =>
        AssertSame(name, static text => text.Replace("\n  ", "  -- a comment\n\n       ", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(OneFile))]
    public void Another_order_of_declarations_means_the_same(string name) => AssertSame(name, Backwards);

    [Theory]
    [MemberData(nameof(OneFile))]
    public void Every_constant_counts(string name)
    {
        string text = Corpus.Read(name);
        string before = HashOf(name, text);
        SyntaxTree tree = EditParser.Parse(new SourceText(name, text));
        List<string> wrong = [];
        int changed = 0;
        foreach (SyntaxToken token in tree.Tokens.Where(token => !IsOf<TestSyntax>(tree, token) && !IsUnused(tree, token)))
        {
            string word = text.Substring(token.Span.Start, token.Span.Length);
            if (Otherwise(token.Kind, word) is not string other)
            {
                continue;
            }

            CompileResult result = CasePack.Compile(name, text[..token.Span.Start] + other + text[token.Span.End..]);
            if (result.Pack is BoundPack pack)
            {
                changed++;
                bool isSaid = IsTitle(tree, token) || IsOf<OwnerSyntax>(tree, token);
                if ((PackFingerprint.HashOf(pack) == before) != isSaid)
                {
                    wrong.Add($"{tree.Source.PlaceOf(token.Span)}: {word} as {other}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.NotEqual(0, changed);
    }

    // Declarations in the order from last to first, below the line that names the pack.
    private static string Backwards(string text)
    {
        SyntaxTree tree = EditParser.Parse(new SourceText("backwards.edit", text));
        TextSpan[] spans = [.. tree.Declarations.Where(one => one is not PackSyntax).Select(one => one.Span).OrderByDescending(span => span.Start)];
        return text[..spans[^1].Start] + string.Join("\n\n", spans.Select(span => text.Substring(span.Start, span.Length))) + "\n";
    }

    private static string? Otherwise(TokenKind kind, string word) => kind switch
    {
        TokenKind.Date => DateOnly.ParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TokenKind.Text => word[..^1] + "x" + word[^1],
        TokenKind.Atom or TokenKind.Money => WithDigit(word),
        TokenKind.Percent => WithDigit(word),
        _ => null,
    };

    // Its last digit is another.
    private static string? WithDigit(string word)
    {
        int at = word.AsSpan().LastIndexOfAnyInRange('0', '9');
        return at < 0 ? null : $"{word[..at]}{(char)('0' + ((word[at] - '0' + 1) % 10))}{word[(at + 1)..]}";
    }

    private static bool IsTitle(SyntaxTree tree, SyntaxToken token) => tree.Declarations.OfType<EditSyntax>().Any(edit => edit.Title?.Span == token.Span);

    private static bool IsOf<T>(SyntaxTree tree, SyntaxToken token)
        where T : ClauseSyntax =>
        tree.Declarations.OfType<EditSyntax>().SelectMany(edit => edit.Clauses).OfType<T>().Any(clause => clause.Span.Start <= token.Span.Start && token.Span.End <= clause.Span.End);

    // Limits are held when a pack is checked, a claim with a name is of the tests, and a set that no edit names means nothing.
    private static bool IsUnused(SyntaxTree tree, SyntaxToken token) => tree.Declarations.Any(one => one.Span.Start <= token.Span.Start && token.Span.End <= one.Span.End && one switch
    {
        NamedClaimSyntax => true,
        LimitSyntax => true,
        CodesSyntax codes => tree.Source.Text.Split("@" + codes.Name.Text.TrimStart('@')).Length == 2,
        _ => false,
    });

    private static void AssertSame(string name, Func<string, string> change)
    {
        string text = Corpus.Read(name);
        Assert.Equal(WithoutTables(PackFingerprint.Write(PackOf(name, text))), WithoutTables(PackFingerprint.Write(PackOf(name, change(text)))));
    }

    // The names of a table's columns are part of its content, and may be those of other things.
    private static string WithoutTables(string form) => TableHash().Replace(form, "$1");

    [GeneratedRegex("(rows? \"[a-z_]+\") [0-9a-f]{64}")]
    private static partial Regex TableHash();

    private static string HashOf(string name, string text) => PackFingerprint.HashOf(PackOf(name, text));

    private static BoundPack PackOf(string name, string text)
    {
        CompileResult result = CasePack.Compile(name, text);
        Assert.Empty(result.Diagnostics.Select(one => one.ToString()));
        return Assert.IsType<BoundPack>(result.Pack);
    }
}

using System.Diagnostics;
using System.Text;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;
using Xunit;

namespace EditEngine.Tests.Syntax;

/// <summary>Whatever the text: a tree, its tokens are the text, spans lie inside, and it is quick. Seeds are printed with a failure.</summary>
public sealed class FuzzTests
{
    private static readonly string[] Texts = [.. SyntaxSamples.Names.Select(SyntaxSamples.Read)];

    [Fact]
    public void Random_characters_give_a_tree()
    {
        const string Alphabet = " \n\t\r\"@{}()|.,:;=<>+-*/&%$\\\u00A0\u201C\u2013é\uD800aeinortvEA0159#";
        for (int seed = 0; seed < 1200; seed++)
        {
            Random random = new(seed);
            StringBuilder text = new();
            for (int i = random.Next(300); i > 0; i--)
            {
                text.Append(Alphabet[random.Next(Alphabet.Length)]);
            }

            AssertHolds(text.ToString(), seed);
        }
    }

    [Fact]
    public void Random_bytes_give_a_tree()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            byte[] bytes = new byte[200];
            new Random(seed).NextBytes(bytes);
            AssertHolds(Encoding.UTF8.GetString(bytes).Replace('\0', ' '), seed);
        }
    }

    [Fact]
    public void Cut_files_give_a_tree()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            Random random = new(seed);
            string text = Texts[random.Next(Texts.Length)];
            AssertHolds(text[..random.Next(text.Length)], seed);
        }
    }

    [Fact]
    public void Mutated_files_give_a_tree()
    {
        for (int seed = 0; seed < 700; seed++)
        {
            Random random = new(seed);
            List<string> tokens = Tokens(Texts[random.Next(Texts.Length)]);
            for (int i = random.Next(1, 4); i > 0; i--)
            {
                Mutate(tokens, random);
            }

            AssertHolds(string.Concat(tokens), seed);
        }
    }

    private static void Mutate(List<string> tokens, Random random)
    {
        int at = random.Next(tokens.Count);
        int other = random.Next(tokens.Count);
        switch (random.Next(4))
        {
            case 0:
                tokens.RemoveAt(at);
                break;
            case 1:
                tokens.Insert(at, tokens[other]);
                break;
            case 2:
                (tokens[at], tokens[other]) = (tokens[other], tokens[at]);
                break;
            default:
                tokens[at] = tokens[at].Length > 2 ? tokens[at].Remove(random.Next(tokens[at].Length), 1) : tokens[at] + tokens[at];
                break;
        }
    }

    private static List<string> Tokens(string text)
    {
        SyntaxTree tree = SyntaxSamples.Parse(text);
        return [.. tree.Tokens.Select(token => tree.Source.Slice(token.Span))];
    }

    private static void AssertHolds(string text, int seed)
    {
        Stopwatch watch = Stopwatch.StartNew();
        SyntaxTree tree;
        try
        {
            tree = SyntaxSamples.Parse(text);
        }
        catch (Exception thrown)
        {
            throw new InvalidOperationException($"seed {seed} throws on:\n{text}", thrown);
        }

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"seed {seed} takes {watch.Elapsed}");
        Assert.True(text == SyntaxSamples.Joined(tree), $"seed {seed}: the tokens are not the text");
        foreach (SyntaxNode node in tree.Declarations.SelectMany(TreeText.Nodes))
        {
            Assert.True(IsInside(node.Span, text), $"seed {seed}: {node.GetType().Name} {node.Span}");
        }

        Assert.All(tree.Diagnostics, found => Assert.True(IsInside(SpanOf(found), text), $"seed {seed}: {found}"));
        Assert.Equal(tree.Diagnostics.Select(found => SpanOf(found).Start).Order(), tree.Diagnostics.Select(found => SpanOf(found).Start));
    }

    private static bool IsInside(TextSpan span, string text) => span.Start >= 0 && span.Length >= 0 && span.End <= text.Length;

    private static TextSpan SpanOf(Diagnostic found) => new(((SourceSpan)found.Place!).Start, ((SourceSpan)found.Place!).Length);
}

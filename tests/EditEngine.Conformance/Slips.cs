using System.Collections.Immutable;
using System.Text;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;

namespace EditEngine.Conformance;

/// <summary>Ways to spoil a rule file.</summary>
internal static class Slips
{
    private static readonly ImmutableArray<Func<string, Random, string>> Ways = [Bytes, Signs, Cut, Tokens, Tokens, Tokens, Clauses, Clauses];

    /// <summary>A text with slips; the same for the same random numbers.</summary>
    public static string In(string text, Random random) => Ways[random.Next(Ways.Length)](text, random);

    private static string Bytes(string text, Random random)
    {
        byte[] bytes = new byte[random.Next(200)];
        random.NextBytes(bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    private static string Signs(string text, Random random)
    {
        const string Alphabet = " \n\t\"@{}()|.,:;=<>+-*/&%$\u00A0\u201C\u2013é\uD800aeinortvEA0159#";
        StringBuilder spoilt = new(text);
        for (int i = random.Next(1, 6); i > 0; i--)
        {
            spoilt.Insert(random.Next(spoilt.Length + 1), Alphabet[random.Next(Alphabet.Length)]);
        }

        return spoilt.ToString();
    }

    private static string Cut(string text, Random random)
    {
        int from = random.Next(4) == 0 ? random.Next(text.Length) : 0;
        return text[from..random.Next(from, text.Length)];
    }

    private static string Tokens(string text, Random random)
    {
        List<string> tokens = [.. EditParser.Parse(new SourceText("slips.edit", text)).Tokens.Select(token => text.Substring(token.Span.Start, token.Span.Length))];
        int[] solid = [.. Enumerable.Range(0, tokens.Count).Where(i => !string.IsNullOrWhiteSpace(tokens[i]))];
        for (int i = random.Next(1, 4); i > 0 && solid.Length > 0; i--)
        {
            int at = solid[random.Next(solid.Length)];
            int other = solid[random.Next(solid.Length)];
            switch (random.Next(5))
            {
                case 0:
                    tokens[at] = "";
                    break;
                case 1:
                    tokens[at] += " " + tokens[at];
                    break;
                case 2:
                    (tokens[at], tokens[other]) = (tokens[other], tokens[at]);
                    break;
                case 3:
                    tokens[at] = tokens[other];
                    break;
                default:
                    tokens[at] = tokens[at].Length > 2 ? tokens[at].Remove(random.Next(tokens[at].Length), 1) : tokens[at] + "x";
                    break;
            }
        }

        return string.Concat(tokens);
    }

    private static string Clauses(string text, Random random)
    {
        List<string> lines = [.. text.Split('\n')];
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            int at = random.Next(lines.Count);
            switch (random.Next(3))
            {
                case 0:
                    lines.Insert(at, lines[random.Next(lines.Count)]);
                    break;
                case 1:
                    lines.Insert(at, lines[at]);
                    break;
                default:
                    lines.RemoveAt(at);
                    break;
            }

            if (lines.Count == 0)
            {
                return "";
            }
        }

        return string.Join('\n', lines);
    }
}

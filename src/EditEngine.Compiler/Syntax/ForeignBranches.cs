using System.Text;
using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Syntax;

/// <summary>
/// A value by cases as other languages write it, <c>case when A then 1 when B then 2 else 3 end</c> or <c>if A then 1 else 2</c>, and the same in rules: <c>1 if A, 2 if B, otherwise 3</c>.
/// </summary>
/// <param name="Word">The word it begins with, as written.</param>
/// <param name="Span">All of it.</param>
/// <param name="Meant">The form that is meant; where no <c>else</c> is written, a place for it.</param>
internal sealed record ForeignBranches(string Word, TextSpan Span, string Meant)
{
    /// <summary>The first in a row of tokens; null where there is none.</summary>
    /// <param name="tokens">The tokens of a slice.</param>
    /// <param name="text">The text of the file.</param>
    public static ForeignBranches? In(IReadOnlyList<EditToken> tokens, string text)
    {
        for (int i = 0; i + 1 < tokens.Count; i++)
        {
            bool isCase = Is(tokens[i], "case") && Is(tokens[i + 1], "when");
            if ((isCase || Is(tokens[i], "if")) && Read(tokens, i, isCase ? i + 1 : i, text) is { } read)
            {
                return read;
            }
        }

        return null;
    }

    private static ForeignBranches? Read(IReadOnlyList<EditToken> tokens, int start, int at, string text)
    {
        StringBuilder meant = new();
        string? otherwise = null;
        while (at < tokens.Count && (Is(tokens[at], "when") || Is(tokens[at], "if") || Is(tokens[at], "elseif")))
        {
            int then = Next(tokens, at + 1, "then");
            int end = Next(tokens, then + 1, "when", "else", "elseif", "end");
            if (then >= tokens.Count || then == at + 1 || end == then + 1)
            {
                return null;
            }

            meant.Append(Between(tokens, then + 1, end, text)).Append(" if ").Append(Between(tokens, at + 1, then, text)).Append(", ");
            at = end;
        }

        if (at < tokens.Count && Is(tokens[at], "else"))
        {
            int end = Next(tokens, at + 1, "end");
            otherwise = end == at + 1 ? null : Between(tokens, at + 1, end, text);
            at = end;
        }

        EditToken last = tokens[Math.Min(at, tokens.Count - 1)];
        last = Is(last, "end") || at >= tokens.Count ? last : tokens[at - 1];
        return meant.Length == 0 ? null
            : new ForeignBranches(tokens[start].Written, TextSpan.FromTo(tokens[start].StartIndex, last.End), $"{meant}otherwise {otherwise ?? "…"}");
    }

    private static bool Is(EditToken token, string word) => token.Written.Equals(word, StringComparison.OrdinalIgnoreCase);

    private static int Next(IReadOnlyList<EditToken> tokens, int from, params ReadOnlySpan<string> words)
    {
        for (int i = from; i < tokens.Count; i++)
        {
            foreach (string word in words)
            {
                if (Is(tokens[i], word))
                {
                    return i;
                }
            }
        }

        return tokens.Count;
    }

    private static string Between(IReadOnlyList<EditToken> tokens, int from, int end, string text) => text[tokens[from].StartIndex..tokens[end - 1].End];
}

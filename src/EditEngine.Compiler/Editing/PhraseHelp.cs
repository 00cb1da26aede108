using System.Collections.Immutable;
using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Editing;

/// <summary>The phrase that is being written, and which of its parts.</summary>
/// <param name="Phrase">The phrase.</param>
/// <param name="Label">As it is written.</param>
/// <param name="Parts">Where in the label each part stands.</param>
/// <param name="Active">The part at the place, from 0.</param>
internal sealed record WrittenPhrase(Phrase Phrase, string Label, ImmutableArray<TextSpan> Parts, int Active);

/// <summary>Help with phrases that take parts, as <c>days from a to b</c>.</summary>
internal static class PhraseHelp
{
    /// <summary>The innermost phrase around a place; null where none is open.</summary>
    public static WrittenPhrase? At(EditingPack pack, string file, int offset)
    {
        if (CursorPlace.Of(pack, file, offset) is not { Part: not null, Clause: not null } place || TestCompletion.IsAsked(place))
        {
            return null;
        }

        string[] words = [.. Syntax.LexedText.Read(place.Part.Source, TextSpan.FromTo(place.ClauseStart, Math.Max(place.ClauseStart, offset - place.Part.By))).Visible.Select(token => token.Written)];
        WrittenPhrase? found = null;
        for (int at = 0; at < words.Length; at++)
        {
            foreach (Phrase phrase in Phrases.All)
            {
                string[] head = phrase.Words.Split(' ');
                if (at + head.Length <= words.Length && head.AsSpan().SequenceEqual(words.AsSpan(at, head.Length)) && Open(phrase, words[(at + head.Length)..]) is int active)
                {
                    found = Written(phrase, active);
                }
            }
        }

        return found;
    }

    // Which part is being written; null where the phrase has ended before.
    private static int? Open(Phrase phrase, string[] words)
    {
        string[] between = [.. Between(phrase)];
        int depth = 0;
        int part = 0;
        foreach (string word in words)
        {
            depth += word switch { "(" or "{" => 1, ")" or "}" => -1, _ => 0 };
            if (depth < 0 || (depth == 0 && word is "and" or "or" or "reason" or "because" && part > 0))
            {
                return null;
            }

            if (part < between.Length && between[part] == word)
            {
                part++;
            }
        }

        return Math.Min(part, phrase.Parts.Length - 1);
    }

    // The word that ends each part and begins the next.
    private static IEnumerable<string> Between(Phrase phrase)
    {
        string[] pieces = phrase.Written.Split('>');
        foreach (string piece in pieces[1..^1])
        {
            string[] words = piece[..piece.IndexOf('<', StringComparison.Ordinal)].Split([' ', '(', ')', ','], StringSplitOptions.RemoveEmptyEntries);
            yield return words.Length == 0 ? "," : words[0];
        }
    }

    private static WrittenPhrase Written(Phrase phrase, int active)
    {
        ImmutableArray<TextSpan>.Builder parts = ImmutableArray.CreateBuilder<TextSpan>();
        System.Text.StringBuilder label = new();
        int start = 0;
        foreach (char c in phrase.Written)
        {
            switch (c)
            {
                case '<':
                    start = label.Length;
                    break;
                case '>':
                    parts.Add(TextSpan.FromTo(start, label.Length));
                    break;
                default:
                    label.Append(c);
                    break;
            }
        }

        return new WrittenPhrase(phrase, label.ToString(), parts.ToImmutable(), active);
    }
}

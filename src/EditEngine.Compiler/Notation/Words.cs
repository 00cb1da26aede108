using System.Collections.Immutable;
using Sprache;

namespace EditEngine.Compiler.Notation;

/// <summary>What a word of a test line is.</summary>
internal enum WordKind
{
    /// <summary>A run of letters, digits and signs: name, code, number, date, money.</summary>
    Plain,

    /// <summary>A text in double quotes.</summary>
    Text,

    /// <summary>A text whose quote is never closed.</summary>
    OpenText,

    /// <summary>A comma.</summary>
    Comma,

    /// <summary>A colon at the end of a word.</summary>
    Colon,

    /// <summary>Two dots between the ends of a range.</summary>
    Range,
}

/// <summary>One word.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">Its text, without quotes.</param>
/// <param name="Start">Offset in the filled line.</param>
/// <param name="Length">Length as written, quotes counted.</param>
internal readonly record struct Word(WordKind Kind, string Value, int Start, int Length);

/// <summary>Cuts a test line into words.</summary>
internal static class Words
{
    private static readonly Parser<Word> Text = Of(WordKind.Text, "[\"\u201C\u201D][^\"\u201C\u201D]*[\"\u201C\u201D]", text => text[1..^1]);

    private static readonly Parser<Word> OpenText = Of(WordKind.OpenText, "[\"\u201C\u201D][^\"\u201C\u201D]*", text => text[1..]);

    private static readonly Parser<Word> Comma = Of(WordKind.Comma, ",");

    private static readonly Parser<Word> Range = Of(WordKind.Range, @"\.\.");

    // The colon of an instant (08:00) belongs to its word, that of `line 1:` does not.
    private static readonly Parser<Word> Colon = Of(WordKind.Colon, @":(?=\s|$)");

    private static readonly Parser<Word> Plain = Of(WordKind.Plain, "(?:(?!\\.\\.|:(?:\\s|$))[^\\s,\"\u201C\u201D])+");

    private static readonly Parser<IEnumerable<Word>> Line =
        (from blanks in Parse.WhiteSpace.Many()
         from word in Text.Or(OpenText).Or(Comma).Or(Range).Or(Colon).Or(Plain)
         select word).Many();

    /// <summary>The words of a line; together with blanks they are the whole of it.</summary>
    public static ImmutableArray<Word> Of(string line) => [.. Line.Parse(line.TrimEnd())];

    private static Parser<Word> Of(WordKind kind, string pattern, Func<string, string>? value = null) =>
        Parse.Regex(pattern).Span().Select(span => new Word(kind, value is null ? span.Value : value(span.Value), span.Start.Pos, span.Length));
}

using System.Globalization;
using System.Text.RegularExpressions;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;

namespace EditEngine.Tests.Packs;

/// <summary>Changes of rule texts as people make them, drawn by chance: the same for the same seed.</summary>
internal sealed partial class RuleChanges(int seed)
{
    private static readonly string[] Broken = ["{", "(", "\"", "=", "end", "\n", "@", "edit", "when ", "\0", "\u00A0", "--", "define x", "pack p\n", "phases a, b\n"];
    private readonly Random _random = new(seed);

    public Random Random => _random;

    /// <summary>A changed text, and what was done.</summary>
    public (string Text, string Done) Of(string text) => _random.Next(10) switch
    {
        0 or 1 => (Constant(text), "a constant"),
        2 => (WithoutLine(text), "a line less"),
        3 => (Insert(text, Broken[_random.Next(Broken.Length)]), "broken"),
        4 => (text.Length == 0 ? text : text.Remove(_random.Next(text.Length), 1), "a character less"),
        5 => (Renamed(text), "a name"),
        6 => (Added(text), "an edit more"),
        7 => (Swapped(text), "another order"),
        8 => ("-- a comment\n\n" + text, "a comment on top"),
        _ => (WithoutDeclaration(text), "a declaration less"),
    };

    private string Constant(string text)
    {
        Match[] numbers = [.. Number().Matches(text).Cast<Match>()];
        if (numbers.Length == 0)
        {
            return text;
        }

        Match one = numbers[_random.Next(numbers.Length)];
        return string.Concat(text.AsSpan(0, one.Index), _random.Next(1, 120).ToString(CultureInfo.InvariantCulture), text.AsSpan(one.Index + one.Length));
    }

    private string WithoutLine(string text)
    {
        string[] lines = text.Split('\n');
        int at = _random.Next(lines.Length);
        return string.Join('\n', lines.Where((_, i) => i != at));
    }

    private string Insert(string text, string what) => text.Insert(_random.Next(text.Length + 1), what);

    private string Renamed(string text)
    {
        Match[] names = [.. Declared().Matches(text).Cast<Match>()];
        if (names.Length == 0)
        {
            return text;
        }

        Group name = names[_random.Next(names.Length)].Groups[1];
        return _random.Next(2) == 0
            ? text.Insert(name.Index + name.Length, "x") // Its uses are left behind.
            : Regex.Replace(text, $@"{Regex.Escape(name.Value)}\b", name.Value + "x");
    }

    private string Added(string text)
    {
        string[] edits = [.. Pieces(text).Where(piece => piece.StartsWith("edit ", StringComparison.Ordinal))];
        if (edits.Length == 0)
        {
            return text;
        }

        string one = edits[_random.Next(edits.Length)];
        string[] words = one.Split(' ', 3);
        return $"{text}\n{words[0]} {words[1]}{(_random.Next(3) == 0 ? "" : "X")} {(words.Length > 2 ? words[2] : "")}\n";
    }

    private string Swapped(string text)
    {
        string[] pieces = Pieces(text);
        if (pieces.Length < 2)
        {
            return text;
        }

        int at = _random.Next(pieces.Length - 1);
        (pieces[at], pieces[at + 1]) = (pieces[at + 1], pieces[at]);
        return string.Join("\n\n", pieces) + "\n";
    }

    private string WithoutDeclaration(string text)
    {
        string[] pieces = Pieces(text);
        int at = _random.Next(Math.Max(1, pieces.Length));
        return string.Join("\n\n", pieces.Where((_, i) => i != at)) + "\n";
    }

    private static string[] Pieces(string text) =>
        [.. EditParser.Parse(new SourceText("", text)).Declarations.Select(one => text.Substring(one.Span.Start, one.Span.Length))];

    [GeneratedRegex(@"(?<=\s)[0-9]+\b")]
    private static partial Regex Number();

    [GeneratedRegex(@"(?m)^(?:codes|table|parameter|define|fact)\s+(@?\w+)")]
    private static partial Regex Declared();
}

using System.Collections.Immutable;
using System.Globalization;
using EditEngine.Codes;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Notation;

/// <summary>
/// Reads the words of one line in turn. After the first mistake the line counts as read to its end: what follows would only be told wrongly.
/// What a reading gives after a mistake has no meaning.
/// </summary>
internal sealed class WordReader
{
    private const NumberStyles Plain = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;

    private readonly TestLine _line;
    private readonly NotationReport _report;
    private readonly ImmutableArray<Word> _words;
    private int _at;

    public WordReader(TestLine line, NotationReport report)
    {
        _line = line;
        _report = report;
        _words = Words.Of(line.Text);
        foreach (Word word in _words.Where(word => word.Kind == WordKind.OpenText))
        {
            Fail(TestDiagnostics.UnclosedText(PlaceOf(word)));
        }
    }

    /// <summary>A mistake was found.</summary>
    public bool HasFailed { get; private set; }

    public bool IsDone => HasFailed || _at >= _words.Length;

    /// <summary>The text of the line from its first word on.</summary>
    public string Line => _line.Text.Trim();

    /// <summary>The place of the whole line.</summary>
    public SourceSpan Place => _words.IsEmpty ? EndPlace : _line.PlaceOf(_words[0].Start, _words[^1].Start + _words[^1].Length - _words[0].Start);

    /// <summary>The place of the word read last.</summary>
    public SourceSpan LastPlace => PlaceOf(_words[_at - 1]);

    private SourceSpan EndPlace => _line.End;

    /// <summary>The next word; null at the end of the line.</summary>
    public Word? Peek(int ahead = 0) => !HasFailed && _at + ahead < _words.Length ? _words[_at + ahead] : null;

    /// <summary>Whether the next word is a plain one and this.</summary>
    public bool IsNext(string word) => Peek() is { Kind: WordKind.Plain } next && next.Value == word;

    public bool IsNext(WordKind kind) => Peek()?.Kind == kind;

    /// <summary>Takes the next word where it is this one.</summary>
    public bool TryTake(string word) => IsNext(word) && Advance();

    public bool TryTake(WordKind kind) => IsNext(kind) && Advance();

    /// <summary>Takes the next word where it is one of a list.</summary>
    public string? TryTakeOneOf(IEnumerable<string> words) => Peek() is { Kind: WordKind.Plain } next && words.Contains(next.Value) && Advance() ? next.Value : null;

    public void Fail(Diagnostic diagnostic)
    {
        if (!HasFailed)
        {
            _report.Add(diagnostic);
            HasFailed = true;
        }
    }

    /// <summary>Says what fits where it is about to fail, to who asks for that alone.</summary>
    public void Offer(string? what, IEnumerable<string> words)
    {
        if (!HasFailed)
        {
            _report.Offer(what, words);
        }
    }

    /// <summary>The next word is none of those that fit.</summary>
    public void FailWord(string fits, IEnumerable<string> known)
    {
        Offer(fits, known);
        if (Peek() is Word word)
        {
            Fail(TestDiagnostics.UnknownWord(PlaceOf(word), Shown(word), fits, known));
        }
        else
        {
            Fail(TestDiagnostics.EndsEarly(EndPlace, fits));
        }
    }

    /// <summary>Nothing may be left on the line.</summary>
    public void End()
    {
        if (!IsDone)
        {
            FailWord("the end of the line", []);
        }
    }

    /// <summary>The next word, which must be a plain one.</summary>
    public string ReadPlain(string what)
    {
        if (Peek() is { Kind: WordKind.Plain } word)
        {
            _at++;
            return word.Value;
        }

        FailWord(what, []);
        return "";
    }

    /// <summary>A text in quotes, or one plain word.</summary>
    public string ReadText(string what) => Peek() is { Kind: WordKind.Text } word && Advance() ? word.Value : ReadPlain(what);

    /// <summary>One word of a closed list.</summary>
    public string ReadOneOf(string what, IReadOnlyCollection<string> words)
    {
        if (TryTakeOneOf(words) is string word)
        {
            return word;
        }

        FailWord($"{what}: {string.Join(", ", words)}", words);
        return "";
    }

    public DateOnly ReadDate() =>
        ReadValue<DateOnly>("a date", "it as 2025-03-04", text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? date : null);

    public decimal ReadNumber(string what = "a number") =>
        ReadValue<decimal>(what, "digits", text => decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out decimal number) ? number : null);

    /// <summary>A number from 1.</summary>
    public int ReadOrdinal(string what) =>
        ReadValue<int>(what, "a whole number from 1", text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0 ? number : null);

    /// <summary>Cents.</summary>
    public long ReadMoney() => ReadValue("an amount of money", "it as $120.00", CentsOf);

    public decimal ReadPercent() =>
        ReadValue<decimal>("a percent", "it as 50%", text => text.EndsWith('%') && decimal.TryParse(text[..^1], Plain, CultureInfo.InvariantCulture, out decimal number) ? number : null);

    public DateTimeOffset ReadInstant() => ReadValue("a point in time", "it as 2025-03-04T10:00:00Z", InstantOf);

    /// <summary>A code. In quotes it may have any form, as a claim's may.</summary>
    public Code ReadCode(CodeSystem system)
    {
        string what = $"a {CodeSystemNames.NameOf(system)} code";
        if (Peek() is not { Kind: WordKind.Plain or WordKind.Text } word)
        {
            FailWord(what, []);
            return default;
        }

        _at++;
        return word.Kind == WordKind.Text && Code.From(system, word.Value) is { IsMissing: false } asSent ? asSent : CodeOf(system, word.Value, PlaceOf(word));
    }

    /// <summary>A code out of a part of a word.</summary>
    public Code CodeOf(CodeSystem system, string text, SourceSpan place)
    {
        Code code = Code.From(system, text);
        if (!code.FitsPattern)
        {
            Offer($"a {CodeSystemNames.NameOf(system)} code", []);
            Fail(TestDiagnostics.NotAValue(place, text, $"a {CodeSystemNames.NameOf(system)} code", CodePatterns.Describe(system)));
        }

        return code;
    }

    /// <summary>Values with commas between.</summary>
    public ImmutableArray<T> ReadList<T>(Func<T> read)
    {
        ImmutableArray<T>.Builder list = ImmutableArray.CreateBuilder<T>();
        do
        {
            list.Add(read());
        }
        while (TryTake(WordKind.Comma));
        return list.ToImmutable();
    }

    /// <summary>A plain word that a conversion takes.</summary>
    public T ReadValue<T>(string what, string form, Func<string, T?> convert)
        where T : struct
    {
        if (Peek() is not { Kind: WordKind.Plain } word)
        {
            FailWord(what, []);
            return default;
        }

        _at++;
        T? value = convert(word.Value);
        if (value is null)
        {
            Offer(what, []);
            Fail(TestDiagnostics.NotAValue(PlaceOf(word), word.Value, what, form));
        }

        return value.GetValueOrDefault();
    }

    /// <summary>The place of a part of the word read last.</summary>
    public SourceSpan PlaceInLast(int start, int length) => _line.PlaceOf(_words[_at - 1].Start + start, length);

    public SourceSpan PlaceOf(Word word) => _line.PlaceOf(word.Start, word.Length);

    public static string Shown(Word word) => word.Kind is WordKind.Text or WordKind.OpenText ? $"\"{word.Value}\"" : word.Value is "" ? "," : word.Value;

    /// <summary>Cents of a text as <c>$1,200.50</c> is not written here: a comma parts values.</summary>
    internal static long? CentsOf(string text) =>
        decimal.TryParse(text.TrimStart('$'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal dollars)
        && dollars * 100 == decimal.Truncate(dollars * 100) && dollars < 1_000_000_000m
            ? (long)(dollars * 100)
            : null;

    private static DateTimeOffset? InstantOf(string text) =>
        DateTimeOffset.TryParseExact(
            text,
            ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out DateTimeOffset instant)
            ? instant
            : null;

    private bool Advance()
    {
        _at++;
        return true;
    }
}

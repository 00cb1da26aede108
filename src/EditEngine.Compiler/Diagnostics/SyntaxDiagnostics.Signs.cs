using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Diagnostics;

/// <summary>Words and characters that are repaired without a guess: the parse goes on as if written right.</summary>
internal static partial class SyntaxDiagnostics
{
    private static readonly DiagnosticDescriptor MisspeltWordText = new(
        "EDIT0119", Severity.Error, "Misspelt word", Seen: "'{0}' starts no clause and no declaration.", Help: "Did you mean '{1}'?");

    private static readonly DiagnosticDescriptor CapitalWordText = new(
        "EDIT0120",
        Severity.Error,
        "Capitals in a word of the language",
        Seen: "'{0}' is written with capitals.",
        Fits: "Words of the language are in small letters; capitals are for codes and ids.",
        Help: "Write '{1}'.");

    private static readonly DiagnosticDescriptor CapitalsThroughoutText = new(
        "EDIT0166",
        Severity.Error,
        "Words of the language in capitals",
        Seen: "{0} words of the language are written with capitals in this file: '{1}'.",
        Fits: "Words of the language are in small letters; capitals are for codes and ids.",
        Help: "Write '{2}'.");

    private static readonly DiagnosticDescriptor NeedsThenText = new(
        "EDIT0121", Severity.Error, "Outcome without 'then'", Seen: "An outcome needs 'then' before it.", Help: "Write 'then {0}'.");

    private static readonly DiagnosticDescriptor NeedsAlsoText = new(
        "EDIT0122", Severity.Error, "Second outcome without 'also'", Seen: "A second outcome needs 'also' before it.", Help: "Write 'also {0}'.");

    private static readonly DiagnosticDescriptor ForeignSignText = new(
        "EDIT0123", Severity.Error, "Sign of another language", Seen: "'{0}' is not used.", Help: "Write '{1}'.");

    private static readonly DiagnosticDescriptor CurlyQuotesText = new(
        "EDIT0124",
        Severity.Error,
        "Curly quotes",
        Seen: "The text stands in curly quotes, as word processors make them.",
        Help: "Write straight quotes.");

    private static readonly DiagnosticDescriptor OpenQuoteText = new(
        "EDIT0125", Severity.Error, "Quote not closed", Seen: "The quote is not closed on its line.", Help: "Add '\"' where the text ends.");

    private static readonly DiagnosticDescriptor LongDashText = new(
        "EDIT0126", Severity.Error, "Long dash", Seen: "'{0}' has a long dash, as word processors make it.", Help: "Write '{1}' with a plain hyphen.");

    private static readonly DiagnosticDescriptor DateShapeText = new(
        "EDIT0127", Severity.Error, "Date in another shape", Seen: "'{0}' looks like a date.", Fits: "A date is written year-month-day.", Help: "Write '{1}'.");

    private static readonly DiagnosticDescriptor UnitJoinedText = new(
        "EDIT0128", Severity.Error, "Unit joined to its number", Seen: "'{0}' joins a number and its unit.", Help: "Write '{1}'.");

    private static readonly DiagnosticDescriptor MoneyWithCommaText = new(
        "EDIT0129",
        Severity.Warning,
        "Comma inside an amount",
        Seen: "'{0}' in a list is one amount.",
        Help: "Leave the comma out of the amount, or put a blank after it if two are meant.");

    private static readonly DiagnosticDescriptor BadCharacterText = new(
        "EDIT0130", Severity.Error, "No sign of the language", Seen: "'{0}' is no word or sign of the language.", Help: "Remove it, or put it in quotes.");

    private static readonly DiagnosticDescriptor LookalikeText = new(
        "EDIT0191",
        Severity.Error,
        "Letter of another script",
        Seen: "'{0}' here is {1}, and looks like the Latin '{2}'.",
        Fits: "Names are made of Latin letters, digits, '_' and '-'.",
        Help: "Type it anew.");

    private static readonly DiagnosticDescriptor HiddenCharacterText = new(
        "EDIT0190",
        Severity.Error,
        "Hidden character",
        Seen: "The character {0} ({1}) stands here: it is not seen, or turns or hides the text around it.",
        Help: "Remove it.");

    private static readonly DiagnosticDescriptor OddBlankText = new(
        "EDIT0131",
        Severity.Warning,
        "Blank of a word processor",
        Seen: "The blank here is not an ordinary one; it was probably pasted.",
        Help: "Write an ordinary blank; formatting the file does it everywhere.");

    /// <summary>A word at the start of a line that is nearly one of the language's.</summary>
    public static Diagnostic MisspeltWord(SourceSpan place, string word, string meant) =>
        MisspeltWordText.At(place, word, meant) with { Fix = Write(place, meant) };

    /// <summary>A word of the language with capitals.</summary>
    public static Diagnostic CapitalWord(SourceSpan place, string word, string meant) =>
        CapitalWordText.At(place, word, meant) with { Fix = Write(place, meant) };

    /// <summary>Words of the language with capitals, throughout a file.</summary>
    public static Diagnostic CapitalsThroughout(SourceSpan place, int count, string[] words) =>
        CapitalsThroughoutText.At(place, count, string.Join("', '", words), string.Join("', '", words.Select(word => word.ToLowerInvariant())));

    /// <summary>deny, pend and so on at the start of a line.</summary>
    public static Diagnostic NeedsThen(SourceSpan place, string verb) =>
        NeedsThenText.At(place, verb) with { Fix = new Fix("Add 'then'", place with { Length = 0 }, "then ") };

    /// <summary>deny then.</summary>
    public static Diagnostic VerbBeforeThen(SourceSpan place, string verb) => NeedsThenText.At(place, verb) with { Fix = Write(place, $"then {verb}") };

    /// <summary>deny, pend and so on at the start of a line after an outcome.</summary>
    public static Diagnostic NeedsAlso(SourceSpan place, string verb) =>
        NeedsAlsoText.At(place, verb) with { Fix = new Fix("Add 'also'", place with { Length = 0 }, "also ") };

    /// <summary>==, !=, a semicolon and the like; an empty replacement removes it.</summary>
    public static Diagnostic ForeignSign(SourceSpan place, string sign, string meant) =>
        ForeignSignText.At(place, sign, meant.Length == 0 ? null : meant) with { Fix = meant.Length == 0 ? new Fix("Remove it", place, "") : Write(place, meant) };

    /// <summary>A text in curly quotes.</summary>
    public static Diagnostic CurlyQuotes(SourceSpan place, string meant) => CurlyQuotesText.At(place) with { Fix = new Fix("Write straight quotes", place, meant) };

    /// <summary>A quote without its partner.</summary>
    public static Diagnostic OpenQuote(SourceSpan place, SourceSpan end) => OpenQuoteText.At(place) with { Fix = new Fix("Close the quote", end, "\"") };

    /// <summary>An en or em dash for a hyphen.</summary>
    public static Diagnostic LongDash(SourceSpan place, string text, string meant) => LongDashText.At(place, text, meant) with { Fix = Write(place, meant) };

    /// <summary>A date of another country, or without its zeros.</summary>
    public static Diagnostic DateShape(SourceSpan place, string text, string? meant) =>
        DateShapeText.At(place, text, meant) with { Fix = meant is null ? null : Write(place, meant) };

    /// <summary>60days.</summary>
    public static Diagnostic UnitJoined(SourceSpan place, string text, string meant) => UnitJoinedText.At(place, text, meant) with { Fix = Write(place, meant) };

    /// <summary>$1,250 in a list.</summary>
    public static Diagnostic MoneyWithComma(SourceSpan place, string text) => MoneyWithCommaText.At(place, text);

    /// <summary>A character that is not seen, told by its code point.</summary>
    public static Diagnostic HiddenCharacter(SourceSpan place, string codePoint, string name) =>
        HiddenCharacterText.At(place, codePoint, name) with { Fix = new Fix($"Remove {codePoint}", place, "") };

    /// <summary>A letter that looks like one that may stand in a name, and is none.</summary>
    public static Diagnostic Lookalike(SourceSpan place, string letter, string codePoint, char latin) =>
        LookalikeText.At(place, letter, codePoint, latin) with { Fix = Write(place, latin.ToString()) };

    /// <summary>Characters that are no token.</summary>
    public static Diagnostic BadCharacter(SourceSpan place, string text) => BadCharacterText.At(place, text);

    /// <summary>A no-break space or another of its kind; told once for a file.</summary>
    public static Diagnostic OddBlank(SourceSpan place) => OddBlankText.At(place) with { Fix = Write(place, " ") };

    private static Fix Write(SourceSpan place, string text) => new($"Write '{text}'", place, text);
}

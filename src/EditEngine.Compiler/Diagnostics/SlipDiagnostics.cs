using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Diagnostics;

/// <summary>Forms of other languages and habits, each with how it is written here.</summary>
internal static class SlipDiagnostics
{
    private static readonly DiagnosticDescriptor CapitalsThroughoutText = new(
        "EDIT0166",
        Severity.Error,
        "Words of the language in capitals",
        Seen: "{0} words of the language are written with capitals in this file: '{1}'.",
        Fits: "Words of the language are in small letters; capitals are for codes and ids.",
        Help: "Write '{2}'.");

    private static readonly DiagnosticDescriptor ForeignWordText = new(
        "EDIT0151", Severity.Error, "Word of another language", Seen: "'{0}' is a word of {1} and not of rules.", Help: "Write {2}.");

    private static readonly DiagnosticDescriptor NoBracesText = new(
        "EDIT0152", Severity.Error, "List without braces", Seen: "Several codes stand here without braces.", Help: "Write '{0}'.");

    private static readonly DiagnosticDescriptor NumberFormText = new(
        "EDIT0153", Severity.Error, "Number in another form", Seen: "'{0}' is no number as it is written here.", Fits: "A number has a digit before its point and no commas.", Help: "Write '{1}'.");

    private static readonly DiagnosticDescriptor CommentSignText = new(
        "EDIT0154", Severity.Error, "Comment of another language", Seen: "'{0}' begins no comment.", Help: "Begin each line of a comment with '--'.");

    private static readonly DiagnosticDescriptor SingleQuotesText = new(
        "EDIT0155", Severity.Error, "Single quotes", Seen: "{0} stands in single quotes.", Fits: "Texts stand in double quotes, codes in none.", Help: "Write {1}.");

    private static readonly DiagnosticDescriptor SeveralWordsText = new(
        "EDIT0156", Severity.Error, "Name of several words", Seen: "'{0}' is more than one word.", Fits: "{1}", Help: "Write '{2}'.");

    private static readonly DiagnosticDescriptor NoAtText = new(
        "EDIT0157", Severity.Error, "Name without @", Seen: "'{0}' is declared without '@'.", Fits: "Names of code sets, tables and parameters begin with '@'.", Help: "Write '@{0}'.");

    private static readonly DiagnosticDescriptor ReduceByText = new(
        "EDIT0158", Severity.Error, "Reduced by", Seen: "'reduce' says what remains and not what is taken off.", Help: "Write {0}.");

    private static readonly DiagnosticDescriptor PastedRowsText = new(
        "EDIT0159", Severity.Error, "Rows without bars", Seen: "The rows of the table stand without bars.", Fits: "A grid has its cells between bars, a row a line.", Help: "Write '{0}', or keep the rows in a CSV file: 'table @NAME from \"FILE.csv\"'.");

    private static readonly DiagnosticDescriptor ReasonCodeText = new(
        "EDIT0160", Severity.Error, "Code where a reason's key fits", Seen: "'{0}' is a code of an adjustment and no key of a reason.", Fits: "A reason is the key of a line under 'reasons', as KEY of 'KEY = CO 97'.", Help: "Write 'reason {1}'.");

    private static readonly DiagnosticDescriptor DigitInNameText = new(
        "EDIT0161", Severity.Error, "Digit in a name", Seen: "'{0}' has a digit.", Fits: "Names of definitions are made of letters, '_' and '-'.", Help: "Write '{1}', for instance.");

    private static readonly DiagnosticDescriptor NoDotText = new(
        "EDIT0162", Severity.Error, "Dot missing", Seen: "Between '{0}' and '{1}' stands no dot.", Fits: "A field is read as THING.FIELD.", Help: "Write '{0}.{1}'.");

    private static readonly DiagnosticDescriptor AndOrText = new(
        "EDIT0163", Severity.Error, "And/or", Seen: "'and/or' is not said.", Fits: "'or' holds where one of the two does, and where both do.", Help: "Write 'or'.");

    private static readonly DiagnosticDescriptor IfThenText = new(
        "EDIT0164", Severity.Error, "Edit that begins with 'if'", Seen: "'if' begins no edit.", Fits: "An edit says first what it looks at, then when it speaks.", Help: "Write 'for each line v' on a line before, and 'when' in its place.");

    private static readonly DiagnosticDescriptor CommasMissingText = new(
        "EDIT0165", Severity.Error, "Codes without commas", Seen: "{0} codes stand in braces without a comma between them, '{1}' and '{2}' first.", Help: "Put a comma after each but the last, or keep the list in a CSV file: 'codes @NAME : procedure from \"FILE.csv\"'.");

    /// <summary>Words of the language with capitals, throughout a file.</summary>
    public static Diagnostic CapitalsThroughout(SourceSpan place, int count, string[] words) =>
        CapitalsThroughoutText.At(place, count, string.Join("', '", words), string.Join("', '", words.Select(word => word.ToLowerInvariant())));

    /// <summary>A word of SQL, a spreadsheet or the trade.</summary>
    public static Diagnostic ForeignWord(SourceSpan place, string word, string origin, string written) => ForeignWordText.At(place, word, origin, written);

    /// <summary>A list that is not in braces; <paramref name="place"/> is what the braces replace.</summary>
    public static Diagnostic NoBraces(SourceSpan place, string meant) => NoBracesText.At(place, meant) with { Fix = Write(place, meant) };

    /// <summary>1,000 and .5.</summary>
    public static Diagnostic NumberForm(SourceSpan place, string text, string meant) => NumberFormText.At(place, text, meant) with { Fix = Write(place, meant) };

    /// <summary>#, // and the like.</summary>
    public static Diagnostic CommentSign(SourceSpan place, string sign) => CommentSignText.At(place, sign) with { Fix = Write(place, "--") };

    /// <summary>A text or code in single quotes.</summary>
    public static Diagnostic SingleQuotes(SourceSpan place, string text, string meant) => SingleQuotesText.At(place, text, meant) with { Fix = Write(place, meant) };

    /// <summary>An id or a name that has blanks.</summary>
    public static Diagnostic SeveralWords(SourceSpan place, string text, string fits, string meant) => SeveralWordsText.At(place, text, fits, meant) with { Fix = Write(place, meant) };

    /// <summary>codes, table or parameter before a bare name.</summary>
    public static Diagnostic NoAt(SourceSpan place, string name) => NoAtText.At(place, name) with { Fix = Write(place, "@" + name) };

    /// <summary>reduce v by.</summary>
    public static Diagnostic ReduceBy(SourceSpan place, string meant) => ReduceByText.At(place, meant);

    /// <summary>A grid pasted from a spreadsheet.</summary>
    public static Diagnostic PastedRows(SourceSpan place, string row) => PastedRowsText.At(place, row);

    /// <summary>reason CO 97; <paramref name="key"/> is the key that gives it.</summary>
    public static Diagnostic ReasonCode(SourceSpan place, string code, string key) => ReasonCodeText.At(place, code, key) with { Fix = key == "KEY" ? null : Write(place, key) };

    /// <summary>A definition's name with a digit.</summary>
    public static Diagnostic DigitInName(SourceSpan place, string name, string meant) => DigitInNameText.At(place, name, meant);

    /// <summary>patient sex.</summary>
    public static Diagnostic NoDot(SourceSpan place, string thing, string field) => NoDotText.At(place, thing, field) with { Fix = Write(place, $"{thing}.{field}") };

    /// <summary>and/or.</summary>
    public static Diagnostic AndOr(SourceSpan place) => AndOrText.At(place) with { Fix = Write(place, "or") };

    /// <summary>if … then, without for each.</summary>
    public static Diagnostic IfThen(SourceSpan place) => IfThenText.At(place);

    /// <summary>Codes pasted one a line.</summary>
    public static Diagnostic CommasMissing(SourceSpan place, int count, string first, string second) => CommasMissingText.At(place, count, first, second);

    private static Fix Write(SourceSpan place, string text) => new($"Write '{text}'", place, text);
}

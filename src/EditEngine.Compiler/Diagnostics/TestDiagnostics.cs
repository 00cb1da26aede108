using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Diagnostics;

/// <summary>Tests beside the edits: EDIT09nn.</summary>
internal static class TestDiagnostics
{
    private static readonly DiagnosticDescriptor UnknownLineText = new(
        "EDIT0901", Severity.Error, "Unknown line of a test", "'{0}' begins no line of a test.", "Lines begin with {1}.", "{2}");

    private static readonly DiagnosticDescriptor UnknownWordText = new(
        "EDIT0902", Severity.Error, "Word does not fit", "'{0}' does not fit here.", "What fits is {1}.", "{2}");

    private static readonly DiagnosticDescriptor NotAValueText = new(
        "EDIT0903", Severity.Error, "Value does not fit", "'{0}' is not {1}.", "Write {2}.", "Did you mean '{3}'?");

    private static readonly DiagnosticDescriptor EndsEarlyText = new(
        "EDIT0904", Severity.Error, "Line ends early", "The line ends here; {0} is to follow.");

    private static readonly DiagnosticDescriptor UnknownFieldText = new(
        "EDIT0905", Severity.Error, "Unknown field", "{0} has no '{1}'.", "It has {2}.", "{3}");

    private static readonly DiagnosticDescriptor NoClaimText = new(
        "EDIT0906", Severity.Error, "Test without a claim", "{0} has no claim.", null, "Begin it with a line such as 'claim professional'.");

    private static readonly DiagnosticDescriptor TwoClaimsText = new(
        "EDIT0907", Severity.Error, "Two claims in a test", "A second claim stands here.", "A test is about one claim; earlier claims are history lines.",
        "Write a test for each claim.");

    private static readonly DiagnosticDescriptor NoLineText = new(
        "EDIT0908", Severity.Error, "Claim without a line", "The claim has no line.", null, "Add one, as 'line 1: 99213 on 2025-03-04'.");

    private static readonly DiagnosticDescriptor TwiceText = new(
        "EDIT0909", Severity.Error, "Number used twice", "{0} stands twice.", "Lines of a claim have numbers of their own.");

    private static readonly DiagnosticDescriptor NoDateText = new(
        "EDIT0910", Severity.Error, "Line without a date", "{0} has no date.", null, "Write 'on' and the day, as 'on 2025-03-04'.");

    private static readonly DiagnosticDescriptor NotThereText = new(
        "EDIT0911", Severity.Error, "Not on the claim", "The claim has no {0}.", "It has {1}.");

    private static readonly DiagnosticDescriptor ExpectsNothingText = new(
        "EDIT0912", Severity.Error, "Test expects nothing", "The test does not say what must be decided.", null, "Add a line such as 'expect clean'.");

    private static readonly DiagnosticDescriptor TooManyModifiersText = new(
        "EDIT0913", Severity.Error, "Too many modifiers", "'{0}' has {1} modifiers.", "A line has at most four.");

    private static readonly DiagnosticDescriptor UnknownEditText = new(
        "EDIT0914", Severity.Error, "Unknown edit in a test", "The pack has no edit '{0}'.", null, "Did you mean '{1}'?");

    private static readonly DiagnosticDescriptor UnknownFactText = new(
        "EDIT0915", Severity.Error, "Unknown fact", "No fact of the pack is called '{0}'.", "Its facts are {1}.", "Did you mean '{2}'? Else declare it, as 'fact {0} : number'.");

    private static readonly DiagnosticDescriptor EvidenceFirstText = new(
        "EDIT0916", Severity.Error, "Evidence of nothing", "This evidence stands before any suggestion.", "Evidence belongs to the suggestion before it.");

    private static readonly DiagnosticDescriptor StandsForNothingText = new(
        "EDIT0917", Severity.Error, "Braces without a meaning", "'{0}' stands for nothing.", "In braces stands the name after 'test each'.", "Did you mean '{1}'?");

    private static readonly DiagnosticDescriptor NoValuesText = new(
        "EDIT0918", Severity.Error, "Test each without values", "The test has no value to run with.", null, "Write them in braces, as 'test each m in {{ 24, 25 }}'.");

    private static readonly DiagnosticDescriptor OtherEachText = new(
        "EDIT0932", Severity.Error, "Codes of a table, or rows of a set", "'@{0}' is not what the test takes: a set has codes, a table rows.", null, "Write '{1}'.");

    private static readonly DiagnosticDescriptor NoSuchClaimText = new(
        "EDIT0933", Severity.Error, "No test with that claim", "No claim that can be taken over here is named \"{0}\".", "Here fit {1}.", "Did you mean \"{2}\"?");

    private static readonly DiagnosticDescriptor NothingToLeaveOutText = new(
        "EDIT0934", Severity.Error, "Nothing to leave out", "The claim that is taken over has no such line.", "'without' leaves out {0}.");

    private static readonly DiagnosticDescriptor NamedTwiceText = new(
        "EDIT0935", Severity.Error, "Claim named twice", "The pack has another claim named \"{0}\", in line {1} of {2}.", "A test that takes a claim over finds it by its name.", "Give one of them another name.");

    private static readonly DiagnosticDescriptor NamedExpectsText = new(
        "EDIT0936", Severity.Error, "Named claim expects something", "What must be decided is said by the tests that take the claim over.", "A claim with a name has the lines of a claim alone.", "Move the line to a test.");

    private static readonly DiagnosticDescriptor CircleOfClaimsText = new(
        "EDIT0937", Severity.Error, "Claims in a circle", "The claim \"{0}\" takes over a claim that takes over this one.", "One of them must be written out.");

    private static readonly DiagnosticDescriptor UnclosedTextText = new(
        "EDIT0919", Severity.Error, "Quote never closed", "The double quote is never closed.", "A text stands between two double quotes, on one line.");

    /// <summary>A line that begins with an unknown word.</summary>
    public static Diagnostic UnknownLine(SourceSpan place, string word, IReadOnlyCollection<string> known) =>
        UnknownLineText.At(place, word, string.Join(", ", known), Meant.Name(word, known) is { } meant ? $"Did you mean '{meant}'?" : null) with { Fix = FixOf(place, word, known) };

    /// <summary>A word that is none of those that fit.</summary>
    public static Diagnostic UnknownWord(SourceSpan place, string word, string fits, IEnumerable<string> known) =>
        UnknownWordText.At(place, word, fits, Meant.Name(word, known) is { } meant ? $"Did you mean '{meant}'?" : null) with { Fix = FixOf(place, word, known) };

    /// <summary>A value of the wrong form.</summary>
    public static Diagnostic NotAValue(SourceSpan place, string text, string what, string? form, IEnumerable<string>? known = null) =>
        NotAValueText.At(place, text, what, form, known is null ? null : NearestName.Of(text, known));

    /// <summary>Something is to follow the end of the line.</summary>
    public static Diagnostic EndsEarly(SourceSpan place, string what) => EndsEarlyText.At(place, what);

    /// <summary>A field that a thing does not have.</summary>
    public static Diagnostic UnknownField(SourceSpan place, string thing, string name, IReadOnlyCollection<string> known)
    {
        bool isCode = thing.EndsWith("line", StringComparison.Ordinal) && name.Any(char.IsAsciiDigit);
        string? fits = isCode ? "its code before all else, and after that " + NameDiagnostics.Shortened(known) : NameDiagnostics.Shortened(known);
        return UnknownFieldText.At(place, thing, name, fits, Meant.Name(name, known) is { } meant ? $"Did you mean '{meant}'?" : null) with { Fix = FixOf(place, name, known) };
    }

    /// <summary>A test, or a name, without a claim.</summary>
    public static Diagnostic NoClaim(SourceSpan place, string what) => NoClaimText.At(place, what);

    /// <summary>A test with two claims.</summary>
    public static Diagnostic TwoClaims(SourceSpan place) => TwoClaimsText.At(place);

    /// <summary>A claim without a line.</summary>
    public static Diagnostic NoLine(SourceSpan place) => NoLineText.At(place);

    /// <summary>Two lines of one number.</summary>
    public static Diagnostic Twice(SourceSpan place, string thing) => TwiceText.At(place, thing);

    /// <summary>A line that no date can be given to.</summary>
    public static Diagnostic NoDate(SourceSpan place, string line) => NoDateText.At(place, line);

    /// <summary>A number or id of a thing that the claim has not.</summary>
    public static Diagnostic NotThere(SourceSpan place, string thing, string? has) => NotThereText.At(place, thing, has);

    /// <summary>A test without an expectation.</summary>
    public static Diagnostic ExpectsNothing(SourceSpan place) => ExpectsNothingText.At(place);

    /// <summary>More modifiers than a line holds.</summary>
    public static Diagnostic TooManyModifiers(SourceSpan place, string text, int count) => TooManyModifiersText.At(place, text, count);

    /// <summary>An expectation of an edit that the pack has not.</summary>
    public static Diagnostic UnknownEdit(SourceSpan place, string id, IEnumerable<string> known) => UnknownEditText.At(place, id, NearestName.Of(id, known)) with { Fix = NearestName.Of(id, known) is { } near ? Write(place, near) : null };

    /// <summary>A fact that is not declared.</summary>
    public static Diagnostic UnknownFact(SourceSpan place, string name, IReadOnlyCollection<string> known) =>
        UnknownFactText.At(place, name, known.Count == 0 ? null : string.Join(", ", known), NearestName.Of(name, known));

    /// <summary>Evidence without a suggestion.</summary>
    public static Diagnostic EvidenceFirst(SourceSpan place) => EvidenceFirstText.At(place);

    /// <summary>A name in braces that is not the test's.</summary>
    public static Diagnostic StandsForNothing(SourceSpan place, string text, string? meant) => StandsForNothingText.At(place, text, meant);

    /// <summary>A table where a set is meant, or a set where a table is.</summary>
    public static Diagnostic OtherEach(SourceSpan place, string name, string meant) => OtherEachText.At(place, name, meant);

    /// <summary>A claim of a test that is not there.</summary>
    public static Diagnostic NoSuchClaim(SourceSpan place, string title, IEnumerable<string> known)
    {
        string[] titles = [.. known];
        return NoSuchClaimText.At(place, title, titles.Length == 0 ? null : string.Join(", ", titles.Take(12).Select(one => $"\"{one}\"")), NearestName.Of(title, titles));
    }

    /// <summary>Two claims of a pack with one name.</summary>
    public static Diagnostic NamedTwice(SourceSpan place, string title, SourceSpan other) => NamedTwiceText.At(place, title, other.Line, other.File);

    /// <summary>An expectation where there is no test.</summary>
    public static Diagnostic NamedExpects(SourceSpan place) => NamedExpectsText.At(place);

    /// <summary>A claim that takes over itself, by way of others or at once.</summary>
    public static Diagnostic CircleOfClaims(SourceSpan place, string title) => CircleOfClaimsText.At(place, title);

    /// <summary>A line that a claim taken over does not have.</summary>
    public static Diagnostic NothingToLeaveOut(SourceSpan place, IEnumerable<string> known) => NothingToLeaveOutText.At(place, string.Join(", ", known));

    /// <summary>A repeated test without values.</summary>
    public static Diagnostic NoValues(SourceSpan place) => NoValuesText.At(place);

    /// <summary>A text that does not end.</summary>
    public static Diagnostic UnclosedText(SourceSpan place) => UnclosedTextText.At(place);

    // In a test over several values the word may have been filled in: its place is another's then.
    private static Fix? FixOf(SourceSpan place, string word, IEnumerable<string> known) => place.Length == word.Length && Meant.Name(word, known) is { } meant ? Write(place, meant) : null;

    private static Fix Write(SourceSpan place, string text) => new($"Write '{text}'", place, text);
}

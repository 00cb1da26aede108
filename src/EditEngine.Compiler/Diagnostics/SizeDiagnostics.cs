using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Diagnostics;

/// <summary>What becomes too large or too deep when it is written out: EDIT029n.</summary>
internal static class SizeDiagnostics
{
    private static readonly DiagnosticDescriptor TooLargeText = new(
        "EDIT0290", Severity.Error, "Becomes too large", "{0} has more than {1:N0} parts when the definitions, kinds and lets that it uses are written out in their places.",
        null, "Use each of them fewer times.");

    private static readonly DiagnosticDescriptor TooDeepText = new(
        "EDIT0291", Severity.Error, "Leads too deep", "{0} leads through more than {1:N0} definitions, lets and steps inside one another.",
        null, "Make the chain of definitions shorter.");

    private static readonly DiagnosticDescriptor PackTooLargeText = new(
        "EDIT0292", Severity.Error, "Edits too large together", "With edit {0} the edits of the pack have more than {1:N0} parts, with all definitions written out.",
        null, "Let fewer edits use the largest definitions, or divide the pack.");

    private static readonly DiagnosticDescriptor TooManyNamesText = new(
        "EDIT0293", Severity.Error, "Too many names", "'for each' names more than {0} things together.", null, "Look for the others with 'any', 'count of' or 'first of'.");

    private static readonly DiagnosticDescriptor SetsTooLargeText = new(
        "EDIT0294", Severity.Error, "Code sets too large together", "With @{0} the code sets of the pack hold more than {1:N0} ranges of codes.",
        null, "Make long sets of one another in fewer steps, or keep the codes in a table.");

    private static readonly DiagnosticDescriptor TooManyTestsText = new(
        "EDIT0295", Severity.Error, "Too many tests", "With this test the pack has more than {0:N0}; 'test each' is one test for each value.", null, "Test some of the values.");

    /// <summary>What a definition or an edit becomes has too many parts.</summary>
    public static Diagnostic TooLarge(SourceSpan place, string what, int most) => TooLargeText.At(place, what, most);

    /// <summary>What a definition or an edit becomes is too deep.</summary>
    public static Diagnostic TooDeep(SourceSpan place, string what, int most) => TooDeepText.At(place, what, most);

    /// <summary>The edits of a pack together have too many parts.</summary>
    public static Diagnostic PackTooLarge(SourceSpan place, string edit, long most) => PackTooLargeText.At(place, edit, most);

    /// <summary>Tuples of too many things.</summary>
    public static Diagnostic TooManyNames(SourceSpan place, int most) => TooManyNamesText.At(place, most);

    /// <summary>Code sets that hold too much together.</summary>
    public static Diagnostic SetsTooLarge(SourceSpan place, string set, int most) => SetsTooLargeText.At(place, set, most);

    /// <summary>A pack of too many tests.</summary>
    public static Diagnostic TooManyTests(SourceSpan place, int most) => TooManyTestsText.At(place, most);
}

using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Diagnostics;

/// <summary>Names: EDIT02nn.</summary>
internal static class NameDiagnostics
{
    /// <summary>Of many names only so many are put in order to show the first: each of many mistakes shows some.</summary>
    private const int MostListed = 1_000;

    private static readonly DiagnosticDescriptor UnknownNameText = new(
        "EDIT0201", Severity.Error, "Unknown name", "There is no '{0}' here.", "Names that stand here are {1}.", "{2}");

    private static readonly DiagnosticDescriptor UnknownFieldText = new(
        "EDIT0202", Severity.Error, "Unknown field", "{0} has no '{1}'.", "It has {2}.", "{3}");

    private static readonly DiagnosticDescriptor UnknownKindText = new(
        "EDIT0203", Severity.Error, "Unknown kind of thing", "'{0}' is no kind of thing.", "Kinds are {1}.", "{2}");

    private static readonly DiagnosticDescriptor UnknownAtNameText = new(
        "EDIT0204", Severity.Error, "Unknown @name", "There is no code set, table or parameter '@{0}'.", "Known are {1}.", "{2}");

    private static readonly DiagnosticDescriptor UnknownColumnText = new(
        "EDIT0205", Severity.Error, "Unknown column", "Table @{0} has no column '{1}'.", "Its columns are {2}.", "{3}");

    private static readonly DiagnosticDescriptor UnknownEditText = new(
        "EDIT0206", Severity.Error, "Unknown edit", "There is no edit '{0}'.", null, "{1}");

    private static readonly DiagnosticDescriptor UnknownReplacementText = new(
        "EDIT0220", Severity.Warning, "Unknown replacement", "There is no edit '{1}' to use instead of '{0}'.", "The id of another edit of the pack or its bases fits here.", "Did you mean '{2}'?");

    private static readonly DiagnosticDescriptor DeprecatedEditText = new(
        "EDIT0221", Severity.Note, "Deprecated edit", "Edit '{0}' is deprecated since {1:yyyy-MM-dd}.", "It runs until it is disabled or removed.", "Use '{2}' instead.");

    private static readonly DiagnosticDescriptor UnknownReasonText = new(
        "EDIT0207", Severity.Error, "Unknown reason key", "No reason map of this pack gives '{0}'.", "Known keys are {1}.", "{2}");

    private static readonly DiagnosticDescriptor UnknownPhaseText = new(
        "EDIT0208", Severity.Error, "Unknown phase", "The pack has no phase '{0}'.", "Its phases are {1}.", "{2}");

    private static readonly DiagnosticDescriptor DeclaredTwiceText = new(
        "EDIT0209", Severity.Error, "Declared twice", "'{0}' is declared here and at {1}.", null, "Keep one of the two, or give one of them another name.");

    private static readonly DiagnosticDescriptor RecursiveText = new(
        "EDIT0210", Severity.Error, "Definition in a circle", "The definition of '{0}' leads back to itself.", "A definition may use other definitions, but none that uses it.");

    private static readonly DiagnosticDescriptor UnknownWordText = new(
        "EDIT0211", Severity.Error, "Unknown word", "'{0}' is no {1}.", "Words that fit are {2}.", "{3}");

    private static readonly DiagnosticDescriptor UnknownTypeText = new(
        "EDIT0212", Severity.Error, "Unknown type", "'{0}' is no type of column, fact or code set.", "Types are {1}.", "{2}");

    private static readonly DiagnosticDescriptor UnknownBasisText = new(
        "EDIT0213", Severity.Error, "Unknown date basis", "'{0}' is no date basis.", "Bases are {1}.", "{2}");

    private static readonly DiagnosticDescriptor SeveralFieldsText = new(
        "EDIT0214", Severity.Error, "Field of several kinds", "'{0}' is not one field here: {1} have each their own.", "A name for several kinds reads what is one field of them all, or of only some.",
        "Ask each kind by itself: 'any … has (…) or any … has (…)'.");

    private static readonly DiagnosticDescriptor ReasonTwiceText = new(
        "EDIT0215", Severity.Error, "Reason key twice for the same days", "'{0}' is given here and at {1}, and both hold on the same days.", null, "Let one of the two maps end the day before the other begins.");

    private static readonly DiagnosticDescriptor SameMemberText = new(
        "EDIT0216", Severity.Error, "The patient is the same always", "'same {0}' asks nothing.", "A claim and its history are of one patient.", "Leave 'same {0}' out, and 'with' where nothing else follows it.");

    /// <summary>A bare name has no meaning here.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="name">The name.</param>
    /// <param name="known">Names that stand there.</param>
    /// <param name="others">Names that may be meant and are written otherwise, as those with @.</param>
    public static Diagnostic UnknownName(SourceSpan place, string name, IEnumerable<string> known, IEnumerable<string>? others = null)
    {
        if (name.Length == 1)
        {
            // One letter is near to every other: what is missing is the thing.
            string thing = name == "h" ? "history line h" : name == "c" ? "claim c" : $"other line {name}";
            return UnknownNameText.At(place, name, Meant.Listed(name, known), $"Name it where things are named, as in 'for each line v, {thing}'.");
        }

        IEnumerable<string> all = known.Concat(others ?? []);
        return UnknownNameText.At(place, name, Meant.Listed(name, known), Meant.Sentence(name, all)) with { Fix = FixOf(place, name, all) };
    }

    /// <summary>The patient asked to be the same.</summary>
    public static Diagnostic SameMember(SourceSpan place, string word) => SameMemberText.At(place, word);

    /// <summary>Two maps of one pack give a reason key on the same days, for the same lines of business.</summary>
    public static Diagnostic ReasonTwice(SourceSpan place, string key, SourceSpan other) => ReasonTwiceText.At(place, key, other);

    /// <summary>A thing has no such field.</summary>
    public static Diagnostic UnknownField(SourceSpan place, string thing, string name, IEnumerable<string> known) =>
        UnknownFieldText.At(place, Capital(thing), name, Meant.Listed(name, known), Meant.Sentence(name, known)) with { Fix = FixOf(place, name, known) };

    /// <summary>Kinds of a union have each their own field of that name.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="name">Name of the field.</param>
    /// <param name="owners">The kinds that have each its own: two or more.</param>
    public static Diagnostic SeveralFields(SourceSpan place, string name, IEnumerable<string> owners) =>
        SeveralFieldsText.At(place, name, string.Join(" and ", owners));

    /// <summary>A word of a kind phrase names no kind.</summary>
    public static Diagnostic UnknownKind(SourceSpan place, string word, IEnumerable<string> known) =>
        UnknownKindText.At(place, word, Meant.Listed(word, known), Meant.Sentence(word, known)) with { Fix = place.Length == word.Length ? FixOf(place, word, known) : null };

    /// <summary>An @name is not declared.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="name">The name, without @.</param>
    /// <param name="known">Names with @ that fit, without it.</param>
    /// <param name="others">Names without @ that may be meant.</param>
    public static Diagnostic UnknownAtName(SourceSpan place, string name, IEnumerable<string> known, IEnumerable<string>? others = null)
    {
        string[] written = [.. known.Select(one => "@" + one)];
        string? meant = Meant.Name("@" + name, written) ?? (others?.Contains(name, StringComparer.Ordinal) == true ? name : null);
        return UnknownAtNameText.At(place, name, Meant.Listed("@" + name, written), meant is null ? null : $"Did you mean '{meant}'?") with { Fix = meant is null ? null : Write(place, meant) };
    }

    /// <summary>A table has no such column.</summary>
    public static Diagnostic UnknownColumn(SourceSpan place, string table, string name, IEnumerable<string> known) =>
        UnknownColumnText.At(place, table, name, Meant.Listed(name, known), Meant.Sentence(name, known)) with { Fix = FixOf(place, name, known) };

    /// <summary>No edit has this id.</summary>
    public static Diagnostic UnknownEdit(SourceSpan place, string id, IEnumerable<string> known) =>
        NearestName.Of(id, known) is { } near ? UnknownEditText.At(place, id, $"Did you mean '{near}'?") with { Fix = Write(place, near) } : UnknownEditText.At(place, id, null);

    /// <summary>A deprecated edit names one to use instead that there is not.</summary>
    public static Diagnostic UnknownReplacement(SourceSpan place, string id, string use, IEnumerable<string> known) =>
        UnknownReplacementText.At(place, id, use, NearestName.Of(use, known)) with { Fix = NearestName.Of(use, known) is { } near ? Write(place, near) : null };

    /// <summary>An edit is deprecated.</summary>
    public static Diagnostic DeprecatedEdit(SourceSpan place, string id, DateOnly since, string? use) => DeprecatedEditText.At(place, id, since, use);

    /// <summary>A reason key is in no map.</summary>
    public static Diagnostic UnknownReason(SourceSpan place, string key, IEnumerable<string> known, string? given = null) =>
        (given ?? NearestName.Of(key, known)) is { } near && near != key
            ? UnknownReasonText.At(place, key, List(known), $"Did you mean '{near}'?") with { Fix = Write(place, near) }
            : UnknownReasonText.At(place, key, List(known), $"Add a line '{key} = CO …' under reasons.");

    /// <summary>A phase is not declared.</summary>
    public static Diagnostic UnknownPhase(SourceSpan place, string name, IEnumerable<string> known) =>
        NearestName.Of(name, known) is { } near
            ? UnknownPhaseText.At(place, name, List(known), $"Did you mean '{near}'?") with { Fix = Write(place, near) }
            : UnknownPhaseText.At(place, name, List(known), null);

    /// <summary>Two declarations of one name.</summary>
    public static Diagnostic DeclaredTwice(SourceSpan place, string name, SourceSpan first) => DeclaredTwiceText.At(place, name, first);

    /// <summary>A definition uses itself.</summary>
    public static Diagnostic Recursive(SourceSpan place, string name) => RecursiveText.At(place, name);

    /// <summary>A word is not in a closed list.</summary>
    public static Diagnostic UnknownWord(SourceSpan place, string word, string list, IEnumerable<string> known) =>
        UnknownWordText.At(place, word, list, List(known), Meant.Sentence(word, known)) with { Fix = place.Length == word.Length ? FixOf(place, word, known) : null };

    /// <summary>A type name is not known.</summary>
    public static Diagnostic UnknownType(SourceSpan place, string name, IEnumerable<string> known) =>
        UnknownTypeText.At(place, name, Meant.Listed(name, known), Meant.Sentence(name, known)) with { Fix = FixOf(place, name, known) };

    /// <summary>A date basis is not known.</summary>
    public static Diagnostic UnknownBasis(SourceSpan place, string name, IEnumerable<string> known) =>
        UnknownBasisText.At(place, name, List(known), Meant.Sentence(name, known)) with { Fix = FixOf(place, name, known) };

    /// <summary>The first dozen names, in their order; null where there is none.</summary>
    internal static string? Shortened(IEnumerable<string> names)
    {
        string[] shown = [.. names.Distinct(StringComparer.Ordinal)];
        return shown.Length == 0 ? null : shown.Length <= 12 ? string.Join(", ", shown) : string.Join(", ", shown[..12]) + " and others";
    }

    private static string? List(IEnumerable<string> names) => Shortened(names.Take(MostListed).Order(StringComparer.Ordinal));

    private static Fix? FixOf(SourceSpan place, string name, IEnumerable<string> known) => Meant.Name(name, known) is { } meant ? Write(place, meant) : null;

    private static Fix Write(SourceSpan place, string text) => new($"Write '{text}'", place, text);

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}

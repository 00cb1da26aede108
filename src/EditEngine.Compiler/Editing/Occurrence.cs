using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Editing;

/// <summary>What a name is a name of.</summary>
internal enum NameRole
{
    /// <summary>An edit.</summary>
    Edit,

    /// <summary>A code set, a table or a parameter.</summary>
    AtName,

    /// <summary>A defined kind, value or relation.</summary>
    Definition,

    /// <summary>A reason key.</summary>
    Reason,

    /// <summary>A phase.</summary>
    Phase,

    /// <summary>A fact of the payer.</summary>
    Fact,

    /// <summary>A column of a table.</summary>
    Column,

    /// <summary>A name of an edit or definition alone: a thing, a let, a row.</summary>
    Local,

    /// <summary>A pack.</summary>
    Pack,

    /// <summary>A field of the language.</summary>
    Field,

    /// <summary>A claim that tests take over: one with a name, or that of a test.</summary>
    Claim,
}

/// <summary>What tells one name from all others.</summary>
/// <param name="Role">What it is a name of.</param>
/// <param name="Name">The name, without @.</param>
/// <param name="Owner">The table of a column, the edit of its own parameter or test, where a local name is declared; null for the rest.</param>
internal readonly record struct NameKey(NameRole Role, string Name, string? Owner = null);

/// <summary>A name at one of its places.</summary>
/// <param name="Key">Which name.</param>
/// <param name="Span">Where it stands in its file, without @.</param>
/// <param name="IsDeclaration">It is declared there.</param>
internal readonly record struct Occurrence(NameKey Key, TextSpan Span, bool IsDeclaration);

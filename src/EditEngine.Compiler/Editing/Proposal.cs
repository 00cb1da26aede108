using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Editing;

/// <summary>What a proposal is, for its sign in a list.</summary>
internal enum ProposalKind
{
    /// <summary>A field of a thing, or a key of a group.</summary>
    Field,

    /// <summary>A name of the edit: a thing, a let, a row.</summary>
    Name,

    /// <summary>A kind of things.</summary>
    Kind,

    /// <summary>A defined value, relation or condition.</summary>
    Definition,

    /// <summary>A code set.</summary>
    CodeSet,

    /// <summary>A table.</summary>
    Table,

    /// <summary>A column of a table.</summary>
    Column,

    /// <summary>A parameter.</summary>
    Parameter,

    /// <summary>A reason key.</summary>
    Reason,

    /// <summary>A phase.</summary>
    Phase,

    /// <summary>An edit.</summary>
    Edit,

    /// <summary>A fact of the payer.</summary>
    Fact,

    /// <summary>A code.</summary>
    Code,

    /// <summary>A word of a closed list, or of a test.</summary>
    Word,

    /// <summary>A type or code system.</summary>
    Type,

    /// <summary>A word of the language.</summary>
    Keyword,

    /// <summary>A phrase with places to fill.</summary>
    Phrase,
}

/// <summary>Something that can be written at a place.</summary>
/// <param name="Label">As it is listed.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Detail">A few words beside it, as its type; null: none.</param>
/// <param name="Page">More on it, in Markdown; null: none.</param>
internal sealed record Proposal(string Label, ProposalKind Kind, string? Detail = null, string? Page = null)
{
    /// <summary>What is written: the label, or a phrase with places as <c>${1:a}</c>.</summary>
    public string Text { get; init; } = Label;

    /// <summary>The text has places to fill, or signs that are escaped as if it had.</summary>
    public bool IsTemplate { get; init; }

    /// <summary>The stretch of the file that it takes the place of.</summary>
    public TextSpan Replaces { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Detail is null ? $"{Label} [{Kind}]" : $"{Label} [{Kind}] {Detail}";
}

using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Syntax;

/// <summary>A node of the syntax tree: immutable, with the stretch of text it covers.</summary>
/// <param name="Span">Offsets in the source text, without leading and trailing trivia.</param>
internal abstract record SyntaxNode(TextSpan Span);

/// <summary>A name, word, id or keyword used as a name, as written.</summary>
internal sealed record NameSyntax(TextSpan Span, string Text) : SyntaxNode(Span)
{
    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>A string in double quotes; <paramref name="Value"/> is what stands between them.</summary>
internal sealed record StringSyntax(TextSpan Span, string Value) : SyntaxNode(Span);

/// <summary>A date literal.</summary>
internal sealed record DateSyntax(TextSpan Span, DateOnly Value) : SyntaxNode(Span);

/// <summary>`from ..`, `.. through`, or both; both ends included. A missing end is open.</summary>
internal sealed record DateRangeSyntax(TextSpan Span, DateSyntax? From, DateSyntax? Through) : SyntaxNode(Span);

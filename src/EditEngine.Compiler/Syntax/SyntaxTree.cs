using System.Collections.Immutable;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Syntax;

/// <summary>One file's tree: its declarations, what is wrong with it, and the text it was read from.</summary>
internal sealed record SyntaxTree
{
    private readonly ImmutableArray<DeclarationSyntax> _declarations;
    private readonly ImmutableArray<SyntaxToken> _tokens;
    private readonly Lazy<ImmutableArray<PlacedDeclaration>> _parts;
    private readonly Lazy<SyntaxTree>? _readWhole;
    private ImmutableArray<PlacedDeclaration> _besideEdits;

    /// <summary>A file that was read whole.</summary>
    /// <param name="source">The text; every span is of this text, and the text between nodes is its trivia.</param>
    /// <param name="declarations">See <see cref="Declarations"/>.</param>
    /// <param name="tokens">See <see cref="Tokens"/>.</param>
    /// <param name="diagnostics">See <see cref="Diagnostics"/>.</param>
    public SyntaxTree(SourceText source, ImmutableArray<DeclarationSyntax> declarations, ImmutableArray<SyntaxToken> tokens, ImmutableArray<Diagnostic> diagnostics)
    {
        Source = source;
        _declarations = declarations;
        _tokens = tokens;
        Diagnostics = diagnostics;
        _parts = new Lazy<ImmutableArray<PlacedDeclaration>>(() => [.. Declarations.Select(one => new PlacedDeclaration(one, source))]);
    }

    /// <summary>A file of which most was read before, in another text.</summary>
    /// <param name="source">Its text.</param>
    /// <param name="parts">See <see cref="Parts"/>.</param>
    /// <param name="diagnostics">See <see cref="Diagnostics"/>.</param>
    public SyntaxTree(SourceText source, ImmutableArray<PlacedDeclaration> parts, ImmutableArray<Diagnostic> diagnostics)
    {
        Source = source;
        Diagnostics = diagnostics;
        _parts = new Lazy<ImmutableArray<PlacedDeclaration>>(parts);
        _readWhole = new Lazy<SyntaxTree>(() => EditParser.Parse(source));
    }

    /// <summary>The text.</summary>
    public SourceText Source { get; }

    /// <summary>Syntax mistakes, in the order of their places, one for each mistake.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>In the order written, with spans of <see cref="Source"/>; read whole now, where most of it was read before.</summary>
    public ImmutableArray<DeclarationSyntax> Declarations
    {
        get => _readWhole is null ? _declarations : _readWhole.Value.Declarations;
        init
        {
            _declarations = value;
            _readWhole = null;
            _besideEdits = default;
            SourceText source = Source;
            _parts = new Lazy<ImmutableArray<PlacedDeclaration>>(() => [.. value.Select(one => new PlacedDeclaration(one, source))]);
        }
    }

    /// <summary>Every token in order, trivia included: put together they are the text.</summary>
    public ImmutableArray<SyntaxToken> Tokens => _readWhole is null ? _tokens : _readWhole.Value.Tokens;

    /// <summary>The same declarations, each with the text that its spans are of.</summary>
    public ImmutableArray<PlacedDeclaration> Parts => _parts.Value;

    /// <summary>Of these, what is no edit: few of many, and asked at every keystroke.</summary>
    public ImmutableArray<PlacedDeclaration> BesideEdits => _besideEdits.IsDefault ? _besideEdits = [.. Parts.Where(part => part.Syntax is not EditSyntax)] : _besideEdits;
}

/// <summary>A declaration and the text that its spans are of: that of its file, or one that stands in it.</summary>
/// <param name="Syntax">The declaration.</param>
/// <param name="Source">The text.</param>
internal sealed record PlacedDeclaration(DeclarationSyntax Syntax, SourceText Source);

/// <summary>What a token is, for colouring, folding and formatting.</summary>
internal enum TokenKind
{
    /// <summary>A reserved word of the language.</summary>
    Keyword,

    /// <summary>A name, word or code made of letters.</summary>
    Word,

    /// <summary>A run with a digit: number, code, id.</summary>
    Atom,

    /// <summary>@name</summary>
    AtName,

    /// <summary>A text in quotes.</summary>
    Text,

    /// <summary>A date.</summary>
    Date,

    /// <summary>Money.</summary>
    Money,

    /// <summary>A percent.</summary>
    Percent,

    /// <summary>An operator or bracket.</summary>
    Sign,

    /// <summary>A comment, to the end of its line.</summary>
    Comment,

    /// <summary>Blanks and line ends.</summary>
    Blank,

    /// <summary>Something that is no token.</summary>
    Bad,
}

/// <summary>One token of the text.</summary>
internal readonly record struct SyntaxToken(TokenKind Kind, TextSpan Span);

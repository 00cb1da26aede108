using System.Collections.Immutable;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Packs;

/// <summary>One rule file: read at once, parsed when it is asked for.</summary>
internal sealed class RuleFile
{
    private SyntaxTree? _tree;
    private ImmutableArray<PackSyntax> _packClauses;

    private RuleFile(string path, string name, SourceText? source, Diagnostic? problem)
    {
        Path = path;
        Name = name;
        Source = source;
        Problem = problem;
    }

    /// <summary>Full path.</summary>
    public string Path { get; }

    /// <summary>Name as shown: relative, with slashes.</summary>
    public string Name { get; }

    /// <summary>Its text; null where it could not be read.</summary>
    public SourceText? Source { get; }

    /// <summary>Why there is no text.</summary>
    public Diagnostic? Problem { get; }

    public SyntaxTree? Tree => _tree ??= Source is null ? null : EditParser.Parse(Source);

    /// <summary>Its pack clauses; only a file with a line that begins with the word is parsed for them.</summary>
    public ImmutableArray<PackSyntax> PackClauses
    {
        get
        {
            if (_packClauses.IsDefault)
            {
                _packClauses = HasPackLine && Tree is SyntaxTree tree ? [.. tree.Declarations.OfType<PackSyntax>()] : [];
            }

            return _packClauses;
        }
    }

    /// <summary>A pack clause was begun and could not be read; its syntax mistake says so.</summary>
    public bool HasBrokenPackClause => HasPackLine && PackClauses.IsEmpty && Tree!.Declarations.OfType<ErrorDeclarationSyntax>().Any(IsPackLine); // A file with such a line has a text.

    private bool HasPackLine
    {
        get
        {
            foreach (ReadOnlySpan<char> line in (Source?.Text ?? "").AsSpan().EnumerateLines())
            {
                if (StartsWithPack(line.TrimStart()))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>A file whose text is known, and its tree perhaps.</summary>
    public static RuleFile Of(string path, string name, string text, SyntaxTree? tree) => new(path, name, tree?.Source ?? new SourceText(name, text), null) { _tree = tree };

    public static RuleFile Read(string path, string name, PackBoundary boundary, ChangedTexts? changed)
    {
        if (changed?.Texts.GetValueOrDefault(path) is string given)
        {
            return Of(path, name, given, changed.TreeOf(name, given));
        }

        if (PackFile.Read(path, name, boundary, PackFile.LongestRules, out Diagnostic? problem) is not byte[] bytes)
        {
            return new RuleFile(path, name, null, problem);
        }

        DecodedText decoded = DecodedText.Of(bytes);
        return decoded.Text is string text
            ? Of(path, name, text, changed?.TreeOf(name, text))
            : new RuleFile(path, name, null, decoded.Fault!(before => EndOf(name, before))); // No text: there is a fault.
    }

    private static SourceSpan EndOf(string name, string before) => new SourceText(name, before).PlaceOf(new TextSpan(before.Length, 0));

    private static bool StartsWithPack(ReadOnlySpan<char> text) =>
        text.StartsWith("pack", StringComparison.OrdinalIgnoreCase) && text.Length > 4 && char.IsWhiteSpace(text[4]);

    private bool IsPackLine(ErrorDeclarationSyntax error) => StartsWithPack(Source!.Text.AsSpan(error.Span.Start, error.Span.Length)); // It was parsed.
}

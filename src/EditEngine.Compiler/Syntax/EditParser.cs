using System.Collections.Immutable;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Syntax;

/// <summary>Reads the edit language.</summary>
public static class EditParser
{
    /// <summary>The tree of a file.</summary>
    /// <param name="source">Any text at all, well written or not.</param>
    /// <returns>A tree with everything that could be read; what could not is an error node and a diagnostic.</returns>
    /// <remarks>Never throws; linear in the length of the text; safe from any thread.</remarks>
    public static SyntaxTree Parse(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Parse(source, new SliceParser());
    }

    /// <summary>One value or condition out of a stretch of a text, as it stands between the braces of a message.</summary>
    /// <param name="source">The text.</param>
    /// <param name="span">The stretch.</param>
    /// <param name="diagnostics">What is wrong with it: at most one mistake of its form.</param>
    /// <returns>An <see cref="ErrorExpressionSyntax"/> where the stretch is no expression. Never throws.</returns>
    public static ExpressionSyntax ParseExpression(SourceText source, TextSpan span, out ImmutableArray<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(source);
        SyntaxReport report = new(source);
        ExpressionSyntax expression = new PartParser(LexedText.Read(source, span).Visible, report).Parse(span);
        diagnostics = [.. report.Found];
        return expression;
    }

    /// <summary>The same with a parser of its own, for measuring.</summary>
    internal static SyntaxTree Parse(SourceText source, SliceParser slices)
    {
        SyntaxReport report = new(source);
        LexedText lexed = LexedText.Read(source);
        ImmutableArray<DeclarationSyntax> declarations = new FileParser(lexed.Visible, report, slices).Parse();
        ImmutableArray<Diagnostic> diagnostics = [.. report.Found.OrderBy(found => ((SourceSpan)found.Place!).Start)]; // every syntax diagnostic has a span
        return new SyntaxTree(source, declarations, lexed.All, diagnostics);
    }
}

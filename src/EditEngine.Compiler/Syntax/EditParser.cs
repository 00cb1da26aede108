using System.Buffers;
using System.Collections.Immutable;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;
using EditEngine.Stacks;

namespace EditEngine.Compiler.Syntax;

/// <summary>Reads the edit language.</summary>
internal static class EditParser
{
    /// <summary>Tokens take some fifty bytes a character at worst; longer lists belong into CSV files.</summary>
    internal const int LongestFile = 32 * 1024 * 1024;

    /// <summary>A file full of hidden characters is told by the first ones.</summary>
    private const int MostHiddenTold = 100;

    private static readonly SearchValues<char> OddBlanks = SearchValues.Create("\u00A0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u3000");

    /// <summary>The tree of a file.</summary>
    /// <param name="source">Any text at all, well written or not.</param>
    /// <returns>A tree with everything that could be read; what could not is an error node and a diagnostic.</returns>
    /// <remarks>Never throws; linear in the length of the text; safe from any thread.</remarks>
    public static SyntaxTree Parse(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return DeepStack.Run(() => Parse(source, new SliceParser()));
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
        ExpressionSyntax expression = DeepStack.Run(() => new PartParser(LexedText.Read(source, span).Visible, report).Parse(span));
        diagnostics = [.. report.Found];
        return expression;
    }

    /// <summary>The same with a parser of its own, for measuring.</summary>
    internal static SyntaxTree Parse(SourceText source, SliceParser slices)
    {
        SyntaxReport report = new(source);
        if (Refusal(source, report) is { } refusal)
        {
            TextSpan whole = new(0, source.Text.Length);
            return new SyntaxTree(source, [new ErrorDeclarationSyntax(whole)], [new SyntaxToken(TokenKind.Bad, whole)], [refusal]);
        }

        LexedText lexed = LexedText.Read(source);
        OddBlank(source, report);
        Hidden(source, report);
        List<EditToken> tokens = LineRepairs.Repair(CapitalWords.Repair(ForeignText.Read(lexed.Visible, report), report), report);
        report.EndEarlyMistakes();
        ImmutableArray<DeclarationSyntax> declarations = new FileParser(tokens, report, slices).Parse();
        ImmutableArray<Diagnostic> diagnostics = [.. report.Found.OrderBy(found => ((SourceSpan)found.Place!).Start)]; // every syntax diagnostic has a span
        return new SyntaxTree(source, declarations, lexed.All, diagnostics);
    }

    private static Diagnostic? Refusal(SourceText source, SyntaxReport report)
    {
        int zero = source.Text.IndexOf('\0', StringComparison.Ordinal);
        if (zero >= 0)
        {
            return SyntaxDiagnostics.NoTextFile(report.Place(new TextSpan(zero, 1)));
        }

        return source.Text.Length > LongestFile ? SyntaxDiagnostics.FileTooLong(report.Place(new TextSpan(LongestFile, 0)), LongestFile) : null;
    }

    private static void OddBlank(SourceText source, SyntaxReport report)
    {
        int at = source.Text.AsSpan().IndexOfAny(OddBlanks);
        if (at >= 0)
        {
            report.Add(SignDiagnostics.OddBlank(report.Place(new TextSpan(at, 1))));
        }
    }

    private static void Hidden(SourceText source, SyntaxReport report)
    {
        foreach (TextSpan run in HiddenCharacters.In(source.Text).Take(MostHiddenTold))
        {
            report.Add(SignDiagnostics.HiddenCharacter(
                report.Place(run), HiddenCharacters.CodePointAt(source.Text, run.Start), HiddenCharacters.NameAt(source.Text, run.Start)));
        }
    }
}

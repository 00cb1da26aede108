using System.Collections.Frozen;
using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;

namespace EditEngine.Analysis.Linting;

/// <summary>Categories of ICD-10-CM that are written where a code fits: E11 is billed by no claim, E11.9 is, and one does not match the other.</summary>
internal static class DiagnosisCategories
{
    private const int CategoryLength = 3;

    /// <summary>What is billed with three signs (ICD-10-CM 2022 to 2024): nothing lies below it.</summary>
    private static readonly FrozenSet<string> Whole = """
        A09 A33 A34 A35 A46 A55 A57 A58 A64 A65 A70 A78 A86 A89 A90 A91 A94 A99 B03 B04 B09 B20 B49 B54 B59 B64 B72 B75 B79 B80 B86 B89 B91 B92 C01 C07 C12 C19 C20 C23
        C33 C37 C52 C55 C58 C61 C73 D34 D45 D62 D65 D66 D67 D71 D77 E02 E15 E35 E40 E41 E42 E43 E45 E46 E52 E54 E58 E59 E60 E65 E68 F04 F05 F09 F21 F22 F23 F24 F28 F29
        F39 F54 F59 F66 F69 F70 F71 F72 F73 F79 F82 F88 F89 F99 G01 G02 G07 G08 G09 G10 G14 G20 G26 G35 G53 G55 G59 G63 G64 G94 H22 H28 H32 H36 H42 I00 I10 I32 I38 I39
        I41 I43 I52 I5A I76 I81 I96 J00 J13 J14 J17 J22 J36 J40 J42 J60 J61 J64 J65 J80 J90 J99 K23 K30 K36 K37 K67 K77 K87 L00 L14 L22 L26 L42 L45 L52 L54 L62 L80 L83
        L84 L86 L88 L99 N08 N10 N12 N16 N19 N22 N23 N29 N33 N37 N51 N62 N72 N74 N86 N96 O68 O76 O80 O82 O85 O94 P53 P60 P84 P90 P95 Q02 R12 R17 R21 R32 R34 R37 R42 R52
        R54 R55 R58 R61 R64 R69 R75 R81 R99 Y09 Y66 Y69 Y95 Z08 Z09 Z21 Z23 Z66
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Those written out in a pack's own files, each at its place: in sets with a name, and where an edit asks for them. Lists from files are left alone.</summary>
    public static IEnumerable<Diagnostic> In(IEnumerable<SyntaxTree> trees, IEnumerable<BoundEdit> edits)
    {
        ILookup<string, SourceSpan> asked = edits.SelectMany(BoundTree.All).Where(AsksDiagnosis).Select(node => ((BoundExpression)node).Place).ToLookup(place => place.File); // Expressions ask.
        return trees.SelectMany(tree => Written(tree, [.. DeclaredIn(tree), .. asked[tree.Source.File].Select(place => new TextSpan(place.Start, place.Length))]));
    }

    private static IEnumerable<TextSpan> DeclaredIn(SyntaxTree tree) =>
        tree.Declarations.OfType<CodesSyntax>().Where(codes => codes is { System.Text: "diagnosis", Value: not null }).Select(codes => codes.Value!.Span); // The pattern says so.

    private static bool AsksDiagnosis(BoundNode node) => node switch
    {
        BoundConstant { Value: CodeConstant code } => code.Value.System == CodeSystem.Diagnosis,
        BoundInSet { Set: CodeSetConstant set } => IsOfDiagnoses(set),
        BoundHas { Set: CodeSetConstant set } => IsOfDiagnoses(set),
        _ => false,
    };

    private static bool IsOfDiagnoses(CodeSetConstant set) =>
        set.Set.Intervals is [var first, ..] && Code.FromPacked(first.First).System == CodeSystem.Diagnosis;

    // A set ends its last range, or begins its first, with a category rightly: E10-E13 are all codes between.
    private static IEnumerable<Diagnostic> Written(SyntaxTree tree, ImmutableArray<TextSpan> spans)
    {
        SyntaxToken[] tokens = [.. tree.Tokens.Where(token => token.Kind is not (TokenKind.Blank or TokenKind.Comment))];
        for (int i = 0; i < tokens.Length; i++)
        {
            string text = tree.Source.Slice(tokens[i].Span);
            if (IsCategory(text) && spans.Any(span => span.Start <= tokens[i].Span.Start && tokens[i].Span.End <= span.End)
                && !IsSign(tree, tokens, i - 1, "-") && !IsSign(tree, tokens, i + 1, "-") && !IsSign(tree, tokens, i + 1, "*"))
            {
                yield return LintDiagnostics.Category(tree.Source.PlaceOf(tokens[i].Span), text);
            }
        }
    }

    private static bool IsCategory(string text) =>
        text.Length == CategoryLength && char.IsAsciiLetterUpper(text[0]) && char.IsAsciiDigit(text[1]) && char.IsAsciiLetterOrDigit(text[2]) && !Whole.Contains(text);

    private static bool IsSign(SyntaxTree tree, SyntaxToken[] tokens, int at, string sign) => at >= 0 && at < tokens.Length && tree.Source.Slice(tokens[at].Span) == sign;
}

using EditEngine.Codes;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Editing;

/// <summary>A code that is written in rules or in a test.</summary>
/// <param name="Code">The code.</param>
/// <param name="Span">Where it stands in its file.</param>
internal readonly record struct WrittenCode(Code Code, TextSpan Span)
{
    /// <summary>The code at a place; null where none is written.</summary>
    /// <param name="place">The place.</param>
    /// <param name="sketch">What is known of its clause, asked where it must be.</param>
    public static WrittenCode? At(CursorPlace place, Lazy<EditSketch?> sketch)
    {
        string text = place.Tree.Source.Text[place.Word.Start..place.Word.End];
        if (place.Part is null || !text.Any(char.IsAsciiDigit))
        {
            return null;
        }

        // Of a range or of a code with modifiers the part under the cursor.
        int from = text.LastIndexOf('-', Math.Max(0, Math.Min(text.Length - 1, place.Offset - place.Word.Start - 1))) + 1;
        int hyphen = text.IndexOf('-', from);
        string part = text[from..(hyphen < 0 ? text.Length : hyphen)];
        if (TestCompletion.IsAsked(place))
        {
            return Made(from > 0 ? CodeSystem.Modifier : place.LineBefore.TrimStart().StartsWith("diagnos", StringComparison.Ordinal) ? CodeSystem.Diagnosis : CodeSystem.Procedure, part, from, place);
        }

        CodeSystem system = place.Part.Declaration.Syntax is CodesSyntax codes && CodeSystemNames.TryFind(codes.System.Text, out CodeSystem declared) ? declared : SystemIn(sketch.Value);
        return Made(system, part, from, place);
    }

    private static CodeSystem SystemIn(EditSketch? sketch) => sketch?.Node switch
    {
        SetItemSyntax => ClauseCompletion.MemberType(sketch) is { Kind: TypeKind.Code } type ? type.System : CodeSystem.None,
        ExpressionSyntax last when sketch.BoundOf(last) is BoundConstant { Value: CodeConstant code } => code.Value.System,
        _ => CodeSystem.None,
    };

    private static WrittenCode? Made(CodeSystem system, string text, int from, CursorPlace place) =>
        Code.From(system, text) is { FitsPattern: true } code ? new WrittenCode(code, new TextSpan(place.Word.Start + from, text.Length)) : null;
}

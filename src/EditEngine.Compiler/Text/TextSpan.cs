namespace EditEngine.Compiler.Text;

/// <summary>A stretch of a source text, in UTF-16 characters.</summary>
/// <param name="Start">Offset of the first character.</param>
/// <param name="Length">Number of characters; 0 is a point.</param>
internal readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Offset after the last character.</summary>
    public int End => Start + Length;

    /// <summary>The stretch from one offset up to another.</summary>
    public static TextSpan FromTo(int start, int end) => new(start, end - start);
}

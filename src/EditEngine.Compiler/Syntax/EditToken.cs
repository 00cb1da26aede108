using Antlr4.Runtime;
using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Syntax;

/// <summary>A token of the lexer, in half the memory of ANTLR's own.</summary>
internal sealed class EditToken(string source, int type, int channel, int start, int stop, int line, int column) : IToken
{
    /// <summary>Its type; a repair may change it.</summary>
    public int Type { get; set; } = type;

    public int Channel { get; } = channel;

    public int StartIndex { get; } = start;

    public int StopIndex { get; } = stop;

    public int Line { get; } = line;

    public int Column { get; } = column;

    /// <summary>Its place among the visible tokens of the file.</summary>
    public int TokenIndex { get; set; } = -1;

    /// <summary>The first visible token of its line.</summary>
    public bool IsFirstInLine { get; set; }

    /// <summary>What it is read as, where that is not what was written.</summary>
    public string? ReadAs { get; set; }

    public string Text => ReadAs ?? Written;

    public string Written => Characters.ToString();

    /// <summary>What was written, without a copy of it. The end of a slice may lie past the end of the text.</summary>
    public ReadOnlySpan<char> Characters => StartIndex >= source.Length ? [] : source.AsSpan(StartIndex, StopIndex - StartIndex + 1);

    public TextSpan Span => TextSpan.FromTo(StartIndex, StopIndex + 1);

    public int End => StopIndex + 1;

    public ITokenSource? TokenSource => null;

    public ICharStream? InputStream => null;

    /// <summary>A token of another type in the same place, to try whether it fits.</summary>
    public EditToken Copied(int type) => new(source, type, Channel, StartIndex, StopIndex, Line, Column) { TokenIndex = TokenIndex };

    /// <summary>A token in place of this one and some that follow.</summary>
    public EditToken Widened(int type, TextSpan span, string readAs) =>
        new(source, type, Channel, span.Start, span.End - 1, Line, Column) { TokenIndex = TokenIndex, IsFirstInLine = IsFirstInLine, ReadAs = readAs };

    /// <summary>The end of a slice.</summary>
    public static EditToken EndAt(EditToken last, int index) =>
        new("", TokenConstants.EOF, TokenConstants.DefaultChannel, last.End, last.End - 1, last.Line, last.Column + last.End - last.StartIndex)
        {
            TokenIndex = index,
        };
}

/// <summary>Makes <see cref="EditToken"/>s for ANTLR's lexer; the lexer may have been given the text from an offset on.</summary>
internal sealed class EditTokenFactory(string source, int offset = 0) : ITokenFactory
{
    public IToken Create(Tuple<ITokenSource, ICharStream> origin, int type, string text, int channel, int start, int stop, int line, int charPositionInLine) =>
        new EditToken(source, type, channel, start + offset, stop + offset, line, charPositionInLine);

    public IToken Create(int type, string text) => new EditToken(text, type, TokenConstants.DefaultChannel, 0, text.Length - 1, 1, 0);
}

using EditEngine.Compiler.Text;
using Xunit;

namespace EditEngine.Tests.Editing;

public sealed class LinePositionsTests
{
    // ä is two bytes and one character, the face four bytes and two characters.
    private const string Text = "one\r\ntäo 😀x\rthree\n";

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(3, 0, 3, 3)]
    [InlineData(5, 1, 0, 0)]
    [InlineData(7, 1, 2, 3)]
    [InlineData(11, 1, 6, 9)]
    [InlineData(13, 2, 0, 0)]
    [InlineData(19, 3, 0, 0)]
    public void An_offset_is_a_line_and_a_column(int offset, int line, int utf16, int utf8)
    {
        Assert.Equal(new TextPosition(line, utf16), new LinePositions(Text, ColumnUnit.Utf16).Of(offset));
        Assert.Equal(new TextPosition(line, utf8), new LinePositions(Text, ColumnUnit.Utf8).Of(offset));
        Assert.Equal(offset, new LinePositions(Text, ColumnUnit.Utf16).OffsetOf(new TextPosition(line, utf16)));
        Assert.Equal(offset, new LinePositions(Text, ColumnUnit.Utf8).OffsetOf(new TextPosition(line, utf8)));
    }

    [Theory]
    [InlineData(0, 99, 3)]
    [InlineData(1, 7, 9)]
    [InlineData(9, 0, 19)]
    [InlineData(-1, 0, 0)]
    public void A_place_outside_is_the_nearest_inside(int line, int column, int offset) =>
        Assert.Equal(offset, new LinePositions(Text, ColumnUnit.Utf8).OffsetOf(new TextPosition(line, column)));
}

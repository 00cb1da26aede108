using EditEngine.Formats;
using Xunit;

namespace EditEngine.Tests.Batch;

public sealed class EscapedTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("Müller – 東京 😀", "Müller – 東京 😀")]
    [InlineData("a\u001B[2Jb", "a\\u001B[2Jb")]
    [InlineData("a\r\n\tb\u0085", "a\\u000D\\u000A\\u0009b\\u0085")]
    [InlineData("\u202Eabc\u2066\u061C\u200F", "\\u202Eabc\\u2066\\u061C\\u200F")]
    [InlineData("\u200B\u2060\uFEFF\u180E\u00AD", "\\u200B\\u2060\\uFEFF\\u180E\\u00AD")]
    [InlineData("a\uFE0F\u3164\u034F", "a\\uFE0F\\u3164\\u034F")]
    [InlineData("\u2028\u2029", "\\u2028\\u2029")]
    [InlineData("a\U000E0041\U000E0101", "a\\u{E0041}\\u{E0101}")]
    [InlineData("a\uFFFEb\U0001FFFF", "a\\uFFFEb\\u{1FFFF}")]
    public void What_is_not_seen_is_written_out(string text, string shown) => Assert.Equal(shown, EscapedText.Of(text));

    [Fact]
    public void Half_a_character_is_written_out() => Assert.Equal("a\\uD83Db\\uDE00", EscapedText.Of("a" + (char)0xD83D + "b" + (char)0xDE00));

    [Fact]
    public void Kept_characters_stay() => Assert.Equal("a\nb\\u000D", EscapedText.Of("a\nb\r".AsSpan(), "\n"));
}

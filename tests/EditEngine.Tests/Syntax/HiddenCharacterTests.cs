using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;
using EditEngine.Tests.Packs;
using Xunit;

namespace EditEngine.Tests.Syntax;

/// <summary>Characters that are not seen are errors wherever they stand, told by code point and never shown.</summary>
public sealed class HiddenCharacterTests
{
    private const string Rules = "-- COMMENT\nedit X \"TITLE\"\n  for each line v\n  when v.units > 1 CODE\n  then review v\n  message \"MESSAGE\"\n  test \"a TEST\"\n    claim professional\n      line 1: 99213 x3 on 2026-01-01\n    expect line 1 reviewed by X\nend\n";

    public static TheoryData<int, string> Hidden => new()
    {
        { 0x0007, "control character" },
        { 0x000B, "control character" },
        { 0x000D, "carriage return without a line feed" },
        { 0x001B, "control character" },
        { 0x007F, "control character" },
        { 0x0085, "control character" },
        { 0x00AD, "soft hyphen" },
        { 0x034F, "combining grapheme joiner" },
        { 0x061C, "Arabic letter mark" },
        { 0x115F, "Hangul filler" },
        { 0x1160, "Hangul filler" },
        { 0x180E, "Mongolian vowel separator" },
        { 0x200B, "zero width space" },
        { 0x200C, "zero width non-joiner" },
        { 0x200D, "zero width joiner" },
        { 0x200E, "left-to-right mark" },
        { 0x200F, "right-to-left mark" },
        { 0x2028, "line separator" },
        { 0x2029, "paragraph separator" },
        { 0x202A, "left-to-right embedding" },
        { 0x202B, "right-to-left embedding" },
        { 0x202C, "pop directional formatting" },
        { 0x202D, "left-to-right override" },
        { 0x202E, "right-to-left override" },
        { 0x2060, "word joiner" },
        { 0x2064, "format character" },
        { 0x2066, "left-to-right isolate" },
        { 0x2067, "right-to-left isolate" },
        { 0x2068, "first strong isolate" },
        { 0x2069, "pop directional isolate" },
        { 0x206A, "format character" },
        { 0x2800, "blank Braille pattern" },
        { 0x3164, "Hangul filler" },
        { 0xFE0F, "variation selector" },
        { 0xFEFF, "zero width no-break space" },
        { 0xFFA0, "Hangul filler" },
        { 0xFDD0, "noncharacter" },
        { 0xFFF9, "format character" },
        { 0xFFFE, "noncharacter" },
        { 0xFFFF, "noncharacter" },
        { 0x1FFFE, "noncharacter" },
        { 0x10FFFF, "noncharacter" },
        { 0xE0001, "tag character" },
        { 0xE0041, "tag character" },
        { 0xE0100, "variation selector" },
    };

    [Theory]
    [MemberData(nameof(Hidden))]
    public void A_hidden_character_is_an_error_wherever_it_stands(int codePoint, string name)
    {
        string hidden = char.ConvertFromUtf32(codePoint);
        foreach (string place in (string[])["COMMENT", "TITLE", "CODE", "MESSAGE", "TEST"])
        {
            string text = Rules.Replace(place, place == "CODE" ? $"{hidden} " : $"a{hidden}b", StringComparison.Ordinal).Replace(" CODE", "", StringComparison.Ordinal);
            CompileResult result = EditCompiler.Compile(PackSources.FromText("rules.edit", text), CompileOptions.Default);
            Diagnostic told = Assert.Single(result.Diagnostics, one => one.Id == "EDIT0190");
            Assert.Equal(Severity.Error, told.Severity);
            Assert.StartsWith($"The character U+{codePoint:X4} ({name})", told.Seen, StringComparison.Ordinal);
            SourceSpan span = Assert.IsType<SourceSpan>(told.Place);
            Assert.Equal(hidden, text.Substring(span.Start, span.Length));
            Assert.Null(result.Pack);
            Assert.All(result.Diagnostics, one => Assert.False(HiddenCharacters.AreIn(one.ToString())));
        }
    }

    [Theory]
    [InlineData(0xD800)]
    [InlineData(0xDC00)]
    public void Half_a_surrogate_pair_is_an_error(int half)
    {
        SyntaxTree tree = EditParser.Parse(new SourceText("rules.edit", $"-- {(char)half}{(char)half}\n"));
        Assert.Contains("half of a surrogate pair", Assert.Single(tree.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\ufeff-- a mark at the start\n")]
    [InlineData("-- tab\tand line\r\n")]
    [InlineData("-- é ü ß 中 😀 €\n")]
    public void What_is_seen_is_no_mistake(string text) => Assert.Empty(EditParser.Parse(new SourceText("rules.edit", text)).Diagnostics);

    [Fact]
    public void Other_messages_show_a_hidden_character_by_its_code_point()
    {
        CompileResult result = EditCompiler.Compile(PackSources.FromText("rules.edit", Rules.Replace("v.units > 1 CODE", "v.status = \"a\u202eb\"", StringComparison.Ordinal)), CompileOptions.Default);
        Assert.All(result.Diagnostics, one => Assert.False(HiddenCharacters.AreIn(one.Message)));
    }

    [Fact]
    public void A_hidden_character_in_the_settings_is_an_error()
    {
        using PackOnDisk disk = new([("edits.json", "{ \"freshWithin\": { \"a\u202e.table\": \"4 months\" } }"), ("a.edit", "pack a version \"1\"\n")]);
        Assert.Contains(disk.Compile("").Diagnostics, one => one.Id == "EDIT0190" && one.Message.Contains("U+202E", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("pl\u0430ce", 'a')]
    [InlineData("\u0440lace", 'p')]
    [InlineData("plac\u0435", 'e')]
    [InlineData("pl\uff41ce", 'a')]
    [InlineData("\u03bfrder", 'o')]
    public void A_letter_that_looks_latin_is_named(string word, char latin)
    {
        SyntaxTree tree = EditParser.Parse(new SourceText("rules.edit", $"edit X \"x\"\n  for each line v\n  when v.{word} = 11\n  then review v\nend\n"));
        Diagnostic told = Assert.Single(tree.Diagnostics);
        Assert.Equal("EDIT0191", told.Id);
        Assert.Contains($"looks like the Latin '{latin}'", told.Message, StringComparison.Ordinal);
        Assert.Equal(latin.ToString(), told.Fix?.NewText);
    }
}

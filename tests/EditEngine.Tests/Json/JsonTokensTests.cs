using System.Text;
using System.Text.Json;
using EditEngine.Formats.Json;
using Xunit;

namespace EditEngine.Tests.Json;

/// <summary>The tokens are those of the framework's reader, and so are the places where a text breaks.</summary>
public sealed class JsonTokensTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{}")]
    [InlineData(" [ 1 , -0.5e+7 , true , null , \"\\u0041\\n\" , { \"a\" : [ ] } ] \n")]
    [InlineData("[1,]")]
    [InlineData("[,1]")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{\"a\" 1}")]
    [InlineData("{a:1}")]
    [InlineData("[1 2]")]
    [InlineData("[01]")]
    [InlineData("[1.]")]
    [InlineData("[-]")]
    [InlineData("[1e]")]
    [InlineData("[1a]")]
    [InlineData("[truex]")]
    [InlineData("[\"\u0001\"]")]
    [InlineData("[\"\u007f\"]")]
    [InlineData("[\"\\u12\"]")]
    [InlineData("[\"\\x\"]")]
    [InlineData("[\"\\")]
    [InlineData("[1}")]
    [InlineData("{]")]
    [InlineData("1 2")]
    [InlineData("1")]
    [InlineData("\"a\"")]
    [InlineData("[] ]")]
    [InlineData("// a\n1")]
    public void Small_texts(string json) => Compare(Encoding.UTF8.GetBytes(json), json);

    [Fact]
    public void Broken_claims()
    {
        byte[][] samples = [.. Enumerable.Range(0, 40).Select(RandomClaims.Line)];
        for (int seed = 0; seed < 3_000; seed++)
        {
            byte[] broken = JsonMutations.Of(samples[seed % samples.Length], samples[seed / samples.Length % samples.Length], new Random(seed));
            if (System.Text.Unicode.Utf8.IsValid(broken))
            {
                Compare(broken, $"seed {seed}");
            }
        }
    }

    [Fact]
    public void Deep_texts()
    {
        foreach (int depth in new[] { 1, 63, 64, 65, 1_000 })
        {
            Compare(Encoding.UTF8.GetBytes(new string('[', depth) + new string(']', depth)), $"{depth} lists");
            Compare(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("[{\"a\":", depth / 2)) + "1"), $"{depth} in turn");
        }
    }

    private static void Compare(byte[] text, string what)
    {
        Utf8JsonReader expected = new(text);
        JsonTokens tokens = new(text);
        while (true)
        {
            (bool isThere, string? fault) = Next(ref expected);
            (bool isFound, string? found) = Next(ref tokens);
            Assert.True((isThere, fault) == (isFound, found), $"{what}: {fault ?? "no fault"}, found {found ?? "no fault"}");
            if (!isThere)
            {
                return;
            }

            Assert.True(expected.TokenType == tokens.TokenType && expected.TokenStartIndex == tokens.TokenStartIndex, $"{what}: {expected.TokenType} at {expected.TokenStartIndex}");
            if (expected.TokenType is not (JsonTokenType.StartObject or JsonTokenType.EndObject or JsonTokenType.StartArray or JsonTokenType.EndArray))
            {
                Assert.True(expected.ValueSpan.SequenceEqual(tokens.ValueSpan) && expected.ValueIsEscaped == tokens.ValueIsEscaped, $"{what}: at {expected.TokenStartIndex}");
            }

            if (expected.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && Surrogates.LoneEscape(expected.ValueSpan) < 0)
            {
                Assert.Equal(expected.GetString(), tokens.GetString());
            }
        }
    }

    private static (bool, string?) Next(ref Utf8JsonReader json)
    {
        try
        {
            return (json.Read(), null);
        }
        catch (JsonException fault)
        {
            return (false, $"{fault.LineNumber}/{fault.BytePositionInLine}");
        }
    }

    private static (bool, string?) Next(ref JsonTokens json)
    {
        try
        {
            return (json.Read(), null);
        }
        catch (JsonException fault)
        {
            return (false, $"{fault.LineNumber}/{fault.BytePositionInLine}");
        }
    }
}

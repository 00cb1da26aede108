using EditEngine.Codes;
using Xunit;

namespace EditEngine.Tests.Codes;

public sealed class ZipTextTests
{
    [Theory]
    [InlineData("44101", 5)]
    [InlineData("441011234", 9)]
    [InlineData("44101-1234", 9)]
    [InlineData("44101-", 5)]
    [InlineData("6101", 4)]
    [InlineData("61011234", 8)]
    [InlineData("4410-11234", 0)]
    [InlineData("44101--123", 0)]
    [InlineData("4410O", 0)]
    [InlineData("44101 1234", 0)]
    [InlineData("K1A 0B1", 0)]
    [InlineData("٤٤١٠١", 0)]
    [InlineData("-", 0)]
    [InlineData("", 0)]
    public void A_zip_code_has_so_many_digits(string zip, int digits) => Assert.Equal(digits, ZipText.DigitsOf(zip));
}

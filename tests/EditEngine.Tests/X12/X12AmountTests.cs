using System.Text;
using EditEngine.Formats;
using EditEngine.Formats.X12;
using Xunit;

namespace EditEngine.Tests.X12;

/// <summary>An amount is read exactly, or told; however long, it ends nothing.</summary>
public sealed class X12AmountTests
{
    [Theory]
    [InlineData("150", 15_000L)]
    [InlineData("150.5", 15_050L)]
    [InlineData("-.07", -7L)]
    [InlineData("999999999999.99", 99_999_999_999_999L)]
    [InlineData("000000000000000012.5", 1_250L)]
    [InlineData("00000000000000000000000012.50", 1_250L)]
    [InlineData("1000000000000", null)]
    [InlineData("999999999999999999", null)]
    [InlineData("92233720368547759", null)]
    [InlineData("79228162514264337593543950335", null)]
    [InlineData("-79228162514264337593543950335", null)]
    [InlineData("792281625142643375935439503350", null)]
    [InlineData("0.001", null)]
    [InlineData("12.500000000000000000000000001", null)]
    public void An_amount_is_whole_cents(string text, long? cents)
    {
        Assert.Equal(cents, EditEngine.Formats.X12.Values.Cents(Encoding.ASCII.GetBytes(text)));
        string file = X12Samples.Text("snip/clean_837p.837").Replace("CLM*PCN0001*150", $"CLM*PCN0001*{text}", StringComparison.Ordinal);
        Assert.Contains($"*{text}*", file, StringComparison.Ordinal);
        using X12ClaimReader reader = new(new MemoryStream(Encoding.ASCII.GetBytes(file)), "amount");
        ReadClaim read = Assert.IsType<ReadClaim>(reader.Read());
        Assert.Equal(cents is not null && text.Length <= 20, read.Claim is not null && read.Claim.TotalChargeCents == cents);
        while (reader.Read() is not null)
        {
        }
    }
}

using Xunit;

namespace EditEngine.Tests.Packs;

public sealed class PackSettingsTests
{
    private const string Rules = "pack acme version \"1\"\n";

    [Theory]
    [InlineData("{}", "")]
    [InlineData(" \n", "")]
    [InlineData("{ \"freshWithin\": {} }", "")]
    [InlineData("{ \"freshWithin\": { \"fees.csv\": \"4 months\", \"Codes.CSV\": \"1 year\" } }", "Codes.CSV 0 12; fees.csv 0 4")]
    [InlineData("{ \"freshWithin\": { \"fees.csv\": \"90 days\" } }", "fees.csv 90 0")]
    [InlineData("{ \"freshWithin\": { \"fees.csv\": \"2 weeks\" } }", "fees.csv 14 0")]
    public void Ages_of_tables_are_read(string text, string expected)
    {
        using PackOnDisk disk = Disk(text);
        PackSources sources = disk.Read("rules");
        Assert.Empty(sources.Diagnostics);
        Assert.Equal(expected, string.Join("; ", sources.Settings.FreshWithin.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key} {one.Value.Days} {one.Value.Months}")));
    }

    [Theory]
    [InlineData("[]", "(1,1): error EDIT0721: The settings of the packs cannot be read: it is no JSON object.")]
    [InlineData("{\n  freshWithin", "(2,3): error EDIT0721: The settings of the packs cannot be read: it is no JSON.")]
    [InlineData("{ \"freshWithin\": {} } x", "(1,23): error EDIT0721: The settings of the packs cannot be read: it is no JSON.")]
    [InlineData("{ \"freshWithin\": 4 }", "(1,18): error EDIT0721: The settings of the packs cannot be read: freshWithin is no object.")]
    [InlineData("{ \"é\": 1, \"frehWithin\": { \"x\": [1] } }", "(1,3): error EDIT0722: There is no setting 'é'. Settings are freshWithin.", "(1,11): error EDIT0722: There is no setting 'frehWithin'. Settings are freshWithin. Did you mean 'freshWithin'?")]
    [InlineData("{ \"freshWithin\": { \"fees.csv\": \"4 mths\" } }", "(1,32): error EDIT0723: '4 mths' is no age of a table. It is a number and days, weeks, months or years, as \"4 months\".")]
    [InlineData("{ \"freshWithin\": { \"fees.csv\": \"0 days\", \"codes.csv\": 4 } }", "(1,32): error EDIT0723: '0 days'", "(1,55): error EDIT0723: '4'")]
    [InlineData("{ \"freshWithin\": { \"fee.csv\": \"1 year\" } }", "(1,20): error EDIT0724: No file 'fee.csv' lies below the folder with 'edits.json'. Tables are named by their files, without folders. Did you mean 'fees.csv'?")]
    public void What_does_not_fit_is_told_with_its_place(string text, params string[] expected)
    {
        using PackOnDisk disk = Disk(text);
        string[] found = [.. disk.Read("rules").Diagnostics.Select(one => one.ToString())];
        Assert.Equal(expected.Length, found.Length);
        Assert.All(found.Zip(expected), pair => Assert.StartsWith("../edits.json" + pair.Second, pair.First, StringComparison.Ordinal));
    }

    private static PackOnDisk Disk(string settings) => new(("edits.json", settings), ("rules/a.edit", Rules), ("rules/fees.csv", ""), ("tables/codes.csv", ""));
}

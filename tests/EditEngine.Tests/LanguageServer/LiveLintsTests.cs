using Xunit;

namespace EditEngine.Tests.LanguageServer;

/// <summary>Lints come among the diagnostics when nobody types, and stay with what they are of while somebody does.</summary>
public sealed class LiveLintsTests
{
    private const string Uri = "untitled:one";

    private const string Rules = "pack sample version \"1\"\nreasons\n  UNITS = CO 151\ncodes @idle : procedure = { 11721 }\nedit MANY \"Many\"\n  cite      \"Manual\"\n  for each  line v\n  when      v.units > 2\n  then      deny v  reason UNITS\nend\nedit MORE \"More\"\n  for each  line v\n  when      v.units > 3\n  then      deny v  reason UNITS\nend\n";

    private static readonly string[] OfMany = ["4:5 EDIT2002", "4:5 EDIT2004"];
    private static readonly string[] OfMore = ["10:5 EDIT2001", "10:5 EDIT2002", "10:5 EDIT2004"];
    private const string OfIdle = "3:6 EDIT2005";

    [Fact]
    public void Lints_are_told_after_what_the_compiler_says()
    {
        using ServedClient served = Served();
        Assert.Empty(served.Client.Diagnostics(Uri, static _ => true));
        Assert.Equal([OfIdle, .. OfMany, .. OfMore], served.Client.Diagnostics(Uri, static found => found.Length > 0));
    }

    [Fact]
    public void While_somebody_types_those_of_what_stands_elsewhere_stay_with_it()
    {
        using ServedClient served = Served();
        served.Client.Diagnostics(Uri, static found => found.Length > 0);

        // A line more above MORE, and a mistake in MANY: the pack has errors, and nothing new is remarked.
        served.Client.Change(Uri, 2, 7, 12, 19, "v.unit\n      and v.units");
        string[] now = served.Client.Diagnostics(Uri, static found => found.Any(one => one.EndsWith("EDIT0202", StringComparison.Ordinal)));
        Assert.Equal(["7:14 EDIT0202", OfIdle, .. OfMany, .. OfMore.Select(one => one.Replace("10:", "11:", StringComparison.Ordinal))], now);
    }

    [Fact]
    public void What_was_remarked_goes_when_it_is_mended()
    {
        using ServedClient served = Served();
        served.Client.Diagnostics(Uri, static found => found.Contains(OfIdle));
        served.Client.Change(Uri, 2, 12, 23, 23, " and v.procedure in @idle");
        Assert.Equal([.. OfMany, .. OfMore[..2]], served.Client.Diagnostics(Uri, static found => !found.Contains(OfIdle) && !found.Contains(OfMore[2])));
    }

    [Fact]
    public void A_client_that_wants_none_gets_none()
    {
        using ServedClient served = new();
        served.Client.InitializeWith(new { lints = false });
        served.Client.Open(Uri, Rules);
        served.Client.Diagnostics(Uri, static found => found.Length == 0);
        Assert.Throws<TimeoutException>(() => served.Client.Diagnostics(Uri, static _ => true, TimeSpan.FromSeconds(1)));
    }

    private static ServedClient Served()
    {
        ServedClient served = new();
        served.Client.InitializeWith(null);
        served.Client.Open(Uri, Rules);
        return served;
    }
}

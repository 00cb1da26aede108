using Xunit;

namespace EditEngine.Tests.Packs;

public sealed class CostLimitTests
{
    [Theory]
    [InlineData("limit cost 1000", "EDIT0801")]
    [InlineData("limit cost 1000000000000", "")]
    [InlineData("limit cost 1000\nlimit lines 3", "")]
    [InlineData("limit speed 3", "EDIT0802")]
    public void An_edit_past_the_packs_limit_is_a_mistake(string limits, string ids)
    {
        PackSources sources = PackSources.FromText("rules.edit", $"""
            pack p version "1"
            {limits}
            edit X "x"
              for each  line v, other line x
              when      v.units > x.units
              then      warn v
            end
            """);
        Assert.Equal(ids, string.Join(' ', EditCompiler.Compile(sources, CompileOptions.Default).Diagnostics.Select(one => one.Id)));
    }
}

using EditEngine.Analysis.Testing;
using Xunit;

namespace EditEngine.Tests.Testing;

public sealed class PreparedPackTests
{
    private const string Pack = """
        pack sample version "1"
        dates by date of service
        phases screen, payment
        reasons
          UNITS = CO 151
        edit FIRST "First"
          phase     screen
          for each  line v
          when      v.units > 9
          then      deny v  reason UNITS
        end
        edit LATER "Later"
          phase     payment
          for each  line v
          when      v.procedure = 99213
          then      review v
        end

        """;

    // Where nothing is read of what others find, an edit is asked by itself, whatever its phase.
    [Theory]
    [InlineData("", "", true)]
    [InlineData("when      v.procedure = 99213", "when      v.procedure = 99213 and v is payable", false)]
    [InlineData("when      v.procedure = 99213", "when      v.procedure = 99213 and v is not denied by FIRST", false)]
    [InlineData("  phase     screen\n", "  phase     screen\n  on fire skip phases payment\n", false)]
    [InlineData("  phase     payment\n", "", true)]
    public void Edits_are_apart_where_none_reads_or_skips_another(string text, string other, bool expected)
    {
        string changed = text.Length == 0 ? Pack : Pack.ReplaceLineEndings("\n").Replace(text, other, StringComparison.Ordinal);
        CompileResult compiled = EditCompiler.Compile(PackSources.FromText("rules.edit", changed), CompileOptions.Default);
        Assert.Empty(compiled.Diagnostics);
        Assert.Equal(expected, new PreparedPack(compiled.Pack!).AreEditsApart); // Without errors there is a pack.
    }
}

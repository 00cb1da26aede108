using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using EditEngine.Compiler.Lowering;
using EditEngine.Diagnostics;
using Xunit;

namespace EditEngine.Conformance;

/// <summary>Whatever the text: diagnostics or a pack that lowers; no exception, and quickly. A failure names its seed.</summary>
public sealed class FuzzTests
{
    private const int Rounds = 10_000;

    private static readonly ImmutableArray<string> Texts = [.. Corpus.Names("good", ".edit").Select(Corpus.Read).Where(text => !text.Contains("-- file: ", StringComparison.Ordinal))];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Slips_are_told_and_never_thrown(int part)
    {
        int asked = int.TryParse(Environment.GetEnvironmentVariable("EDITS_FUZZ_ROUNDS"), NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : Rounds;
        int whole = 0;
        for (int seed = part * asked / 4; seed < (part + 1) * asked / 4; seed++)
        {
            Random random = new(seed);
            string text = Slips.In(Texts[random.Next(Texts.Length)], random);
            Stopwatch watch = Stopwatch.StartNew();
            try
            {
                whole += Run(text) ? 1 : 0;
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                Assert.Fail($"seed {seed}: {fault}\n{text}");
            }

            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"seed {seed} takes {watch.Elapsed}\n{text}");
        }

        Assert.InRange(whole, 1, (asked / 4) - 1);
    }

    /// <summary>The whole way that a rule goes; whether it came to its end.</summary>
    private static bool Run(string text)
    {
        CompileResult result = EditCompiler.Compile(PackSources.FromText("fuzz.edit", text), CompileOptions.Default);
        if (result.Pack is null)
        {
            Assert.Contains(result.Diagnostics, one => one.Severity == Severity.Error);
            return false;
        }

        RulePack pack = PackLowering.Lower(result.Pack);
        Assert.Equal(pack.Edits.IsEmpty, PlanPrinter.Print(pack).Length == 0);
        return true;
    }
}

using System.Globalization;
using System.Numerics;

namespace EditEngine.Compiler.Diagnostics;

/// <summary>A number of steps as people read it.</summary>
internal static class CostText
{
    private static readonly BigInteger MostShown = 1_000_000_000_000_000;

    /// <summary>All its digits; of one that no claim will ever see the end of, only how long it is.</summary>
    public static string Of(BigInteger steps) => steps <= MostShown
        ? steps.ToString("N0", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"10^{(int)BigInteger.Log10(steps)}");
}

using System.Globalization;
using System.Numerics;

namespace EditEngine.Compiler.Diagnostics;

/// <summary>A number of steps as people read it.</summary>
internal static class CostText
{
    private static readonly (BigInteger Unit, string Name)[] Units = [(1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million")];

    private static readonly BigInteger MostShown = 1_000_000_000_000_000;

    /// <summary>Below a million its digits, then two figures and a word: <c>4.2 million</c>; of one that no claim will ever see the end of, only how long it is.</summary>
    public static string Of(BigInteger steps)
    {
        if (steps >= MostShown)
        {
            return string.Create(CultureInfo.InvariantCulture, $"10^{(int)BigInteger.Log10(steps)}");
        }

        foreach ((BigInteger unit, string name) in Units)
        {
            if (steps >= unit)
            {
                decimal tenths = (decimal)(steps * 10 / unit) / 10;
                return string.Create(CultureInfo.InvariantCulture, $"{(tenths < 10 ? tenths : decimal.Truncate(tenths)):0.#} {name}");
            }
        }

        return steps.ToString("N0", CultureInfo.InvariantCulture);
    }
}

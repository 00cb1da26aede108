namespace EditEngine.Tests.Differential;

/// <content>What no payer would like to see, and sees: codes that fit no pattern, empty texts, negative and huge numbers, days at the ends of the calendar.</content>
internal sealed partial class PackClaims
{
    private bool Odd => Chance(_oddness);

    /// <summary>A text like a code. Some of them are that code, some only look like it, and two may differ in their letters' case alone.</summary>
    private string OddCode(string text) => random.Next(13) switch
    {
        0 => text + "-25",
        1 => text + "-rt",
        2 => text + "-RT",
        3 => text.ToLowerInvariant(),
        4 => $" {text} ",
        5 => text.Length > 1 ? text[..1] + "." + text[1..] : text + ".",
        6 => text + ",4",
        7 => text + "0000000000000000",
        8 => text + text,
        9 => text + "5",
        10 => text.Length > 1 ? text[..^1] : text + "é",
        11 => text[..^1] + "X",
        _ => text.Length > 2 ? text[..2] : text + "é",
    };

    private string OddText() => random.Next(5) switch { 0 => "", 1 => " ", 2 => "none", 3 => "é\u0301", _ => "—" };

    private decimal OddNumber() => random.Next(8) switch
    {
        0 => -1m,
        1 => 0m,
        2 => -0.5m,
        3 => decimal.MaxValue,
        4 => decimal.MinValue,
        5 => 0.0000000000000000000000000001m,
        6 => 1.0000000000000000000000000001m,
        _ => 1_000_000_000_000m,
    };

    private long OddMoney() => random.Next(5) switch { 0 => -1, 1 => 0, 2 => long.MaxValue, 3 => -10_000, _ => 100_000_000_000_000 };

    private DateOnly OddDate() => random.Next(6) switch
    {
        0 => DateOnly.MinValue,
        1 => DateOnly.MaxValue,
        2 => new DateOnly(2024, 2, 29),
        3 => new DateOnly(1, 1, 31),
        4 => new DateOnly(9999, 12, 1),
        _ => Day(_anchor + random.Next(-20_000, 20_000)),
    };
}

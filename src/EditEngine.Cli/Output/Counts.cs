namespace EditEngine.Cli.Output;

/// <summary>Numbers with what they count.</summary>
internal static class Counts
{
    public static string Of(long count, string what) => FormattableString.Invariant($"{count:#,0} {what}{(count == 1 ? "" : "s")}");
}

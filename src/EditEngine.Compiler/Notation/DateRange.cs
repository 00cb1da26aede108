namespace EditEngine.Compiler.Notation;

/// <summary>Days in the lines of a test: <c>D</c>, <c>D ..</c> or <c>D .. D</c>.</summary>
internal static class DateRange
{
    /// <summary>Whether a date comes next.</summary>
    public static bool IsNext(WordReader reader) => reader.IsNext(WordKind.Plain) && char.IsAsciiDigit(reader.Peek()!.Value.Value[0]); // A plain word has a character.

    /// <summary>A range; one day alone is a range of that day.</summary>
    public static (DateOnly From, DateOnly? Through) Read(WordReader reader)
    {
        DateOnly from = reader.ReadDate();
        if (!reader.TryTake(WordKind.Range))
        {
            return (from, from);
        }

        return (from, IsNext(reader) ? reader.ReadDate() : null);
    }
}

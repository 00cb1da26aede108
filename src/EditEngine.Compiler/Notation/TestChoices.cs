using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Notation;

/// <summary>What fits at a place of a test, found by reading its line with a word that fits nowhere.</summary>
internal static class TestChoices
{
    // Neither a word of the notation nor a code of any system.
    private const string Misfit = "\u00A4";

    /// <summary>What fits after the beginning of a line; null where the line is at its end there, or is wrong before.</summary>
    /// <param name="line">The line up to the place, without the word that stands there.</param>
    /// <param name="facts">The facts that the pack declares.</param>
    public static NotationChoice? After(string line, TestFacts facts)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(facts);
        NotationReport report = new(new SourceText("", line + Misfit));
        TestReader reader = new(facts, report);
        string text = line.TrimStart() + Misfit;
        reader.Read(TestLine.Fill(new TextSpan(line.Length - line.TrimStart().Length, text.Length), text, null, report));
        if (report.Choice is null)
        {
            reader.ReadLast(); // What is read when the claim is whole.
        }

        return report.Choice;
    }
}

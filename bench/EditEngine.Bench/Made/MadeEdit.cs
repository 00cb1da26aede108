using System.Globalization;
using System.Text;
using EditEngine.Codes;

namespace EditEngine.Bench.Made;

/// <summary>What a made edit asks of a line with one of its two codes.</summary>
internal enum MadeShape
{
    /// <summary>Its place is a hospital's.</summary>
    Place,

    /// <summary>It has more units than the bound.</summary>
    Units,

    /// <summary>Another line or counted line of its day has one of two other codes.</summary>
    Pair,

    /// <summary>The patient is younger than the bound on its day.</summary>
    Age,

    /// <summary>A counted line has one of its codes and a day later than so many days before its own.</summary>
    Frequency,
}

/// <summary>An edit made by machine: one of five sentences, its codes drawn evenly.</summary>
/// <param name="Number">Its place in the pack.</param>
/// <param name="Shape">Its sentence.</param>
/// <param name="First">A code of the line.</param>
/// <param name="Second">The other code of the line.</param>
/// <param name="OtherFirst">For pairs: a code of the other line.</param>
/// <param name="OtherSecond">For pairs: the other code of the other line.</param>
/// <param name="Bound">Units, years or days; none for places and pairs.</param>
internal sealed record MadeEdit(int Number, MadeShape Shape, Code First, Code Second, Code OtherFirst, Code OtherSecond, int Bound)
{
    /// <summary>Its id in the pack.</summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"G{Number}");

    private string Text => Shape switch
    {
        MadeShape.Place => Over("line v", "v.place in { 21, 23 }", "UNITS"),
        MadeShape.Units => Over("line v", $"v.units > {Bound}", "UNITS"),
        MadeShape.Pair => Over("line v, other line or counted a  with same date", $"a.procedure in {{ {OtherFirst}, {OtherSecond} }}", "BUNDLED"),
        MadeShape.Age => Over("line v", $"age of patient on v.date < {Bound}", "UNITS"),
        _ => Over("line v", $"any counted h has (h.procedure in {{ {First}, {Second} }} and h.date > v.date - {Bound} days)", "UNITS"),
    };

    /// <summary>So many edits, the shapes in turn. The same for the same seed.</summary>
    public static MadeEdit[] Make(World world, int count, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(number => One(world, random, number))];
    }

    /// <summary>Rules of all of them, below the clauses that a pack begins with.</summary>
    public static string TextOf(IEnumerable<MadeEdit> edits)
    {
        StringBuilder text = new(BenchPack.Common);
        foreach (MadeEdit edit in edits)
        {
            text.Append(CultureInfo.InvariantCulture, $"edit {edit.Id} \"Made by machine\"\n{edit.Text}end\n\n");
        }

        return text.ToString();
    }

    private static MadeEdit One(World world, Random random, int number)
    {
        MadeShape shape = (MadeShape)(number % 5);
        (Code first, Code second) = (Draw(), Draw());
        (Code otherFirst, Code otherSecond) = shape == MadeShape.Pair ? (Draw(), Draw()) : default;
        int bound = shape switch
        {
            MadeShape.Units => random.Next(2, 8),
            MadeShape.Age => random.Next(5, 60),
            MadeShape.Frequency => random.Next(30, 400),
            _ => 0,
        };
        return new MadeEdit(number, shape, first, second, otherFirst, otherSecond, bound);

        Code Draw() => world.Codes[random.Next(world.Codes.Length)];
    }

    private string Over(string things, string condition, string reason) =>
        $"  for each  {things}\n  when      v.procedure in {{ {First}, {Second} }}\n  and       {condition}\n  then      deny v  reason {reason}\n";
}

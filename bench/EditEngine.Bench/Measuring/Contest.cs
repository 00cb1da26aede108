namespace EditEngine.Bench.Measuring;

/// <summary>What one turn came to.</summary>
/// <param name="Nanoseconds">The thread's processor time, a claim.</param>
/// <param name="Bytes">Bytes allocated, a claim.</param>
/// <param name="Findings">Findings in all its claims.</param>
internal sealed record Turn(double Nanoseconds, double Bytes, long Findings);

/// <summary>One that takes part.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Take">Takes a turn.</param>
internal sealed record Contestant(string Name, Func<Turn> Take)
{
    private const int AtOnce = 50;

    /// <summary>One that does something with each claim of its sample and says how many findings there were.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="claims">How many claims its sample has: the first ones.</param>
    /// <param name="run">What it does with the claim at a position.</param>
    public static Contestant Of(string name, int claims, Func<int, int> run) => new(name, () => Over(claims, run));

    /// <summary>One that is given claims which nobody decided yet, as a reader gives them: some are made, which costs it nothing, and then it has its turn with these.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="claims">How many claims its sample has.</param>
    /// <param name="make">Makes the claim at a position.</param>
    /// <param name="run">What it does with a claim.</param>
    public static Contestant OfFresh<T>(string name, int claims, Func<int, T> make, Func<T, int> run) => new(name, () =>
    {
        T[] some = new T[AtOnce];
        Turn[] turns = new Turn[claims / AtOnce];
        for (int turn = 0; turn < turns.Length; turn++)
        {
            for (int i = 0; i < AtOnce; i++)
            {
                some[i] = make((turn * AtOnce) + i);
            }

            turns[turn] = Over(AtOnce, i => run(some[i]));
        }

        return new Turn(turns.Average(turn => turn.Nanoseconds), turns.Average(turn => turn.Bytes), turns.Sum(turn => turn.Findings));
    });

    private static Turn Over(int claims, Func<int, int> run)
    {
        long findings = 0;
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        long started = ThreadClock.Nanoseconds;
        for (int i = 0; i < claims; i++)
        {
            findings += run(i);
        }

        long passed = ThreadClock.Nanoseconds - started;
        return new Turn(passed / (double)claims, (GC.GetAllocatedBytesForCurrentThread() - bytes) / (double)claims, findings);
    }
}

/// <summary>How one did over all rounds.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Turns">Its turns, one a round.</param>
internal sealed record Standing(string Name, Turn[] Turns)
{
    /// <summary>Nanoseconds a claim.</summary>
    public double Median => Contest.Median(Turns.Select(turn => turn.Nanoseconds));

    /// <summary>Bytes a claim; what the runtime itself takes now and then is left out.</summary>
    public double Bytes => Turns.Min(turn => turn.Bytes);

    /// <summary>Findings in the claims of a turn.</summary>
    public long Findings => Turns[^1].Findings;

    /// <summary>Its time over another's in each round.</summary>
    public double[] RatiosTo(Standing other) => [.. Turns.Zip(other.Turns, (own, its) => own.Nanoseconds / its.Nanoseconds)];

    /// <summary>The median of <see cref="RatiosTo"/>.</summary>
    public double RatioTo(Standing other) => Contest.Median(RatiosTo(other));
}

/// <summary>Contestants take turns over rounds in one run, so that a busy machine is busy for all of them.</summary>
internal static class Contest
{
    // One is compiled anew when it has run for a while, and once more for what it was seen to do.
    private const int Warming = 2;

    public static Standing[] Hold(IReadOnlyList<Contestant> contestants, int rounds)
    {
        Turn[][] turns = [.. contestants.Select(_ => new Turn[rounds])];
        for (int round = -Warming; round < rounds; round++)
        {
            for (int i = 0; i < contestants.Count; i++)
            {
                int at = (i + round + Warming) % contestants.Count;
                Turn turn = contestants[at].Take();
                if (round >= 0)
                {
                    turns[at][round] = turn;
                }
            }
        }

        return [.. contestants.Select((one, i) => new Standing(one.Name, turns[i]))];
    }

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}

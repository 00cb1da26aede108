using System.Diagnostics;
using System.Globalization;

namespace EditEngine.Bench.Measuring;

/// <summary>The same work by one thread, shared by several, and by as many side by side that share nothing, in turns and by the time that passes. Only rounds count in which others left the processors alone.</summary>
/// <remarks>What threads side by side gain is all that the machine has to give: cores that share their parts, or a host that lends them, have less than their number.</remarks>
internal sealed class CoreRounds
{
    private const double MostOfOthers = 0.06;
    private const int Wanted = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly List<Round> _rounds = [];
    private readonly int _threads;

    /// <summary>Holds rounds until enough of them were quiet.</summary>
    /// <param name="one">The work by one thread; it takes half a second or more, or the system counts too coarsely.</param>
    /// <param name="several">The same work by several.</param>
    /// <param name="threads">By how many.</param>
    /// <param name="most">Rounds at most.</param>
    public CoreRounds(Action one, Action several, int threads, int most)
    {
        _threads = threads;
        Action sideBySide = () => SideBySide(one, threads);
        one();
        several();
        sideBySide();
        for (int round = 0; round < most && _rounds.Count(held => held.IsQuiet) < Wanted; round++)
        {
            Processors.AwaitQuiet(MostOfOthers, Patience);
            _rounds.Add(new Round(Turn(one), Turn(several), Turn(sideBySide)));
        }
    }

    /// <summary>How many times as fast several are.</summary>
    public double Gain => Median(round => round.One.Passed / round.Several.Passed);

    /// <summary>How many times as much threads do that share nothing.</summary>
    public double Limit => Median(round => _threads * round.One.Passed / round.SideBySide.Passed);

    /// <summary>The processor time of several, one thread's taken as 1.</summary>
    public double Work => Median(round => round.Several.Own / round.One.Own);

    /// <summary>How many rounds count, and how busy others were.</summary>
    public string Told => string.Create(CultureInfo.InvariantCulture, $"{_rounds.Count(round => round.IsQuiet)} of {_rounds.Count} rounds were quiet, in the quietest others took {_rounds.Min(round => round.Others):P0} of the processors");

    // Where none was quiet, the quietest has to do.
    private double Median(Func<Round, double> value)
    {
        Round[] quiet = [.. _rounds.Where(round => round.IsQuiet)];
        return quiet.Length > 0 ? Contest.Median(quiet.Select(value)) : value(_rounds.MinBy(round => round.Others)!); // There is one at least.
    }

    private static void SideBySide(Action work, int threads)
    {
        Thread[] all = [.. Enumerable.Range(0, threads).Select(_ => new Thread(() => work()))];
        Array.ForEach(all, thread => thread.Start());
        Array.ForEach(all, thread => thread.Join());
    }

    private static TimedTurn Turn(Action work)
    {
        Processors before = new();
        long started = Stopwatch.GetTimestamp();
        work();
        return new TimedTurn(Stopwatch.GetElapsedTime(started).TotalSeconds, before.Own, before.Others);
    }

    private sealed record TimedTurn(double Passed, double Own, double Others);

    private sealed record Round(TimedTurn One, TimedTurn Several, TimedTurn SideBySide)
    {
        public double Others => Math.Max(One.Others, Math.Max(Several.Others, SideBySide.Others));

        public bool IsQuiet => Others < MostOfOthers;
    }
}

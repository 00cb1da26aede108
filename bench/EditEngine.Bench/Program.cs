using System.Globalization;
using EditEngine.Bench.Contests;
using EditEngine.Bench.Made;
using EditEngine.Bench.Measuring;
using EditEngine.Bench.Reading;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["--interchange", string bytes])
{
    // An 837P of so many bytes on the standard output, made as it goes.
    using Stream output = Console.OpenStandardOutput();
    long claims = new InterchangeMaker(seed: 17).Write(output, long.Parse(bytes, CultureInfo.InvariantCulture));
    Console.Error.WriteLine($"{claims} claims");
    return 0;
}

if (args is ["--load", string rows])
{
    new PackFileContest(int.Parse(rows, CultureInfo.InvariantCulture)).Run();
    return 0;
}

if (args is [Child.Flag, string word, .. string[] rest])
{
    switch (word)
    {
        case LargePackContest.Make:
            LargePackContest.MakeCold();
            break;
        case LargePackContest.Keep:
            LargePackContest.MakeKept();
            break;
        case ReloadContest.Reload:
            ReloadContest.ReloadMany(int.Parse(rest[0], CultureInfo.InvariantCulture));
            break;
        default:
            FirstFindingContest.Find(rest[0], rest[1..]);
            break;
    }

    return 0;
}

(string Name, Action<BenchRun> Hold)[] contests =
[
    ("acceptance", AcceptanceContest.Hold),
    ("made", MadeContest.Hold),
    ("mixes", MixContest.Hold),
    ("lines", LineContest.Hold),
    ("spellings", SpellingContest.Hold),
    ("tail", TailContest.Hold),
    ("conformance", ConformanceContest.Hold),
    ("large", LargePackContest.Hold),
    ("first", FirstFindingContest.Hold),
    ("reload", ReloadContest.Hold),
    ("bytes", BytesContest.Hold),
    ("editor", EditorContest.Hold),
    ("suites", SuitesContest.Hold),
    ("cut", CutContest.Hold),
    ("reader", run => new ReaderBench(run.Page, run.Quick).Run()),
];
bool quick = args.Contains("--quick");
int today = Array.IndexOf(args, "--today");
string? older = today >= 0 && today + 1 < args.Length ? args[today + 1] : null;
string[] asked = [.. args.Where((word, i) => word is not ("--quick" or "--node") && (today < 0 || (i != today && i != today + 1)))];
if (asked.Except(contests.Select(contest => contest.Name)).FirstOrDefault() is string unknown)
{
    Console.Error.WriteLine($"'{unknown}' is no contest. Contests are {string.Join(", ", contests.Select(contest => contest.Name))}; without any, all are held and bench/RESULTS.md is written. Options are --quick, --node (rules engines of Node take part), --today FOLDER (the assemblies of an older release, which takes its turns), or --interchange BYTES or --load PAIRS alone.");
    return 2;
}

BenchRun run = new(new World(seed: 7, pairs: quick ? 100_000 : 2_000_000), new ResultsPage(), quick, older, args.Contains("--node"));
foreach ((string name, Action<BenchRun> hold) in contests)
{
    if (asked.Length == 0 || asked.Contains(name))
    {
        hold(run);
    }
}

run.Page.Finish(quick, run.Odd, isWhole: asked.Length == 0);
return run.Odd == 0 ? 0 : 1;

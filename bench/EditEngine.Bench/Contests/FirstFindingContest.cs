using EditEngine.Bench.Measuring;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Tables;

namespace EditEngine.Bench.Contests;

/// <summary>From the start of a process to its first finding: from rule text with tables beside it, and from a pack file.</summary>
internal static class FirstFindingContest
{
    /// <summary>Its word as a child.</summary>
    public const string First = "first";

    private static readonly DateOnly Day = new(2020, 3, 2);

    public static void Hold(BenchRun run)
    {
        string folder = Directory.CreateTempSubdirectory("bench-").FullName;
        try
        {
            string rules = Path.Combine(folder, "rules");
            Directory.CreateDirectory(rules);
            TableFile.Write(run.World.Pairs, Path.Combine(rules, "ptp.table"));
            TableFile.Write(run.World.Units, Path.Combine(rules, "mue.table"));
            TableFile.Write(run.World.Globals, Path.Combine(rules, "mpfs.table"));
            File.WriteAllText(Path.Combine(rules, "one.edit"), run.Packs.AcceptanceText);
            string file = Path.Combine(folder, "bench.pack");
            EditCompiler.Compile(rules).Rules!.Save(file); // The acceptance edits have no mistake.
            run.Page.Heading($"From the start of a process to its first finding: the acceptance edits, a pair table of {run.World.Pairs.RowCount:N0} rows");
            Tell(run, "rule text", "first-finding-text-seconds", "< 1 s", rules);
            Tell(run, "a pack file", "first-finding-pack-seconds", "< 0.4 s", file);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Loads a pack and decides a claim.</summary>
    /// <param name="path">A folder of rules, or a pack file.</param>
    /// <param name="codes">Codes of the claim's lines.</param>
    public static void Find(string path, string[] codes)
    {
        RulePack pack = Directory.Exists(path) ? EditCompiler.Compile(path).Rules! : RulePack.Load(path).Pack!; // The contest made both.
        int found = pack.CreateEvaluator().Find(ClaimOf(codes), BenchRun.AsOf).Count;
        Child.Tell("found", found);
        Child.Tell("processor", Child.Processor);
    }

    private static void Tell(BenchRun run, string from, string word, string asked, string path)
    {
        // A pair that is never excused.
        Table pairs = run.World.Pairs;
        int indicator = pairs.FindColumn("indicator");
        int row = Enumerable.Range(0, pairs.RowCount)
            .First(at => pairs.GetFrom(at) <= Day.DayNumber && pairs.GetThrough(at) >= Day.DayNumber && pairs.TryGetNumber(at, indicator, out Numbers.Rational value) && value.Numerator == 0);
        string[] codes = [.. Enumerable.Range(0, 2).Select(column => Code.FromPacked(pairs.GetKey(row, column)).ToString())];
        Dictionary<string, double> first = Child.Median(run.Quick ? 3 : 9, [First, path, .. codes]);
        if (first["found"] == 0)
        {
            run.Page.Line($"**From {from} nothing is found.**");
            run.Odd++;
        }

        run.Page.Line($"From {from}: {first["passed"]:N0} ms by the clock, {first["processor"]:N0} ms of a processor.");
        run.Page.Ratio(word, first["processor"] / 1_000, asked);
    }

    private static Claim ClaimOf(string[] codes)
    {
        Provider provider = new() { Npi = "1003000126", TaxId = "123456789", Specialty = Code.From(CodeSystem.Specialty, "11") };
        return new Claim
        {
            Id = "C1",
            Type = ClaimType.Professional,
            From = Day,
            Through = Day,
            ProcessedDate = Day,
            Billing = provider,
            Rendering = provider,
            Patient = new Patient { BirthDate = new DateOnly(1970, 1, 1), Sex = "F" },
            Lines = [.. codes.Select((code, i) => new ServiceLine { Number = i + 1, Procedure = Code.From(CodeSystem.Procedure, code), Units = 1, From = Day, Through = Day })],
            History = [],
        };
    }
}

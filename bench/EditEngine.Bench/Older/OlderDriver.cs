using System.Globalization;
using EditEngine.Bench.Made;
using EditEngine.Bench.Measuring;
using EditEngine.Claims;
using EditEngine.Compiler.Emit;
using EditEngine.Compiler.Lowering;
using EditEngine.Evaluation;
using EditEngine.Outcomes;
using EditEngine.Packs;

namespace EditEngine.Bench.Older;

/// <summary>
/// The process in which an older release takes its turns. No part of the bench: compiled when it is asked for, against the assemblies of that release, with the claims and edits of
/// the bench. Written for releases whose <c>PackCompiler.Compile</c> gives a pack; what came later would need another.
/// </summary>
internal static class OlderDriver
{
    private static readonly DateOnly AsOf = new(2026, 1, 1);

    /// <summary>Edits (a number of made ones, or the word acceptance), claims, their seed, rows of the pair table. Then it answers what it is asked, line by line.</summary>
    public static void Main(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        World world = new(seed: 7, pairs: int.Parse(args[3]));
        Claim[] claims = new ClaimMaker(world, ClaimMix.Professional, int.Parse(args[2])).Make(int.Parse(args[1]));
        BenchPack packs = new(world);
        bool isMade = int.TryParse(args[0], out int count);
        MadeEdit[] edits = isMade ? MadeEdit.Make(world, count, seed: 5) : [];
        string[] ids = isMade ? [.. edits.Select(edit => edit.Id)] : BenchPack.AcceptanceIds;
        Dictionary<string, int> numbers = ids.Select((id, number) => (id, number)).ToDictionary(edit => edit.id, edit => edit.number);
        RulePack pack = PackCompiler.Compile(PackLowering.Lower(packs.Bind(isMade ? MadeEdit.TextOf(edits) : packs.AcceptanceText)), isCollectible: false);
        Evaluator evaluator = pack.CreateEvaluator();
        Contestant contestant = Contestant.Of("older", claims.Length, i => evaluator.Find(claims[i], AsOf).Count);
        while (Console.In.ReadLine() is string asked)
        {
            if (asked == "take")
            {
                Turn turn = contestant.Take();
                Console.Out.WriteLine($"{turn.Nanoseconds} {turn.Bytes} {turn.Findings}");
                continue;
            }

            FindingBuffer found = evaluator.Find(claims[int.Parse(asked)], AsOf);
            Tally tally = default;
            for (int i = 0; i < found.Count; i++)
            {
                tally.Add(numbers[found[i].Edit.Header.Id], found[i].Line, found[i].State == FindingState.Active);
            }

            Console.Out.WriteLine($"{tally.Count} {tally.Sum}");
        }
    }
}

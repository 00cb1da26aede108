using System.Runtime.CompilerServices;
using EditEngine.Bench.Made;
using EditEngine.Bench.Measuring;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Emit;
using EditEngine.Compiler.Lowering;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;

namespace EditEngine.Bench.Contests;

/// <summary>A pack of ten thousand made edits: what it costs to make in a cold process, what it keeps, and what a changed constant costs.</summary>
internal static class LargePackContest
{
    /// <summary>Its words as a child.</summary>
    public const string Make = "make";

    /// <summary>Its other word as a child.</summary>
    public const string Keep = "keep";

    private const int Edits = 10_000;
    private static readonly string[] Phases = ["parse", "bind", "lower", "emit"];

    public static void Hold(BenchRun run)
    {
        run.Page.Heading($"A pack of {Edits:N0} made edits");
        Dictionary<string, double> cold = Child.Median(run.Quick ? 1 : 5, Make);
        double all = Phases.Sum(phase => cold[phase]);
        run.Page.Line($"In a cold process, processor time: {string.Join(", ", Phases.Select(phase => $"{phase} {cold[phase]:N0} ms"))}; {all:N0} ms in all ({cold["clock"]:N0} ms by the clock).");
        run.Page.Ratio("cold-10000-seconds", all / 1_000, "< 5 s: parse, bind, lower, emit");
        Dictionary<string, double> kept = Child.Run(Keep);
        run.Page.Line($"It keeps {kept["pack"]:N0} bytes an edit, and {kept["code"]:N0} more with compiled code.");
        run.Page.Ratio("kept-bytes-an-edit", kept["pack"] + kept["code"], "≤ 2,048");
    }

    /// <summary>Makes the pack, phase by phase.</summary>
    public static void MakeCold()
    {
        World world = World.OfCodes(seed: 7);
        string text = MadeEdit.TextOf(MadeEdit.Make(world, Edits, seed: 6));
        long started = System.Diagnostics.Stopwatch.GetTimestamp();
        double last = Child.Processor;
        SyntaxTree tree = EditParser.Parse(new SourceText("bench.edit", text));
        Tell("parse");
        BoundPack bound = new BenchPack(world).Bind(tree);
        Tell("bind");
        RulePack pack = PackLowering.Lower(bound);
        Tell("lower");
        PackCompiler.Compile(pack);
        Tell("emit");
        Child.Tell("clock", System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalMilliseconds);

        void Tell(string phase)
        {
            double now = Child.Processor;
            Child.Tell(phase, now - last);
            last = now;
        }
    }

    /// <summary>Makes the pack and forgets all that it was made of.</summary>
    public static void MakeKept()
    {
        World world = World.OfCodes(seed: 7);
        PackCompiler.Compile(Lowered(world, Edits / 100)); // What is made once a process is no edit's.
        long before = GC.GetTotalMemory(forceFullCollection: true);
        RulePack pack = Lowered(world, Edits);
        long planned = GC.GetTotalMemory(forceFullCollection: true);
        PackCompiler.Compile(pack);
        long compiled = GC.GetTotalMemory(forceFullCollection: true);
        Child.Tell("pack", (planned - before) / (double)Edits);
        Child.Tell("code", (compiled - planned) / (double)Edits);
        GC.KeepAlive(pack);
        GC.KeepAlive(world);
    }

    // In a method of its own: in the frame of another the bound tree would still be reached.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static RulePack Lowered(World world, int edits) => PackLowering.Lower(new BenchPack(world).Bind(MadeEdit.TextOf(MadeEdit.Make(world, edits, seed: 6))));
}

using System.Diagnostics;
using EditEngine.Bench.Made;
using EditEngine.Compiler.Packs;
using EditEngine.Tables;

namespace EditEngine.Bench.Contests;

/// <summary>How long a pack file takes to load whose table has millions of pairs: its first private copy, again while the process holds it, and mapped where it is.</summary>
internal sealed class PackFileContest(int pairs)
{
    private const int Rounds = 9;

    private const string Rules = """
        pack bench.load version "1"
        dates by date of service

        table @ptp from "ptp.table"
          key column1 : procedure, column2 : procedure
          indicator : number

        edit PAIR "A pair"
          for each  line v, other line m  with same date
          when      row r in @ptp for (v.procedure, m.procedure)
          then      review m
        end
        """;

    public void Run()
    {
        string folder = Directory.CreateTempSubdirectory("bench-").FullName;
        try
        {
            TableFile.Write(new World(seed: 7, pairs).Pairs, Path.Combine(folder, "ptp.table"));
            File.WriteAllText(Path.Combine(folder, "one.edit"), Rules);
            string file = Path.Combine(folder, "a.pack");
            Save(folder, file);
            _ = Load(file, TableMapping.PrivateCopy); // What is compiled once a process is not measured.
            Free();
            Console.Out.WriteLine($"{pairs:#,0} pairs, {new FileInfo(file).Length:#,0} bytes; median of {Rounds}, milliseconds");
            Console.Out.WriteLine($"{"",-20} {"passed",8} {"of a processor",16}");
            Tell("first private copy", file, TableMapping.PrivateCopy, holds: false);
            Tell("held by the process", file, TableMapping.PrivateCopy, holds: true);
            Tell("mapped in place", file, TableMapping.InPlace, holds: false);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Save(string folder, string file)
    {
        CompileResult compiled = EditCompiler.Compile(PackReader.Read(folder), CompileOptions.Default);
        (compiled.Rules ?? throw new InvalidOperationException(string.Join('\n', compiled.Diagnostics))).Save(file);
    }

    private static void Tell(string what, string file, TableMapping mapping, bool holds)
    {
        RulePack? held = holds ? Load(file, mapping) : null;
        (double Wall, double Processor)[] times = [.. Enumerable.Range(0, Rounds).Select(_ => Time(file, mapping))];
        GC.KeepAlive(held);
        Console.Out.WriteLine($"{what,-20} {Median(times.Select(time => time.Wall)),8:0.0} {Median(times.Select(time => time.Processor)),16:0.0}");
        Free();
    }

    private static (double Wall, double Processor) Time(string file, TableMapping mapping)
    {
        Free();
        long begin = Stopwatch.GetTimestamp();
        TimeSpan used = Environment.CpuUsage.TotalTime;
        RulePack pack = Load(file, mapping);
        double processor = (Environment.CpuUsage.TotalTime - used).TotalMilliseconds;
        double passed = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
        GC.KeepAlive(pack);
        return (passed, processor);
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    private static RulePack Load(string file, TableMapping mapping)
    {
        PackLoading loading = RulePack.Load(file, mapping);
        return loading.Pack ?? throw new InvalidOperationException(string.Join('\n', loading.Diagnostics));
    }

    // A table that no pack has is not to be found again.
    private static void Free()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }
}

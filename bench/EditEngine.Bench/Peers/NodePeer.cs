using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using EditEngine.Bench.Made;
using EditEngine.Bench.Measuring;

namespace EditEngine.Bench.Peers;

/// <summary>Rules engines of Node, in processes of their own. Their packages are installed by hand: <c>npm install</c> in <c>bench/node</c>.</summary>
internal sealed class NodePeer : IDisposable
{
    /// <summary>The engines that there are.</summary>
    public static readonly string[] Engines = ["json-rules-engine", "zen"];

    private readonly string _file = Path.GetTempFileName();
    private readonly TurnProcess _process;

    public NodePeer(string engine, IEnumerable<MadeEdit> edits, IEnumerable<NaiveClaim> claims)
    {
        File.WriteAllText(_file, JsonSerializer.Serialize(new { edits = edits.Select(EditOf), claims = claims.Select(ClaimOf) }));
        Contestant = new Contestant($"{engine} (says the edits alone, not the lines)", () => _process!.Take()); // Set below.
        _process = new TurnProcess("node", [Script!, engine, _file]);
    }

    /// <summary>Takes its turns.</summary>
    public Contestant Contestant { get; }

    private static string? Script => Repository.Root() is string root ? Path.Combine(root, "bench", "node", "peers.mjs") : null;

    /// <summary>Why they cannot take part; null where they can.</summary>
    public static string? Absence()
    {
        if (Script is null || !Directory.Exists(Path.Combine(Path.GetDirectoryName(Script)!, "node_modules")))
        {
            return "no packages in bench/node";
        }

        try
        {
            using Process? node = Process.Start(new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true });
            node!.WaitForExit(); // It starts or throws.
            return null;
        }
        catch (Win32Exception)
        {
            return "no node";
        }
    }

    /// <summary>Ids of the edits that fire on a claim.</summary>
    public string[] Run(int claim) => _process.Ask(claim).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public void Dispose()
    {
        _process.Dispose();
        File.Delete(_file);
    }

    private static object EditOf(MadeEdit edit) => new
    {
        id = edit.Id,
        shape = edit.Shape.ToString().ToLowerInvariant(),
        codes = new[] { edit.First.ToString(), edit.Second.ToString() },
        others = new[] { edit.OtherFirst.ToString(), edit.OtherSecond.ToString() },
        bound = edit.Bound,
    };

    private static object ClaimOf(NaiveClaim claim) => new
    {
        lines = claim.Lines.Select(line => new
        {
            procedure = line.Procedure,
            place = line.Place,
            units = line.Units,
            age = claim.AgeOn(line.Date),
            partners = claim.Lines.Where(other => other != line).Concat(claim.Counted).Where(other => other.Date == line.Date).Select(other => other.Procedure),
            counted = claim.Counted.Select(other => new { procedure = other.Procedure, days = (line.Date - other.Date).TotalDays }),
        }),
    };
}

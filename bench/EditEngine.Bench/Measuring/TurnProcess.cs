using System.Diagnostics;
using System.Globalization;

namespace EditEngine.Bench.Measuring;

/// <summary>A contestant that is a process of its own: it waits until it is asked for a turn, or for what it finds in a claim, and answers with a line.</summary>
internal sealed class TurnProcess : IDisposable
{
    private readonly Process _process;

    public TurnProcess(string program, IEnumerable<string> arguments) =>
        _process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!; // It starts or throws.

    /// <summary>Takes a turn.</summary>
    public Turn Take() => Take("take");

    /// <summary>Takes a turn of one kind.</summary>
    public Turn Take(string kind)
    {
        double[] said = [.. Ask(kind).Split(' ').Select(word => double.Parse(word, CultureInfo.InvariantCulture))];
        return new Turn(said[0], said[1], (long)said[2]);
    }

    /// <summary>What it finds in the claim at a position.</summary>
    public string Ask(int claim) => Ask(claim.ToString(CultureInfo.InvariantCulture));

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private string Ask(string what)
    {
        _process.StandardInput.WriteLine(what);
        return _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("It ended before its turn: " + _process.StandardError.ReadToEnd());
    }
}

using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using EditEngine.Claims;
using EditEngine.Compiler.Binding;
using EditEngine.Formats.Json;
using EditEngine.Outcomes;

namespace EditEngine.Tests.Differential;

/// <summary>Runs claims through all executions of packs, counts what they find and keeps what differs.</summary>
internal sealed class DifferentialRun
{
    private const int MostKept = 5;

    public long Tuples { get; private set; }

    public long Findings { get; private set; }

    public long ClaimsWithFindings { get; private set; }

    public long NotEvaluated { get; private set; }

    public long Different { get; private set; }

    public List<string> Kept { get; } = [];

    public SortedDictionary<string, long> FindingsByEdit { get; } = new(StringComparer.Ordinal);

    public void Run(TestedPack tested, int seed, int claims)
    {
        BoundPack pack = tested.Bind();
        Random random = new(seed);
        Executions executions = new(pack, historyActions: seed % 2 == 0);
        PackClaims maker = new(random, Material.Of(pack), [.. pack.Edits.Select(Material.Of)]);
        int kept = 0;
        for (int i = 0; i < claims; i++)
        {
            (Claim claim, DateOnly asOf) = maker.Next();
            (Result? result, string? difference) = executions.Run(claim, asOf);
            Count(result);
            if (difference is not null)
            {
                Different++;
                if (kept++ == 0 && Kept.Count < MostKept)
                {
                    Kept.Add($"{tested.Name}, seed {seed}, claim {i}, as of {asOf:yyyy-MM-dd}\n{difference}\n{JsonOf(claim)}\n{(tested.Name[0] == 'E' ? "" : tested.Texts[^1])}");
                }
            }
        }
    }

    public override string ToString() =>
        $"{Tuples} tuples of pack and claim; {Findings} findings on {ClaimsWithFindings} of them; {NotEvaluated} targets not evaluated; {Different} differ.";

    public static string JsonOf(Claim claim)
    {
        ArrayBufferWriter<byte> output = new();
        using ClaimWriter writer = new();
        writer.Write(claim, output);
        return Encoding.UTF8.GetString(output.WrittenSpan).TrimEnd();
    }

    private void Count(Result? result)
    {
        Tuples++;
        if (result is null)
        {
            return;
        }

        Findings += result.Findings.Length;
        ClaimsWithFindings += result.Findings.IsEmpty ? 0 : 1;
        NotEvaluated += result.NotEvaluated.Length;
        foreach (Finding finding in result.Findings)
        {
            FindingsByEdit[finding.Edit] = FindingsByEdit.GetValueOrDefault(finding.Edit) + 1;
        }
    }
}

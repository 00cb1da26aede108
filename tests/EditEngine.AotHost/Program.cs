using System.Globalization;
using EditEngine;
using EditEngine.Formats.Json;

// Decides the claims of a file by a pack file: EditEngine.AotHost PACK CLAIMS AS-OF. Results go to the standard output, what the pack is to the error stream.
PackLoading loading = RulePack.Load(args[0]);
if (loading.Pack is not RulePack pack)
{
    Console.Error.WriteLine(string.Join('\n', loading.Diagnostics));
    return 1;
}

Console.Error.WriteLine($"{pack.Label} {pack.MeaningHash}");
Evaluator evaluator = pack.CreateEvaluator();
DateOnly asOf = DateOnly.ParseExact(args[2], "yyyy-MM-dd", CultureInfo.InvariantCulture);
using Stream output = Console.OpenStandardOutput();
using ResultWriter results = new();
foreach (var read in ClaimFiles.Read(args[1]))
{
    if (read.Claim is null)
    {
        Console.Error.WriteLine(string.Join('\n', read.Problems));
        continue;
    }

    results.Write(evaluator.Evaluate(read.Claim, asOf), output);
}

return 0;

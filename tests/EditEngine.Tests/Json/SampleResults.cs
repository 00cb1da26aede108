using EditEngine.Analysis.Testing;
using EditEngine.Compiler.Lowering;
using EditEngine.Compiler.Packs;
using EditEngine.Outcomes;
using EditEngine.Tests.Docs;

namespace EditEngine.Tests.Json;

/// <summary>What the packs beside the code say of their tests' claims.</summary>
internal static class SampleResults
{
    /// <summary>Each result as it is written.</summary>
    public static IEnumerable<byte[]> All()
    {
        IEnumerable<string> folders = Directory.EnumerateFiles(Repository.PathOf("payer-rules"), "*.edit", SearchOption.AllDirectories)
            .Where(file => File.ReadLines(file).Any(line => line.StartsWith("pack ", StringComparison.Ordinal)))
            .Select(file => Path.GetDirectoryName(file)!) // a file lies in a folder
            .Order(StringComparer.Ordinal);
        return folders.SelectMany(folder => Of(folder));
    }

    private static List<byte[]> Of(string folder)
    {
        CompileResult pack = EditCompiler.Compile(PackReader.Read(folder), CompileOptions.Default);
        Evaluator evaluator = PackLowering.Lower(pack.Pack!).CreateEvaluator(new EvaluatorOptions { HistoryActions = true }); // it has no mistake
        List<byte[]> written = [];
        PackTests.Run(pack, Keep, TestFilter.All);
        return written;

        Result Keep(Claims.Claim claim, DateOnly asOf)
        {
            Result result = evaluator.Evaluate(claim, asOf);
            written.Add(ResultSamples.Written(result));
            return result;
        }
    }
}

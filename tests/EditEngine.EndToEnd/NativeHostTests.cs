using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using EditEngine.Claims;
using EditEngine.Formats.Json;
using Xunit;

namespace EditEngine.EndToEnd;

/// <summary>A host that is compiled ahead of time (<c>tests/EditEngine.AotHost</c>) has the packs and gives the results that one compiled just in time has and gives, byte by byte.</summary>
public sealed partial class NativeHostTests(ITestOutputHelper log) : IDisposable
{
    private const string Day = "2025-03-25";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("native-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_host_compiled_ahead_of_time_decides_as_any_other()
    {
        string host = Publish();
        string[] claims = [Repository.Path("samples/claims/members.jsonl"), Repository.Path("samples/claims/clinic.837")];
        int packs = 0;
        int results = 0;
        foreach (string folder in Directory.GetDirectories(Repository.Path("payer-rules"), "*", SearchOption.AllDirectories).Where(IsPack).Order(StringComparer.Ordinal))
        {
            CompileResult compiled = EditCompiler.Compile(folder);
            Assert.True(compiled.Rules is not null, $"{folder}: {string.Join('\n', compiled.Diagnostics)}");
            string file = Path.Combine(_folder.FullName, "a.pack");
            compiled.Rules.Save(file);
            foreach (string path in (string[])[.. claims, ClaimsOfTests(compiled)])
            {
                ToolRun run = Tool.Start(_folder.FullName, Patience, host, [file, path, Day]);
                RulePack pack = RulePack.Load(file).Pack!; // As it was written.
                (string problems, string decided) = Decide(pack, path);
                Assert.Equal((0, $"{pack.Label} {pack.MeaningHash}\n{problems}", decided), (run.Code, run.Error, run.Output));
                results += run.OutputLines.Length;
            }

            packs++;
        }

        log.WriteLine($"{packs} packs, {results} results.");
        Assert.True(packs > 20 && results > packs * 10, $"{packs} packs, {results} results");
    }

    private static bool IsPack(string folder) => Directory.EnumerateFiles(folder, "*.edit").Any(file => PackClause().IsMatch(File.ReadAllText(file)));

    private string ClaimsOfTests(CompileResult compiled)
    {
        string path = Path.Combine(_folder.FullName, "tests.jsonl");
        using ClaimWriter writer = new();
        using FileStream file = File.Create(path);
        System.Buffers.ArrayBufferWriter<byte> lines = new();
        foreach (Claim claim in compiled.Tests.SelectMany(edit => edit.Cases).Select(test => test.Claim).OfType<Claim>())
        {
            lines.ResetWrittenCount();
            writer.Write(claim, lines);
            file.Write(lines.WrittenSpan);
        }

        return path;
    }

    // As tests/EditEngine.AotHost/Program.cs does it.
    private static (string Problems, string Results) Decide(RulePack pack, string path)
    {
        StringBuilder problems = new();
        using ResultWriter writer = new();
        using MemoryStream output = new();
        Evaluator evaluator = pack.CreateEvaluator();
        foreach (var read in ClaimFiles.Read(path))
        {
            if (read.Claim is null)
            {
                problems.AppendJoin('\n', read.Problems).Append('\n');
                continue;
            }

            writer.Write(evaluator.Evaluate(read.Claim, DateOnly.ParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture)), output);
        }

        return (problems.ToString(), Encoding.UTF8.GetString(output.ToArray()));
    }

    // The libraries as the solution built them, the host in a folder of its own: nothing of the work tree is restored or built anew.
    private string Publish()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture is Architecture.X64 or Architecture.Arm64, "The host is compiled for Linux only.");
        string? linker = Array.Find(["clang", "gcc"], CanLink);
        Assert.SkipWhen(linker is null, "Neither clang nor gcc links a program with zlib here.");
        foreach (string file in (string[])["global.json", "tests/EditEngine.AotHost/EditEngine.AotHost.csproj", "tests/EditEngine.AotHost/Program.cs"])
        {
            File.Copy(Repository.Path(file), Path.Combine(_folder.FullName, Path.GetFileName(file)));
        }

        string platform = RuntimeInformation.OSArchitecture == Architecture.X64 ? "linux-x64" : "linux-arm64";
        ImmutableArray<string> about = ["-r", platform, $"-p:Libraries={AppContext.BaseDirectory}", $"-p:CppCompilerAndLinker={linker}", "--disable-build-servers", "-nologo"];
        ToolRun restored = Tool.Start(_folder.FullName, Patience, "dotnet", ["restore", .. about]);
        Assert.SkipWhen(restored.Code != 0 && NotToBeHad().IsMatch(restored.Output + restored.Error), "The compiler that compiles ahead of time is not to be had.");
        Assert.True(restored.Code == 0, restored.Output + restored.Error);
        ToolRun published = Tool.Start(_folder.FullName, Patience, "dotnet", ["publish", "--no-restore", "-o", "out", .. about]);
        Assert.True(published.Code == 0 && !published.Output.Contains("warning", StringComparison.Ordinal), published.Output + published.Error);
        return Path.Combine(_folder.FullName, "out", "EditEngine.AotHost");
    }

    private bool CanLink(string compiler) =>
        Tool.Start(_folder.FullName, Patience, "/bin/sh", ["-c", $"echo 'int main(void) {{ return 0; }}' | {compiler} -x c - -o /dev/null -lz"]).Code == 0;

    [GeneratedRegex("^pack ", RegexOptions.Multiline)]
    private static partial Regex PackClause();

    // Neither the package nor its source is there.
    [GeneratedRegex(@"\bNU1(100|101|102|103|301)\b")]
    private static partial Regex NotToBeHad();
}

using System.Runtime.CompilerServices;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Lowering;
using EditEngine.Diagnostics;
using EditEngine.Tests.Docs;
using EditEngine.Tests.House;
using Xunit;

namespace EditEngine.Tests.Packs;

/// <summary>A compilation that takes a change is what compiling everything gives.</summary>
public sealed class PackCompilationTests
{
    // EDITS_CHANGES=100000 runs as many; without it as many as a build can wait for.
    private static int Rounds => int.TryParse(Environment.GetEnvironmentVariable("EDITS_CHANGES"), out int rounds) ? rounds : 1;

    public static TheoryData<string> Packs => PayerRulesTests.Packs;

    [Theory]
    [MemberData(nameof(Packs))]
    public void Any_changes_give_what_compiling_all_of_it_gives(string folder)
    {
        for (int seed = 0; seed < Rounds; seed++)
        {
            using PackOnDisk disk = Copy();
            string path = Path.Combine(disk.Path, Path.GetRelativePath("payer-rules", folder));
            RuleChanges changes = new(seed);
            PackCompilation compilation = EditCompiler.Open(path, CompileOptions.Default);
            Assert.Equal(Shown(EditCompiler.Compile(path, CompileOptions.Default)), Shown(compilation.Result));
            Dictionary<string, string> before = compilation.Sources.Texts.ToDictionary(text => text.File, text => text.Text);
            for (int step = 0; step < 8; step++)
            {
                string[] names = [.. before.Keys.Order(StringComparer.Ordinal)];
                string name = names[changes.Random.Next(names.Length)];
                string done;
                (compilation, done) = Change(compilation, disk, path, name, before[name], changes, isUndone: step % 3 == 2);
                string seen = $"{folder}, seed {seed}, step {step}, {name}: {done}\n";
                Assert.Equal(seen + Shown(EditCompiler.Compile(path, CompileOptions.Default)), seen + Shown(compilation.Result));
            }
        }
    }

    [Fact]
    public void What_stands_before_a_change_is_not_even_copied()
    {
        string text = string.Concat(Enumerable.Range(0, 9).Select(at => $"edit E{at} \"e\"\n  for each  line v\n  when      v.units > {at + 2}\n  then      review v\nend\n"));
        PackCompilation first = EditCompiler.Open(PackSources.FromText("rules.edit", text), CompileOptions.Default);
        BoundPack before = first.Result.Pack!;
        BoundPack now = first.WithText("rules.edit", text.Replace("> 8", "> 80", StringComparison.Ordinal)).Result.Pack!;
        Assert.All(Enumerable.Range(0, 5), at => Assert.Same(before.Edits[at], now.Edits[at]));
        Assert.Equal(before.Edits[8].Place.Start + 1, now.Edits[8].Place.Start);
    }

    // An edit is kept as long as it means the same; the text of its whole file as it was when the edit was written must not be.
    [Fact]
    public void Texts_of_long_ago_are_let_go()
    {
        string text = string.Concat(Enumerable.Range(0, 9).Select(at => $"edit E{at} \"e\"\n  for each  line v\n  when      v.units > {at + 2}\n  then      review v\nend\n"));
        (PackCompilation last, WeakReference middle) = Changed(text);
        GC.Collect();
        Assert.False(middle.IsAlive);
        Assert.Equal(9, last.Result.Pack!.Edits.Length); // It has no errors.
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (PackCompilation Last, WeakReference Middle) Changed(string text)
    {
        PackCompilation pack = EditCompiler.Open(PackSources.FromText("rules.edit", text), CompileOptions.Default);
        _ = pack.Result.Rules;
        string middle = text.Replace("> 5", "> 55", StringComparison.Ordinal);
        pack = pack.WithText("rules.edit", middle);
        _ = pack.Result.Rules!.CreateEvaluator(); // It has no errors.
        foreach (string later in (string[])["> 88", "> 888"]) // The pack that ran last serves the next.
        {
            pack = pack.WithText("rules.edit", middle.Replace("> 8", later, StringComparison.Ordinal));
            _ = pack.Result.Rules!.CreateEvaluator(); // It has no errors.
        }

        return (pack, new WeakReference(middle));
    }

    private static (PackCompilation Compilation, string Done) Change(PackCompilation compilation, PackOnDisk disk, string path, string name, string first, RuleChanges changes, bool isUndone)
    {
        string file = Path.GetFullPath(Path.Combine(path, name));
        string? now = compilation.Sources.Texts.FirstOrDefault(text => text.File == name)?.Text;
        if (isUndone || now is null)
        {
            File.WriteAllText(file, first);
            return (compilation.WithText(file, first), "as it was");
        }

        if (changes.Random.Next(12) == 0)
        {
            File.Delete(file);
            return (compilation.Without(name), "removed");
        }

        if (changes.Random.Next(12) == 0)
        {
            string other = Path.Combine(Path.GetDirectoryName(file)!, "zz-" + Path.GetFileName(file)); // A file lies in a folder.
            File.Move(file, other, overwrite: true); // A file of that name may be one that was moved before.
            return (compilation.Without(name).WithText(other, now), "under another name");
        }

        (string text, string done) = changes.Of(now);
        File.WriteAllText(file, text);
        return (compilation.WithText(name, text), done);
    }

    private static string Shown(CompileResult result) => string.Join('\n',
    [
        .. result.Diagnostics.Select(one => $"{one} [{(one.Place as SourceSpan)?.Start}+{(one.Place as SourceSpan)?.Length}; {one.Fix}]"),
        .. result.Tests.Select(test => $"{test.Edit} {test.Place} {string.Join(';', test.Cases.Select(one => one.ToString()))}"),
        result.Rules is null ? "does not run" : $"{result.Rules.Label} {Hash(result.Rules)}",
        result.Rules is null ? "" : PlanPrinter.Print(result.Rules),
        result.Pack is null ? "" : BoundPrinter.Print(result.Pack) + string.Join('\n', result.Pack.Edits.SelectMany(edit => BoundTree.All(edit).OfType<BoundExpression>()).Select(one => $"{one.Place} {one.Place.Start}")),
    ]);

    private static string Hash(RulePack pack)
    {
        using MemoryStream saved = new();
        pack.Save(saved);
        return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(saved.ToArray()));
    }

    private static PackOnDisk Copy()
    {
        string from = Repository.PathOf("payer-rules");
        PackOnDisk disk = new();
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            disk.Write(Path.GetRelativePath(from, file), File.ReadAllBytes(file));
        }

        return disk;
    }
}

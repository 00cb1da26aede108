using EditEngine.Claims;
using EditEngine.Cli.Outputs;
using EditEngine.Compiler.Emit;
using EditEngine.Outcomes;
using Xunit;

namespace EditEngine.Tests.Compiled;

/// <summary>Compiled code that is kept from one program to the next: used where it is what it should be, and else made anew.</summary>
public sealed class KeptImageTests
{
    private const string Rules = """
        pack p version "1"
        reasons
          UNITS = CO 151
        edit E "Many units"
          for each  line v
          when      v.units > 3 and v.procedure in { 99213 }
          then      deny v  reason UNITS
        end
        """;

    private static readonly DateOnly Day = new(2024, 5, 2);

    [Fact]
    public void Code_is_compiled_once_and_loaded_from_then_on()
    {
        MemoryStore store = new();
        Decide(Rules, store);
        Decide(Rules, store);
        Decide(Rules.Replace("> 3", "> 2", StringComparison.Ordinal), store); // Another constant is no part of the code.
        Assert.Equal((1, ""), (store.Times, store.Said));
    }

    [Fact]
    public void Code_of_other_rules_is_made_anew_and_said()
    {
        MemoryStore store = new();
        Decide(Rules, store);
        Decide(Rules.Replace("v.units > 3", "v.units > 3 and v.place = 11", StringComparison.Ordinal), store);
        Assert.Equal((2, "OfAnother"), (store.Times, store.Said));
    }

    [Fact]
    public void Damaged_code_is_never_loaded()
    {
        MemoryStore store = new();
        Decide(Rules, store);
        byte[] whole = store.Kept!; // It was kept.
        int[] places = [0, 9, 10, 41, 42, 73, 74, 100, whole.Length / 2, whole.Length - 1];
        foreach (int place in places)
        {
            byte[] damaged = [.. whole];
            damaged[place] ^= 0x10;
            MemoryStore other = new() { Kept = damaged };
            Decide(Rules, other);
            Assert.Equal((place, 1), (place, other.Said.Split(' ').Length));
            Assert.NotEqual("", other.Said);
            Assert.Equal(whole, other.Kept);
        }

        foreach (int length in (int[])[0, 5, 74, whole.Length - 1])
        {
            MemoryStore other = new() { Kept = whole[..length] };
            Decide(Rules, other);
            Assert.Equal((length, "Damaged"), (length, other.Said));
        }
    }

    [Fact]
    public void A_file_of_code_is_written_whole_and_a_damaged_one_is_said_and_replaced()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("code-");
        try
        {
            string pack = Path.Combine(folder.FullName, "p.pack");
            CodeFile first = new(pack);
            Decide(Rules, first);
            Assert.Null(first.Notice);
            Assert.Equal(["p.pack.code"], folder.GetFiles().Select(file => file.Name));
            byte[] whole = File.ReadAllBytes(pack + ".code");
            File.WriteAllBytes(pack + ".code", whole[..^1]);
            CodeFile second = new(pack);
            Decide(Rules, second);
            Assert.Equal("EDIT8008", second.Notice?.Id);
            Assert.Equal(whole, File.ReadAllBytes(pack + ".code"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Code_that_another_user_made_is_not_run()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("code-");
        try
        {
            string pack = Path.Combine(folder.FullName, "p.pack");
            Decide(Rules, new CodeFile(pack, new CodeSeal(Path.Combine(folder.FullName, "a", "secret"))));
            byte[] others = File.ReadAllBytes(pack + ".code");
            CodeSeal mine = new(Path.Combine(folder.FullName, "b", "secret"));
            Assert.Null(mine.Open(others));
            CodeFile file = new(pack, mine);
            Decide(Rules, file);
            Assert.Equal("EDIT8008", file.Notice?.Id);
            Assert.NotNull(mine.Open(File.ReadAllBytes(pack + ".code")));
            Assert.Null(mine.Open(others.AsSpan(0, CodeSeal.Length)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Without_a_secret_of_the_user_nothing_is_kept()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("code-");
        try
        {
            Decide(Rules, new CodeFile(Path.Combine(folder.FullName, "p.pack"), new CodeSeal("nowhere")));
            Assert.Empty(folder.GetFiles());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Code_of_a_folder_of_rules_is_kept_beside_the_secret_and_nothing_is_said_where_it_is_made_anew()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("code-");
        try
        {
            CodeSeal seal = new(Path.Combine(folder.FullName, "own", "secret"));
            string rules = Path.Combine(folder.FullName, "rules");
            Decide(Rules, CodeFile.OfFolder(rules, seal));
            string kept = Assert.Single(Directory.GetFiles(seal.Folder, "*.code"));
            byte[] first = File.ReadAllBytes(kept);
            CodeFile again = CodeFile.OfFolder(Path.Combine(rules, "..", "rules"), seal);
            Assert.True(again.IsThere);
            Decide(Rules, again);
            Assert.Equal(first, File.ReadAllBytes(kept));
            Assert.True(CodeFile.OfFolder(rules + Path.DirectorySeparatorChar, seal).IsThere);
            Assert.False(CodeFile.OfFolder(rules + "2", seal).IsThere);

            CodeFile changed = CodeFile.OfFolder(rules, seal);
            Decide(Rules.Replace("v.units > 3", "v.units > 3 and v.place = 11", StringComparison.Ordinal), changed);
            Assert.Null(changed.Notice);
            Assert.NotEqual(first, File.ReadAllBytes(kept));
            File.WriteAllBytes(kept, first[..^1]);
            CodeFile damaged = CodeFile.OfFolder(rules, seal);
            Decide(Rules, damaged);
            Assert.Null(damaged.Notice);
            Assert.Equal(first, File.ReadAllBytes(kept));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Where_nothing_can_be_kept_nothing_happens()
    {
        CodeFile nowhere = new("/no/such/folder/p.pack");
        Decide(Rules, nowhere);
        Assert.Null(nowhere.Notice);
    }

    [Fact]
    public async Task Many_at_once_do_not_disturb_one_another()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("code-");
        try
        {
            string pack = Path.Combine(folder.FullName, "p.pack");
            await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Decide(Rules, new CodeFile(pack)))));
            Assert.Equal(["p.pack.code"], folder.GetFiles().Select(file => file.Name));
            MemoryStore kept = new() { Kept = File.ReadAllBytes(pack + ".code")[CodeSeal.Length..] };
            Decide(Rules, kept);
            Assert.Equal((0, ""), (kept.Times, kept.Said));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // With code and without, a claim is decided alike.
    private static void Decide(string rules, IImageStore store)
    {
        RulePack pack = EditCompiler.Compile(PackSources.FromText("rules.edit", rules), CompileOptions.Default).Rules!; // They have no mistake.
        Claim claim = CompiledClaimTests.Of([CompiledClaimTests.Line(1, "99213") with { Units = 9 }]);
        string before = Shown(pack.Evaluate(claim, Day));
        PackCompiler.Compile(pack, store);
        Assert.NotNull(pack.Code);
        Assert.Equal(before, Shown(pack.Evaluate(claim, Day)));
    }

    private static string Shown(Result result) => string.Join('\n', result.Findings.Select(finding => finding.ToString()));

    private sealed class MemoryStore : IImageStore
    {
        public byte[]? Kept { get; set; }

        public int Times { get; private set; }

        public string Said { get; private set; } = "";

        public byte[]? Read() => Kept;

        public void Keep(byte[] image)
        {
            Kept = image;
            Times++;
        }

        public void Refuse(ImageFault fault) => Said = $"{Said} {fault}".Trim();
    }
}

using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Emit;
using EditEngine.Compiler.Lowering;
using EditEngine.Diagnostics;
using EditEngine.Outcomes;
using EditEngine.Packs;
using Xunit;

namespace EditEngine.Tests.Emit;

/// <summary>Packs compile wherever code can be made: in a plug-in's load context, and in a program of a single file, whose assemblies have no place on the disk.</summary>
public sealed class PackCompilerTests
{
    private const string Rules = """
        pack one version "1"
        dates by date of service

        edit ONE "Lines"
          for each  line v
          when      v.units > 0 and v.procedure in { 99213 }
          then      review v
        end

        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_plug_in_of_its_own_context_compiles_and_runs(bool isOfStreams)
    {
        PlugIn plugIn = new(isOfStreams);
        Assembly compiler = plugIn.LoadFromAssemblyName(typeof(PackCompiler).Assembly.GetName());
        Assert.NotSame(typeof(PackCompiler).Assembly, compiler);
        Assert.Equal(isOfStreams, compiler.Location.Length == 0);
        Assert.Equal("OneInPlugIn: Review, compiled", Run(plugIn.LoadFromAssemblyName(typeof(PackCompilerTests).Assembly.GetName())));
        plugIn.Unload();
    }

    [Fact]
    public void Where_no_code_can_be_made_it_says_so()
    {
        Assert.Null(PackCompiler.Obstacle);
        Diagnostic? ahead = PackCompiler.ObstacleOf(canMakeCode: false, hasMetadata: true), trimmed = PackCompiler.ObstacleOf(canMakeCode: true, hasMetadata: false);
        Assert.Equal(("EDIT0870", Severity.Note), (ahead?.Id, ahead?.Severity));
        Assert.Equal("EDIT0870", trimmed?.Id);
        Assert.NotEqual(ahead!.Message, trimmed!.Message); // Both are there.
    }

    /// <summary>What the plug-in does, in its own context.</summary>
    public static string Work()
    {
        RulePack pack = PackCompiler.Compile(PackLowering.Lower(TestPacks.Bind(Rules)), isCollectible: false);
        Result result = pack.Evaluate(
            new Claim
            {
                Id = "OneInPlugIn",
                Type = ClaimType.Professional,
                Lines = [new ServiceLine { Number = 1, Procedure = Code.From(CodeSystem.Procedure, "99213"), Units = 1, From = new DateOnly(2025, 3, 4) }],
            },
            new DateOnly(2025, 4, 1));
        return $"{result.Claim}: {result.Disposition}, {(pack.Compiled.All(code => code is not null) ? "compiled" : "steps")}";
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string? Run(Assembly plugIn) => (string?)plugIn.GetType(typeof(PackCompilerTests).FullName!)!.GetMethod(nameof(Work))!.Invoke(null, null); // This type.

    // All of ours a second time; the framework is the host's.
    private sealed class PlugIn(bool isOfStreams) : AssemblyLoadContext("plug-in", isCollectible: true)
    {
        protected override Assembly? Load(AssemblyName assemblyName)
        {
            string file = Path.Combine(AppContext.BaseDirectory, assemblyName.Name + ".dll");
            if (!File.Exists(file))
            {
                return null;
            }

            return isOfStreams ? LoadFromStream(new MemoryStream(File.ReadAllBytes(file))) : LoadFromAssemblyPath(file);
        }
    }
}

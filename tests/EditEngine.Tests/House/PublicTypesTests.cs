using System.Reflection;
using EditEngine.Analysis.Testing;
using EditEngine.Formats;
using Xunit;

namespace EditEngine.Tests.House;

/// <summary>What hosts see. Members stand in each library's <c>PublicAPI.*.txt</c>, which the build holds; here is what a newcomer meets.</summary>
public sealed class PublicTypesTests
{
    /// <summary>All that is in sight with <c>using EditEngine;</c>: about twenty names at most, and each of use to a first program.</summary>
    private static readonly string[] InSight =
    [
        nameof(ClaimFiles),
        nameof(CompileOptions),
        nameof(CompileResult),
        nameof(EditCompiler),
        nameof(Evaluator),
        nameof(EvaluatorOptions),
        nameof(PackCompilation),
        nameof(PackLoading),
        nameof(PackSources),
        nameof(RulePack),
    ];

    /// <summary>The other namespaces that hosts use. What else there is, is machinery.</summary>
    private static readonly string[] OfHosts =
    [
        "EditEngine.Analysis.Testing", "EditEngine.Claims", "EditEngine.Codes", "EditEngine.Diagnostics", "EditEngine.Formats", "EditEngine.Formats.Batch", "EditEngine.Formats.Json",
        "EditEngine.Formats.X12", "EditEngine.Outcomes", "EditEngine.Plans", "EditEngine.Tables", "EditEngine.Values",
    ];

    private static readonly Type[] Types =
        [.. new[] { typeof(RulePack), typeof(ReadClaim), typeof(EditCompiler), typeof(PackTests) }.SelectMany(type => type.Assembly.GetExportedTypes())];

    [Fact]
    public void One_using_shows_what_a_first_program_needs() =>
        Assert.Equal(InSight, Types.Where(type => type.Namespace == "EditEngine").Select(type => type.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Machinery_is_internal() =>
        Assert.Equal(OfHosts, Types.Select(type => type.Namespace!).Where(room => room != "EditEngine").Distinct().Order(StringComparer.Ordinal)); // A type has its namespace.

    [Fact]
    public void The_tool_has_nothing_public() => Assert.Empty(Assembly.Load("edits").GetExportedTypes());
}

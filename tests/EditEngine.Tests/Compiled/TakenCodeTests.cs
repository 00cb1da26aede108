using EditEngine.Claims;
using EditEngine.Compiler.Emit;
using EditEngine.Evaluation.Compiled;
using EditEngine.Outcomes;
using Xunit;

namespace EditEngine.Tests.Compiled;

/// <summary>A pack of which one edit changes takes over the code of the others.</summary>
public sealed class TakenCodeTests
{
    private const string Rules = """
        pack tested version "1"
        dates by date of service
        reasons
          ONE = CO 97
        edit A "Units of one code"
          for each  line v
          when      v.procedure = 99213 and v.units > 1
          then      deny v  reason ONE
        end
        edit B "Two lines"
          for each  line v, other line x  with same date
          when      v.procedure = 99213 and x.procedure = 99214
          then      warn v
        end
        edit C "Units of a code"
          for each  line v
          when      v.procedure = 20610 and v.units > 4
          then      deny v  reason ONE
        end
        edit D "Units of another"
          for each  line v
          when      v.procedure = 99214 and v.units > 2
          then      deny v  reason ONE
        end
        edit E "Units of any"
          for each  line v
          when      v.units > 9
          then      deny v  reason ONE
        end
        edit F "Units of a third"
          for each  line v
          when      v.procedure = 97110 and v.units > 6
          then      deny v  reason ONE
        end
        """;

    private static readonly DateOnly AsOf = new(2024, 6, 1);

    private static readonly Claim Claim = CompiledClaimTests.Of([CompiledClaimTests.Line(1, "99213") with { Units = 3 }, CompiledClaimTests.Line(2, "99214") with { Units = 3 }]);

    // A declaration beside a changed one is read anew too.
    [Theory]
    [InlineData("v.units > 2", "v.units > 3", "CDE", 0)] // A constant: the sentence is known.
    [InlineData("v.units > 2", "v.units > 2 and v.place = 11", "CDE", 1)] // Another sentence.
    [InlineData("v.units > 6", "v.units > 5", "EF", 0)]
    [InlineData("v.units > 6", "v.charge > $6.00", "EF", 1)]
    public void What_did_not_change_keeps_its_code(string before, string after, string unwritten, int newShapes)
    {
        PackCompilation first = Opened();
        RulePack old = first.Result.Rules!;
        PackCompiler.Compile(old);
        PackCompilation second = first.WithText("a.edit", Rules.Replace(before, after, StringComparison.Ordinal));
        RulePack pack = second.Result.Rules!;
        Assert.Equal(unwritten, string.Concat(pack.Code!.Unwritten.Select(position => pack.Edits[position].Header.Id)));
        AssertSame(second);

        PackCompiler.Compile(pack);

        Assert.Empty(pack.Code!.Unwritten);
        HashSet<CompiledEdit?> methods = [.. old.Code!.Methods];
        Assert.Equal(newShapes, pack.Code.Methods.Count(method => !methods.Contains(method)));
        Assert.All(pack.Code.Rows, row => Assert.NotNull(pack.Code.Methods[pack.Code.HeadAt(row).Method]));
        AssertSame(second);
    }

    [Fact]
    public void A_head_takes_the_place_of_so_many_numbers() => Assert.Equal(CompiledHead.Size * sizeof(long), System.Runtime.CompilerServices.Unsafe.SizeOf<CompiledHead>());

    [Fact]
    public void Hundreds_of_changes_leave_no_numbers_behind()
    {
        PackCompilation pack = Opened();
        int most = 0;
        for (int i = 0; i < 600; i++)
        {
            pack = pack.WithText("a.edit", Rules.Replace("v.units > 2", $"v.units > {i % 7}", StringComparison.Ordinal));
            PackCompiler.Compile(pack.Result.Rules!);
            most = Math.Max(most, pack.Result.Rules!.Code!.Numbers.Length);
        }

        Assert.InRange(most, 1, 8_000);
        Assert.Equal(3, pack.Result.Rules!.Code!.Shapes.Count);
        AssertSame(pack);
    }

    private static PackCompilation Opened() => EditCompiler.Open(PackSources.FromText("a.edit", Rules), CompileOptions.Default);

    private static void AssertSame(PackCompilation pack)
    {
        Result expected = EditCompiler.Compile(pack.Sources, CompileOptions.Default).Rules!.Evaluate(Claim, AsOf);
        Result found = pack.Result.Rules!.Evaluate(Claim, AsOf);
        Assert.Equal(expected.Findings.Select(Told), found.Findings.Select(Told));
        Assert.Equal(expected.Pack, found.Pack);
    }

    private static string Told(Finding one) => $"{one.Edit} {one.Line} {one.Action} {one.State}";
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using EditEngine.Claims;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Editing;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using Xunit;

namespace EditEngine.Tests.Differential;

/// <summary>What must not change a result does not change its bytes.</summary>
public sealed class MetamorphicTests
{
    private const int Claims = 40;

    private static readonly ImmutableArray<TestedPack> Packs = [.. TestedPack.Samples(), .. Enumerable.Range(1, 12).Select(RandomRules.Pack)];

    [Fact]
    public void The_order_of_lines_and_history_never_matters()
    {
        foreach (TestedPack tested in Packs)
        {
            ImmutableArray<Func<Claim, DateOnly, byte[]>> pack = Executions.WithoutCode(tested.Bind());
            Random random = new(5);
            Compare(tested, pack, pack, claim => claim with
            {
                Lines = Shuffled(claim.Lines, random),
                History = claim.History.IsDefault ? default : Shuffled(claim.History, random),
            });
        }
    }

    [Fact]
    public void The_layout_of_the_rules_changes_nothing() =>
        CompareTexts(static text => [Formatter.Format(EditParser.Parse(new SourceText("rules.edit", text)))]);

    [Fact]
    public void Rules_split_over_files_mean_the_same() => CompareTexts(Split);

    [Fact]
    public void Culture_and_time_zone_change_nothing()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        string? zone = Environment.GetEnvironmentVariable("TZ");
        foreach (TestedPack tested in Packs)
        {
            ImmutableArray<Func<Claim, DateOnly, byte[]>> plain = Executions.WithoutCode(tested.Bind());
            List<(Claim Claim, DateOnly AsOf, byte[][] Bytes)> said = [.. Said(tested, plain)];
            try
            {
                CultureInfo.CurrentCulture = Foreign();
                Environment.SetEnvironmentVariable("TZ", "Pacific/Kiritimati");
                TimeZoneInfo.ClearCachedData();
                ImmutableArray<Func<Claim, DateOnly, byte[]>> abroad = Executions.WithoutCode(tested.Bind());
                foreach ((Claim claim, DateOnly asOf, byte[][] bytes) in said)
                {
                    AssertSame(tested, claim, asOf, bytes, abroad, claim);
                }
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
                Environment.SetEnvironmentVariable("TZ", zone);
                TimeZoneInfo.ClearCachedData();
            }
        }
    }

    private static void CompareTexts(Func<string, IEnumerable<string>> change)
    {
        foreach (TestedPack tested in Packs)
        {
            BoundPack changed = (tested with { Texts = [.. tested.Texts.SelectMany(change)] }).Bind();
            Compare(tested, Executions.WithoutCode(tested.Bind()), Executions.WithoutCode(changed), static claim => claim);
        }
    }

    /// <summary>One text a declaration.</summary>
    private static IEnumerable<string> Split(string text)
    {
        int[] starts = [.. EditParser.Parse(new SourceText("rules.edit", text)).Declarations.Select(one => text.LastIndexOf('\n', Math.Max(0, one.Span.Start - 1)) + 1).Distinct().Order()];
        return starts.Select((start, i) => text[start..(i + 1 < starts.Length ? starts[i + 1] : text.Length)]);
    }

    private static IEnumerable<(Claim Claim, DateOnly AsOf, byte[][] Bytes)> Said(TestedPack tested, ImmutableArray<Func<Claim, DateOnly, byte[]>> executions)
    {
        BoundPack pack = tested.Bind();
        PackClaims maker = new(new Random(7), Material.Of(pack), [.. pack.Edits.Select(Material.Of)]);
        for (int i = 0; i < Claims; i++)
        {
            (Claim claim, DateOnly asOf) = maker.Next();
            yield return (claim, asOf, [.. executions.Select(one => one(claim, asOf))]);
        }
    }

    private static void Compare(
        TestedPack tested, ImmutableArray<Func<Claim, DateOnly, byte[]>> before, ImmutableArray<Func<Claim, DateOnly, byte[]>> after, Func<Claim, Claim> change)
    {
        foreach ((Claim claim, DateOnly asOf, byte[][] bytes) in Said(tested, before))
        {
            AssertSame(tested, change(claim), asOf, bytes, after, claim);
        }
    }

    private static void AssertSame(TestedPack tested, Claim claim, DateOnly asOf, byte[][] expected, ImmutableArray<Func<Claim, DateOnly, byte[]>> executions, Claim original)
    {
        for (int i = 0; i < executions.Length; i++)
        {
            byte[] found = executions[i](claim, asOf);
            if (!found.AsSpan().SequenceEqual(expected[i]))
            {
                Assert.Fail($"{tested.Name}, as of {asOf:yyyy-MM-dd}\nbefore: {Encoding.UTF8.GetString(expected[i])}\nafter:  {Encoding.UTF8.GetString(found)}\n{DifferentialRun.JsonOf(original)}\n{tested.Texts[^1]}");
            }
        }
    }

    private static ImmutableArray<T> Shuffled<T>(ImmutableArray<T> items, Random random)
    {
        T[] shuffled = [.. items];
        random.Shuffle(shuffled);
        return [.. shuffled];
    }

    // The runtime knows no cultures by name here: this one writes all that a culture can write otherwise.
    private static CultureInfo Foreign()
    {
        CultureInfo culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.CurrencyDecimalSeparator = ",";
        culture.NumberFormat.NegativeSign = "−";
        culture.DateTimeFormat.DateSeparator = ".";
        culture.DateTimeFormat.ShortDatePattern = "dd.MM.yyyy";
        return culture;
    }
}

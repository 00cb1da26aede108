using System.Buffers;
using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Interpretation;
using EditEngine.Compiler.Lowering;
using EditEngine.Formats.Json;
using EditEngine.Outcomes;
using EditEngine.Values;
using Xunit;

namespace EditEngine.Tests.Evaluation;

/// <summary>Columns say what the claim's records say, belong to one claim, and are no fact of it.</summary>
public sealed class ClaimColumnsTests
{
    private const string Rules = """
        pack columns version "1"
        dates by date of service

        reasons
          R = CO 97

        edit PAIR "A visit on the day of a procedure"
          for each  line v, other line w  with same date
          when      v.procedure in { 99213, 99214 } and w.procedure in { 20610, 11721 }
          then      deny v  reason R
        end

        edit SEEN "Seen within a month"
          for each  line v
          when      v.procedure = 11721
          and       any history line h has (h.procedure = 11721 and h.date > v.date - 30 days)
          then      review v
        end

        """;

    private static readonly DateOnly AsOf = new(2025, 4, 1);

    [Fact]
    public void Facts_of_some_lines_are_those_of_all_whoever_asks_first()
    {
        const int Seed = 4711;
        Random random = new(Seed);
        for (int round = 0; round < 500; round++)
        {
            Claim claim = RandomClaim(random);
            LineColumns asked = ClaimColumns.Of(claim).Lines;
            string where = $"seed {Seed}, round {round}";
            for (int ask = 0; ask < 3; ask++)
            {
                ulong lines = (ulong)random.NextInt64() & ((1UL << claim.Lines.Length) - 1);
                LineFacts[] some = asked.FactsOf(lines);
                for (int i = 0; i < claim.Lines.Length; i++)
                {
                    Assert.True(asked.Lines[i].Number == asked.NumberOf(i), where);
                    if (((lines >> i) & 1) != 0)
                    {
                        Same(asked.Lines[i], claim.Rendering, asked.Codes[i], asked.Days[i], some[i], where);
                    }
                }
            }

            LineFacts[] all = asked.Facts;
            for (int i = 0; i < claim.Lines.Length; i++)
            {
                Same(asked.Lines[i], claim.Rendering, asked.Codes[i], asked.Days[i], all[i], where);
            }

            Assert.Same(all, asked.FactsOf(1));
        }
    }

    [Fact]
    public void Columns_say_what_the_records_say()
    {
        const int Seed = 31337;
        Random random = new(Seed);
        for (int round = 0; round < 500; round++)
        {
            Claim claim = RandomClaim(random);
            ClaimColumns columns = ClaimColumns.Of(claim);
            string where = $"seed {Seed}, round {round}";
            Assert.True(columns.Lines.Lines.SequenceEqual(claim.Lines.OrderBy(line => line.Number)), where);
            for (int i = 0; i < claim.Lines.Length; i++)
            {
                ServiceLine line = columns.Lines.Lines[i];
                Same(line, claim.Rendering, columns.Lines.Codes[i], columns.Lines.Days[i], columns.Lines.Facts[i], where);
            }

            HistoryLine[] history = claim.History.IsDefault ? [] : [.. claim.History.Order(Comparer<HistoryLine>.Create(HistoryOrder.Compare))];
            Assert.True(columns.History.History.SequenceEqual(history), where);
            for (int i = 0; i < history.Length; i++)
            {
                HistoryLine line = columns.History.History[i];
                HistoryFacts facts = columns.History.Facts[i];
                Same(line.Line, null, columns.History.Codes[i], columns.History.Days[i], facts.Line, where);
                Assert.True((line.Status, line.ClaimType, NumberOf(line.PaidUnits)) == (facts.Status, facts.ClaimType, facts.PaidUnits), where);
            }

            Assert.Equal(claim.Lines.Any(line => line.Procedure.IsMissing), columns.Lines.HasUncoded);
            Assert.Equal(claim.Lines.All(line => !line.Procedure.IsMissing && line.From is not null), columns.Lines.IsPlaced);
            Assert.Equal(history.Any(line => line.Line.Procedure.IsMissing), columns.History.HasUncoded);
            Assert.Equal(history.All(line => !line.Line.Procedure.IsMissing && line.Line.From is not null), columns.History.IsPlaced);
            Assert.Equal(history.Count(line => line.Line.From is null), columns.History.UndatedCount);
            Assert.Equal(claim.Lines.Max(line => line.Modifiers.Length), columns.Lines.MostCodes);
        }
    }

    [Theory]
    [InlineData("1", 1L)]
    [InlineData("1.000", 1L)]
    [InlineData("0", 0L)]
    [InlineData("-3", -3L)]
    [InlineData("1.5", PlainFacts.OddNumber)]
    [InlineData("68719476735", (1L << 36) - 1)]
    [InlineData("68719476736", PlainFacts.OddNumber)]
    [InlineData("-68719476736", PlainFacts.OddNumber)]
    [InlineData("79228162514264337593543950335", PlainFacts.OddNumber)]
    [InlineData(null, PlainFacts.NoNumber)]
    public void A_number_is_plain_where_it_is_whole_and_not_too_large(string? number, long plain) =>
        Assert.Equal(plain, PlainFacts.Of(number is null ? null : decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void A_copy_has_the_columns_of_what_is_the_same()
    {
        Claim claim = RandomClaim(new Random(5)) with { History = HistoryOf(3) };
        ClaimColumns own = ClaimColumns.Of(claim);
        Assert.Same(own, ClaimColumns.Of(claim));

        ClaimColumns renamed = ClaimColumns.Of(claim with { Id = "other" });
        Assert.NotSame(own, renamed);
        Assert.Same(own.Lines, renamed.Lines);
        Assert.Same(own.History, renamed.History);

        Claim shorter = claim with { Lines = [claim.Lines[0]] };
        Assert.Single(ClaimColumns.Of(shorter).Lines.Lines);
        Assert.Same(own.History, ClaimColumns.Of(shorter).History);

        Claim rendered = claim with { Rendering = new Provider { Npi = "1234567893" } };
        Assert.Equal(rendered.Lines.OrderBy(line => line.Number).Select(line => line.Rendering is null ? "1234567893" : line.Rendering.Npi), ClaimColumns.Of(rendered).Lines.Facts.Select(facts => facts.RenderingNpi));
        Assert.Same(own.Lines.Codes.GetType(), ClaimColumns.Of(rendered).Lines.Codes.GetType());

        Assert.Empty(ClaimColumns.Of(claim with { History = default }).History.History);
        Assert.Equal(2, ClaimColumns.Of(claim with { History = HistoryOf(2) }).History.History.Length);
        Assert.Same(own, ClaimColumns.Of(claim));
    }

    [Fact]
    public void Claims_given_one_array_of_history_share_its_columns()
    {
        ImmutableArray<HistoryLine> history = HistoryOf(20);
        Claim first = RandomClaim(new Random(1)) with { History = history };
        Claim second = RandomClaim(new Random(2)) with { History = history };
        Assert.Same(ClaimColumns.Of(first).History, ClaimColumns.Of(second).History);

        // The same lines in another array, in another order: columns of their own.
        Claim third = second with { History = [.. history.Reverse()] };
        Assert.NotSame(ClaimColumns.Of(first).History, ClaimColumns.Of(third).History);
        Assert.Equal(ClaimColumns.Of(first).History.History, ClaimColumns.Of(third).History.History);
        Assert.NotSame(ClaimColumns.Of(first).History, ClaimColumns.Of(second with { History = history[..19] }).History);
    }

    [Fact]
    public void Columns_are_no_fact()
    {
        Claim claim = RandomClaim(new Random(7)) with { History = HistoryOf(4) };
        Claim same = claim with { };
        string json = JsonOf(claim);
        int hash = claim.GetHashCode();
        ClaimColumns.Of(claim);
        Assert.Equal(same, claim);
        Assert.Equal(hash, claim.GetHashCode());
        Assert.Equal(json, JsonOf(claim));
        Assert.Equal(claim.History[0], claim.History[0] with { });
    }

    [Fact]
    public void A_copy_is_looked_at_anew_before_it_is_decided()
    {
        Evaluator evaluator = PackLowering.Lower(TestPacks.Bind(Rules)).CreateEvaluator();
        Claim claim = RandomClaim(new Random(9)) with { History = HistoryOf(4) };
        evaluator.Find(claim, AsOf);
        Claim[] unsound =
        [
            claim with { Id = " " },
            claim with { Lines = [] },
            claim with { Lines = [claim.Lines[0], claim.Lines[0]] },
            claim with { Frequency = Code.From(CodeSystem.Procedure, "99213") },
            claim with { History = [claim.History[0] with { Status = (LineStatus)9 }] },
            claim with { History = [claim.History[0], null!] }, // What a host may do.
        ];
        foreach (Claim one in unsound)
        {
            Assert.Throws<ArgumentException>(() => evaluator.Find(one, AsOf));
            Assert.Throws<ArgumentException>(() => evaluator.Find(one, AsOf));
        }

        evaluator.Find(claim, AsOf);
    }

    [Theory]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(450)]
    public void Long_claims_are_decided_as_the_language_means(int count)
    {
        RulePack pack = PackLowering.Lower(TestPacks.Bind(Rules));
        Evaluator evaluator = pack.CreateEvaluator();
        Claim claim = RandomClaim(new Random(count)) with { History = HistoryOf(30) };
        ServiceLine plain = claim.Lines[0] with { Procedure = Code.From(CodeSystem.Procedure, "12001"), From = new(2025, 3, 1) };
        string[] codes = [.. Enumerable.Repeat("12001", count)];
        (codes[0], codes[count - 1], codes[count / 2], codes[5]) = ("99213", "20610", "99214", "11721");
        claim = claim with { Lines = [.. codes.Select((code, i) => plain with { Number = i + 1, Procedure = Code.From(CodeSystem.Procedure, code) }).Reverse()] };
        Result meaning = new Interpreter(TestPacks.Bind(Rules), pack.Label, historyActions: false).Evaluate(claim, AsOf, TestContext.Current.CancellationToken);
        Result found = evaluator.Evaluate(claim, AsOf);
        Assert.Equal([1, (count / 2) + 1, 6], meaning.Findings.Select(one => one.Line!.Value));
        Assert.Equal(meaning.Findings.Select(one => (one.Edit, one.Line, one.State)), found.Findings.Select(one => (one.Edit, one.Line, one.State)));
        Assert.Equal(meaning.Lines, found.Lines);
    }

    [Fact]
    public void Finding_takes_no_memory_once_a_claim_has_its_columns()
    {
        Evaluator evaluator = PackLowering.Lower(TestPacks.Bind(Rules)).CreateEvaluator();
        Random random = new(3);
        Claim[] claims = [.. Enumerable.Range(0, 50).Select(_ => RandomClaim(random))];
        int found = 0;
        for (int round = 0; round < 2; round++)
        {
            foreach (Claim claim in claims)
            {
                found += evaluator.Find(claim, AsOf).Count;
            }
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        foreach (Claim claim in claims)
        {
            found += evaluator.Find(claim, AsOf).Count;
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(found > 0);
    }

    private static void Same(ServiceLine line, Provider? rendering, ulong code, int day, in LineFacts facts, string where)
    {
        Assert.True(CodeKey.Of(line.Procedure).Held == code, where);
        Assert.True(Day.Of(line.From).Packed == day, where);
        Assert.True(CodeKey.Of(line.PlaceOfService).Held == facts.Place, where);
        Assert.True(NumberOf(line.Units) == facts.Units, where);
        Assert.True((line.ChargeCents ?? PlainFacts.NoNumber) == facts.ChargeCents, where);
        Assert.True((line.Rendering ?? rendering)?.Npi == facts.RenderingNpi, where);
        Assert.True(line.Modifiers.AsSpan().SequenceEqual(facts.Modifiers), where);
        Assert.True(line.Number == facts.Number, where);
        Assert.True(Day.Of(line.Through ?? line.From).Packed == facts.Through, where);
    }

    private static long NumberOf(decimal? units) => units is not decimal value ? PlainFacts.NoNumber : decimal.IsInteger(value) ? (long)value : PlainFacts.OddNumber;

    private static string JsonOf(Claim claim)
    {
        ArrayBufferWriter<byte> output = new();
        using ClaimWriter writer = new();
        writer.Write(claim, output);
        return System.Text.Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static ImmutableArray<HistoryLine> HistoryOf(int count)
    {
        Random random = new(count);
        return [.. Enumerable.Range(0, count).Select(i => RandomHistory(random, i))];
    }

    private static HistoryLine RandomHistory(Random random, int number) => new()
    {
        ClaimId = $"H{number / 3}",
        Line = RandomLine(random, number + 1),
        Status = (LineStatus)random.Next(5),
        ClaimType = (ClaimType)random.Next(4),
        PaidUnits = random.Next(3) switch { 0 => null, 1 => 1.25m, _ => random.Next(9) },
    };

    private static Claim RandomClaim(Random random)
    {
        int[] numbers = [.. Enumerable.Range(1, random.Next(1, 9))];
        if (random.Next(3) == 0)
        {
            random.Shuffle(numbers);
        }

        return new Claim
        {
            Id = "1",
            Type = ClaimType.Professional,
            Rendering = random.Next(2) == 0 ? new Provider { Npi = "1000000004" } : null,
            Lines = [.. numbers.Select(number => RandomLine(random, number))],
            History = random.Next(3) switch { 0 => default, 1 => [], _ => [.. Enumerable.Range(0, random.Next(1, 30)).Select(i => RandomHistory(random, i))] },
        };
    }

    private static ServiceLine RandomLine(Random random, int number) => new()
    {
        Number = number,
        Procedure = random.Next(12) switch { 0 => default, 1 => Code.From(CodeSystem.Procedure, "too-long-for-a-code"), 2 or 3 => Code.From(CodeSystem.Procedure, "99213"), 4 or 5 => Code.From(CodeSystem.Procedure, "20610"), _ => Code.From(CodeSystem.Procedure, "11721") },
        PlaceOfService = random.Next(3) == 0 ? default : Code.From(CodeSystem.PlaceOfService, "11"),
        From = random.Next(8) == 0 ? null : new DateOnly(2025, 3, 1).AddDays(random.Next(3)),
        Through = random.Next(3) == 0 ? new DateOnly(2025, 3, 9) : null,
        Units = random.Next(4) switch { 0 => null, 1 => 0.5m, 2 => 2.0m, _ => random.Next(5) },
        ChargeCents = random.Next(3) == 0 ? null : random.Next(100_000),
        Rendering = random.Next(3) == 0 ? new Provider { Npi = random.Next(2) == 0 ? null : "1000000012" } : null,
        Modifiers = random.Next(2) == 0 ? [] : [Code.From(CodeSystem.Modifier, "25"), Code.From(CodeSystem.Modifier, "LT")],
    };
}

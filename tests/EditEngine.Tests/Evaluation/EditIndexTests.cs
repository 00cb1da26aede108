using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Lowering;
using EditEngine.Evaluation;
using EditEngine.Outcomes;
using EditEngine.Plans;
using Xunit;

namespace EditEngine.Tests.Evaluation;

/// <summary>The index says which edits can concern a claim, and by which lines.</summary>
public sealed class EditIndexTests
{
    private static readonly DateOnly AsOf = new(2025, 4, 1);

    [Theory]
    [InlineData("99213", 0, "1")]
    [InlineData("99213 99215 99213", 0, "101")]
    [InlineData("99213 20610", 1, "01")]
    [InlineData("20610", 0, "")] // No candidate.
    [InlineData("99213", 2, "1")] // A range.
    [InlineData("99216", 2, "")]
    [InlineData("20610 99202", 2, "01")]
    [InlineData("12345 67890", 3, "11")] // No codes.
    [InlineData("99213 -", 1, "11")] // A line without a code: all edits, all lines.
    [InlineData("odd-code-of-a-line", 2, "")]
    [InlineData("odd-code-of-a-line", 3, "1")]
    public void An_edit_is_a_candidate_by_the_lines_whose_codes_it_has(string codes, int edit, string lines)
    {
        EditPlan[] edits = [PlanOf(15, "99213"), PlanOf(15, "20610"), PlanOf(15, "99202-99215"), PlanOf(15, null)];
        Assert.Equal(lines, TextOf(Candidates(edits, ClaimOf(ClaimType.Professional, codes.Split(' ')))[edit], codes.Split(' ').Length));
    }

    [Theory]
    [InlineData(ClaimType.Professional, "1")]
    [InlineData(ClaimType.Institutional, "2")]
    [InlineData(ClaimType.Dental, "3")]
    public void Edits_of_other_types_of_claims_are_none(ClaimType type, string expected)
    {
        EditPlan[] edits = [.. Enumerable.Range(0, 4).Select(i => PlanOf(1 << i, i % 2 == 0 ? "99213" : null))];
        ulong[]?[] found = Candidates(edits, ClaimOf(type, ["99213"]));
        Assert.Equal(expected, string.Join(' ', Enumerable.Range(0, 4).Where(i => found[i] is not null)));
    }

    [Fact]
    public void The_lines_of_a_long_claim_are_told_apart()
    {
        EditPlan[] edits = [PlanOf(15, "99213"), PlanOf(15, null)];
        string[] codes = [.. Enumerable.Repeat("20610", 450)];
        codes[3] = codes[64] = codes[449] = "99213";
        ulong[]?[] found = Candidates(edits, ClaimOf(ClaimType.Professional, codes));
        Assert.Equal([3, 64, 449], Enumerable.Range(0, 512).Where(i => Holds(found[0]!, i)));
        Assert.Equal(Enumerable.Range(0, 450), Enumerable.Range(0, 512).Where(i => Holds(found[1]!, i)));
    }

    [Fact]
    public void What_a_cancelled_claim_left_behind_is_not_the_next_claims()
    {
        CandidateSet candidates = new(200);
        candidates.Begin(300);
        candidates.AddAllLines(7);
        candidates.Add(150, 299);
        Assert.Equal(7, candidates.Next());
        candidates.Begin(2);
        candidates.Add(149, 1);
        Assert.Equal(149, candidates.Next());
        Assert.Equal([0b10UL], candidates.LinesOf(149).ToArray());
        Assert.Equal(-1, candidates.Next());
        candidates.Begin(64);
        candidates.AddAllLines(7);
        Assert.Equal(7, candidates.Next());
        Assert.Equal([ulong.MaxValue], candidates.LinesOf(7).ToArray());
        Assert.Equal(-1, candidates.Next());
    }

    [Fact]
    public void What_is_kept_grows_as_the_edits_do()
    {
        // Each range holds those after it: kept by stretches, this would be half the square.
        EditPlan[] edits = [.. Enumerable.Range(0, 2_000).Select(i => PlanOf(15, $"{10_000 + i}-{90_000 - i}"))];
        Assert.InRange(new EditIndex([.. edits]).PostingCount, 2_000, 2_000 * 24);
    }

    [Fact]
    public void Candidates_and_lines_are_those_of_the_definition()
    {
        const int Seed = 90125;
        Random random = new(Seed);
        for (int round = 0; round < 300; round++)
        {
            EditPlan[] edits = [.. Enumerable.Range(0, random.Next(1, 150)).Select(_ => RandomPlan(random))];
            EditIndex index = new([.. edits]);
            CandidateSet candidates = new(edits.Length);
            for (int i = 0; i < 10; i++)
            {
                Claim claim = RandomClaim(random);
                ulong[]?[] found = Candidates(index, candidates, claim);
                for (int edit = 0; edit < edits.Length; edit++)
                {
                    string where = $"seed {Seed}, round {round}, claim {i}, edit {edit}";
                    Assert.True(TextOf(found[edit], claim.Lines.Length) == Meant(edits[edit].IndexKey, claim), where);
                }
            }
        }
    }

    [Theory]
    [InlineData("99213 20610", true)]
    [InlineData("odd-code-of-a-line 99213", true)] // It is in no set.
    [InlineData("99213 -", false)] // It may be any.
    public void Lines_are_exactly_those_with_the_codes_unless_one_has_none(string codes, bool isExact)
    {
        EditPlan[] edits = [PlanOf(15, "99213"), PlanOf(15, null)];
        CandidateSet candidates = new(edits.Length);
        _ = Candidates(new EditIndex([.. edits]), candidates, ClaimOf(ClaimType.Professional, codes.Split(' ')));
        Assert.Equal(isExact, candidates.IsExact);
    }

    [Fact]
    public void Compiled_code_asks_for_the_codes_itself_where_the_index_is_not_used()
    {
        RulePack pack = PackLowering.Lower(TestPacks.Bind("""
            pack p version "1"
            reasons
              R = CO 97
            edit X "x"
              for each  line v
              when      v.procedure in { 99213, 97110 }
              then      deny v  reason R
            end
            """));
        EditEngine.Compiler.Emit.PackCompiler.Compile(pack);
        Claim claim = ClaimOf(ClaimType.Professional, ["20610", "97110", "99214"]);
        foreach (bool usesIndex in (bool[])[true, false])
        {
            Assert.Equal([2], pack.CreateEvaluator(EvaluatorOptions.Default with { UsesIndex = usesIndex }).Evaluate(claim, AsOf).Findings.Select(one => one.Line));
        }
    }

    [Theory]
    [InlineData("line v", "v.procedure = 99213", "deny v", "99213 20610 99213", 0, "101")]
    [InlineData("line v, other line w", "v.procedure in { 99202, 99205 } and w.procedure = 20610", "deny w", "20610 99202 20610", 1, "101")]
    [InlineData("group g of therapy by date", "count of g > 1", "deny every line of g", "99213 20610 97110", 0, "101")]
    public void The_slot_is_that_of_the_binding_whose_codes_they_are(string bindings, string condition, string action, string codes, int binding, string lines)
    {
        RulePack pack = PackLowering.Lower(TestPacks.Bind($$"""
            pack p version "1"
            reasons
              R = CO 97
            define therapy v : line where v.procedure in { 99213, 97110 }
            edit X "x"
              for each  {{bindings}}
              when      {{condition}}
              then      {{action}}  reason R
            end
            """));
        Claim claim = ClaimOf(ClaimType.Professional, codes.Split(' '));
        EditPlan edit = Assert.Single(pack.Edits);
        Assert.Equal(edit.Bindings[binding].Slot, edit.IndexKey.Slot);
        Assert.Equal(lines, TextOf(Candidates([edit], claim)[0], claim.Lines.Length));
        Assert.Equal(lines, string.Concat(claim.Lines.Select(line => pack.Evaluate(claim, AsOf).Findings.Any(one => one.Line == line.Number) ? '1' : '0')));
    }

    private static bool Holds(ulong[] lines, int line) => line / 64 < lines.Length && (lines[line / 64] >> (line % 64) & 1) != 0;

    private static string TextOf(ulong[]? lines, int count) => lines is null ? "" : string.Concat(Enumerable.Range(0, count).Select(i => Holds(lines, i) ? '1' : '0'));

    // What the index is for, said without it.
    private static string Meant(IndexKey key, Claim claim)
    {
        if ((key.ClaimTypes & (1 << (int)claim.Type)) == 0)
        {
            return "";
        }

        bool isOpen = key.Codes is null || claim.Lines.Any(line => line.Procedure.IsMissing)
            || (key.MayMatchUncodedHistory && !claim.History.IsDefault && claim.History.Any(line => line.Line.Procedure.IsMissing));
        string lines = string.Concat(claim.Lines.Select(line => isOpen || key.Codes!.ContainsSometime(line.Procedure.Packed) != SometimeMember.Never ? '1' : '0'));
        return lines.Contains('1', StringComparison.Ordinal) ? lines : "";
    }

    private static ulong[]?[] Candidates(EditPlan[] edits, Claim claim) => Candidates(new EditIndex([.. edits]), new CandidateSet(edits.Length), claim);

    private static ulong[]?[] Candidates(EditIndex index, CandidateSet candidates, Claim claim)
    {
        EvaluationContext context = new();
        context.Load(claim, AsOf);
        candidates.Begin(context.LineCount);
        index.FindCandidates(context, candidates);
        ulong[]?[] found = new ulong[]?[index.EditCount];
        int last = -1;
        for (int edit = candidates.Next(); edit >= 0; edit = candidates.Next())
        {
            Assert.True(edit > last);
            last = edit;
            found[edit] = candidates.LinesOf(edit).ToArray();
        }

        return found;
    }

    private static EditPlan PlanOf(int types, string? codes) => PlanOf(new IndexKey(types, codes is null ? null : SetOf(codes)));

    private static EditPlan PlanOf(IndexKey key) => new()
    {
        Header = new EditHeader("X", "1", "p", 0, 0, 0, []),
        Basis = Basis.DateOfService,
        SlotCount = 1,
        Bindings = [],
        Tuple = [],
        Cases = [],
        SkipPhases = [],
        IndexKey = key,
    };

    private static CodeSet SetOf(string codes) => CodeSet.From(codes.Split(' ').Select(one =>
    {
        string[] ends = one.Split('-');
        return new CodeInterval(PackedOf(ends[0]), PackedOf(ends[^1]), int.MinValue, int.MaxValue);
    }));

    private static ulong PackedOf(string code) => Code.From(CodeSystem.Procedure, code).Packed;

    private static Claim ClaimOf(ClaimType type, string[] codes) => new()
    {
        Id = "1",
        Type = type,
        Lines = [.. codes.Select((code, i) => new ServiceLine { Number = i + 1, Procedure = code == "-" ? default : Code.From(CodeSystem.Procedure, code), From = new(2025, 3, 4), Units = 1 })],
    };

    private static EditPlan RandomPlan(Random random)
    {
        if (random.Next(8) == 0)
        {
            return PlanOf(new IndexKey(random.Next(16)));
        }

        List<CodeInterval> intervals = [];
        for (int i = random.Next(4); i >= 0; i--)
        {
            ulong first = PackedOf((99_100 + random.Next(60)).ToString(System.Globalization.CultureInfo.InvariantCulture));
            int from = random.Next(3) == 0 ? random.Next(5) : int.MinValue;
            intervals.Add(new CodeInterval(first, first + (random.Next(3) == 0 ? (ulong)random.Next(20) * 1_000_000_000 : 0), from, random.Next(3) == 0 ? from + 10 : int.MaxValue));
        }

        return PlanOf(new IndexKey(random.Next(1, 16), CodeSet.From(intervals)) { MayMatchUncodedHistory = random.Next(5) == 0 });
    }

    private static Claim RandomClaim(Random random)
    {
        int count = random.Next(10) == 0 ? random.Next(60, 200) : random.Next(1, 8);
        string CodeOf() => random.Next(300) == 0 ? "-" : (99_100 + random.Next(60)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        Claim claim = ClaimOf((ClaimType)random.Next(1, 4), [.. Enumerable.Range(0, count).Select(_ => CodeOf())]);
        return random.Next(3) > 0
            ? claim
            : claim with { History = [new HistoryLine { ClaimId = "H", Status = LineStatus.Paid, Line = claim.Lines[0] with { Procedure = random.Next(2) == 0 ? default : claim.Lines[0].Procedure } }] };
    }
}

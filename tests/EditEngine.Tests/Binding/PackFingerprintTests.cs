using System.Diagnostics;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using Xunit;

namespace EditEngine.Tests.Binding;

/// <summary>What changes the fingerprint of a pack, and what does not. That every constant does is held over all sources of the language.</summary>
public sealed class PackFingerprintTests
{
    private const string Rules = """
        pack p version "1"
        phases lines, later
        reasons
          DUP = CO 18 remark N522
        reasons for line_of_business = "medicaid"
          DUP = CO 97

        codes @visits : procedure = { 99213, 99214 }
        parameter @most = 3
        fact fact_a from "a" : number
        define many v : line where v.units > @most
        define doubled of v : v.units * 2
        table @fees
          key code : procedure
          fee : money
          | code  | fee    |
          | 99213 | $10.00 |
          | 99214 | $20.00 |

        edit X "Too many"
          phase     later
          precedence 5
          effective 2024-01-01 .. 2025-12-31 by date of service
          cite      "Manual 1.2"
          owner     "Ann"
          for       state = "OH"
          for each  many v, line w
          with same date
          let       twice = doubled of v
          when      v.procedure in @visits and twice > 3 and w.number <> v.number
          unless    v.place = 23  because "emergency"  owner "Bo"  until 2026-01-31
          then      deny v  reason DUP  overridable
          also      warn w
          message   "{v.procedure} is too many"
          on fire skip phases later
          test "a"
            claim professional
              line 1: 99213 x1 on 2025-01-01
            expect clean
        end

        edit Y "Fees"
          monitor from 2025-03-01
          for each  line v
          when      v.charge > fee of @fees for v.procedure or else $5.00
          then      pend v  queue "prices"
        end

        """;

    [Theory]
    [InlineData("{ 99213, 99214 }", "{ 99214, 99213 }")]
    [InlineData("when      v", "-- a comment\n  when  v")]
    [InlineData("Too many", "Far too many")]
    [InlineData("owner     \"Ann\"", "owner     \"Cleo\"")]
    [InlineData("test \"a\"", "test \"b\"")]
    [InlineData("line 1: 99213 x1", "line 1: 99213 x2")]
    [InlineData("twice", "two_times")]
    [InlineData("many v", "lots v")]
    [InlineData("doubled", "duplicated")]
    [InlineData("@visits", "@seen")]
    [InlineData("@most", "@highest")]
    [InlineData("  | 99213 | $10.00 |\n  | 99214 | $20.00 |", "  | 99214 | $20.00 |\n  | 99213 | $10.00 |")]
    [InlineData("reasons\n  DUP = CO 18 remark N522\nreasons for line_of_business = \"medicaid\"\n  DUP = CO 97\n", "reasons for line_of_business = \"medicaid\"\n  DUP = CO 97\nreasons\n  DUP = CO 18 remark N522\n")]
    [InlineData("codes @visits", "codes @unused : procedure = { 99215 }\ncodes @visits")]
    [InlineData("let       twice", "let       unused = any line z has (z.units > 9)\n  let       twice")]
    public void This_changes_nothing(string old, string changed) => Assert.Equal(Print(Rules), Print(Changed(old, changed)));

    [Theory]
    [InlineData("version \"1\"", "version \"2\"")]
    [InlineData("phases lines, later", "phases lines, later, third")]
    [InlineData("CO 18", "PR 18")]
    [InlineData("CO 18", "CO 19")]
    [InlineData("remark N522", "remark N523")]
    [InlineData("\"medicaid\"", "\"medicare\"")]
    [InlineData("99214 }", "99215 }")]
    [InlineData("@most = 3", "@most = 4")]
    [InlineData("@most = 3", "@most = 3, 4 from 2025-01-01")]
    [InlineData("v.units > @most", "v.units >= @most")]
    [InlineData("v.units * 2", "v.units + 2")]
    [InlineData("v.units * 2", "v.units * 3")]
    [InlineData("$10.00", "$10.01")]
    [InlineData("@fees", "@prices")]
    [InlineData("edit X", "edit X1")]
    [InlineData("2024-01-01 ..", "2024-01-02 ..")]
    [InlineData("2025-12-31 by", "2025-12-30 by")]
    [InlineData("by date of service", "by received")]
    [InlineData("Manual 1.2", "Manual 1.3")]
    [InlineData("phase     later", "phase     lines")]
    [InlineData("precedence 5", "precedence 6")]
    [InlineData("state = \"OH\"", "state = \"MI\"")]
    [InlineData("many v, line w", "line v, line w")]
    [InlineData("with same date", "with same place")]
    [InlineData("v.procedure in", "w.procedure in")]
    [InlineData("twice > 3", "twice > 4")]
    [InlineData("w.number <> v.number", "w.number < v.number")]
    [InlineData("w.number <> v.number", "not (w.number = v.number)")]
    [InlineData("v.place = 23", "v.place = 22")]
    [InlineData("emergency", "urgent")]
    [InlineData("\"Bo\"", "\"Di\"")]
    [InlineData("2026-01-31", "2026-02-01")]
    [InlineData("deny v", "deny w")]
    [InlineData("deny v", "reject v")]
    [InlineData("  reason DUP  overridable", "  reason DUP")]
    [InlineData("also      warn w", "also      inform w")]
    [InlineData("is too many", "is too much")]
    [InlineData("{v.procedure}", "{w.procedure}")]
    [InlineData("skip phases later", "skip phases lines, later")]
    [InlineData("  on fire skip phases later\n", "")]
    [InlineData("monitor from 2025-03-01", "monitor from 2025-03-02")]
    [InlineData("  monitor from 2025-03-01\n", "")]
    [InlineData("or else $5.00", "or else $6.00")]
    [InlineData("queue \"prices\"", "queue \"fees\"")]
    public void This_changes_the_fingerprint(string old, string changed)
    {
        BoundPack before = TestPacks.Bind(Rules);
        BoundPack after = TestPacks.Bind(Changed(old, changed));
        Assert.NotEqual(PackFingerprint.Write(before), PackFingerprint.Write(after));
        Assert.NotEqual(PackFingerprint.HashOf(before), PackFingerprint.HashOf(after));
    }

    [Fact]
    public void An_edit_means_the_same_in_another_version_of_its_pack() => Assert.Equal(
        TestPacks.Bind(Rules).Edits.Select(PackFingerprint.HashOf), TestPacks.Bind(Changed("version \"1\"", "version \"2\"")).Edits.Select(PackFingerprint.HashOf));

    [Fact]
    public void A_node_without_a_form_is_our_mistake()
    {
        BoundPack pack = TestPacks.Bind(Rules);
        BoundEdit edit = pack.Edits[0] with { Joins = [new Unknown(pack.Edits[0].Place)] };
        Assert.Throws<UnreachableException>(() => PackFingerprint.HashOf(edit));
    }

    [Theory]
    [InlineData("a", "\"a\"")]
    [InlineData("a\" \"b", "\"a\\\" \\\"b\"")]
    [InlineData("a\\\nb", "\"a\\\\\\nb\"")]
    public void A_text_ends_where_its_quotes_do(string text, string quoted) => Assert.Equal(quoted, FingerprintText.Quoted(text));

    private static string Print(string rules) => PackFingerprint.Write(TestPacks.Bind(rules));

    private static string Changed(string old, string changed)
    {
        Assert.Contains(old, Rules, StringComparison.Ordinal);
        return Rules.Replace(old, changed, StringComparison.Ordinal);
    }

    private sealed record Unknown(EditEngine.Diagnostics.SourceSpan Place) : BoundExpression(LanguageType.Condition, Place)
    {
        public override IEnumerable<BoundNode> Children => [];
    }
}

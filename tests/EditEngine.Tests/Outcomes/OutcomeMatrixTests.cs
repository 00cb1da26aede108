using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Packs;
using EditEngine.Outcomes;
using EditEngine.Tests.Differential;
using Xunit;

namespace EditEngine.Tests.Outcomes;

/// <summary>Every outcome on every target with every amount: what the check lets pass changes the result as its words say.</summary>
public sealed class OutcomeMatrixTests
{
    private static readonly (string Name, string Binding, string Condition)[] Targets =
    [
        ("v", "line v", "v.procedure = 99213"),
        ("claim", "line v", "v.procedure = 99213"),
        ("d", "diagnosis d", "d.code = E11.9"),
        ("p", "procedure p", "p.code = 0FT44ZZ"),
        ("a", "authorization a", "a.procedure = 99213"),
        ("s", "suggestion s", "s.code = 99214"),
        ("h", "line v, history line h  with same procedure", "v.procedure = 99213"),
        ("every line of g", "group g of line  by date", "count of g > 0"),
        ("v.procedure", "line v", "v.procedure = 99213"),
    ];

    private static readonly string[] Amounts =
    [
        "50%", "0%", "100%", "150%", "-10%", "150% up to 150%", "150% up to 120%", "2 units", "0 units", "99 units", "-(1 unit)", "50", "0.5", "$5", "2 * 10%", "10% * 20", "100% * 3 / 10",
        "v.units", "v.units - 3 units", "v.units - 3", "v.units * 7", "v.units * 50%", "v.units / v.units", "v.charge", "v.charge / v.charge", "v.charge / v.charge * 100%", "v.charge / $50 * 100%",
        "0 - v.units", "(0 - 5) * 10%", "v.charge / $50 * 100% up to 300%", "least of (v.units, 2)", "v.units / 4 * 100% rounded half up to 0.01%", "2 units up to 50%", "v.date", "99213",
    ];

    public static TheoryData<string, string> Outcomes()
    {
        TheoryData<string, string> all = [];
        foreach (ActionRow row in ActionTable.All)
        {
            foreach ((string name, _, _) in Targets)
            {
                all.Add(row.Verb, name);
            }
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(Outcomes))]
    public void What_the_check_lets_pass_does_what_it_says(string verb, string target)
    {
        ActionRow row = ActionTable.Find(verb)!; // One of the table.
        foreach (string amount in row.Allows(ActionParts.Amount) ? Amounts : [""])
        {
            TestedPack pack = new($"{verb} {target} {amount}", [Rules(row, target, amount)], new NoReferenceFiles());
            if (pack.Mistakes().Any())
            {
                continue;
            }

            (Result? result, string? difference) = new Executions(pack.Bind(), historyActions: true).Run(Billed(), new DateOnly(2025, 6, 1));
            Assert.Null(difference);
            Holds(row, target, amount, result!); // Without a difference there is one.
        }
    }

    [Theory]
    [InlineData("reduce", "v", "50%", true)]
    [InlineData("reduce", "v", "2 * 10%", true)]
    [InlineData("reduce", "v", "100% * 3 / 10", true)]
    [InlineData("reduce", "v", "v.units - 3", true)]
    [InlineData("reduce", "v", "v.units * 7", true)]
    [InlineData("reduce", "v", "least of (v.units, 2)", true)]
    [InlineData("reduce", "v", "v.charge / v.charge * 100%", true)]
    [InlineData("reduce", "v", "v.charge / v.charge", false)]
    [InlineData("reduce", "v", "50", false)]
    [InlineData("reduce", "v", "0.5", false)]
    [InlineData("reduce", "v", "-10%", false)]
    [InlineData("reduce", "v", "150%", false)]
    [InlineData("reduce", "v", "150% up to 150%", true)]
    [InlineData("reduce", "claim", "50%", false)]
    [InlineData("reduce", "d", "50%", false)]
    [InlineData("reduce", "p", "50%", false)]
    [InlineData("reduce", "a", "50%", false)]
    [InlineData("reduce", "h", "50%", false)]
    [InlineData("deny", "a", "", false)]
    [InlineData("deny", "h", "", false)]
    [InlineData("recoup", "h", "", true)]
    [InlineData("recoup", "v", "", false)]
    [InlineData("recoup", "every line of g", "", false)]
    [InlineData("review", "h", "", true)]
    [InlineData("warn", "d", "", true)]
    public void The_check_knows_what_an_outcome_can_act_on(string verb, string target, string amount, bool passes)
    {
        string[] mistakes = [.. new TestedPack(verb, [Rules(ActionTable.Find(verb)!, target, amount)], new NoReferenceFiles()).Mistakes()]; // A verb of the table.
        Assert.True(passes == (mistakes.Length == 0), string.Join('\n', mistakes));
    }

    private static void Holds(ActionRow row, string target, string amount, Result result)
    {
        string what = $"{row.Verb} {target} {amount}";
        Assert.All(result.Lines, line => Assert.InRange(line.PayPercent ?? 100m, 0m, amount.Contains("up to", StringComparison.Ordinal) ? 300 : 100));
        Assert.All(result.Lines, line => Assert.InRange(line.AllowedUnits ?? 0m, 0m, line.BilledUnits!.Value));
        if (amount.Contains("/ 4", StringComparison.Ordinal) || !result.NotEvaluated.IsEmpty)
        {
            Assert.All(result.NotEvaluated, open => Assert.True(!open.Missing.IsEmpty || open.Because is not null, what)); // A fraction that no decimal holds.
            return;
        }

        LineResult first = result.Lines[0];
        Assert.True(!result.Findings.IsEmpty || !result.AddedLines.IsEmpty, what);
        bool done = (row.Action, target) switch
        {
            (EditAction.Add, _) => result.AddedLines.All(one => one is { Units: 1, PayPercent: 50 }),
            (EditAction.Replace, _) => first.Procedure == Code.From(CodeSystem.Procedure, "99212"),
            (EditAction.Warn or EditAction.Inform, _) => result.Disposition == row.Disposition,
            (_, "h") => result.HistoryActions.Any(),
            (EditAction.Reduce, _) => first.Status == LineDecision.Reduce,
            (_, "v" or "every line of g") => first.Status == row.Decision,
            _ => result.Disposition == row.Disposition && (!row.DecidesClaim || result.Lines.All(line => line.Status == row.Decision)),
        };
        Assert.True(done, $"{what}: {result.Disposition}, {first.Status}");
        Assert.True((row.Needs & ActionParts.Reason) == 0 || result.Findings.All(one => one.GroupCode is not null && one.Carc is not null), what);
    }

    private static string Rules(ActionRow row, string target, string amount)
    {
        (_, string binding, string condition) = Targets.First(one => one.Name == target);
        string written = row.Action == EditAction.Add ? $"add line {(binding.Contains("line v", StringComparison.Ordinal) ? "v.procedure" : "99213")} with units 1 pay 50%" : $"{row.Verb} {target}";
        string parts = (row.Allows(ActionParts.Amount) ? $" to {amount}" : "") + (row.Allows(ActionParts.NewCode) ? " with 99212" : "") + (row.Allows(ActionParts.Queue) ? " queue \"q\"" : "");
        return $"""
            pack tested version "1"
            dates by date of service
            reasons
              ONE = CO 97
            edit X "An outcome"
              {(target == "h" ? "retro" : "")}
              for each  {binding}
              when      {condition}
              then      {written}{parts}  reason ONE
            end
            """;
    }

    private static Claim Billed() => Compiled.CompiledClaimTests.Of(
    [
        .. new[] { "99213", "99213" }.Select((code, i) => Compiled.CompiledClaimTests.Line(i + 1, code) with { Units = 2, ChargeCents = 10_000 }),
    ]) with
    {
        Diagnoses = [new Diagnosis { Code = Code.From(CodeSystem.Diagnosis, "E11.9") }],
        Procedures = [new InpatientProcedure { Code = Code.From(CodeSystem.InpatientProcedure, "0FT44ZZ") }],
        Authorizations = [new Authorization { Number = "A1", Procedure = Code.From(CodeSystem.Procedure, "99213") }],
        CodingRecord = new CodingRecord { Suggestions = [new Suggestion { System = "CPT", Code = Code.From(CodeSystem.Procedure, "99214") }] },
        History = [new HistoryLine { ClaimId = "H", Status = LineStatus.Paid, Line = Compiled.CompiledClaimTests.Line(1, "99213") }],
    };
}

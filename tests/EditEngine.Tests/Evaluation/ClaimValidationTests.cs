using System.Collections.Immutable;
using System.Reflection;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Interpretation;
using EditEngine.Compiler.Lowering;
using EditEngine.Diagnostics;
using EditEngine.Tests.Differential;
using Xunit;

namespace EditEngine.Tests.Evaluation;

/// <summary>A claim built by hand is told what a reader would say of it, and is never decided where it cannot be.</summary>
public sealed class ClaimValidationTests
{
    private static readonly DateOnly AsOf = new(2025, 4, 1);

    private static readonly Code Visit = Code.From(CodeSystem.Procedure, "99213");

    private static readonly (string Name, string Found, Claim Claim)[] Cases =
    [
        ("no id", "id EDIT5322", Good() with { Id = null! }),
        ("blank id", "id EDIT5322", Good() with { Id = " " }),
        ("unknown type", "type EDIT5320", Good() with { Type = ClaimType.Unknown }),
        ("type of no form", "type EDIT5320", Good() with { Type = (ClaimType)9 }),
        ("no lines", "lines EDIT5323", Good() with { Lines = [] }),
        ("lines not given", "lines EDIT5323", Good() with { Lines = default }),
        ("a line that is none", "lines[1] EDIT5322", Good() with { Lines = [Line(1), null!] }),
        ("lines numbered twice", "lines[1] EDIT5325", Good() with { Lines = [Line(1), Line(1)] }),
        ("lines numbered twice, apart", "lines[2] EDIT5325", Good() with { Lines = [Line(2), Line(1), Line(2)] }),
        ("line 0", "lines[0].number EDIT5324", Good() with { Lines = [Line(0)] }),
        ("line -1", "lines[0].number EDIT5324", Good() with { Lines = [Line(-1), Line(1)] }),
        ("a diagnosis for a procedure", "lines[0].procedure EDIT5321", Good() with { Lines = [Line(1) with { Procedure = Code.From(CodeSystem.Diagnosis, "E11.9") }] }),
        ("a procedure for a place", "lines[0].placeOfService EDIT5321", Good() with { Lines = [Line(1) with { PlaceOfService = Visit }] }),
        ("an odd text of another system", "lines[0].procedure EDIT5321", Good() with { Lines = [Line(1) with { Procedure = Code.From(CodeSystem.Modifier, "25-59") }] }),
        ("a procedure among modifiers", "lines[0].modifiers[1] EDIT5321", Good() with { Lines = [Line(1) with { Modifiers = [Code.From(CodeSystem.Modifier, "25"), Visit] }] }),
        ("a modifier missing in the middle", "lines[0].modifiers[0] EDIT5322", Good() with { Lines = [Line(1) with { Modifiers = [default, Code.From(CodeSystem.Modifier, "25")] }] }),
        ("an NDC for a procedure", "lines[0].ndc EDIT5321", Good() with { Lines = [Line(1) with { Ndc = new DrugIdentification { Code = Visit } }] }),
        ("a taxonomy for a specialty", "billing.specialty EDIT5321", Good() with { Billing = new Provider { Specialty = Code.From(CodeSystem.Taxonomy, "207Q00000X") } }),
        ("a line's provider", "lines[0].rendering.taxonomy EDIT5321", Good() with { Lines = [Line(1) with { Rendering = new Provider { Taxonomy = Visit } }] }),
        ("a certificate that is none", "billing.certificates[0] EDIT5322", Good() with { Billing = new Provider { Certificates = [null!] } }),
        ("a diagnosis that is none", "diagnoses[0] EDIT5322", Good() with { Diagnoses = [null!] }),
        ("a diagnosis without code", "diagnoses[0] EDIT5322", Good() with { Diagnoses = [new Diagnosis { Code = default }] }),
        ("a procedure for a diagnosis", "diagnoses[0] EDIT5321", Good() with { Diagnoses = [new Diagnosis { Code = Visit }] }),
        ("another system's DRG", "drg EDIT5321", Good() with { Drg = Visit }),
        ("a tooth of another system", "patient.missingTeeth[0] EDIT5321", Good() with { Patient = new Patient { MissingTeeth = [Visit] } }),
        ("a payer that is none", "otherPayers[0] EDIT5322", Good() with { OtherPayers = [null!] }),
        ("an adjustment that is none", "lines[0].otherPayers[0].adjustments[0] EDIT5322", Good() with { Lines = [Line(1) with { OtherPayers = [new OtherPayer { Adjustments = [null!] }] }] }),
        ("a value code that is none", "valueCodes[0] EDIT5322", Good() with { ValueCodes = [null!] }),
        ("an authorization without number", "authorizations[0] EDIT5322", Good() with { Authorizations = [new Authorization { Number = null! }] }),
        ("a suggestion that is none", "codingRecord.suggestions[0] EDIT5322", Good() with { CodingRecord = new CodingRecord { Suggestions = [null!] } }),
        ("a history line that is none", "history[0] EDIT5322", Good() with { History = [null!] }),
        ("a history line without line", "history[0] EDIT5322", Good() with { History = [History() with { Line = null! }] }),
        ("a history line without claim", "history[0] EDIT5322", Good() with { History = [History() with { ClaimId = null! }] }),
        ("a status of none", "history[0].status EDIT5320", Good() with { History = [History() with { Status = (LineStatus)7 }] }),
        ("another system in history", "history[0].revenueCode EDIT5321", Good() with { History = [History() with { Line = Line(1) with { RevenueCode = Visit } }] }),
        ("no facts at all", "facts EDIT5322", Good() with { Facts = null! }),
        ("a fact of two values", "facts.gold EDIT5328", Good() with { Facts = FactValue.NoFacts.Add("gold", new FactValue { Text = "a", YesNo = true }) }),
        ("a fact of none", "facts.gold EDIT5328", Good() with { Facts = FactValue.NoFacts.Add("gold", null!) }),
    ];

    private static readonly (string Name, string Found, Claim Claim)[] Doubtful =
    [
        ("negative units", "lines[0].units EDIT5326", Good() with { Lines = [Line(1) with { Units = -1 }] }),
        ("a negative charge", "lines[0].charge EDIT5326", Good() with { Lines = [Line(1) with { ChargeCents = -100 }] }),
        ("a negative payment", "history[0].paidAmount EDIT5326", Good() with { History = [History() with { PaidAmountCents = -1 }] }),
        ("a stray pointer", "lines[0].diagnosisPointers EDIT5327", Good() with { Diagnoses = [], Lines = [Line(1) with { DiagnosisPointers = [1] }] }),
        ("a sex in small letters", "patient.sex EDIT5329", Good() with { Patient = new Patient { Sex = "f" } }),
        ("a role in capitals", "diagnoses[0].type EDIT5329", Good() with { Diagnoses = [new Diagnosis { Code = Code.From(CodeSystem.Diagnosis, "E11.9"), Type = "Principal" }] }),
    ];

    public static TheoryData<string> Wrong => [.. Cases.Select(one => one.Name)];

    public static TheoryData<string> Doubts => [.. Doubtful.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_cannot_be_decided_is_told_and_not_decided(string name)
    {
        (_, string found, Claim claim) = Cases.Single(one => one.Name == name);
        Assert.Equal([found], claim.Validate().Select(problem => $"{problem.Place} {problem.Id}"));
        BoundPack bound = TestPacks.Bind("pack one version \"1\"\ndates by date of service\n");
        RulePack pack = PackLowering.Lower(bound);
        Assert.Contains(found.Split(' ')[1], Assert.Throws<ArgumentException>(() => pack.Evaluate(claim, AsOf)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => pack.CreateEvaluator().Evaluate(claim, AsOf));
        Assert.Throws<ArgumentException>(() => pack.CreateEvaluator().Find(claim, AsOf));
        Assert.Throws<ArgumentException>(() => new Interpreter(bound, "one", historyActions: false).Evaluate(claim, AsOf, TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(Doubts))]
    public void What_is_hardly_meant_is_told_and_decided(string name)
    {
        (_, string found, Claim claim) = Doubtful.Single(one => one.Name == name);
        Assert.Equal([found], claim.Validate().Select(problem => $"{problem.Place} {problem.Id}"));
        Assert.All(claim.Validate(), problem => Assert.Equal(Severity.Warning, problem.Severity));
        Assert.Equal("1", PackLowering.Lower(TestPacks.Bind("pack one version \"1\"\ndates by date of service\n")).Evaluate(claim, AsOf).Claim);
    }

    [Fact]
    public void A_sound_claim_has_no_problem()
    {
        Assert.Empty(Good().Validate());
        Assert.Empty((Good() with { Lines = [Line(3), Line(1), Line(2)] }).Validate());
        Assert.Throws<ArgumentNullException>(() => PackLowering.Lower(TestPacks.Bind("pack one version \"1\"\ndates by date of service\n")).Evaluate(null!, AsOf));
    }

    [Fact]
    public void Made_claims_have_no_errors()
    {
        BoundPack bound = RandomRules.Pack(1).Bind();
        PackClaims maker = new(new Random(1), Material.Of(bound), [.. bound.Edits.Select(Material.Of)]);
        for (int i = 0; i < 300; i++)
        {
            Assert.DoesNotContain(maker.Next().Claim.Validate(), problem => problem.Severity == Severity.Error);
        }
    }

    [Fact]
    public void A_list_that_was_not_given_is_decided_whatever_reads_it()
    {
        foreach (int seed in Enumerable.Range(1, 8))
        {
            BoundPack bound = RandomRules.Pack(seed).Bind();
            RulePack steps = PackLowering.Lower(bound);
            Interpreter interpreter = new(bound, steps.Label, historyActions: false);
            PackClaims maker = new(new Random(seed), Material.Of(bound), [.. bound.Edits.Select(Material.Of)]);
            for (int i = 0; i < 25; i++)
            {
                (Claim claim, DateOnly asOf) = maker.Next();
                Strip(claim, []);
                Assert.Equal(
                    interpreter.Evaluate(claim, asOf, TestContext.Current.CancellationToken).Findings.Select(one => (one.Edit, one.Line, one.State)), steps.Evaluate(claim, asOf).Findings.Select(one => (one.Edit, one.Line, one.State)));
            }
        }
    }

    [Theory]
    [InlineData(CodeSystem.Procedure, " 0001u ", "0001U")]
    [InlineData(CodeSystem.Diagnosis, "e11.9", "E11.9")]
    [InlineData(CodeSystem.Diagnosis, "E119", "E11.9")]
    [InlineData(CodeSystem.BillType, "0131", "131")]
    [InlineData(CodeSystem.BillType, "131", "131")]
    [InlineData(CodeSystem.Ndc, "0002-1433-80", "00002143380")]
    [InlineData(CodeSystem.Modifier, "lt", "LT")]
    [InlineData(CodeSystem.Modifier, "  ", "")]
    public void A_code_is_made_of_its_text_as_readers_make_it(CodeSystem system, string text, string shown) => Assert.Equal(shown, Code.From(system, text).ToString());

    // Takes every list out of a claim and of all that hangs on it, but for its lines.
    private static void Strip(object value, HashSet<object> seen)
    {
        if (!seen.Add(value))
        {
            return;
        }

        foreach (PropertyInfo property in value.GetType().GetProperties())
        {
            object? member = property.GetIndexParameters().Length > 0 ? null : property.GetValue(value);
            if (member is System.Collections.IEnumerable list && property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
            {
                if (property.Name == nameof(Claim.Lines))
                {
                    foreach (object line in list)
                    {
                        Strip(line, seen);
                    }
                }
                else
                {
                    property.SetValue(value, Activator.CreateInstance(property.PropertyType));
                }
            }
            else if (member is not null && member.GetType().Namespace == typeof(Claim).Namespace && !member.GetType().IsEnum)
            {
                Strip(member, seen);
            }
        }
    }

    private static Claim Good() => new() { Id = "1", Type = ClaimType.Professional, Lines = [Line(1)] };

    private static ServiceLine Line(int number) => new() { Number = number, Procedure = Visit, Units = 1, From = new DateOnly(2025, 3, 4) };

    private static HistoryLine History() => new() { ClaimId = "0", Line = Line(1), Status = LineStatus.Paid };
}

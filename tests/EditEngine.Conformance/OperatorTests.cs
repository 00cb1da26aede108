using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using EditEngine.Claims;
using EditEngine.Compiler.Lowering;
using EditEngine.Compiler.Notation;
using EditEngine.Compiler.Symbols;
using EditEngine.Diagnostics;
using Xunit;

namespace EditEngine.Conformance;

/// <summary>Every field in the place of every operand: what binds has its steps and its code, and all executions say the same of it.</summary>
public sealed class OperatorTests
{
    private const string Header = """
        pack operators version "1"
        dates by date of service
        phases early, late
        reasons
          R = CO 97
        table @t
          key code : procedure
          most : units, dx : category, life : days
          | code  | most | dx   | life |
          | 99213 | 4    | E11* | 30   |
        table @n
          key many : number
          most : units
          | many | most |
          | 2    | 4    |
          | 3    |      |
        codes @s : procedure = { 99213 from 2025-01-01 }

        """;

    private const string Claims = """
          test "bare"
            claim professional
              line 1: 99213 on 2025-03-04
              line 2: x2
              history paid 99213 on 2025-01-04
              missing line 2 date, line 2 procedure, line 1 units, line 1 place, rendering, processed
            expect line 1 clean
          test "rich"
            claim institutional frequency 7 original_id "H9" drg 470 state OH product "HMO" admission 2025-03-01 discharge 2025-03-05 bill_type 111
              diagnoses I10 poa Y, E11.9
              conditions 51, 52
              line 1: 99213-25-59 x3 $120.00 on 2025-03-04 .. 2025-03-05 at 11 for 1, 2 tooth 8 revenue 0450 emergency yes ndc.code 00002751001 description "text"
              line 2: 99214 x3 $60.00 on 2025-03-04 at 22 emergency no
              procedure 0DTJ4ZZ on 2025-03-02 principal
              occurrence 11 on 2025-03-01
              value 80 5
              authorization A1 procedure 99213 approved 5 used 2
              suggestion E11.9 confidence 0.9
              history denied 99213-25 x2 on 2025-01-04 paid x1
              as of 2025-03-31
            expect line 1 clean

        """;

    private static readonly ImmutableArray<(string Kind, ThingKinds Things)> Things =
    [
        ("line", ThingKinds.Line), ("history line", ThingKinds.History), ("claim", ThingKinds.Claim), ("diagnosis", ThingKinds.Diagnosis), ("procedure", ThingKinds.Procedure),
        ("occurrence", ThingKinds.Occurrence), ("value", ThingKinds.ValueCode), ("authorization", ThingKinds.Authorization), ("suggestion", ThingKinds.Suggestion),
    ];

    // F is a field of the thing v, K its kind. What a template does with a field of another type is a mistake, and told.
    private static readonly ImmutableArray<string> Templates =
    [
        "when v.F = v.F", "when v.F <> v.F", "when v.F < v.F", "when v.F in v.F .. v.F", "when v.F in @s", "when v.F in { 99213, 11 }", "when v.F in { 1, 2 }", "when v.F in @t", "when v.F",
        "when not v.F", "when v.F is present", "when v.F is missing", "when (v.F or else v.F) is present", "when (v.F or else v.F) = v.F", "when v.F + v.F = v.F", "when v.F + 1 day > v.F",
        "when v.F * 2 > v.F", "when v.F / 3 = v.F", "when -v.F < v.F", "when least of (v.F, v.F) = v.F", "when greatest of (v.F, v.F) is missing", "when days from v.F to v.F = 0",
        "when full calendar months from v.F to v.F = 0", "when age of patient on v.F > 3", "when v.F rounded half up to 1 = v.F", "when count of K x where (x.F = v.F) > 1", "when any K x has (x.F <> v.F)",
        "when every K x has (x.F = v.F)", "when no K x has (x.F is missing)", "when (sum of x.F over K x) > 2", "when row r in @t for v.F and r.most > 1", "when most of @t for v.F > 2", "when sample 1 in 2 by v.F",
        "when v.F shares a modifier with v", "when v has same F as v", "when any K x has (x has same F as v)", "when row r in @n for v.F and r.most > 1", "when v.F in @n",
        "when row r in @t for 99213 and v.F in r.dx", "when row r in @t for 99213 and v.F > r.life", "when (least of x.F over K x) > 2", "when (greatest of x.F over K x) is missing", "when (v.F .. v.F) overlaps (v.F .. v.F)", "let c = v.F if claim.drg = 470, otherwise v.F\n  when c = v.F", "let c = v.F if claim.processed > 2020-01-01\n  when c is missing",
        "let c = v.F if claim.processed > 2020-01-01\n  when c = v.F", "when v.F = v.F and 99213 in @s on v.F", "when claim.processed is missing or v.F = v.F",
    ];

    public static TheoryData<string> Kinds => [.. Things.Select(one => one.Kind)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_binds_runs_and_runs_alike(string kind)
    {
        StringBuilder pack = new(Header);
        int edits = 0;
        foreach (string edit in EditsOf(kind, Things.Single(one => one.Kind == kind).Things))
        {
            CompileResult alone = EditCompiler.Compile(PackSources.FromText("operators.edit", Header + edit + "end\n"), CompileOptions.Default);
            if (alone.Diagnostics.Any(one => one.Severity == Severity.Error))
            {
                continue;
            }

            try
            {
                PackLowering.Lower(alone.Pack!); // It has no mistake.
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                Assert.Fail($"{edit}\n{fault}");
            }

            pack.Append(edit.Replace("edit E ", string.Create(CultureInfo.InvariantCulture, $"edit E-{++edits} "), StringComparison.Ordinal)).Append(edits == 1 ? Claims : "").Append("end\n");
        }

        Assert.True(edits > 20, $"{edits} edits of a {kind}");
        CompileResult all = EditCompiler.Compile(PackSources.FromText("operators.edit", pack.ToString()), CompileOptions.Default);
        Assert.Empty(all.Diagnostics.Select(one => one.ToString()));
        ImmutableArray<Execution> executions = Execution.Of(all.Pack!); // It has no mistake.
        foreach (TestCase test in all.Tests.SelectMany(edit => edit.Cases))
        {
            foreach (Claim claim in OddClaims.Of(test.Claim!).Prepend(test.Claim!)) // A test without a mistake has its claim.
            {
                string meant = FindingsText.Of(executions[0].Evaluate(claim, test.AsOf));
                Assert.All(executions, execution => Assert.Equal(meant, FindingsText.Of(execution.Evaluate(claim, test.AsOf))));
            }
        }
    }

    private static IEnumerable<string> PartsOf(ThingKinds things) => things switch
    {
        ThingKinds.Line or ThingKinds.History => ["rendering.npi", "rendering.specialty", "billing.state", "billing.taxonomy", "ndc.code", "ndc.quantity"],
        ThingKinds.Claim => ["patient.birth", "patient.sex", "patient.missing_teeth", "attending.npi", "facility.specialty"],
        _ => [],
    };

    private static IEnumerable<string> EditsOf(string kind, ThingKinds things)
    {
        foreach (string field in FieldSymbols.NamesOf(things).Concat(PartsOf(things)))
        {
            foreach (string template in Templates)
            {
                yield return $"edit E \"{field}\"\n  for each  {kind} v\n  {Of(template)}\n  then review claim\n  message \"{{{Of("v.F")}}}\"\n";
            }

            yield return $"edit E \"{field}\"\n  for each  v of group g of {kind} by {field}\n  when {Of("v.F = v.F or g.F = v.F")}\n  then review claim\n  message \"{{v.{field}}} {{g.{field}}}\"\n";
            yield return $"edit E \"{field}\"\n  for each  claim c, group g of {kind} by claim.id\n  when {Of("(first of g by F).F = (last of g by (F descending)).F")}\n  then review c\n";

            string Of(string template) => template.Replace("F", field, StringComparison.Ordinal).Replace("K", kind, StringComparison.Ordinal);
        }
    }
}

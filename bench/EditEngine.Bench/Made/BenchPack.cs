using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;
using EditEngine.Tables;

namespace EditEngine.Bench.Made;

/// <summary>The rules under test, and tables in memory in the place of files.</summary>
internal sealed class BenchPack(World world) : IReferenceFiles
{
    /// <summary>What each pack begins with.</summary>
    public const string Common = """
        pack bench version "1"
        dates by date of service

        reasons
          UNBUNDLED = CO 236 remark M80
          UNITS     = CO 151 remark N362
          BUNDLED   = CO 97
          CONTRACT  = CO 45

        define counted h : history line
          where h.status in { paid, adjusted } and h.claim_type = claim.type and h is not replaced
        define practitioner of x : x.rendering.npi
        define peer of x         : x.billing.tax_id, x.rendering.specialty


        """;

    /// <summary>The acceptance edits, by the number that others give them.</summary>
    public static readonly string[] AcceptanceIds = ["E01", "E02-LINE", "E02-DAY", "E05-VISIT", "E05-CONTRACT"];

    private const string Acceptance = """
        table @ptp from "ptp.table"  dated effective .. deleted
          key column1 : procedure, column2 : procedure
          indicator : number

        table @mue from "mue.table"  dated effective .. deleted
          key code : procedure, setting : code
          value : units, mai : number

        table @mpfs from "mpfs.table"  dated effective .. deleted
          key code : procedure
          global : code

        codes @distinct   : modifier = { 59, XE, XS, XP, XU }
        codes @associated : modifier = { E1-E4, FA, F1-F9, TA, T1-T9, LT, RT, LC, LD, LM, RC, RI,
                                         24, 25, 27, 57, 58, 78, 79, 91 } + @distinct

        edit E01 "A column 2 code is included in its column 1 code"
          for each  professional line b, other line or counted a  with same practitioner, same date
          when      row r in @ptp for (a.procedure, b.procedure)
          and       r.indicator in { 0, 1 }
          unless    r.indicator = 1 and b has modifier in @associated
                    because "associated modifier on the column 2 line"
          unless    r.indicator = 1 and a has modifier in @associated - @distinct
                    because "associated modifier on the column 1 line"
          unless    r.indicator = 1 and a has modifier in @distinct and claim.processed >= 2019-07-01
                    because "CR 11168: 59 and X{EPSU} count on either line"
          then      deny b  reason UNBUNDLED
          message   "{b.procedure} is included in {a.procedure}, line {a.number}."
        end

        define setting : practitioner if claim.type = professional, outpatient if claim.type = institutional
        define provider of x : x.rendering.npi if claim.type = professional, otherwise x.billing.npi
        define billed_or_paid_units of v : v.paid_units if v is history, otherwise v.units
        define one_day v : line or counted where v.days = 1

        edit E02-LINE "More units on the line than is likely"
          for each  line v
          when      row r in @mue for (v.procedure, setting)
          and       r.mai = 1
          and       v.units / v.days > r.value
          then      deny v  reason UNITS  overridable
        end

        edit E02-DAY "More units in the day than is likely"
          for each  group g of one_day  by procedure, date, provider
          when      row r in @mue for (g.procedure, setting)
          and       r.mai in { 2, 3 }
          and       sum of billed_or_paid_units of g > r.value
          then      deny every line of g  reason UNITS  overridable where r.mai = 3
        end

        define visit v : professional line  where v.procedure in @em_visit
        define minor m : line or counted    where global of @mpfs for m.procedure in { 000, 010 }

        edit E05-VISIT "Visit on the day of a minor procedure without 25"
          for each  visit v, minor m  with same peer, same date
          when      v has no modifier 25
          then      deny v  reason BUNDLED
        end

        edit E05-CONTRACT "Half pay for such a visit with 25 under contract C-778"
          for each  visit v, minor m  with same peer, same date
          when      v has modifier 25
          and       claim.contract = "C-778"
          and       v has no diagnosis in { Z* }
          then      reduce v to 50%  reason CONTRACT
        end

        """;

    /// <summary>The edits of the acceptance policies.</summary>
    public string AcceptanceText => Common + $"codes @em_visit : procedure = {{ {string.Join(", ", world.Visits.Select(code => code.ToString()))} }}\n" + Acceptance;

    /// <summary>Parses and binds rules; a mistake in them ends the bench.</summary>
    public BoundPack Bind(string rules) => Bind(EditParser.Parse(new SourceText("bench.edit", rules)));

    /// <summary>Binds rules; a mistake in them ends the bench.</summary>
    public BoundPack Bind(SyntaxTree rules)
    {
        BoundPack pack = new PackBinder(this).Bind([new PackFiles("bench", "1", [rules])], out ImmutableArray<Diagnostic> problems);
        Diagnostic? error = problems.FirstOrDefault(one => one.Severity == Severity.Error);
        return error is null ? pack : throw new InvalidOperationException($"{error.Id} {error}");
    }

    public CsvRows? ReadCsv(string ruleFile, string name, SourceSpan place, out Diagnostic? problem) => throw new NotSupportedException(name);

    public Table? OpenTable(string ruleFile, string name, SourceSpan place, out Diagnostic? problem)
    {
        problem = null;
        return name switch { "ptp.table" => world.Pairs, "mue.table" => world.Units, _ => world.Globals };
    }
}

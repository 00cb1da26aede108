using System.Globalization;
using System.Text;
using EditEngine.Compiler.Binding;
using EditEngine.Diagnostics;
using EditEngine.Tables;

namespace EditEngine.Tests.Differential;

/// <summary>Writes random packs as rule text that binds: every phrase is chosen by the type its place asks for.</summary>
internal sealed partial class RandomRules(int seed)
{
    private static readonly string[] Procedures = ["99213", "99214", "99215", "20600", "20605", "20610", "11720", "J1100", "D0120", "G0008"];

    private readonly Random _random = new(seed);
    private readonly StringBuilder _text = new();
    private int _edits;
    private int _names;

    /// <summary>The pack of a seed, with its reference files.</summary>
    public static TestedPack Pack(int seed) =>
        new(string.Create(CultureInfo.InvariantCulture, $"random {seed}"), [new RandomRules(seed).Write()], new RandomFiles(seed));

    private string Write()
    {
        string bases = Pick("date of service", "date of service", "discharge", "received", "claim.from");
        _text.Append(CultureInfo.InvariantCulture, $$"""
            pack tested version "1"
            dates by {{bases}}
            phases intake, bundling, final

            reasons
              ONE = CO 97 remark N1
              TWO = PR 16
            reasons for line_of_business = "medicaid" effective 2024-01-01 ..
              ONE = CO 45 remark M80, N2

            fact visits from "visits12" : number
            fact gold   from "gold"     : yes or no
            fact cover  : spans

            codes @few   : procedure = { {{Some(Procedures)}} from 2023-06-01 until 2024-12-31, {{Some(Procedures)}}, 20600-20609 }
            codes @more  : procedure = @few + { D0120, {{Some(Procedures)}} } - { 99214 }
            codes @both  : procedure = @few & @more
            codes @dx    : diagnosis = { E11*, I10, Z00-Z13, J02.0 from 2024-01-01 }
            codes @mods  : modifier = { 25, 59, LT, RT }
            codes @listed : procedure from "listed.csv" column code dated effective .. deleted

            table @classes
              key code : procedure
              class : code, ceiling : money, most : units, share : percent, wait : days, gap : months, exempt : yes or no
              | code  | class | ceiling | most | share | wait | gap | exempt |
              | 99213 | visit | $100    | 2    | 50%   | 10   | 1   | yes    |
              | 99214 | visit | $150.50 | 1    | 33%   | 30   | 3   | no     |
              | 20610 | minor |         | 3    |       |      | 6   |        |
              | J1100 | drug  | $1      |      | 10%   | 0    |     | no     |

            table @pairs from "pairs.csv"  dated effective .. deleted
              key one : procedure, two : procedure
              indicator : number

            define counted h : history line  where h.status in { paid, adjusted } and h is not replaced
            define marked x  : line or counted  where ({{Item("x", 0)}} or {{Item("x", 0)}})
            define either x  : line or counted
            define daily x   : line or history line  where x.days = 1
            define doctor of x : x.rendering.npi or else x.billing.npi
            define clinic of x : x.billing.tax_id, x.rendering.specialty
            define near of a and b : a.date = b.date or a.place = b.place
            define prior h of v : earlier line or counted  where h.date <= v.date
            define once x    : line  where x.days = 1 and x.units >= 1
            define coded g   : group of line or counted by procedure, date
            define placed g  : group of line by place
            define seen g    : group of line or counted by doctor, date
            define spell of x : last run of (prior h of x by date) broken where (days from previous.date to h.date > 30)
            define streak of x : last run of (counted h by date) broken where (h.procedure <> previous.procedure)
            define entry r of v : row of @pairs  where r.one = v.procedure
            define class of x : class of @classes for x.procedure or else other
            define gap of x : 1 month if x has modifier 25, 3 months if x.procedure in @more, otherwise 2 months
            define start of x : claim.original_decision if claim.frequency = 7, otherwise x.date
            define chosen of x : 1 if {{Item("x", 0)}}, 3 if {{Item("x", 0)}}, otherwise x.units
            define had of x : x.paid_units if x is history, otherwise x.units
            define supporting e of s : evidence of s  where e is not negated and e.certainty = affirmed

            """);
        int edits = 3 + _random.Next(4);
        for (int i = 0; i < edits; i++)
        {
            Edit();
        }

        return _text.ToString();
    }

    private string Pick(params string[] items) => items[_random.Next(items.Length)];

    private bool Chance(double share) => _random.NextDouble() < share;

    private string Name(string stem) => stem + (++_names).ToString(CultureInfo.InvariantCulture);

    private string Some(string[] items) => string.Join(", ", Enumerable.Range(0, 1 + _random.Next(3)).Select(_ => items[_random.Next(items.Length)]).Distinct());

    private string Number(int least, int most) => _random.Next(least, most + 1).ToString(CultureInfo.InvariantCulture);

    private string Day() => new DateOnly(2024, 1, 1).AddDays(_random.Next(-300, 500)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The two files that the packs refer to.</summary>
    private sealed class RandomFiles(int seed) : IReferenceFiles
    {
        public CsvRows? ReadCsv(string ruleFile, string name, SourceSpan place, out Diagnostic? problem)
        {
            problem = null;
            Random random = new(seed);
            return name == "listed.csv"
                ? new CsvRows(name, ["code", "effective", "deleted"], [Listed(2, "99215", "2023-01-01", ""), Listed(3, "20605", "2024-03-01", "2024-09-30"), Listed(4, "J1100", "", "2025-01-31")])
                : new CsvRows(name, ["one", "two", "indicator", "effective", "deleted"], [.. Pairs(random)]);
        }

        public Table? OpenTable(string ruleFile, string name, SourceSpan place, out Diagnostic? problem)
        {
            problem = null;
            return null;
        }

        private static CsvRow Listed(int line, params string[] cells) => new(line, cells);

        private static IEnumerable<CsvRow> Pairs(Random random)
        {
            int line = 1;
            foreach (string one in Procedures)
            {
                foreach (string two in Procedures.Where(_ => random.Next(3) == 0))
                {
                    yield return new CsvRow(++line, [one, two, random.Next(4) is int n and < 3 ? n.ToString(CultureInfo.InvariantCulture) : "", "2023-01-01", random.Next(3) == 0 ? "2024-06-30" : ""]);
                }
            }
        }
    }
}

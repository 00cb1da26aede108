using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace EditEngine.Conformance;

/// <summary>
/// A table of what expressions give, as a text file: <c>rules</c> that its expressions use, <c>for each</c> where it is not one line <c>v</c>,
/// claims after <c>given NAME</c>, and grids whose first column is headed <c>condition</c> or <c>value</c>.
/// </summary>
/// <param name="Name">Its file.</param>
/// <param name="Rules">Declarations.</param>
/// <param name="ForEach">What the expressions are about; the target is v.</param>
/// <param name="Claims">Claims in the notation of tests, by name.</param>
/// <param name="Rows">In order.</param>
internal sealed record TruthTable(
    string Name, string Rules, string ForEach, ImmutableDictionary<string, string> Claims, ImmutableArray<TruthRow> Rows)
{
    private const string Header = "pack truth version \"1\"\ndates by date of service\nphases early, late\ndefine subject x : line  where x.number = 1\n";

    /// <summary>Reads a file.</summary>
    public static TruthTable Read(string name)
    {
        Dictionary<string, StringBuilder> sections = new(StringComparer.Ordinal);
        StringBuilder? section = null;
        string forEach = "for each  subject v";
        ImmutableArray<TruthRow>.Builder rows = ImmutableArray.CreateBuilder<TruthRow>();
        bool isOfValues = false;
        int number = 0;
        foreach (string line in Corpus.Read(name).Split('\n'))
        {
            number++;
            if (line.StartsWith("--", StringComparison.Ordinal) || line.Length == 0)
            {
                continue;
            }

            if (line.StartsWith('|'))
            {
                string[] cells = [.. line.Trim('|', ' ').Split('|').Select(cell => cell.Trim())];
                Assert(cells.Length == 3, name, number, "a row has three cells");
                isOfValues = cells[0] is "value" or "condition" ? cells[0] == "value" : isOfValues;
                if (cells[0] is not ("value" or "condition"))
                {
                    rows.Add(new TruthRow(number, cells[0], cells[1], cells[2], isOfValues));
                }
            }
            else if (line.StartsWith(' '))
            {
                Assert(section is not null, name, number, "a section is begun");
                section!.Append(line).Append('\n'); // Asserted above.
            }
            else if (line.StartsWith("for each", StringComparison.Ordinal))
            {
                forEach = line;
            }
            else
            {
                Assert(line == "rules" || line.StartsWith("given ", StringComparison.Ordinal), name, number, "a section is rules or given NAME");
                section = new StringBuilder();
                Assert(sections.TryAdd(line, section), name, number, "a section is given once");
            }
        }

        string rules = sections.Remove("rules", out StringBuilder? text) ? text.ToString() : "";
        return new TruthTable(name, rules, forEach, sections.ToImmutableDictionary(one => one.Key["given ".Length..], one => one.Value.ToString()), rows.ToImmutable());
    }

    /// <summary>The table as a pack: an edit for each row, or two, with the row's claim as its test.</summary>
    public string ToPack()
    {
        StringBuilder pack = new(Header);
        foreach (string line in Rules.Split('\n'))
        {
            pack.Append(line.StartsWith("  ", StringComparison.Ordinal) ? line[2..] : line).Append('\n');
        }

        foreach (TruthRow row in Rows)
        {
            Assert(Claims.ContainsKey(row.Given), Name, row.Line, $"the claim '{row.Given}' is given");
            foreach ((string id, string clauses, string expected) in row.Edits())
            {
                pack.Append(CultureInfo.InvariantCulture, $"edit {id} \"line {row.Line}\"\n  phase late\n  {ForEach}\n{clauses}  then review v\n  test \"{row.Given}\"\n{Claims[row.Given]}    expect {expected}\nend\n");
            }
        }

        return pack.ToString();
    }

    private static void Assert(bool holds, string file, int line, string what) => Xunit.Assert.True(holds, $"{file}({line}): {what}");
}

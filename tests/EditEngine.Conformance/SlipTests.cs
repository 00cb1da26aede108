using System.Text;
using EditEngine.Diagnostics;
using Xunit;

namespace EditEngine.Conformance;

/// <summary>
/// Slips of analysts who know the trade, SQL or a spreadsheet: each gives one message, which names the form that is meant. <c>slips/*.txt</c> hold them with their
/// messages, a blank line between two. What does not begin with a declaration are clauses of one edit; a table is declared around them.
/// </summary>
public sealed class SlipTests
{
    private const string Message = "=> ";

    private const string Prelude = """
        pack slips version "1"
        dates by date of service
        reasons
          BUNDLED = CO 97
          UNITS   = CO 151 remark N362
        codes @visits : procedure = { 99202-99215 }
        codes @imaging : procedure = { 70010-76499 }
        table @limits
          key code : procedure
          most : units
          | code  | most |
          | 11721 | 1    |
        define counted h : history line
          where h.status in { paid, adjusted }


        """;

    private static readonly string[] Declarations = ["edit ", "codes ", "table ", "parameter ", "define ", "reasons", "fact ", "rule ", "EDIT "];

    public static TheoryData<string> Files => [.. Corpus.Names("slips", ".txt")];

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_slip_gives_one_message_with_the_form_that_is_meant(string file)
    {
        StringBuilder written = new();
        List<string> several = [];
        foreach (string block in Corpus.Read(file).Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            string slip = string.Join('\n', block.Split('\n').Where(line => !line.StartsWith(Message, StringComparison.Ordinal))).TrimEnd('\n');
            Diagnostic[] told = [.. CasePack.Compile("slip.edit", SourceOf(slip)).Diagnostics];
            written.Append(slip).Append('\n').AppendJoin("", told.Select(one => $"{Message}{one.Id} {one.Message}\n")).Append('\n');
            if (told.Length != 1)
            {
                several.Add($"{slip}\n{string.Join('\n', told.Select(one => one.ToString()))}");
            }
        }

        string text = written.ToString().TrimEnd('\n') + "\n";
        if (Corpus.WritesBaselines)
        {
            File.WriteAllText(Corpus.PathOf(file), text);
        }

        Assert.Equal([], several);
        Assert.Equal(Corpus.Read(file), text);
    }

    [Fact]
    public void There_are_more_than_a_hundred() =>
        Assert.True(Files.Sum(file => Corpus.Read(file.Data).Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Length) > 100);

    private static string SourceOf(string slip)
    {
        if (Declarations.Any(word => slip.StartsWith(word, StringComparison.Ordinal)))
        {
            return $"{Prelude}{slip}\n";
        }

        string[] lines = slip.Split('\n');
        string first = Has(lines, "for each") ? "" : "  for each  line v\n";
        string last = Has(lines, "then") ? "" : "  then      review v\n";
        string[] tests = [.. lines.SkipWhile(line => !line.StartsWith("test", StringComparison.Ordinal))];
        string clauses = string.Concat(lines.Take(lines.Length - tests.Length).Select(line => $"  {line}\n"));
        return $"{Prelude}edit SLIP \"A slip\"\n{first}{clauses}{last}{string.Concat(tests.Select(line => $"  {line}\n"))}end\n";
    }

    private static bool Has(string[] lines, string clause) => lines.Any(line => line.StartsWith(clause, StringComparison.OrdinalIgnoreCase));
}

using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Lowering;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;
using EditEngine.Tables;
using Xunit;

namespace EditEngine.Tests.Binding;

public sealed class BinderFuzzTests
{
    private static readonly string Samples = Path.Combine(AppContext.BaseDirectory, "Syntax", "samples");

    [Fact]
    public void Slips_in_any_rule_are_diagnostics_and_never_exceptions()
    {
        int rounds = int.TryParse(Environment.GetEnvironmentVariable("EDITS_FUZZ_ROUNDS"), out int asked) ? asked : 600;
        const int Seed = 8128;
        Random random = new(Seed);
        string[] files = [.. Directory.GetFiles(Samples, "E??.edit").Order(StringComparer.Ordinal)];
        SyntaxTree common = EditParser.Parse(new SourceText("common.edit", File.ReadAllText(Path.Combine(Samples, "common.edit"))));
        int bound = 0;
        for (int round = 0; round < rounds; round++)
        {
            string text = Mutated(File.ReadAllText(files[round % files.Length]), random);
            try
            {
                SyntaxTree tree = EditParser.Parse(new SourceText("mutated.edit", text));
                BoundPack pack = new PackBinder(new FixtureTables()).Bind([new PackFiles("common", "1", [common]), new PackFiles("p", "1", [tree])], out ImmutableArray<Diagnostic> found);
                if (!found.Any(one => one.Severity == Severity.Error))
                {
                    bound++;
                    PackLowering.Lower(pack);
                }
            }
            catch (Exception fault) when (fault is not Xunit.Sdk.IAssertionException)
            {
                Assert.Fail($"seed {Seed}, round {round}: {fault}\n{text}");
            }
        }

        Assert.InRange(bound, 1, rounds - 1);
    }

    private static string Mutated(string text, Random random)
    {
        ImmutableArray<SyntaxToken> tokens = EditParser.Parse(new SourceText("x.edit", text)).Tokens;
        List<string> words = [.. tokens.Select(token => text.Substring(token.Span.Start, token.Span.Length))];
        int[] solid = [.. Enumerable.Range(0, words.Count).Where(i => tokens[i].Kind is not (TokenKind.Blank or TokenKind.Comment))];
        for (int slips = random.Next(1, 4); slips > 0; slips--)
        {
            int at = solid[random.Next(solid.Length)];
            int other = solid[random.Next(solid.Length)];
            switch (random.Next(5))
            {
                case 0:
                    words[at] = "";
                    break;
                case 1:
                    words[at] += " " + words[at];
                    break;
                case 2:
                    (words[at], words[other]) = (words[other], words[at]);
                    break;
                case 3:
                    words[at] = words[other];
                    break;
                default:
                    words[at] = words[at].Length > 2 ? words[at][1..] : words[at] + "x";
                    break;
            }
        }

        return string.Concat(words);
    }

    /// <summary>The tables of the acceptance packs.</summary>
    private sealed class FixtureTables : IReferenceFiles
    {
        private static readonly Dictionary<string, CsvRows> Read = new(StringComparer.Ordinal);

        public CsvRows? ReadCsv(string ruleFile, string name, SourceSpan place, out Diagnostic? problem)
        {
            string path = Path.Combine(Root(), "payer-rules", "acceptance", "tables", Path.GetFileName(name));
            problem = File.Exists(path) ? null : EditEngine.Compiler.Diagnostics.CodeDiagnostics.TableFile(place, name, null);
            if (problem is not null)
            {
                return null;
            }

            if (!Read.TryGetValue(path, out CsvRows? rows))
            {
                string[] lines = File.ReadAllLines(path);
                string[] header = lines[0].Split(',');
                rows = new CsvRows(name, header, [.. lines.Skip(1).Where(line => line.Length > 0).Select((line, i) => new CsvRow(i + 2, Cells(line, header.Length)))]);
                Read.Add(path, rows);
            }

            return rows;
        }

        public Table? OpenTable(string ruleFile, string name, SourceSpan place, out Diagnostic? problem)
        {
            problem = EditEngine.Compiler.Diagnostics.CodeDiagnostics.TableFile(place, name, null);
            return null;
        }

        private static string[] Cells(string line, int count)
        {
            string[] cells = line.Split(',');
            Array.Resize(ref cells, count);
            return [.. cells.Select(cell => cell ?? "")];
        }

        private static string Root()
        {
            DirectoryInfo? folder = new(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "EditEngine.sln")))
            {
                folder = folder.Parent;
            }

            return folder!.FullName; // The tests stand in the repository.
        }
    }
}

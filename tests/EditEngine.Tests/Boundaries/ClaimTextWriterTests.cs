using EditEngine.Analysis.Boundaries;
using EditEngine.Analysis.Testing;
using EditEngine.Compiler.Notation;
using Xunit;

namespace EditEngine.Tests.Boundaries;

public sealed class ClaimTextWriterTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("claim professional\n  line 1: 99213-25 on 2025-03-04 x2 $80.00 at 22\n  line 2: 11721 on 2025-03-04")]
    [InlineData("claim institutional state OH bill_type 111\n  patient M born 1960-02-29\n  diagnoses E11.9 poa Y\n  diagnoses I10\n  line 1: revenue 0120 on 2025-03-04 .. 2025-03-06")]
    [InlineData("claim professional\n  line 1: 99213 on 2025-03-04\n  history denied professional 20610-RT claim H1 line 1 on 2024-12-31 paid x1\n  missing rendering.npi, history 1 rendering.npi")]
    [InlineData("claim dental\n  line 1: D0120 on 2025-03-04\nas of 2025-04-01\n  missing patient")]
    [InlineData("claim professional\n  suggestion 99213 CPT confidence 0.9\n  evidence negated yes\n  no authorizations\n  line 1: 99213 on 2025-03-04 emergency yes for 1\n  missing line 1 units")]
    public void What_a_test_says_is_written_again(string text)
    {
        TestCase test = TestText.Read(text.Split('\n'), TestFacts.None)!;
        ClaimText written = new ClaimTextWriter(TestFacts.None).Write(test.Claim!, test.AsOf);
        string lines = string.Join('\n', written.Lines);
        TestCase? read = TestText.Read(written.Lines, TestFacts.None);
        Assert.True(read is not null, lines);
        Assert.True(written.Unsaid.IsEmpty, $"{string.Join(", ", written.Unsaid)}\n{lines}");
        Assert.Equal(test.AsOf, read.AsOf);
        Assert.True(lines.Length <= text.Length + 60, $"More is said than need be:\n{lines}");
    }

    [Fact]
    public void Every_claim_of_the_tests_is_written_so_that_it_is_read_as_the_same()
    {
        int tests = 0;
        List<string> others = [];
        foreach ((PackSources sources, CompileResult compiled) in BoundaryPacks.All())
        {
            TestFacts facts = PackFacts.Of(sources);
            ClaimTextWriter writer = new(facts);
            foreach (TestCase test in compiled.Tests.SelectMany(edit => edit.Cases).Where(test => test.Claim is not null))
            {
                tests++;
                ClaimText written = writer.Write(test.Claim!, test.AsOf); // Asked just now.
                if (!written.Unsaid.IsEmpty || TestText.Read(written.Lines, facts) is not TestCase read || read.AsOf != test.AsOf)
                {
                    others.Add($"{test.Place} \"{test.Title}\": {string.Join(", ", written.Unsaid)}\n{string.Join('\n', written.Lines)}");
                }
                else
                {
                    Assert.Empty(ClaimTextWriter.Unsaid(read.Claim!, test.Claim!)); // It was read.
                }
            }
        }

        output.WriteLine($"{tests} tests, {others.Count} not said");
        Assert.True(tests > 1000, $"{tests} tests");
        Assert.True(others.Count == 0, string.Join("\n", others.Take(12)));
    }
}

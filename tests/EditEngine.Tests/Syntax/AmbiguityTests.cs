using Antlr4.Runtime;
using Antlr4.Runtime.Atn;
using Antlr4.Runtime.Dfa;
using Antlr4.Runtime.Sharpen;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using Xunit;

namespace EditEngine.Tests.Syntax;

public sealed class AmbiguityTests
{
    public static TheoryData<string> Samples => SyntaxSamples.All;

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_needs_no_full_context_and_is_not_ambiguous(string name)
    {
        Counter counter = new();
        SliceParser exact = new(PredictionMode.LL_EXACT_AMBIG_DETECTION, counter);
        SyntaxTree tree = EditParser.Parse(new SourceText(name, SyntaxSamples.Read(name)), exact);
        Assert.Empty(tree.Diagnostics);
        Assert.Empty(counter.Seen);
    }

    private sealed class Counter : BaseErrorListener
    {
        public List<string> Seen { get; } = [];

        public override void ReportAmbiguity(
            Parser recognizer, DFA dfa, int startIndex, int stopIndex, bool exact, BitSet ambigAlts, ATNConfigSet configs) =>
            Seen.Add($"ambiguous: {Where(recognizer, dfa, startIndex, stopIndex)}");

        public override void ReportAttemptingFullContext(
            Parser recognizer, DFA dfa, int startIndex, int stopIndex, BitSet conflictingAlts, ATNConfigSet configs) =>
            Seen.Add($"full context: {Where(recognizer, dfa, startIndex, stopIndex)}");

        private static string Where(Parser parser, DFA dfa, int start, int stop)
        {
            ITokenStream stream = (ITokenStream)parser.InputStream;
            IEnumerable<string> words = Enumerable.Range(start, stop - start + 1).Select(i => stream.Get(i).Text);
            return $"{parser.RuleNames[dfa.atnStartState.ruleIndex]}: {string.Join(' ', words)}";
        }
    }
}

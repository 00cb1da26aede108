using Antlr4.Runtime;
using Antlr4.Runtime.Atn;
using Antlr4.Runtime.Misc;
using Grammar = EditEngine.Compiler.Syntax.Generated.EditParser;

namespace EditEngine.Compiler.Syntax;

/// <summary>
/// Runs one entry rule over one stretch of tokens. SLL only: the grammar never needs full context (measured over all samples).
/// Stops at the first mistake; what to say about it is told elsewhere.
/// </summary>
internal sealed class SliceParser
{
    private readonly SliceStream _stream = new();
    private readonly Grammar _parser;

    public SliceParser()
        : this(PredictionMode.SLL)
    {
    }

    /// <summary>For measuring: another mode, and listeners that are told of ambiguities and full-context predictions.</summary>
    public SliceParser(PredictionMode mode, params IEnumerable<IParserErrorListener> listeners)
    {
        _parser = new Grammar(_stream) { ErrorHandler = new BailErrorStrategy() };
        _parser.RemoveErrorListeners();
        foreach (IParserErrorListener listener in listeners)
        {
            _parser.AddErrorListener(listener);
        }

        _parser.Interpreter.PredictionMode = mode;
    }

    /// <summary>The rule's context, or null; then <paramref name="failedAt"/> is the index of the first token that does not fit (the slice's end: something is missing).</summary>
    public T? Parse<T>(Func<Grammar, T> rule, IReadOnlyList<EditToken> tokens, int from, int to, out int failedAt)
        where T : ParserRuleContext
    {
        _stream.Open(tokens, from, to);
        _parser.TokenStream = _stream;
        failedAt = -1;
        try
        {
            return rule(_parser);
        }
        catch (ParseCanceledException canceled)
        {
            IToken? offending = (canceled.InnerException as RecognitionException)?.OffendingToken;
            failedAt = from;
            while (failedAt < to && !ReferenceEquals(tokens[failedAt], offending))
            {
                failedAt++;
            }

            return null;
        }
    }
}

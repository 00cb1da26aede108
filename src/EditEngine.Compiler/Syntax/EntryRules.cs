using Antlr4.Runtime;
using Grammar = EditEngine.Compiler.Syntax.Generated.EditParser;

namespace EditEngine.Compiler.Syntax;

/// <summary>Which rule of the grammar reads a stretch of a file, told by its first words.</summary>
internal static class EntryRules
{
    /// <summary>The rule of a clause or declaration that begins so; null for words that begin neither.</summary>
    /// <param name="tokens">Its tokens, in order.</param>
    public static Func<Grammar, ParserRuleContext>? Of(IReadOnlyList<EditToken> tokens)
    {
        int second = tokens.Count > 1 ? tokens[1].Type : 0;
        return tokens.Count == 0 ? null : tokens[0].Type switch
        {
            Grammar.PACK => parser => parser.pack(),
            Grammar.DATES => parser => parser.dates(),
            Grammar.LIMIT => parser => parser.limit(),
            Grammar.PHASES => parser => parser.phases(),
            Grammar.REASONS => parser => parser.reasons(),
            Grammar.CODES => parser => parser.codes(),
            Grammar.TABLE => parser => parser.table(),
            Grammar.PARAMETER => parser => parser.parameter(),
            Grammar.FACT => parser => parser.fact(),
            Grammar.CLAIM when second is Grammar.STRING or 0 => parser => parser.namedClaim(),
            Grammar.DEFINE => parser => parser.define(),
            Grammar.DISABLE => parser => parser.disable(),
            Grammar.OVERRIDE => parser => parser.@override(),
            Grammar.EXTEND => parser => parser.extend(),
            Grammar.EDIT or Grammar.REPLACE => parser => parser.editHead(),
            Grammar.EFFECTIVE => parser => parser.effective(),
            Grammar.CITE => parser => parser.cite(),
            Grammar.OWNER => parser => parser.owner(),
            Grammar.PHASE => parser => parser.phase(),
            Grammar.MONITOR => parser => parser.monitor(),
            Grammar.RETRO => parser => parser.retro(),
            Grammar.DEPRECATED => parser => parser.deprecated(),
            Grammar.TAGS => parser => parser.tags(),
            Grammar.PRECEDENCE => parser => parser.precedence(),
            Grammar.ON => parser => parser.skipPhases(),
            Grammar.FOR when second is Grammar.EACH or 0 => parser => parser.forEach(),
            Grammar.FOR => parser => parser.scope(),
            Grammar.LET => parser => parser.let(),
            Grammar.WHEN => parser => parser.when(),
            Grammar.UNLESS => parser => parser.unless(),
            Grammar.OTHERWISE => parser => parser.otherwise(),
            Grammar.THEN => parser => parser.then(),
            Grammar.ALSO => parser => parser.also(),
            Grammar.MESSAGE => parser => parser.message(),
            Grammar.TEST => parser => parser.test(),
            _ when second == Grammar.EQ => parser => parser.reasonRow(),
            _ => null,
        };
    }
}

using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Binding;

/// <summary>What stood around an expression where it was bound.</summary>
/// <param name="Scope">The names that stand there.</param>
/// <param name="Expected">What the place asks for; null: anything.</param>
/// <param name="Bound">What it became.</param>
internal sealed record BindingSight(Scope Scope, LanguageType? Expected, BoundExpression Bound);

/// <summary>Keeps what was seen while one text was bound, for questions on a place of it.</summary>
/// <param name="source">The text; what definitions of other texts say is not kept.</param>
internal sealed class BindingSights(SourceText source)
{
    private readonly Dictionary<ExpressionSyntax, BindingSight> _seen = new(ReferenceEqualityComparer.Instance);

    /// <summary>What was seen of an expression; null where it was not bound.</summary>
    public BindingSight? Find(ExpressionSyntax syntax) => _seen.GetValueOrDefault(syntax);

    /// <summary>Writes down what an expression became; the last time counts, but a mistake does not stand for what was understood.</summary>
    public void See(SourceText where, ExpressionSyntax syntax, BindingSight sight)
    {
        if (ReferenceEquals(where, source) && (sight.Bound is not BoundError || !_seen.ContainsKey(syntax)))
        {
            _seen[syntax] = sight;
        }
    }
}

using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Outcomes;

namespace EditEngine.Compiler.Checks;

/// <summary>What reads a score, a statistic or a suggestion may only pend or review: a guess never decides.</summary>
internal sealed class TaintCheck
{
    private readonly DiagnosticBag _diagnostics;
    private readonly Dictionary<string, Taint> _edits = new(StringComparer.Ordinal);

    public TaintCheck(DiagnosticBag diagnostics)
    {
        _diagnostics = diagnostics;
    }

    /// <summary>Checks an edit; edits of earlier phases come first.</summary>
    public void Check(BoundEdit edit, EditSyntax syntax)
    {
        if (Find(edit, [], syntax) is not Taint taint)
        {
            return;
        }

        _edits[edit.Id] = taint;
        BoundAction? deciding = edit.Cases.SelectMany(one => one.Actions).FirstOrDefault(action => !ActionTable.Of(action.Action).AllowsGuess);
        if (deciding is not null)
        {
            ActionRow row = ActionTable.Of(deciding.Action);
            _diagnostics.Report(TypeDiagnostics.Taint(deciding.Place, taint.Source, taint.Path, row.Phrase ?? row.Verb));
        }
    }

    private Taint? Find(BoundNode node, List<string> through, EditSyntax syntax)
    {
        if (OwnTaint(node, through, syntax) is Taint own)
        {
            return own;
        }

        int depth = through.Count;
        if (node is BoundUse use)
        {
            through.Add($"define {use.Name}");
        }

        Taint? found = node.Children.Select(part => Find(part, through, syntax)).FirstOrDefault(taint => taint is not null);
        through.RemoveRange(depth, through.Count - depth);
        return found;
    }

    private Taint? OwnTaint(BoundNode node, List<string> through, EditSyntax syntax)
    {
        switch (node)
        {
            case BoundField { Field.Type.Taint: string source } field:
                return New(source, $"{ThingNames.NameOf(field.Receiver.Type.Things)}.{field.Field.Name}", field);
            case BoundFact { Type.Taint: string source } fact:
                return New(source, $"claim.{fact.Fact.Name}", fact);
            case BoundColumn { Type.Taint: string source } column:
                return New(source, $"column {column.Column.Name}", column);
            case BoundSource source when source.Alternatives.Any(one => (one.Kind & (ThingKinds.Suggestion | ThingKinds.Evidence)) != 0):
                return new Taint("a coding suggestion", string.Join(" → ", [.. through, $"for each suggestion {source.Variable.Name}".TrimEnd()]));
            case BoundIsDecidedBy by when _edits.TryGetValue(by.Edit, out Taint? other):
                return New(other.Source, $"edit {by.Edit} → {other.Path}", by);
            default:
                return null;
        }

        Taint New(string source, string read, BoundExpression at)
        {
            LetSyntax? let = syntax.Clauses.OfType<LetSyntax>().FirstOrDefault(one => at.Place.Start >= one.Span.Start && at.Place.End <= one.Span.End);
            IEnumerable<string> start = let is null ? [] : [$"let {let.Name.Text}"];
            return new Taint(source, string.Join(" → ", [.. start, .. through, read]));
        }
    }

    private sealed record Taint(string Source, string Path);
}

using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;
using EditEngine.Outcomes;

namespace EditEngine.Compiler.Checks;

/// <summary>What reads a score, a statistic or a suggestion may only pend or review: a guess never decides.</summary>
internal sealed class TaintCheck
{
    private readonly Dictionary<string, Taint> _edits = new(StringComparer.Ordinal);

    /// <summary>Checks an edit; edits of earlier phases come first.</summary>
    /// <returns>It reads a guess: what is decided by it is a guess too.</returns>
    public bool Check(BoundEdit edit, EditSyntax syntax, DiagnosticBag diagnostics)
    {
        if (Find(edit, [], new Lets(syntax, edit.Source)) is not Taint taint)
        {
            return false;
        }

        _edits[edit.Id] = taint;
        BoundAction? deciding = edit.Cases.SelectMany(one => one.Actions).FirstOrDefault(action => !ActionTable.Of(action.Action).AllowsGuess);
        if (deciding is not null)
        {
            ActionRow row = ActionTable.Of(deciding.Action);
            diagnostics.Report(TypeDiagnostics.Taint(deciding.Place, taint.Source, taint.Path, row.Phrase ?? row.Verb));
        }

        return true;
    }

    private Taint? Find(BoundNode node, List<string> through, Lets lets)
    {
        if (OwnTaint(node, through, lets) is Taint own)
        {
            return own;
        }

        int depth = through.Count;
        if (node is BoundUse use)
        {
            through.Add($"define {use.Name}");
        }

        Taint? found = node.Children.Select(part => Find(part, through, lets)).FirstOrDefault(taint => taint is not null);
        through.RemoveRange(depth, through.Count - depth);
        return found;
    }

    private Taint? OwnTaint(BoundNode node, List<string> through, Lets lets)
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
            IEnumerable<string> start = lets.Around(at.Place) is LetSyntax let ? [$"let {let.Name.Text}"] : [];
            return new Taint(source, string.Join(" → ", [.. start, .. through, read]));
        }
    }

    private sealed record Taint(string Source, string Path);

    /// <summary>The lets of an edit, by the places that they take in its file.</summary>
    private sealed class Lets(EditSyntax syntax, SourceText source)
    {
        public LetSyntax? Around(SourceSpan place) => syntax.Clauses.OfType<LetSyntax>().FirstOrDefault(one =>
            source.PlaceOf(one.Span) is SourceSpan let && place.Start >= let.Start && place.End <= let.End);
    }
}

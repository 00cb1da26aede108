using System.Collections.Immutable;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Binding;

/// <summary>Adds the edits of a pack to those of its bases, and what it changes of theirs.</summary>
/// <param name="pack">The pack.</param>
/// <param name="edits">The edits of its bases; its own are added.</param>
/// <param name="kept">What was kept of a pack before; null: nothing.</param>
/// <param name="diagnostics">Takes what is wrong.</param>
internal sealed class EditCollector(PackFiles pack, EditSources edits, KeptEdits? kept, DiagnosticBag diagnostics)
{
    private readonly HashSet<string> _own = new(pack.Trees.Sum(tree => tree.Parts.Length), StringComparer.Ordinal);

    /// <summary>The edits first: what a file changes may be written in another one.</summary>
    public void Collect()
    {
        BasisSyntax? dates = pack.Trees.SelectMany(tree => tree.BesideEdits).Select(part => part.Syntax).OfType<DatesSyntax>().FirstOrDefault()?.Basis;
        foreach (PlacedDeclaration part in pack.Trees.SelectMany(tree => tree.Parts))
        {
            if (part.Syntax is EditSyntax syntax)
            {
                Add(kept?.SourceOf(part, pack, dates) ?? new EditSource(syntax, part.Source, pack.Name, pack.Version, dates, [], [], ScopesOf(syntax, part.Source)));
            }
        }

        foreach (PlacedDeclaration part in pack.Trees.SelectMany(tree => tree.BesideEdits))
        {
            Change(part.Syntax, part.Source);
        }
    }

    // Few edits have one, and thousands are collected anew at a keystroke.
    private static ImmutableArray<(ExpressionSyntax, SourceText)> ScopesOf(EditSyntax edit, SourceText source)
    {
        ImmutableArray<(ExpressionSyntax, SourceText)> scopes = [];
        foreach (ClauseSyntax clause in edit.Clauses)
        {
            scopes = clause is ScopeSyntax scope ? scopes.Add((scope.Scope, source)) : scopes;
        }

        return scopes;
    }

    private void Add(EditSource edit)
    {
        string id = edit.Syntax.Id.Text;
        EditSource? known = edits.Find(id);
        if (edit.Syntax.Replaces && known is null)
        {
            diagnostics.Report(NameDiagnostics.UnknownEdit(edit.Source.PlaceOf(edit.Syntax.Id.Span), id, edits.Ids));
            return;
        }

        if (!_own.Add(id) || (known is not null && !edit.Syntax.Replaces))
        {
            EditSource first = known!; // One of its own is known, unless it was disabled since.
            diagnostics.Report(NameDiagnostics.DeclaredTwice(edit.Source.PlaceOf(edit.Syntax.Id.Span), id, first.Source.PlaceOf(first.Syntax.Id.Span)));
            return;
        }

        edits.Set(edit);
    }

    private void Change(DeclarationSyntax declaration, SourceText source)
    {
        NameSyntax? id = declaration switch { DisableSyntax d => d.Edit, OverrideSyntax o => o.Edit, ExtendSyntax e => e.Edit, _ => null };
        if (id is null)
        {
            return;
        }

        if (edits.Find(id.Text) is not EditSource old)
        {
            diagnostics.Report(NameDiagnostics.UnknownEdit(source.PlaceOf(id.Span), id.Text, edits.Ids));
            return;
        }

        switch (declaration)
        {
            case DisableSyntax { Scope: null, From: DateSyntax from }:
                edits.Set(old with { DisabledFromDay = Math.Min(from.Value.DayNumber, old.DisabledFromDay ?? int.MaxValue) });
                break;
            case DisableSyntax { Scope: null }:
                edits.Remove(id.Text);
                break;
            case DisableSyntax { Scope: ExpressionSyntax scope } disable:
                edits.Set(old with { Disabled = old.Disabled.Add(new ScopedDisable(scope, source, disable.From?.Value.DayNumber)) });
                break;
            case OverrideSyntax change:
                edits.Set(old with { Overrides = old.Overrides.Add((change, source)) });
                break;
            case ExtendSyntax extend:
                edits.Set(old with { Exceptions = old.Exceptions.AddRange(extend.Exceptions.Select(e => (e, extend.Scope, source))) });
                break;
        }
    }
}

using EditEngine.Codes;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Outcomes;

namespace EditEngine.Compiler.Editing;

/// <summary>Names that a pack or an edit gives, as proposals.</summary>
internal static class NameProposals
{
    private static readonly string[] ThingWords =
        ["line", "history line", "claim", "diagnosis", "procedure", "authorization", "suggestion", "evidence", "certificate", "occurrence", "value", "row"];

    private static readonly string[] Adjectives = ["other", "earlier", "professional", "institutional", "dental"];

    /// <summary>The names of things, lets and rows that stand at a place.</summary>
    public static IEnumerable<Proposal> InScope(Scope? scope)
    {
        foreach (string name in scope?.Names().Where(name => name != ClauseMend.Filler).Distinct(StringComparer.Ordinal) ?? [])
        {
            string? detail = scope!.Find(name) switch // There are names: there is a scope.
            {
                GroupVariable group => $"a group of {ThingNames.NameOf(group.Members.Variable.Type.Things)}s",
                VariableSymbol variable => variable.Type.ToString(),
                LetName let => "= " + let.Source.Slice(let.Let.Value.Span),
                BoundRow row => $"a row of @{row.Table.Name}",
                _ => null,
            };
            yield return new Proposal(name, ProposalKind.Name, detail);
        }
    }

    /// <summary>Names of things that an outcome may act on.</summary>
    public static IEnumerable<Proposal> Targets(Scope? scope, ActionRow row)
    {
        IEnumerable<Proposal> fitting = InScope(scope).Where(one =>
            scope!.Find(one.Label) is VariableSymbol variable && (variable is GroupVariable ? row.Targets != ThingKinds.None : (variable.Type.Things & row.Targets) != 0)); // There are names.
        return (row.Targets & ThingKinds.Claim) == 0 ? fitting : fitting.Append(new Proposal("claim", ProposalKind.Name, "the claim"));
    }

    /// <summary>Definitions with so many names.</summary>
    public static IEnumerable<Proposal> Definitions(PackSymbols symbols, Func<int, bool> takes) =>
        from one in symbols.Values
        where takes(one.Value.Syntax.Parameters.Length)
        select new Proposal(one.Key, ProposalKind.Definition, WrittenOf(one.Value));

    /// <summary>The words of kinds, adjectives before them too.</summary>
    public static IEnumerable<Proposal> Kinds(PackSymbols symbols) =>
    [
        .. symbols.Kinds.Select(one => new Proposal(one.Key, ProposalKind.Kind, one.Value.Source.Slice(one.Value.Syntax.Kind.Span))),
        .. symbols.Facts.Values.Where(fact => symbols.IsSpans(fact.Name)).Select(fact => new Proposal(fact.Name, ProposalKind.Kind, "spans of days, a fact of the payer")),
        .. ThingWords.Select(word => new Proposal(word, ProposalKind.Kind, "a kind of things")),
        .. Adjectives.Select(word => new Proposal(word, ProposalKind.Kind, "before a kind")),
    ];

    /// <summary>Code sets of a system; of all where it is not known.</summary>
    public static IEnumerable<Proposal> Sets(PackSymbols symbols, CodeSystem system) =>
        from set in symbols.CodeSets.Values
        where system == CodeSystem.None || set.System == system
        select new Proposal("@" + set.Name, ProposalKind.CodeSet, SetPage.Summary(set));

    /// <summary>Tables.</summary>
    public static IEnumerable<Proposal> Tables(PackSymbols symbols) =>
        symbols.Tables.Values.Select(table => new Proposal("@" + table.Name, ProposalKind.Table, TablePage.Summary(table), TablePage.Of(table)));

    /// <summary>Parameters of the pack and of the edit.</summary>
    public static IEnumerable<Proposal> Parameters(CursorPlace place) =>
    [
        .. ParameterPage.OfEdit(place).Select(one => new Proposal("@" + one.Name, ProposalKind.Parameter, "= " + one.Written)),
        .. place.Pack.Symbols.Parameters.Values.Select(one => new Proposal("@" + one.Name, ProposalKind.Parameter, one.Type.ToString())),
    ];

    /// <summary>Reason keys with what they give.</summary>
    public static IEnumerable<Proposal> Reasons(PackSymbols symbols) =>
        symbols.Reasons.GroupBy(reason => reason.Name).Select(same => new Proposal(same.Key, ProposalKind.Reason, ReasonPage.Summary(same.First())));

    /// <summary>Phases in their order.</summary>
    public static IEnumerable<Proposal> Phases(PackSymbols symbols) => symbols.Phases.Select((name, at) => new Proposal(name, ProposalKind.Phase, $"phase {at + 1} of {symbols.Phases.Count}"));

    /// <summary>Ids of edits.</summary>
    public static IEnumerable<Proposal> Edits(EditingPack pack) =>
        from part in pack.Parts
        where part.Declaration.Syntax is Syntax.EditSyntax { Id.Text.Length: > 0 }
        let edit = (Syntax.EditSyntax)part.Declaration.Syntax
        select new Proposal(edit.Id.Text, ProposalKind.Edit, edit.Title?.Value);

    /// <summary>A definition as it is written, without its name.</summary>
    public static string WrittenOf(ValueDefinition definition)
    {
        string of = definition.Syntax.Parameters.IsEmpty ? "" : "of " + string.Join(" and ", definition.Syntax.Parameters.Select(name => name.Text)) + " ";
        return $"{of}: {definition.Source.Slice(definition.Syntax.Value.Span)}";
    }
}

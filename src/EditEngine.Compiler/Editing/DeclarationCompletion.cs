using EditEngine.Codes;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Editing;

/// <summary>What can be written in a declaration that is no edit, and in the first line of one.</summary>
internal static class DeclarationCompletion
{
    private static readonly string[] Bases = ["date of service", "discharge", "admission", "received", "processed", "claim.from", "claim.through"];

    private static readonly string[] Limits = ["cost", "lines", "history", "rows"];

    private static readonly string[] Groups = ["CO", "PR", "OA", "PI"];

    /// <summary>The proposals for a place in a declaration.</summary>
    public static IEnumerable<Proposal> Of(CursorPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        int start = StartOf(place);
        if (ClauseProbe.After(place.Part!.Source, TextSpan.FromTo(start, Math.Max(start, place.WordStart))) is not ClauseProbe probe) // Asked in a declaration.
        {
            return [];
        }

        string[] words = [.. probe.Tokens.Select(token => token.Written)];
        return words[0] == "define" && words.Contains(":") ? Definition(place, words) : Find(place, words).Concat(probe.Keywords.Select(word => new Proposal(word, ProposalKind.Keyword)));
    }

    // A row of a map of reasons stands by itself.
    private static int StartOf(CursorPlace place)
    {
        int start = place.Part!.Declaration.Syntax.Span.Start;
        if (place.Part.Source.Text.AsSpan(start).StartsWith("reasons"))
        {
            int line = place.Part.Source.Text.LastIndexOf('\n', Math.Max(0, place.WordStart - 1)) + 1;
            return line > start ? line : start;
        }

        return start;
    }

    private static IEnumerable<Proposal> Definition(CursorPlace place, string[] words)
    {
        IEnumerable<Proposal> found = ClauseCompletion.Of(place);
        bool isBody = words[^1] == ":" || KindPhrase.IsAdjective(words[^1]);
        return isBody ? NameProposals.Kinds(place.Pack.Symbols).Concat(found) : found;
    }

    private static IEnumerable<Proposal> Find(CursorPlace place, string[] words)
    {
        PackSymbols symbols = place.Pack.Symbols;
        switch (words)
        {
            case ["pack", ..] when words.Contains("extends"):
                return PathCompletion.Bases(place);
            case ["codes", "of"] or ["codes", _, ":"]:
                return CodeSystemNames.Names.Select(name => new Proposal(name, ProposalKind.Type, "a code system"));
            case ["codes", _, ":", string name, "=", ..]:
                return CodeSystemNames.TryFind(name, out CodeSystem system) ? Codes(place, words, system) : [];
            case ["table" or "fact" or "parameter", .., ":"]:
                return ColumnTypes.Names.Concat(words[0] == "table" ? ["category"] : []).Concat(CodeSystemNames.Names).Distinct(StringComparer.Ordinal).Select(type => new Proposal(type, ProposalKind.Type));
            case ["disable" or "override" or "extend"] or ["replace", "edit"]:
                return Inherited(place);
            case ["override", string edit, .., "set"]:
                return ParametersOf(place, edit);
            case ["dates", "by"] or ["effective", .., "by"]:
                return Bases.Select(basis => new Proposal(basis, ProposalKind.Word, "a date basis"));
            case ["limit"]:
                return Limits.Select(limit => new Proposal(limit, ProposalKind.Word));
            case [_, "="] when place.Part!.Source.Text.AsSpan(place.Part.Declaration.Syntax.Span.Start).StartsWith("reasons"):
                return Groups.Select(group => new Proposal(group, ProposalKind.Word, "a group code"));
            case [.., "for"] or [.., "and"] when words[0] is "disable" or "override" or "extend" or "reasons":
                return FieldProposals.OfThings(ThingKinds.Claim, symbols).Where(field => field.Label is "line_of_business" or "product" or "state" or "contract" or "payer").Append(new Proposal("provider", ProposalKind.Field, "NPI of the billing provider"));
            default:
                return [];
        }
    }

    private static IEnumerable<Proposal> Codes(CursorPlace place, string[] words, CodeSystem system)
    {
        bool isInBraces = words.Count(word => word == "{") > words.Count(word => word == "}");
        int hyphen = place.Typed.LastIndexOf('-');
        return isInBraces
            ? CodeProposals.Of(place.Pack.Symbols, system, place.Typed[(hyphen + 1)..]).Select(one => one with { Replaces = TextSpan.FromTo(place.Word.Start + hyphen + 1, place.Word.End) })
            : NameProposals.Sets(place.Pack.Symbols, system);
    }

    // Edits of the packs below.
    private static IEnumerable<Proposal> Inherited(CursorPlace place) =>
        from part in place.Pack.Parts
        where !ReferenceEquals(part.Pack, place.Part!.Pack) && part.Declaration.Syntax is EditSyntax
        let edit = (EditSyntax)part.Declaration.Syntax
        select new Proposal(edit.Id.Text, ProposalKind.Edit, edit.Title?.Value);

    private static IEnumerable<Proposal> ParametersOf(CursorPlace place, string id) =>
        from part in place.Pack.Parts
        where part.Declaration.Syntax is EditSyntax edit && edit.Id.Text == id
        from clause in ((EditSyntax)part.Declaration.Syntax).Clauses.OfType<ParameterClauseSyntax>()
        select new Proposal("@" + clause.Parameter.Name.Text, ProposalKind.Parameter, "= " + ParameterPage.Values(clause.Parameter, part.Source));
}

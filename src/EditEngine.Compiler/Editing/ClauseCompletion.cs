using EditEngine.Codes;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Outcomes;

namespace EditEngine.Compiler.Editing;

/// <summary>What can be written in a clause: what the grammar takes at the place, and of names those that mean something there.</summary>
internal static class ClauseCompletion
{
    private static readonly string[] KindStarts = ["each", "any", "every", "no", "over", "other", "earlier", "professional", "institutional", "dental", "or", ","];

    private static readonly Proposal[] Quantities =
    [
        new("at least", ProposalKind.Word, "so many or more"), new("more than", ProposalKind.Word, "more than so many"), new("same", ProposalKind.Word, "a value that another thing has too"),
    ];

    /// <summary>The proposals for a place in a clause, or in a definition.</summary>
    public static IEnumerable<Proposal> Of(CursorPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        Lazy<EditSketch?> sketch = new(() => EditSketch.OfUnfinished(place));
        if (place.IsAfterDot)
        {
            return sketch.Value is EditSketch { Node: not null } seen ? FieldProposals.Of(seen.BoundOf(ReceiverOf(seen)), place.Pack.Symbols) : [];
        }

        if (ProbeOf(place) is not ClauseProbe probe)
        {
            return [];
        }

        string[] words = [.. probe.Tokens.Select(token => token.Written)];
        IEnumerable<Proposal> found = Ended(place, words, probe, sketch) ?? Open(place, words, probe, sketch);
        return found.Concat(probe.Keywords.Select(word => new Proposal(word, ProposalKind.Keyword)));
    }

    // What stands in the braces of a message is asked as a condition.
    private static ClauseProbe? ProbeOf(CursorPlace place)
    {
        if (place.Clause is MessageSyntax or ErrorClauseSyntax && SketchFrame.Of(place) is { Head.Length: > 0 } frame)
        {
            string text = frame.Head + frame.Before;
            return ClauseProbe.After(new SourceText("", text), new TextSpan(0, text.Length));
        }

        return ClauseProbe.After(place.Part!.Source, TextSpan.FromTo(place.ClauseStart, place.WordStart)); // In a clause there is a declaration.
    }

    // What the last word alone tells.
    private static IEnumerable<Proposal>? Ended(CursorPlace place, string[] words, ClauseProbe probe, Lazy<EditSketch?> sketch)
    {
        PackSymbols symbols = place.Pack.Symbols;
        return (words.Length > 1 ? words[^2] : "", words[^1]) switch
        {
            (_, "reason") => NameProposals.Reasons(symbols),
            (_, "phase" or "phases") => NameProposals.Phases(symbols),
            (_, "use") or ("denied", "by") => NameProposals.Edits(place.Pack),
            (_, "same") => Same(place, words[0], sketch.Value),
            (_, "is") or ("is", "not") => Asked(sketch.Value, symbols),
            (_, "has") or ("has", "no") or ("exactly" or "than" or "least", _) when sketch.Value?.Path.OfType<HasSyntax>().LastOrDefault() is HasSyntax has => ListsOf(sketch.Value.TypeOf(has.Subject) ?? Quantified(sketch.Value)).Concat(words[^1] == "has" ? Quantities : []),
            (_, "every") when words.Contains("then") || words.Contains("also") => [new Proposal("line of", ProposalKind.Word, "every line of a group")],
            (_, "supports") => NameProposals.InScope(sketch.Value?.Scope),
            ("row", "in") => NameProposals.Tables(symbols),
            (_, "in") when words is [.., "row", _, "in"] => NameProposals.Tables(symbols),
            (_, "in") when words is ["test", ..] => NameProposals.Sets(symbols, CodeSystem.None),
            (_, "of") when words.Length > 2 && symbols.Tables.Any(table => table.Value.FindColumn(words[^2]) is not null) => [.. NameProposals.Tables(symbols), .. NameProposals.InScope(sketch.Value?.Scope), new("patient", ProposalKind.Name, "the patient")],
            (_, string verb) when words.Length == 2 && ActionTable.Find(verb) is ActionRow row => [.. NameProposals.Targets(sketch.Value?.Scope, row), new("every line of", ProposalKind.Word, "every line of a group")],
            _ => probe.OpenBrackets().EndsWith('{') ? Members(place, sketch.Value) : null,
        };
    }

    private static IEnumerable<Proposal> Open(CursorPlace place, string[] words, ClauseProbe probe, Lazy<EditSketch?> sketch)
    {
        PackSymbols symbols = place.Pack.Symbols;
        if (probe.Takes("row") && !probe.TakesText && (KindStarts.Contains(words[^1]) || words is [.., "count" or "group", "of"]))
        {
            return NameProposals.Kinds(symbols);
        }

        if (words is [.., "by"] or [.., ","] && words.Contains("group") && probe.TakesName && !probe.TakesText)
        {
            return FieldProposals.OfThings(ThingKinds.Line | ThingKinds.History, symbols).Concat(NameProposals.Definitions(symbols, count => count == 1));
        }

        List<Proposal> found = [];
        if (probe.TakesValue && sketch.Value?.Expected is LanguageType expected)
        {
            found.AddRange(Expected(place, expected));
        }

        if (probe.TakesAtName)
        {
            CodeSystem system = words[^1] is "in" or "outside" or "+" or "-" or "&" ? SystemOf(sketch.Value) : CodeSystem.None;
            found.AddRange(words[^1] is "in" or "outside" or "+" or "-" or "&" or "of"
                ? [.. NameProposals.Sets(symbols, system), .. NameProposals.Tables(symbols), .. NameProposals.Parameters(place)]
                : NameProposals.Parameters(place));
        }

        if (probe.TakesName && (probe.TakesAtom || probe.TakesText) && !IsNaming(words))
        {
            found.AddRange(NameProposals.InScope(sketch.Value?.Scope));
            found.Add(new Proposal("patient", ProposalKind.Name, "the patient"));
            found.Add(new Proposal("claim", ProposalKind.Name, "the claim"));
        }

        if (probe.TakesValue)
        {
            found.AddRange(NameProposals.Definitions(symbols, static count => count < 2).Select(AsValue));
            found.AddRange(Columns(symbols));
            found.AddRange(Phrases.Proposals());
        }

        return found;
    }

    // A place where a new name is given.
    private static bool IsNaming(string[] words) => words[^1] is "let" or "row" or "define" or "each" || (words[0] == "for" && words.Length > 1 && words[1] == "each" && !words.Contains("where"));

    private static Proposal AsValue(Proposal definition) =>
        definition.Detail?.StartsWith("of ", StringComparison.Ordinal) == true ? definition with { Text = definition.Label + " of " } : definition;

    private static IEnumerable<Proposal> Columns(PackSymbols symbols) =>
        from table in symbols.Tables.Values
        from column in table.Columns.Skip(table.KeyCount)
        select new Proposal($"{column.Name} of @{table.Name}", ProposalKind.Column, $"{column.Type}, by {string.Join(", ", table.Columns.Take(table.KeyCount).Select(key => key.Name))}")
        {
            Text = $"{column.Name} of @{table.Name} for ",
        };

    private static IEnumerable<Proposal> Expected(CursorPlace place, LanguageType expected) => expected switch
    {
        { Kind: TypeKind.Text, Words: { Words.IsEmpty: false } list } => list.Words.Select(word => new Proposal(word, ProposalKind.Word, "a " + list.Name)),
        { Kind: TypeKind.YesNo } => [new("yes", ProposalKind.Word), new("no", ProposalKind.Word)],
        { Kind: TypeKind.Code } => CodeProposals.Of(place.Pack.Symbols, expected.System, place.Typed),
        _ => [],
    };

    // In braces every word is a code, or a word of the list that the value is of.
    private static IEnumerable<Proposal> Members(CursorPlace place, EditSketch? sketch)
    {
        LanguageType? type = MemberType(sketch);
        if (type?.Kind == TypeKind.Code)
        {
            int hyphen = place.Typed.LastIndexOf('-');
            string typed = place.Typed[(hyphen + 1)..];
            return CodeProposals.Of(place.Pack.Symbols, type.System, typed).Select(one => one with { Replaces = TextSpan.FromTo(place.Word.Start + hyphen + 1, place.Word.End) });
        }

        return type is null ? [] : Expected(place, type);
    }

    private static CodeSystem SystemOf(EditSketch? sketch) => MemberType(sketch)?.System ?? CodeSystem.None;

    /// <summary>Of what the members are of the set that a place stands in; null where that is not known.</summary>
    public static LanguageType? MemberType(EditSketch? sketch) => sketch?.Path.LastOrDefault(node => node is InSyntax or HasSyntax) switch
    {
        InSyntax @in => sketch.TypeOf(@in.Value) is { Kind: TypeKind.CodeList } list ? LanguageType.CodeOf(list.System) : sketch.TypeOf(@in.Value),
        HasSyntax has when (sketch.TypeOf(has.Subject) ?? Quantified(sketch)) is LanguageType subject && HasBinder.ListField(subject.Things, has.Member.Text) is FieldSymbol field => LanguageType.CodeOf(field.Type.System),
        _ => null,
    };

    // Without a subject it speaks of what the quantifier names.
    private static LanguageType? Quantified(EditSketch sketch) => sketch.Scope?.ImplicitThing?.Type;

    private static IEnumerable<Proposal> ListsOf(LanguageType? type) =>
        from field in FieldSymbols.All
        where type is not null && (field.Owners & type.Things) != 0 && field.Type.Kind == TypeKind.CodeList
        group field by field.Name into same
        select new Proposal(HasBinder.Singular(same.Key), ProposalKind.Field, same.First().Type.ToString(), FieldPage.Of(same.First()));

    private static IEnumerable<Proposal> Asked(EditSketch? sketch, PackSymbols symbols)
    {
        IsSyntax? @is = sketch?.Path.OfType<IsSyntax>().LastOrDefault();
        LanguageType? type = sketch?.TypeOf(@is?.Value);
        yield return new Proposal("missing", ProposalKind.Word, "the fact was not given, or there is none");
        yield return new Proposal("present", ProposalKind.Word, "there is a value");
        if (type?.Kind == TypeKind.Code)
        {
            yield return new Proposal("valid", ProposalKind.Word, "the code table has it on its day");
        }

        if (type?.Kind != TypeKind.Thing)
        {
            yield break;
        }

        foreach (Proposal one in (Proposal[])[new("payable", ProposalKind.Word, "no earlier phase denied it"), new("denied by", ProposalKind.Word, "an earlier edit denied it"), .. NameProposals.Kinds(symbols).Where(kind => symbols.Kinds.ContainsKey(kind.Label))])
        {
            yield return one;
        }

        foreach (Proposal relation in NameProposals.Definitions(symbols, static count => count == 2))
        {
            yield return relation with { Text = relation.Label + " of " };
        }

        foreach (Proposal fact in FieldProposals.OfThings(type.Things, symbols).Where(one => FieldSymbols.FindEach(type.Things, one.Label).Any(field => field.Type.Kind == TypeKind.YesNo)))
        {
            yield return fact;
        }
    }

    private static IEnumerable<Proposal> Same(CursorPlace place, string clause, EditSketch? sketch)
    {
        PackSymbols symbols = place.Pack.Symbols;
        ThingKinds kinds = clause == "for" ? ThingKinds.Line | ThingKinds.History : sketch?.Scope?.Things().Aggregate(ThingKinds.None, (all, one) => all | one.Type.Things) ?? ThingKinds.Line;
        return NameProposals.Definitions(symbols, static count => count > 0).Concat(FieldProposals.OfThings(kinds == ThingKinds.None ? ThingKinds.Line : kinds, symbols));
    }

    private static ExpressionSyntax? ReceiverOf(EditSketch sketch) => sketch.Path.OfType<MemberSyntax>().LastOrDefault()?.Receiver;
}

using System.Collections.Immutable;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Binding;

/// <summary>Kind phrases: where things come from and what they must meet.</summary>
internal sealed class SourceBinder(BindingContext context, ExpressionBinder expressions)
{
    /// <summary>Binds a kind phrase; <paramref name="inner"/> is the scope in which its name stands.</summary>
    public BoundSource BindSource(KindSyntax kind, Scope scope, out Scope inner)
    {
        KindPhrase phrase = KindPhrase.Of(kind, context.Symbols.IsKind);
        VariableSymbol slot = context.Slots.New(phrase.Name?.Text, phrase.Name is null ? context.Place(kind) : context.Place(phrase.Name), LanguageType.Error);
        if (!context.Expansion.TryEnter(context.Place(kind)))
        {
            context.TooMuch(kind);
            inner = scope.Child(slot);
            inner.Add(slot);
            return new BoundSource(context.Place(kind), slot, []);
        }

        (ImmutableArray<BoundAlternative> alternatives, VariableSymbol variable) = Resolve(kind, phrase, slot, scope);
        context.Expansion.Leave();
        inner = scope.Child(variable);
        inner.Add(variable);
        return new BoundSource(context.Place(kind), variable, alternatives);
    }

    public (ImmutableArray<BoundAlternative> Alternatives, VariableSymbol Variable) Resolve(KindSyntax kind, KindPhrase phrase, VariableSymbol slot, Scope scope)
    {
        BoundExpression? of = kind.Of is null or AtNameSyntax ? null : expressions.BindValue(kind.Of, scope);
        ImmutableArray<BoundAlternative>.Builder alternatives = ImmutableArray.CreateBuilder<BoundAlternative>();
        TableSymbol? table = null;
        foreach (KindWords words in phrase.Alternatives)
        {
            foreach (BoundAlternative alternative in ResolveWords(kind, words, of, slot, scope, ref table))
            {
                alternatives.Add(alternative);
            }
        }

        ThingKinds things = alternatives.Aggregate(ThingKinds.None, (all, one) => all | one.Kind);
        table ??= alternatives.Select(one => one.List?.Type.Table).FirstOrDefault(known => known is not null);
        LanguageType type = alternatives.Count == 0 ? LanguageType.Error : LanguageType.ThingOf(things, table);
        VariableSymbol variable = slot with { Type = type };
        if (kind.Where is null)
        {
            return (alternatives.ToImmutable(), variable);
        }

        Scope inner = scope.Child(variable);
        inner.Add(variable);
        long before = context.Expansion.Nodes;
        BoundExpression where = expressions.BindCondition(kind.Where, inner);
        context.Expansion.Repeat((context.Expansion.Nodes - before) * Math.Max(0, alternatives.Count - 1)); // each alternative asks it
        ImmutableArray<BoundExpression> conditions = where is BoundAnd and ? and.Operands : [where];
        return ([.. alternatives.Select(one => one with { Conditions = one.Conditions.AddRange(conditions) })], variable);
    }

    private ImmutableArray<BoundAlternative> ResolveWords(
        KindSyntax kind, KindWords words, BoundExpression? of, VariableSymbol slot, Scope scope, ref TableSymbol? table)
    {
        if (of is BoundError)
        {
            return [];
        }

        if (words.Kind.IsEmpty && words.Adjectives.IsEmpty)
        {
            // A bare name over a list: `h of period of v`, `v of g`.
            return of is null ? Unknown(kind, phraseWord: null) : ListAlternative(of, slot, words, scope, kind);
        }

        string word = string.Join(' ', words.Kind.Select(w => w.Text));
        if (word == "row" && kind.Of is AtNameSyntax at)
        {
            table = expressions.Lookups.TableOf(at);
            if (table is null)
            {
                return [];
            }

            VariableSymbol? first = scope.Things().FirstOrDefault(thing => thing.Type.Kind == TypeKind.Thing);
            BoundExpression on = new BoundDateOf(context.Place(kind), first is null ? new BoundClaim(context.Place(kind)) : new BoundVariable(context.Place(kind), first));
            return [new BoundAlternative(ThingKinds.Row, new BoundRows(context.Place(kind), table, on), [])];
        }

        ThingKinds things = word is "history" or "history line" ? ThingKinds.History : words.Kind.Length == 1 ? ThingNames.FromWord(word) : ThingKinds.None;
        if (things is ThingKinds.Certificate or ThingKinds.Evidence && of is not null)
        {
            string list = things == ThingKinds.Certificate ? "certificates" : "evidence";
            BoundExpression owned = expressions.Members.MemberOf(of, new NameSyntax(kind.Span, list), context.Place(kind));
            return owned is BoundError ? [] : [new BoundAlternative(things, owned, [])];
        }

        if (things != ThingKinds.None)
        {
            return of is null
                ? [new BoundAlternative(things, null, AdjectiveConditions(words, slot, things, scope, kind))]
                : ListAlternative(of, slot, words, scope, kind, things);
        }

        if (words.Kind.Length == 1 && context.Symbols.Kinds.TryGetValue(word, out KindDefinition? definition))
        {
            return WithAdjectives(expressions.Kinds.AlternativesOf(definition, slot, of, kind), words, slot, scope, kind);
        }

        if (words.Kind.Length == 1 && of is null && context.Symbols.IsSpans(word) && context.Symbols.Facts.TryGetValue(word, out FactSymbol? fact))
        {
            return [new BoundAlternative(ThingKinds.Span, new BoundFact(context.Place(kind), fact), AdjectiveConditions(words, slot, ThingKinds.Span, scope, kind))];
        }

        return Unknown(words.Kind.FirstOrDefault(w => ThingNames.FromWord(w.Text) == ThingKinds.None && !context.Symbols.IsKind(w.Text)) ?? (SyntaxNode)kind, word);

        ImmutableArray<BoundAlternative> Unknown(SyntaxNode at, string? phraseWord)
        {
            IEnumerable<string> known = context.Symbols.Kinds.Keys.Concat(["claim", "line", "history line", "diagnosis", "procedure", "suggestion", "authorization", "professional", "institutional", "dental", "other", "earlier"]);
            string shown = at is NameSyntax name ? name.Text : phraseWord ?? context.Source.Slice(kind.Span);
            context.Diagnostics.Report(NameDiagnostics.UnknownKind(context.Place(at), shown, known));
            return [];
        }
    }

    private ImmutableArray<BoundAlternative> WithAdjectives(ImmutableArray<BoundAlternative> alternatives, KindWords words, VariableSymbol slot, Scope scope, KindSyntax kind) =>
        words.Adjectives.IsEmpty
            ? alternatives
            : [.. alternatives.Select(one => one with { Conditions = AdjectiveConditions(words, slot, one.Kind, scope, kind).AddRange(one.Conditions) })];

    private ImmutableArray<BoundAlternative> ListAlternative(
        BoundExpression of, VariableSymbol slot, KindWords words, Scope scope, KindSyntax kind, ThingKinds only = ThingKinds.None)
    {
        LanguageType? type = of is BoundVariable { Variable: GroupVariable group } ? LanguageType.ListOf(group.Members.Variable.Type.Things) : of.Type;
        if (type.Kind != TypeKind.ThingList)
        {
            context.Diagnostics.Report(TypeDiagnostics.Unexpected(context.Place(kind), of.Type, "a group or a list of things"));
            return [];
        }

        BoundExpression list = of is BoundVariable { Variable: GroupVariable } ? new BoundMembers(of.Place, of, type) : of;
        ThingKinds things = only == ThingKinds.None ? type.Things : only;
        ImmutableArray<BoundExpression> conditions = AdjectiveConditions(words, slot, things, scope, kind);
        if (only != ThingKinds.None && only != type.Things)
        {
            conditions = conditions.Insert(0, new BoundIsIn(context.Place(kind), new BoundVariable(context.Place(kind), slot with { Type = LanguageType.ThingOf(type.Things) }), things));
        }

        return [new BoundAlternative(things, list, conditions)];
    }

    public BoundSource SourceOfList(BoundExpression list, Scope scope, SyntaxNode syntax, string? name)
    {
        LanguageType type = list is BoundVariable { Variable: GroupVariable group } ? LanguageType.ListOf(group.Members.Variable.Type.Things) : list.Type;
        if (type.Kind != TypeKind.ThingList)
        {
            context.Diagnostics.Report(TypeDiagnostics.Unexpected(context.Place(syntax), list.Type, "a group or a list of things"));
            return new BoundSource(context.Place(syntax), scope.Slots.New(name, context.Place(syntax), LanguageType.Error), []);
        }

        BoundExpression members = list is BoundVariable { Variable: GroupVariable } ? new BoundMembers(list.Place, list, type) : list;
        VariableSymbol variable = scope.Slots.New(name, context.Place(syntax), LanguageType.ThingOf(type.Things, type.Table));
        return new BoundSource(context.Place(syntax), variable, [new BoundAlternative(type.Things, members, [])]);
    }

    public ImmutableArray<BoundExpression> AdjectiveConditions(KindWords words, VariableSymbol slot, ThingKinds things, Scope scope, SyntaxNode syntax)
    {
        SourceSpan place = context.Place(syntax);
        BoundVariable thing = new(place, slot with { Type = LanguageType.ThingOf(things) });
        ImmutableArray<BoundExpression>.Builder conditions = ImmutableArray.CreateBuilder<BoundExpression>();
        foreach (NameSyntax adjective in words.Adjectives)
        {
            VariableSymbol[] before = [.. scope.Things().Where(other => other.Type.Kind == TypeKind.Thing && other.Slot != slot.Slot && other is not GroupVariable)];
            switch (adjective.Text)
            {
                case "other":
                    conditions.Add(new BoundIsOther(place, thing, [.. before.Select(other => (BoundExpression)new BoundVariable(place, other))]));
                    break;
                case "earlier" when before.Length > 0:
                    conditions.Add(new BoundIsEarlier(place, thing, new BoundVariable(place, before[0])));
                    break;
                case "earlier":
                    context.Diagnostics.Report(NameDiagnostics.UnknownKind(context.Place(adjective), adjective.Text, ["other kinds: there is nothing before it to be earlier than"]));
                    break;
                default:
                    FieldSymbol field = FieldSymbols.Find(things == ThingKinds.History ? ThingKinds.History : ThingKinds.Claim, things == ThingKinds.History ? "claim_type" : "type")!; // In the table of fields.
                    BoundExpression type = new BoundField(place, things == ThingKinds.History ? thing : new BoundClaim(place), field);
                    conditions.Add(new BoundCompare(place, BinaryOperator.Equal, type, new BoundConstant(field.Type, place, new TextConstant(adjective.Text))));
                    break;
            }
        }

        return conditions.ToImmutable();
    }
}

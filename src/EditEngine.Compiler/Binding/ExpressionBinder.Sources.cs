using System.Collections.Immutable;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Binding;

/// <content>Kind phrases: where things come from and what they must meet.</content>
internal sealed partial class ExpressionBinder
{
    /// <summary>Binds a kind phrase; <paramref name="inner"/> is the scope in which its name stands.</summary>
    public BoundSource BindSource(KindSyntax kind, Scope scope, out Scope inner)
    {
        KindPhrase phrase = KindPhrase.Of(kind, _symbols.Kinds.ContainsKey);
        VariableSymbol slot = _slots.New(phrase.Name?.Text, phrase.Name is null ? Place(kind) : Place(phrase.Name), LanguageType.Error);
        if (!Expansion.TryEnter(Place(kind)))
        {
            TooMuch(kind);
            inner = scope.Child(slot);
            inner.Add(slot);
            return new BoundSource(Place(kind), slot, []);
        }

        (ImmutableArray<BoundAlternative> alternatives, VariableSymbol variable) = Resolve(kind, phrase, slot, scope);
        Expansion.Leave();
        inner = scope.Child(variable);
        inner.Add(variable);
        return new BoundSource(Place(kind), variable, alternatives);
    }

    private (ImmutableArray<BoundAlternative> Alternatives, VariableSymbol Variable) Resolve(KindSyntax kind, KindPhrase phrase, VariableSymbol slot, Scope scope)
    {
        BoundExpression? of = kind.Of is null or AtNameSyntax ? null : BindValue(kind.Of, scope);
        ImmutableArray<BoundAlternative>.Builder alternatives = ImmutableArray.CreateBuilder<BoundAlternative>();
        TableSymbol? table = null;
        foreach (KindWords words in phrase.Alternatives)
        {
            foreach (BoundAlternative alternative in ResolveWords(kind, words, of, slot, scope, ref table))
            {
                alternatives.Add(alternative);
            }
        }

        ThingKinds things = alternatives.Aggregate(ThingKinds.None, (all, one) => all | one.Store);
        table ??= alternatives.Select(one => one.List?.Type.Table).FirstOrDefault(known => known is not null);
        LanguageType type = alternatives.Count == 0 ? LanguageType.Error : LanguageType.ThingOf(things, table);
        VariableSymbol variable = slot with { Type = type };
        if (kind.Where is null)
        {
            return (alternatives.ToImmutable(), variable);
        }

        Scope inner = scope.Child(variable);
        inner.Add(variable);
        long before = Expansion.Nodes;
        BoundExpression where = BindCondition(kind.Where, inner);
        Expansion.Repeat((Expansion.Nodes - before) * Math.Max(0, alternatives.Count - 1)); // each alternative asks it
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
            table = TableOf(at);
            if (table is null)
            {
                return [];
            }

            VariableSymbol? first = scope.Things().FirstOrDefault(thing => thing.Type.Kind == TypeKind.Thing);
            BoundExpression on = new BoundDateOf(Place(kind), first is null ? new BoundClaim(Place(kind)) : new BoundVariable(Place(kind), first));
            return [new BoundAlternative(ThingKinds.Row, new BoundRows(Place(kind), table, on), [])];
        }

        ThingKinds store = word is "history" or "history line" ? ThingKinds.History : words.Kind.Length == 1 ? ThingNames.FromWord(word) : ThingKinds.None;
        if (store is ThingKinds.Certificate or ThingKinds.Evidence && of is not null)
        {
            string list = store == ThingKinds.Certificate ? "certificates" : "evidence";
            BoundExpression things = MemberOf(of, new NameSyntax(kind.Span, list), Place(kind));
            return things is BoundError ? [] : [new BoundAlternative(store, things, [])];
        }

        if (store != ThingKinds.None)
        {
            return of is null
                ? [new BoundAlternative(store, null, AdjectiveConditions(words, slot, store, scope, kind))]
                : ListAlternative(of, slot, words, scope, kind, store);
        }

        if (words.Kind.Length == 1 && _symbols.Kinds.TryGetValue(word, out KindDefinition? definition))
        {
            return AlternativesOf(definition, slot, of, words.Adjectives, kind, scope);
        }

        return Unknown(words.Kind.FirstOrDefault(w => ThingNames.FromWord(w.Text) == ThingKinds.None && !_symbols.Kinds.ContainsKey(w.Text)) ?? (SyntaxNode)kind, word);

        ImmutableArray<BoundAlternative> Unknown(SyntaxNode at, string? phraseWord)
        {
            IEnumerable<string> known = _symbols.Kinds.Keys.Concat(["claim", "line", "history line", "diagnosis", "procedure", "suggestion", "authorization", "professional", "institutional", "dental", "other", "earlier"]);
            string shown = at is NameSyntax name ? name.Text : phraseWord ?? _source.Slice(kind.Span);
            _diagnostics.Report(NameDiagnostics.UnknownKind(Place(at), shown, known));
            return [];
        }
    }

    private ImmutableArray<BoundAlternative> ListAlternative(
        BoundExpression of, VariableSymbol slot, KindWords words, Scope scope, KindSyntax kind, ThingKinds store = ThingKinds.None)
    {
        LanguageType? type = of is BoundVariable { Variable: GroupVariable group } ? LanguageType.ListOf(group.Members.Variable.Type.Things) : of.Type;
        if (type.Kind != TypeKind.ThingList)
        {
            _diagnostics.Report(TypeDiagnostics.Unexpected(Place(kind), of.Type, "a group or a list of things"));
            return [];
        }

        BoundExpression list = of is BoundVariable { Variable: GroupVariable } ? new BoundMembers(of.Place, of, type) : of;
        ThingKinds things = store == ThingKinds.None ? type.Things : store;
        ImmutableArray<BoundExpression> conditions = AdjectiveConditions(words, slot, things, scope, kind);
        if (store != ThingKinds.None && store != type.Things)
        {
            conditions = conditions.Insert(0, new BoundIsIn(Place(kind), new BoundVariable(Place(kind), slot with { Type = LanguageType.ThingOf(type.Things) }), store));
        }

        return [new BoundAlternative(things, list, conditions)];
    }

    private BoundSource SourceOfList(BoundExpression list, Scope scope, SyntaxNode syntax, string? name)
    {
        LanguageType type = list is BoundVariable { Variable: GroupVariable group } ? LanguageType.ListOf(group.Members.Variable.Type.Things) : list.Type;
        if (type.Kind != TypeKind.ThingList)
        {
            _diagnostics.Report(TypeDiagnostics.Unexpected(Place(syntax), list.Type, "a group or a list of things"));
            return new BoundSource(Place(syntax), scope.Slots.New(name, Place(syntax), LanguageType.Error), []);
        }

        BoundExpression members = list is BoundVariable { Variable: GroupVariable } ? new BoundMembers(list.Place, list, type) : list;
        VariableSymbol variable = scope.Slots.New(name, Place(syntax), LanguageType.ThingOf(type.Things, type.Table));
        return new BoundSource(Place(syntax), variable, [new BoundAlternative(type.Things, members, [])]);
    }

    /// <summary>A defined kind written out: its stores, and its conditions on the variable.</summary>
    private ImmutableArray<BoundAlternative> AlternativesOf(
        KindDefinition definition, VariableSymbol variable, BoundExpression? context, ImmutableArray<NameSyntax> adjectives, SyntaxNode use, Scope? useScope = null)
    {
        DefineKindSyntax syntax = definition.Syntax;
        if (!Enter(syntax.Name.Text, use))
        {
            return [];
        }

        if (!Expansion.TryEnterKind())
        {
            _inUse.Leave();
            TooMuch(use);
            return [];
        }

        if ((syntax.Context is null) != (context is null))
        {
            _inUse.Leave();
            Expansion.LeaveKind();
            string defined = syntax.Context is null ? "no other thing" : $"'{syntax.Name.Text} {syntax.Variable.Text} of {syntax.Context.Text}'";
            _diagnostics.Report(TypeDiagnostics.Arguments(Place(use), syntax.Name.Text, defined, context is null ? "none" : "one"));
            return [];
        }

        SourceText caller = _source;
        SourceSpan place = Place(use);
        _source = definition.Source;
        Scope body = Scope.Root(_slots);
        VariableSymbol? contextVariable = context switch
        {
            null => null,
            BoundVariable known => known.Variable with { Name = syntax.Context!.Text }, // Checked above.
            _ => _slots.New(syntax.Context!.Text, Place(syntax.Context), context.Type), // Checked above.
        };
        if (contextVariable is not null)
        {
            body.Add(contextVariable);
            if (context is not (null or BoundVariable))
            {
                Expansion.Argue(contextVariable.Slot, context);
            }
        }

        KindPhrase phrase = KindPhrase.Of(syntax.Kind, _symbols.Kinds.ContainsKey);
        VariableSymbol own = variable with { Name = syntax.Variable.Text };
        (ImmutableArray<BoundAlternative> alternatives, _) = Resolve(syntax.Kind, phrase, own, body);
        _source = caller;
        _inUse.Leave();
        Expansion.LeaveKind();
        if (context is not (null or BoundVariable) && contextVariable is not null)
        {
            alternatives =
            [
                .. alternatives.Select(one => one with
                {
                    Conditions = [.. one.Conditions.Select(c => (BoundExpression)new BoundUse(place, syntax.Name.Text, [contextVariable], [context], c))],
                }),
            ];
        }

        return adjectives.IsEmpty || useScope is null
            ? alternatives
            : [.. alternatives.Select(one => one with { Conditions = AdjectiveConditions(new KindWords(adjectives, []), variable, one.Store, useScope, use).AddRange(one.Conditions) })];
    }

    private ImmutableArray<BoundExpression> AdjectiveConditions(KindWords words, VariableSymbol slot, ThingKinds store, Scope scope, SyntaxNode syntax)
    {
        SourceSpan place = Place(syntax);
        BoundVariable thing = new(place, slot with { Type = LanguageType.ThingOf(store) });
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
                    _diagnostics.Report(NameDiagnostics.UnknownKind(Place(adjective), adjective.Text, ["other kinds: there is nothing before it to be earlier than"]));
                    break;
                default:
                    FieldSymbol field = FieldSymbols.Find(store == ThingKinds.History ? ThingKinds.History : ThingKinds.Claim, store == ThingKinds.History ? "claim_type" : "type")!; // In the table of fields.
                    BoundExpression type = new BoundField(place, store == ThingKinds.History ? thing : new BoundClaim(place), field);
                    conditions.Add(new BoundCompare(place, BinaryOperator.Equal, type, Constant(field.Type, place, new TextConstant(adjective.Text))));
                    break;
            }
        }

        return conditions.ToImmutable();
    }
}

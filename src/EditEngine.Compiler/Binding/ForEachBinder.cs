using System.Collections.Immutable;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;

namespace EditEngine.Compiler.Binding;

/// <summary>The bindings of <c>for each</c>.</summary>
internal sealed class ForEachBinder(BindingContext context, ExpressionBinder expressions)
{
    /// <summary>Binds one phrase of <c>for each</c>; a member of a group brings its group with it. The last one is the phrase's own.</summary>
    public ImmutableArray<BoundBinding> BindBinding(KindSyntax kind, Scope scope)
    {
        if (kind.Group is GroupSyntax group)
        {
            BoundGroupBinding bound = BindGroup(group, group.Variable?.Text, kind, scope);
            scope.Add(bound.Variable);
            if (kind.Alternatives.IsEmpty)
            {
                return [bound];
            }

            KindPhrase member = KindPhrase.Of(kind, context.Symbols.Kinds.ContainsKey);
            BoundSource members = expressions.Sources.SourceOfList(new BoundVariable(context.Place(kind), bound.Variable), scope, kind, member.Name?.Text);
            scope.Add(members.Variable);
            return [bound, new BoundThingBinding(members)];
        }

        if (GroupKind(kind) is (KindDefinition definition, NameSyntax name))
        {
            BoundGroupBinding bound = new ExpressionBinder(context with { Source = definition.Source }).ForEach.BindGroup(
                definition.Syntax.Kind.Group!, definition.Syntax.Variable.Text, definition.Syntax.Kind, Scope.Root(context.Slots)); // GroupKind saw it.
            GroupVariable variable = (GroupVariable)bound.Variable with { Name = name.Text };
            scope.Add(variable);
            return [bound with { Variable = variable }];
        }

        BoundSource source = expressions.Sources.BindSource(kind, scope, out _);
        scope.Add(source.Variable);
        return [new BoundThingBinding(source)];
    }

    /// <summary><c>with same X</c>: each later name with each before it.</summary>
    public IEnumerable<BoundExpression> BindSame(ImmutableArray<NameSyntax> same, ImmutableArray<BoundBinding> bindings)
    {
        VariableSymbol[] things = [.. bindings.Select(binding => binding.Variable).Where(variable => variable is not GroupVariable)];
        foreach (NameSyntax what in same)
        {
            for (int later = 1; later < things.Length; later++)
            {
                BoundVariable first = new(context.Place(what), things[later - 1]);
                yield return expressions.Has.SameOf(what, first, new BoundVariable(context.Place(what), things[later]), what);
            }
        }
    }

    private (KindDefinition Definition, NameSyntax Name)? GroupKind(KindSyntax kind)
    {
        if (kind.Alternatives is not [{ Words: [NameSyntax word, ..] words }] || !context.Symbols.Kinds.TryGetValue(word.Text, out KindDefinition? definition))
        {
            return null;
        }

        return definition.Syntax.Kind.Group is null ? null : (definition, words.Length > 1 ? words[^1] : word);
    }

    private BoundGroupBinding BindGroup(GroupSyntax group, string? name, KindSyntax kind, Scope scope)
    {
        int errorsBefore = context.Diagnostics.ErrorCount;
        BoundSource members = expressions.Sources.BindSource(group.Members, scope, out Scope inner);
        bool areMembersKnown = context.Diagnostics.ErrorCount == errorsBefore;
        BoundVariable member = new(context.Place(group), members.Variable);
        ImmutableArray<BoundGroupKeyDefinition>.Builder keys = ImmutableArray.CreateBuilder<BoundGroupKeyDefinition>();
        foreach (ExpressionSyntax key in areMembersKnown ? group.Keys : [])
        {
            string keyName = key switch { NameExpressionSyntax simple => simple.Name, MemberSyntax path => path.Name.Text, _ => context.Source.Slice(key.Span) };
            foreach (BoundExpression part in ComparisonBinder.PartsOf(expressions.Aggregates.KeyValue(key, member, inner)))
            {
                keys.Add(new BoundGroupKeyDefinition(keyName, context.Ordered(part, key)));
            }
        }

        VariableSymbol slot = context.Slots.New(name, context.Place(group), LanguageType.ThingOf(ThingKinds.Group));
        GroupVariable variable = new(slot.Name, slot.Place, slot.Type, slot.Slot, keys.ToImmutable(), members);
        BoundExpression? condition = null;
        if (areMembersKnown && kind.Where is not null && kind.Alternatives.IsEmpty)
        {
            Scope where = scope.Child();
            where.Add(variable);
            condition = expressions.BindCondition(kind.Where, where);
        }

        return new BoundGroupBinding(variable, members, keys.ToImmutable(), condition);
    }
}

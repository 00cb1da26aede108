using System.Collections.Immutable;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Binding;

/// <content>The bindings of <c>for each</c>.</content>
internal sealed partial class ExpressionBinder
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

            KindPhrase member = KindPhrase.Of(kind, _symbols.Kinds.ContainsKey);
            BoundSource members = SourceOfList(new BoundVariable(Place(kind), bound.Variable), scope, kind, member.Name?.Text);
            scope.Add(members.Variable);
            return [bound, new BoundThingBinding(members)];
        }

        if (GroupKind(kind) is (KindDefinition definition, NameSyntax name))
        {
            SourceText caller = _source;
            _source = definition.Source;
            BoundGroupBinding bound = BindGroup(
                definition.Syntax.Kind.Group!, definition.Syntax.Variable.Text, definition.Syntax.Kind, Scope.Root(_slots)); // GroupKind saw it.
            _source = caller;
            GroupVariable variable = (GroupVariable)bound.Variable with { Name = name.Text };
            scope.Add(variable);
            return [bound with { Variable = variable }];
        }

        BoundSource source = BindSource(kind, scope, out _);
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
                BoundVariable first = new(Place(what), things[later - 1]);
                yield return SameOf(what, first, new BoundVariable(Place(what), things[later]), what);
            }
        }
    }

    private (KindDefinition Definition, NameSyntax Name)? GroupKind(KindSyntax kind)
    {
        if (kind.Alternatives is not [{ Words: [NameSyntax word, ..] words }] || !_symbols.Kinds.TryGetValue(word.Text, out KindDefinition? definition))
        {
            return null;
        }

        return definition.Syntax.Kind.Group is null ? null : (definition, words.Length > 1 ? words[^1] : word);
    }

    private BoundGroupBinding BindGroup(GroupSyntax group, string? name, KindSyntax kind, Scope scope)
    {
        int errorsBefore = _diagnostics.ErrorCount;
        BoundSource members = BindSource(group.Members, scope, out Scope inner);
        bool areMembersKnown = _diagnostics.ErrorCount == errorsBefore;
        BoundVariable member = new(Place(group), members.Variable);
        ImmutableArray<BoundGroupKeyDefinition>.Builder keys = ImmutableArray.CreateBuilder<BoundGroupKeyDefinition>();
        foreach (ExpressionSyntax key in areMembersKnown ? group.Keys : [])
        {
            string keyName = key switch { NameExpressionSyntax simple => simple.Name, MemberSyntax path => path.Name.Text, _ => _source.Slice(key.Span) };
            foreach (BoundExpression part in PartsOf(KeyValue(key, member, inner)))
            {
                keys.Add(new BoundGroupKeyDefinition(keyName, Ordered(part, key)));
            }
        }

        VariableSymbol slot = _slots.New(name, Place(group), LanguageType.ThingOf(ThingKinds.Group));
        GroupVariable variable = new(slot.Name, slot.Place, slot.Type, slot.Slot, keys.ToImmutable(), members);
        BoundExpression? condition = null;
        if (areMembersKnown && kind.Where is not null && kind.Alternatives.IsEmpty)
        {
            Scope where = scope.Child();
            where.Add(variable);
            condition = BindCondition(kind.Where, where);
        }

        return new BoundGroupBinding(variable, members, keys.ToImmutable(), condition);
    }
}

using System.Collections.Immutable;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Binding;

/// <content>Names, members, and definitions written out in the places of their uses.</content>
internal sealed partial class ExpressionBinder
{
    private BoundExpression BindName(NameExpressionSyntax name, Scope scope, LanguageType? expected)
    {
        SourceSpan place = Place(name);
        switch (scope.Find(name.Name))
        {
            case VariableSymbol variable:
                return Expansion.TryRead(variable.Slot) ? new BoundVariable(place, variable) : TooMuch(name);
            case BoundRow row:
                return Expansion.TryRead(row) ? row : TooMuch(name);
            case BoundError:
                return new BoundError(place);
            case LetName let:
                return BindLet(let, name, expected);
        }

        if (name.Name.Length == 0 && scope.ImplicitThing is VariableSymbol thing)
        {
            return new BoundVariable(place, thing);
        }

        if (expected is { Kind: TypeKind.Text, Words: WordList words } && words.Words.Contains(name.Name))
        {
            return BindWord(name.Name, place, expected);
        }

        switch (name.Name)
        {
            case "claim":
                return new BoundClaim(place);
            case "patient":
                return new BoundField(place, new BoundClaim(place), FieldSymbols.Find(ThingKinds.Claim, "patient")!); // In the table of fields.
            case "none":
                return Constant(expected ?? LanguageType.Error, place, NoneConstant.Instance);
        }

        if (_symbols.Values.TryGetValue(name.Name, out ValueDefinition? definition) && definition.Syntax.Parameters.IsEmpty)
        {
            return BindUse(definition, [], name, expected);
        }

        if (expected?.Kind == TypeKind.YesNo && name.Name is "yes" or "no")
        {
            return Constant(LanguageType.YesNo, place, new YesNoConstant(name.Name == "yes"));
        }

        bool isWord = expected?.Kind == TypeKind.Code ? !char.IsAsciiLetterLower(name.Name[0]) : expected is { Kind: TypeKind.Text, Words: not null };
        if (!isWord && (ThingNames.FromWord(name.Name) != ThingKinds.None || _symbols.Kinds.ContainsKey(name.Name)))
        {
            string kind = $"'count of {name.Name} x where (…)' or 'sum of x.FIELD over {name.Name} x'";
            return Report(TypeDiagnostics.Unexpected(place, "a kind of things", $"a thing that has a name, or {kind},"), name);
        }

        return isWord ? BindLiteral(name.Name, name.Span, expected) : Report(NameDiagnostics.UnknownName(place, name.Name, KnownNames(scope)), name);
    }

    private IEnumerable<string> KnownNames(Scope scope) =>
        scope.Names().Concat(_symbols.Values.Where(v => v.Value.Syntax.Parameters.IsEmpty).Select(v => v.Key)).Append("claim").Append("patient");

    private BoundExpression BindLet(LetName let, NameExpressionSyntax name, LanguageType? expected)
    {
        if (!Enter("let " + let.Let.Name.Text, name))
        {
            return new BoundError(Place(name));
        }

        // A let means what it would mean written out in its place.
        BoundExpression bound = BindValue(let.Let.Value, let.Scope, expected);
        _inUse.Leave();
        return bound;
    }

    private bool Enter(string name, SyntaxNode use)
    {
        if (_symbols.TooLarge.Contains(name))
        {
            return false; // told at the definition
        }

        if (!_inUse.TryEnter(name))
        {
            _symbols.InCircles.UnionWith(_inUse.All);
            _diagnostics.Report(NameDiagnostics.Recursive(Place(use), name.Replace("let ", "", StringComparison.Ordinal)));
            return false;
        }

        return true;
    }

    private BoundExpression BindMember(MemberSyntax member, Scope scope)
    {
        if (member.Receiver is NameExpressionSyntax { Name: "claim" } && scope.Find("claim") is not VariableSymbol && _symbols.Facts.TryGetValue(member.Name.Text, out FactSymbol? fact))
        {
            return new BoundFact(Place(member), fact);
        }

        BoundExpression receiver = BindValue(member.Receiver, scope);
        return receiver.Type.Kind == TypeKind.Error ? new BoundError(Place(member)) : MemberOf(receiver, member.Name, Place(member));
    }

    /// <summary>A field of a thing, a key of a group or a column of a row.</summary>
    private BoundExpression MemberOf(BoundExpression receiver, NameSyntax name, SourceSpan place)
    {
        if (receiver is BoundVariable { Variable: GroupVariable group })
        {
            int key = group.FindKey(name.Text);
            if (key >= 0)
            {
                return new BoundGroupKey(group.Keys[key].Value.Type, place, receiver, key);
            }

            _diagnostics.Report(NameDiagnostics.UnknownField(Place(name), "the group", name.Text, group.Keys.Select(k => k.Name)));
            return new BoundError(place);
        }

        if (receiver.Type is { Kind: TypeKind.Thing, Things: ThingKinds.Row, Table: TableSymbol table })
        {
            ColumnSymbol? column = table.FindColumn(name.Text);
            if (column is not null)
            {
                return new BoundColumn(place, receiver, column);
            }

            _diagnostics.Report(NameDiagnostics.UnknownColumn(Place(name), table.Name, name.Text, table.Columns.Select(c => c.Name)));
            return new BoundError(place);
        }

        if (receiver.Type.Kind != TypeKind.Thing)
        {
            _diagnostics.Report(TypeDiagnostics.Unexpected(place, receiver.Type, "a thing with fields"));
            return new BoundError(place);
        }

        if (receiver.Type.Things == ThingKinds.None)
        {
            // Narrowed to nothing: the branch is never taken for this kind of thing.
            return Constant(LanguageType.Error, place, NoneConstant.Instance);
        }

        if (receiver.Type.Things == ThingKinds.Claim && _symbols.Facts.TryGetValue(name.Text, out FactSymbol? fact))
        {
            return new BoundFact(place, fact);
        }

        ThingKinds kinds = receiver.Type.Things;
        if (FieldSymbols.Find(kinds, name.Text) is FieldSymbol shared)
        {
            return new BoundField(place, receiver, shared);
        }

        // What only some kinds of a union have, the others have none of.
        ImmutableArray<FieldSymbol> fields = FieldSymbols.FindEach(kinds, name.Text);
        if (fields.Length == 1)
        {
            return new BoundField(place, receiver, fields[0]);
        }

        _diagnostics.Report(fields.IsEmpty
            ? NameDiagnostics.UnknownField(Place(name), "a " + ThingNames.NameOf(kinds), name.Text, FieldSymbols.NamesOf(kinds))
            : NameDiagnostics.SeveralFields(Place(name), name.Text, fields.Select(field => ThingNames.NameOf(field.Owners & kinds))));
        return new BoundError(place);
    }

    private BoundExpression BindOf(OfSyntax of, Scope scope, LanguageType? expected)
    {
        switch (of.Name.Text)
        {
            case "age":
                return BindAge(of, scope);
            case "count":
                return BindCountOf(of, scope);
            case "first" or "last":
                BoundSource source = SourceOfList(BindValue(of.Argument, scope), scope, of, null);
                return new BoundFirst(ThingOf(source), Place(of), source, of.Name.Text == "last", []);
        }

        BoundExpression argument = BindValue(of.Argument, scope);
        return argument.Type.Kind == TypeKind.Error ? new BoundError(Place(of)) : NameOf(of.Name, argument, of, expected);
    }

    /// <summary><c>NAME of thing</c>: a definition of one name, else a field.</summary>
    private BoundExpression NameOf(NameSyntax name, BoundExpression argument, SyntaxNode use, LanguageType? expected)
    {
        if (_symbols.Values.TryGetValue(name.Text, out ValueDefinition? definition))
        {
            if (definition.Syntax.Parameters.Length == 1)
            {
                return BindUse(definition, [argument], use, expected);
            }

            return Report(TypeDiagnostics.Arguments(Place(use), name.Text, Count(definition.Syntax.Parameters.Length), Count(1)), use);
        }

        if (argument.Type.Kind == TypeKind.Thing && FieldSymbols.Find(argument.Type.Things, name.Text) is not null)
        {
            return MemberOf(argument, name, Place(use));
        }

        if (argument is BoundVariable { Variable: GroupVariable })
        {
            return MemberOf(argument, name, Place(use));
        }

        return Report(NameDiagnostics.UnknownName(Place(name), name.Text, _symbols.Values.Keys.Concat(FieldSymbols.NamesOf(argument.Type.Things))), use);

        static string Count(int number) => number switch { 0 => "the claim", 1 => "one thing", _ => "two things" };
    }

    private BoundExpression BindUse(ValueDefinition definition, ImmutableArray<BoundExpression> arguments, SyntaxNode use, LanguageType? expected)
    {
        string name = definition.Syntax.Name.Text;
        if (!Enter(name, use))
        {
            return new BoundError(Place(use));
        }

        if (!Expansion.TryEnter())
        {
            _inUse.Leave();
            return TooMuch(use);
        }

        SourceSpan place = Place(use);
        SourceText caller = _source;
        _source = definition.Source;
        Scope body = Scope.Root(_slots);
        ImmutableArray<VariableSymbol>.Builder parameters = ImmutableArray.CreateBuilder<VariableSymbol>();
        for (int i = 0; i < arguments.Length; i++)
        {
            NameSyntax parameter = definition.Syntax.Parameters[i];
            VariableSymbol variable = arguments[i] is BoundVariable { Variable: GroupVariable group }
                ? new GroupVariable(parameter.Text, Place(parameter), group.Type, _slots.New(null, place, group.Type).Slot, group.Keys, group.Members)
                : _slots.New(parameter.Text, Place(parameter), arguments[i].Type);
            if (arguments[i] is not BoundVariable)
            {
                Expansion.Argue(variable.Slot, arguments[i]);
            }

            body.Add(variable);
            parameters.Add(variable);
        }

        LanguageType? wanted = expected is { Kind: TypeKind.Condition } && definition.Syntax.Value is ChoiceSyntax ? null : expected;
        BoundExpression value = BindValue(definition.Syntax.Value, body, wanted);
        _source = caller;
        _inUse.Leave();
        Expansion.Leave();
        return value.Type.Kind == TypeKind.Error && value is not BoundConstant
            ? new BoundError(place)
            : new BoundUse(place, name, parameters.ToImmutable(), arguments, value);
    }
}

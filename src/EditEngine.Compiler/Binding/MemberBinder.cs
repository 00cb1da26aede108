using System.Collections.Immutable;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Binding;

/// <summary>Members of things, groups and rows, and <c>NAME of thing</c>.</summary>
internal sealed class MemberBinder(BindingContext context, ExpressionBinder expressions)
{
    public BoundExpression BindMember(MemberSyntax member, Scope scope)
    {
        if (member.Receiver is NameExpressionSyntax { Name: "claim" } && scope.Find("claim") is not VariableSymbol && context.Symbols.Facts.TryGetValue(member.Name.Text, out FactSymbol? fact))
        {
            return new BoundFact(context.Place(member), fact);
        }

        BoundExpression receiver = expressions.BindValue(member.Receiver, scope);
        return receiver.Type.Kind == TypeKind.Error ? new BoundError(context.Place(member)) : MemberOf(receiver, member.Name, context.Place(member));
    }

    /// <summary>A field of a thing, a key of a group or a column of a row.</summary>
    public BoundExpression MemberOf(BoundExpression receiver, NameSyntax name, SourceSpan place)
    {
        if (receiver is BoundVariable { Variable: GroupVariable group })
        {
            int key = group.FindKey(name.Text);
            if (key >= 0)
            {
                return new BoundGroupKey(group.Keys[key].Value.Type, place, receiver, key);
            }

            context.Diagnostics.Report(NameDiagnostics.UnknownField(context.Place(name), "the group", name.Text, group.Keys.Select(k => k.Name)));
            return new BoundError(place);
        }

        if (receiver.Type is { Kind: TypeKind.Thing, Things: ThingKinds.Row, Table: TableSymbol table })
        {
            ColumnSymbol? column = table.FindColumn(name.Text);
            if (column is not null)
            {
                return new BoundColumn(place, receiver, column);
            }

            context.Diagnostics.Report(NameDiagnostics.UnknownColumn(context.Place(name), table.Name, name.Text, table.Columns.Select(c => c.Name)));
            return new BoundError(place);
        }

        if (receiver.Type.Kind != TypeKind.Thing)
        {
            context.Diagnostics.Report(TypeDiagnostics.Unexpected(place, receiver.Type, "a thing with fields"));
            return new BoundError(place);
        }

        if (receiver.Type.Things == ThingKinds.None)
        {
            // Narrowed to nothing: the branch is never taken for this kind of thing.
            return new BoundConstant(LanguageType.Error, place, NoneConstant.Instance);
        }

        if (receiver.Type.Things == ThingKinds.Claim && context.Symbols.Facts.TryGetValue(name.Text, out FactSymbol? fact))
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

        context.Diagnostics.Report(fields.IsEmpty
            ? NameDiagnostics.UnknownField(context.Place(name), "a " + ThingNames.NameOf(kinds), name.Text, FieldSymbols.NamesOf(kinds))
            : NameDiagnostics.SeveralFields(context.Place(name), name.Text, fields.Select(field => ThingNames.NameOf(field.Owners & kinds))));
        return new BoundError(place);
    }

    public BoundExpression BindOf(OfSyntax of, Scope scope, LanguageType? expected)
    {
        switch (of.Name.Text)
        {
            case "age":
                return expressions.Dates.BindAge(of, scope);
            case "count":
                return expressions.Aggregates.BindCountOf(of, scope);
            case "first" or "last":
                BoundSource source = expressions.Sources.SourceOfList(expressions.BindValue(of.Argument, scope), scope, of, null);
                return new BoundFirst(AggregateBinder.ThingOf(source), context.Place(of), source, of.Name.Text == "last", []);
        }

        BoundExpression argument = expressions.BindValue(of.Argument, scope);
        return argument.Type.Kind == TypeKind.Error ? new BoundError(context.Place(of)) : NameOf(of.Name, argument, of, expected);
    }

    /// <summary><c>NAME of thing</c>: a definition of one name, else a field.</summary>
    public BoundExpression NameOf(NameSyntax name, BoundExpression argument, SyntaxNode use, LanguageType? expected)
    {
        if (context.Symbols.Values.TryGetValue(name.Text, out ValueDefinition? definition))
        {
            if (definition.Syntax.Parameters.Length == 1)
            {
                return expressions.Uses.BindUse(definition, [argument], use, expected);
            }

            return context.Report(TypeDiagnostics.Arguments(context.Place(use), name.Text, Count(definition.Syntax.Parameters.Length), Count(1)), use);
        }

        if (argument.Type.Kind == TypeKind.Thing && FieldSymbols.Find(argument.Type.Things, name.Text) is not null)
        {
            return MemberOf(argument, name, context.Place(use));
        }

        if (argument is BoundVariable { Variable: GroupVariable })
        {
            return MemberOf(argument, name, context.Place(use));
        }

        return context.Report(NameDiagnostics.UnknownName(context.Place(name), name.Text, context.Symbols.Values.Keys.Concat(FieldSymbols.NamesOf(argument.Type.Things))), use);

        static string Count(int number) => number switch { 0 => "the claim", 1 => "one thing", _ => "two things" };
    }
}

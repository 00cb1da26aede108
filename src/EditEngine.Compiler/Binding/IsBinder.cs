using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;

namespace EditEngine.Compiler.Binding;

/// <summary>Conditions with <c>is</c>.</summary>
internal sealed class IsBinder(BindingContext context, ExpressionBinder expressions)
{
    public BoundExpression BindIs(IsSyntax @is, Scope scope)
    {
        BoundExpression condition = BindIsPlain(@is, scope);
        return @is.IsNegated && condition is not BoundError ? new BoundNot(context.Place(@is), condition) : condition;
    }

    private BoundExpression BindIsPlain(IsSyntax @is, Scope scope)
    {
        string word = @is.Word.Text;
        BoundExpression value = expressions.BindValue(@is.Value, scope);
        if (value.Type.Kind == TypeKind.Error && value is not BoundConstant)
        {
            return new BoundError(context.Place(@is));
        }

        switch (word)
        {
            case "missing":
                return new BoundNot(context.Place(@is), new BoundIsPresent(context.Place(@is), value));
            case "present":
                return new BoundIsPresent(context.Place(@is), value);
            case "on" when value is BoundField { Receiver: { Type.Things: ThingKinds.Suggestion } suggestion, Field.Name: "code" }:
                return new BoundIsOnClaim(context.Place(@is), suggestion);
            case "valid" when value.Type.Kind == TypeKind.Code:
                return BindIsValid(@is, value, scope);
        }

        if (value.Type.Kind != TypeKind.Thing)
        {
            return context.Report(TypeDiagnostics.NotYesNo(context.Place(@is), value.Type, word, ["present", "missing"]), @is);
        }

        return BindIsOfThing(@is, value, scope);
    }

    /// <summary><c>CODE is valid [on DATE]</c>: the code is in the pack's code table of its system, on that day, else on its own thing's.</summary>
    private BoundExpression BindIsValid(IsSyntax @is, BoundExpression code, Scope scope)
    {
        CodeSystem system = code.Type.System;
        if (!context.Symbols.CodeTables.TryGetValue(system, out CodeTableSymbol? table))
        {
            return context.Symbols.UnreadCodeTables.Contains(system)
                ? new BoundError(context.Place(@is))
                : context.Report(CodeDiagnostics.NoCodeTable(context.Place(@is), CodeSystemNames.NameOf(system)), @is);
        }

        if (!table.Untold.IsEmpty)
        {
            context.Diagnostics.Report(CodeDiagnostics.FamilyUntold(context.Place(@is), table.Untold));
        }

        CodeSetConstant codes = new(table.Codes);
        return new BoundInSet(context.Place(@is), code, codes, "codes of " + CodeSystemNames.NameOf(system), expressions.Memberships.DateOfSet(codes, @is.Argument, code, @is, scope));
    }

    private BoundExpression BindIsOfThing(IsSyntax @is, BoundExpression thing, Scope scope)
    {
        string word = @is.Word.Text;
        if (@is.By is NameSyntax by)
        {
            return word == "denied"
                ? new BoundIsDecidedBy(context.Place(@is), thing, by.Text)
                : context.Report(TypeDiagnostics.NotYesNo(context.Place(@is.Word), thing.Type, $"{word} by", ["denied by"]), @is);
        }

        switch (word)
        {
            case "payable":
                return new BoundIsPayable(context.Place(@is), thing);
            case "history":
                return new BoundIsIn(context.Place(@is), thing, ThingKinds.History);
            case "line":
                return new BoundIsIn(context.Place(@is), thing, ThingKinds.Line);
        }

        if (@is.Argument is not null && context.Symbols.Values.TryGetValue(word, out ValueDefinition? relation) && relation.Syntax.Parameters.Length == 2)
        {
            BoundExpression other = expressions.BindValue(@is.Argument, scope);
            return other is BoundError ? other : context.AsCondition(expressions.Uses.BindUse(relation, [thing, other], @is, LanguageType.Condition), @is);
        }

        if (context.Symbols.Kinds.TryGetValue(word, out KindDefinition? kind))
        {
            return BindIsKind(@is, thing, kind, scope);
        }

        if (context.Symbols.Values.TryGetValue(word, out ValueDefinition? value) && value.Syntax.Parameters.Length == 1 && @is.Argument is null)
        {
            return context.AsCondition(expressions.Uses.BindUse(value, [thing], @is, LanguageType.Condition), @is);
        }

        if (FieldSymbols.Find(thing.Type.Things, word) is { Type.Kind: TypeKind.YesNo })
        {
            return new BoundIsYes(context.Place(@is), expressions.Members.MemberOf(thing, @is.Word, context.Place(@is)));
        }

        if (thing.Type.Table?.FindColumn(word) is { Type.Kind: TypeKind.YesNo })
        {
            return new BoundIsYes(context.Place(@is), expressions.Members.MemberOf(thing, @is.Word, context.Place(@is)));
        }

        if (thing.Type.Things == ThingKinds.None)
        {
            return context.Constant(LanguageType.Condition, @is, new YesNoConstant(false));
        }

        IEnumerable<string> known = context.Symbols.Kinds.Keys.Concat(context.Symbols.Values.Where(v => v.Value.Syntax.Parameters.Length == 2).Select(v => v.Key))
            .Concat(FieldSymbols.All.Where(f => f.Type.Kind == TypeKind.YesNo && (f.Owners & thing.Type.Things) != 0).Select(f => f.Name))
            .Concat(thing.Type.Table?.Columns.Where(column => column.Type.Kind == TypeKind.YesNo).Select(column => column.Name) ?? [])
            .Concat(thing.Type.Table is null ? ["history", "payable"] : []).Append("missing").Append("present").Order(StringComparer.Ordinal);
        return context.Report(TypeDiagnostics.NotYesNo(context.Place(@is.Word), thing.Type, word, known), @is);
    }

    private BoundExpression BindIsKind(IsSyntax @is, BoundExpression thing, KindDefinition kind, Scope scope)
    {
        BoundExpression? argument = @is.Argument is null ? null : expressions.BindValue(@is.Argument, scope);
        VariableSymbol variable = context.Slots.New(null, context.Place(@is), thing.Type);
        ImmutableArray<BoundAlternative> alternatives = expressions.Kinds.AlternativesOf(kind, variable, argument, @is);
        return alternatives.IsEmpty
            ? new BoundError(context.Place(@is))
            : new BoundIsKind(context.Place(@is), thing, variable, alternatives, kind.Syntax.Name.Text);
    }
}

using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;

namespace EditEngine.Compiler.Binding;

/// <content>Conditions with is, has and shares.</content>
internal sealed partial class ExpressionBinder
{
    private BoundExpression BindIs(IsSyntax @is, Scope scope)
    {
        BoundExpression condition = BindIsPlain(@is, scope);
        return @is.IsNegated && condition is not BoundError ? new BoundNot(Place(@is), condition) : condition;
    }

    private BoundExpression BindIsPlain(IsSyntax @is, Scope scope)
    {
        string word = @is.Word.Text;
        BoundExpression value = BindValue(@is.Value, scope);
        if (value.Type.Kind == TypeKind.Error && value is not BoundConstant)
        {
            return new BoundError(Place(@is));
        }

        switch (word)
        {
            case "missing":
                return new BoundNot(Place(@is), new BoundIsPresent(Place(@is), value));
            case "present":
                return new BoundIsPresent(Place(@is), value);
            case "on" when value is BoundField { Receiver: { Type.Things: ThingKinds.Suggestion } suggestion, Field.Name: "code" }:
                return new BoundIsOnClaim(Place(@is), suggestion);
            case "valid" when value.Type.Kind == TypeKind.Code:
                return BindIsValid(@is, value, scope);
        }

        if (value.Type.Kind != TypeKind.Thing)
        {
            return Report(TypeDiagnostics.NotYesNo(Place(@is), value.Type, word, ["present", "missing"]), @is);
        }

        return BindIsOfThing(@is, value, scope);
    }

    /// <summary><c>CODE is valid [on DATE]</c>: the code is in the pack's code table of its system, on that day, else on its own thing's.</summary>
    private BoundExpression BindIsValid(IsSyntax @is, BoundExpression code, Scope scope)
    {
        CodeSystem system = code.Type.System;
        if (!_symbols.CodeTables.TryGetValue(system, out CodeTableSymbol? table))
        {
            return _symbols.UnreadCodeTables.Contains(system)
                ? new BoundError(Place(@is))
                : Report(CodeDiagnostics.NoCodeTable(Place(@is), CodeSystemNames.NameOf(system)), @is);
        }

        if (!table.Untold.IsEmpty)
        {
            _diagnostics.Report(CodeDiagnostics.FamilyUntold(Place(@is), table.Untold));
        }

        CodeSetConstant codes = new(table.Codes);
        return new BoundInSet(Place(@is), code, codes, "codes of " + CodeSystemNames.NameOf(system), DateOfSet(codes, @is.Argument, code, @is, scope));
    }

    private BoundExpression BindIsOfThing(IsSyntax @is, BoundExpression thing, Scope scope)
    {
        string word = @is.Word.Text;
        if (@is.By is NameSyntax by)
        {
            return word == "denied"
                ? new BoundIsDecidedBy(Place(@is), thing, by.Text)
                : Report(TypeDiagnostics.NotYesNo(Place(@is.Word), thing.Type, $"{word} by", ["denied by"]), @is);
        }

        switch (word)
        {
            case "payable":
                return new BoundIsPayable(Place(@is), thing);
            case "history":
                return new BoundIsIn(Place(@is), thing, ThingKinds.History);
            case "line":
                return new BoundIsIn(Place(@is), thing, ThingKinds.Line);
        }

        if (@is.Argument is not null && _symbols.Values.TryGetValue(word, out ValueDefinition? relation) && relation.Syntax.Parameters.Length == 2)
        {
            BoundExpression other = BindValue(@is.Argument, scope);
            return other is BoundError ? other : AsCondition(BindUse(relation, [thing, other], @is, LanguageType.Condition), @is);
        }

        if (_symbols.Kinds.TryGetValue(word, out KindDefinition? kind))
        {
            return BindIsKind(@is, thing, kind, scope);
        }

        if (_symbols.Values.TryGetValue(word, out ValueDefinition? value) && value.Syntax.Parameters.Length == 1 && @is.Argument is null)
        {
            return AsCondition(BindUse(value, [thing], @is, LanguageType.Condition), @is);
        }

        if (FieldSymbols.Find(thing.Type.Things, word) is { Type.Kind: TypeKind.YesNo })
        {
            return new BoundIsYes(Place(@is), MemberOf(thing, @is.Word, Place(@is)));
        }

        if (thing.Type.Table?.FindColumn(word) is { Type.Kind: TypeKind.YesNo })
        {
            return new BoundIsYes(Place(@is), MemberOf(thing, @is.Word, Place(@is)));
        }

        if (thing.Type.Things == ThingKinds.None)
        {
            return Constant(LanguageType.Condition, @is, new YesNoConstant(false));
        }

        IEnumerable<string> known = _symbols.Kinds.Keys.Concat(_symbols.Values.Where(v => v.Value.Syntax.Parameters.Length == 2).Select(v => v.Key))
            .Concat(FieldSymbols.All.Where(f => f.Type.Kind == TypeKind.YesNo && (f.Owners & thing.Type.Things) != 0).Select(f => f.Name))
            .Concat(thing.Type.Table?.Columns.Where(column => column.Type.Kind == TypeKind.YesNo).Select(column => column.Name) ?? [])
            .Concat(thing.Type.Table is null ? ["history", "payable"] : []).Append("missing").Append("present").Order(StringComparer.Ordinal);
        return Report(TypeDiagnostics.NotYesNo(Place(@is.Word), thing.Type, word, known), @is);
    }

    private BoundExpression BindIsKind(IsSyntax @is, BoundExpression thing, KindDefinition kind, Scope scope)
    {
        BoundExpression? context = @is.Argument is null ? null : BindValue(@is.Argument, scope);
        VariableSymbol variable = _slots.New(null, Place(@is), thing.Type);
        ImmutableArray<BoundAlternative> alternatives = AlternativesOf(kind, variable, context, [], @is);
        return alternatives.IsEmpty
            ? new BoundError(Place(@is))
            : new BoundIsKind(Place(@is), thing, variable, alternatives, kind.Syntax.Name.Text);
    }

    private BoundExpression BindHas(HasSyntax has, Scope scope)
    {
        BoundExpression? subject = SubjectOf(has.Subject, scope, has);
        if (subject is null or BoundError)
        {
            return new BoundError(Place(has));
        }

        if (subject is BoundVariable { Variable: GroupVariable } || subject.Type.Kind != TypeKind.Thing)
        {
            return Report(TypeDiagnostics.NoList(Place(has), subject.Type, has.Member.Text, []), has);
        }

        string member = has.Member.Text;
        FieldSymbol? list = ListField(subject.Type.Things, member);
        if (list is null)
        {
            IEnumerable<string> known = FieldSymbols.All.Where(f => (f.Owners & subject.Type.Things) != 0 && f.Type.Kind == TypeKind.CodeList)
                .Select(f => Singular(f.Name)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
            return Report(TypeDiagnostics.NoList(Place(has.Member), subject.Type, member, known), has);
        }

        BoundField codes = new(Place(has), subject, list);
        int number = has.Number is null ? 0 : int.TryParse(has.Number.Text, out int parsed) ? parsed : 0;
        LanguageType code = LanguageType.CodeOf(list.Type.System);
        if (has.Filter is null)
        {
            return new BoundHas(Place(has), codes, has.Quantity, number, null, null, false, null);
        }

        if (IsSet(has.Filter))
        {
            Constant? set = BindSet(has.Filter, code).Set;
            BoundExpression? on = set is CodeSetConstant { Set.IsDated: true } ? DateFor([subject], has) : null;
            return set is null ? new BoundError(Place(has)) : new BoundHas(Place(has), codes, has.Quantity, number, set, null, has.IsOutside, on);
        }

        BoundExpression filter = BindValue(has.Filter, scope, code);
        return filter.Type.Kind == TypeKind.Code
            ? new BoundHas(Place(has), codes, has.Quantity, number, null, filter, has.IsOutside, null)
            : filter is BoundError ? filter : Report(TypeDiagnostics.Unexpected(Place(has.Filter), filter.Type, code.ToString()), has);
    }

    private static FieldSymbol? ListField(ThingKinds things, string member)
    {
        string plural = member switch { "diagnosis" => "diagnoses", "missing_tooth" => "missing_teeth", _ => member + "s" };
        FieldSymbol? field = FieldSymbols.Find(things, plural);
        return field?.Type.Kind == TypeKind.CodeList ? field : null;
    }

    private static string Singular(string list) => list switch
    {
        "diagnoses" or "final_diagnoses" => "diagnosis",
        "missing_teeth" => "missing_tooth",
        _ => list[..^1],
    };

    private BoundExpression? SubjectOf(ExpressionSyntax? subject, Scope scope, SyntaxNode syntax) =>
        subject is null or NameExpressionSyntax { Name: "" }
            ? scope.ImplicitThing is VariableSymbol thing ? new BoundVariable(Place(syntax), thing) : null
            : BindValue(subject, scope);

    private BoundExpression BindHasSame(HasSameSyntax same, Scope scope)
    {
        BoundExpression? subject = SubjectOf(same.Subject, scope, same);
        BoundExpression other = BindValue(same.Other, scope);
        return subject is null or BoundError || other is BoundError ? new BoundError(Place(same)) : SameOf(same.What, subject, other, same);
    }

    /// <summary>The value <c>X</c> of both is equal, or the relation X holds.</summary>
    private BoundExpression SameOf(NameSyntax what, BoundExpression left, BoundExpression right, SyntaxNode syntax)
    {
        if (_symbols.Values.TryGetValue(what.Text, out ValueDefinition? relation) && relation.Syntax.Parameters.Length == 2)
        {
            return AsCondition(BindUse(relation, [left, right], syntax, LanguageType.Condition), syntax);
        }

        return Same(NameOf(what, left, syntax, null), NameOf(what, right, syntax, null), syntax);
    }

    private BoundExpression BindShares(SharesSyntax shares, Scope scope)
    {
        BoundExpression left = BindValue(shares.Subject, scope);
        BoundExpression right = BindValue(shares.Other, scope);
        if (left is BoundError || right is BoundError)
        {
            return new BoundError(Place(shares));
        }

        FieldSymbol? a = left.Type.Kind == TypeKind.Thing ? ListField(left.Type.Things, shares.Member.Text) : null;
        FieldSymbol? b = right.Type.Kind == TypeKind.Thing ? ListField(right.Type.Things, shares.Member.Text) : null;
        return a is null || b is null
            ? Report(TypeDiagnostics.NoList(Place(shares.Member), a is null ? left.Type : right.Type, shares.Member.Text, ["diagnosis", "modifier"]), shares)
            : new BoundShares(Place(shares), new BoundField(Place(shares), left, a), new BoundField(Place(shares), right, b));
    }

    private BoundExpression BindCodesOf(CodesOfSyntax codes) =>
        CodeSystemNames.TryFind(codes.System.Text, out CodeSystem system)
            ? new BoundCodesOf(Place(codes), system)
            : Report(NameDiagnostics.UnknownType(Place(codes.System), codes.System.Text, CodeSystemNames.Names), codes);
}

using EditEngine.Codes;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;

namespace EditEngine.Compiler.Binding;

/// <summary>Conditions with <c>has</c> and <c>shares</c>.</summary>
internal sealed class HasBinder(BindingContext context, ExpressionBinder expressions)
{
    public BoundExpression BindHas(HasSyntax has, Scope scope)
    {
        BoundExpression? subject = SubjectOf(has.Subject, scope, has);
        if (subject is null or BoundError)
        {
            return new BoundError(context.Place(has));
        }

        if (subject is BoundVariable { Variable: GroupVariable } || subject.Type.Kind != TypeKind.Thing)
        {
            return context.Report(TypeDiagnostics.NoList(context.Place(has), subject.Type, has.Member.Text, []), has);
        }

        string member = has.Member.Text;
        FieldSymbol? list = ListField(subject.Type.Things, member);
        if (list is null)
        {
            IEnumerable<string> known = FieldSymbols.All.Where(f => (f.Owners & subject.Type.Things) != 0 && f.Type.Kind == TypeKind.CodeList)
                .Select(f => Singular(f.Name)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
            return context.Report(TypeDiagnostics.NoList(context.Place(has.Member), subject.Type, member, known), has);
        }

        BoundField codes = new(context.Place(has), subject, list);
        int number = has.Number is null ? 0 : int.TryParse(has.Number.Text, out int parsed) ? parsed : 0;
        LanguageType code = LanguageType.CodeOf(list.Type.System);
        if (has.Filter is null)
        {
            return new BoundHas(context.Place(has), codes, has.Quantity, number, null, null, false, null);
        }

        if (SetBinder.IsSet(has.Filter))
        {
            Constant? set = expressions.Sets.BindSet(has.Filter, code).Set;
            BoundExpression? on = set is CodeSetConstant { Set.IsDated: true } ? expressions.Lookups.DateFor([subject], has) : null;
            return set is null ? new BoundError(context.Place(has)) : new BoundHas(context.Place(has), codes, has.Quantity, number, set, null, has.IsOutside, on);
        }

        BoundExpression filter = expressions.BindValue(has.Filter, scope, code);
        return filter.Type.Kind == TypeKind.Code
            ? new BoundHas(context.Place(has), codes, has.Quantity, number, null, filter, has.IsOutside, null)
            : filter is BoundError ? filter : context.Report(TypeDiagnostics.Unexpected(context.Place(has.Filter), filter.Type, code.ToString()), has);
    }

    /// <summary>The list of codes of which a word names one, as <c>modifier</c> those of <c>modifiers</c>.</summary>
    public static FieldSymbol? ListField(ThingKinds things, string member)
    {
        string plural = member switch { "diagnosis" => "diagnoses", "missing_tooth" => "missing_teeth", "tooth" => "teeth", _ => member + "s" };
        FieldSymbol? field = FieldSymbols.Find(things, plural);
        return field?.Type.Kind == TypeKind.CodeList ? field : null;
    }

    /// <summary>The word for one of a list's codes.</summary>
    public static string Singular(string list) => list switch
    {
        "diagnoses" or "final_diagnoses" => "diagnosis",
        "missing_teeth" => "missing_tooth",
        "teeth" => "tooth",
        _ => list[..^1],
    };

    private BoundExpression? SubjectOf(ExpressionSyntax? subject, Scope scope, SyntaxNode syntax) =>
        subject is null or NameExpressionSyntax { Name: "" }
            ? scope.ImplicitThing is VariableSymbol thing ? new BoundVariable(context.Place(syntax), thing) : null
            : expressions.BindValue(subject, scope);

    public BoundExpression BindHasSame(HasSameSyntax same, Scope scope)
    {
        BoundExpression? subject = SubjectOf(same.Subject, scope, same);
        BoundExpression other = expressions.BindValue(same.Other, scope);
        return subject is null or BoundError || other is BoundError ? new BoundError(context.Place(same)) : SameOf(same.What, subject, other, same);
    }

    /// <summary>The value <c>X</c> of both is equal, or the relation X holds.</summary>
    public BoundExpression SameOf(NameSyntax what, BoundExpression left, BoundExpression right, SyntaxNode syntax)
    {
        if (context.Symbols.Values.TryGetValue(what.Text, out ValueDefinition? relation) && relation.Syntax.Parameters.Length == 2)
        {
            return context.AsCondition(expressions.Uses.BindUse(relation, [left, right], syntax, LanguageType.Condition), syntax);
        }

        if (what.Text is "patient" or "member" or "subscriber" or "person" or "beneficiary" && FieldSymbols.Find(left.Type.Things, what.Text) is null)
        {
            return context.Report(NameDiagnostics.SameMember(context.Place(what), what.Text), syntax);
        }

        return expressions.Comparisons.Same(expressions.Members.NameOf(what, left, syntax, null), expressions.Members.NameOf(what, right, syntax, null), syntax);
    }

    public BoundExpression BindShares(SharesSyntax shares, Scope scope)
    {
        BoundExpression left = expressions.BindValue(shares.Subject, scope);
        BoundExpression right = expressions.BindValue(shares.Other, scope);
        if (left is BoundError || right is BoundError)
        {
            return new BoundError(context.Place(shares));
        }

        FieldSymbol? a = left.Type.Kind == TypeKind.Thing ? ListField(left.Type.Things, shares.Member.Text) : null;
        FieldSymbol? b = right.Type.Kind == TypeKind.Thing ? ListField(right.Type.Things, shares.Member.Text) : null;
        return a is null || b is null
            ? context.Report(TypeDiagnostics.NoList(context.Place(shares.Member), a is null ? left.Type : right.Type, shares.Member.Text, ["diagnosis", "modifier"]), shares)
            : new BoundShares(context.Place(shares), new BoundField(context.Place(shares), left, a), new BoundField(context.Place(shares), right, b));
    }

    public BoundExpression BindCodesOf(CodesOfSyntax codes) =>
        CodeSystemNames.TryFind(codes.System.Text, out CodeSystem system)
            ? new BoundCodesOf(context.Place(codes), system)
            : context.Report(NameDiagnostics.UnknownType(context.Place(codes.System), codes.System.Text, CodeSystemNames.Names), codes);
}

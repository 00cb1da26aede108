using EditEngine.Compiler.Syntax;

namespace EditEngine.Compiler.Binding;

/// <summary>Scopes speak of the claim without naming it: <c>for state in { OH, MI } and product = "HMO"</c>.</summary>
internal static class ScopeNames
{
    private static readonly string[] Levels = ["line_of_business", "product", "state", "contract", "provider"];

    /// <summary>The scope with <c>claim.</c> before its names; <c>provider</c> is the billing provider's NPI.</summary>
    public static ExpressionSyntax AsClaimFields(ExpressionSyntax syntax) => syntax switch
    {
        NameExpressionSyntax { Name: "provider" } name => new MemberSyntax(
            name.Span,
            new MemberSyntax(name.Span, new NameExpressionSyntax(name.Span, "claim"), new NameSyntax(name.Span, "billing")),
            new NameSyntax(name.Span, "npi")),
        NameExpressionSyntax name when Levels.Contains(name.Name) || name.Name == "payer" =>
            new MemberSyntax(name.Span, new NameExpressionSyntax(name.Span, "claim"), new NameSyntax(name.Span, name.Name)),
        BinarySyntax binary when binary.Operator is BinaryOperator.And or BinaryOperator.Or =>
            binary with { Left = AsClaimFields(binary.Left), Right = AsClaimFields(binary.Right) },
        BinarySyntax binary => binary with { Left = AsClaimFields(binary.Left) },
        InSyntax @in => @in with { Value = AsClaimFields(@in.Value) },
        NotSyntax not => not with { Operand = AsClaimFields(not.Operand) },
        ParenthesizedSyntax inner => inner with { Inner = AsClaimFields(inner.Inner) },
        _ => syntax,
    };

    /// <summary>How specific a scope is: the highest level named, then how many levels.</summary>
    public static int RankOf(ExpressionSyntax syntax)
    {
        string[] named = [.. Named(syntax).Distinct(StringComparer.Ordinal)];
        int highest = named.Length == 0 ? 0 : named.Max(name => Array.IndexOf(Levels, name) + 1);
        return (highest * 10) + named.Length;
    }

    private static IEnumerable<string> Named(ExpressionSyntax syntax) => syntax switch
    {
        NameExpressionSyntax name when Levels.Contains(name.Name) => [name.Name],
        BinarySyntax binary => Named(binary.Left).Concat(Named(binary.Right)),
        InSyntax @in => Named(@in.Value),
        NotSyntax not => Named(not.Operand),
        ParenthesizedSyntax inner => Named(inner.Inner),
        _ => [],
    };
}

using System.Collections.Immutable;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Plans;

namespace EditEngine.Compiler.Binding;

/// <summary>How the days of a range lie in things that have a first and a last day. It means what these conditions mean when they are written out, so that no execution knows more of it.</summary>
internal sealed class DaysInBinder(BindingContext context, ExpressionBinder expressions)
{
    // No name of rule text has a blank in it.
    private const string Span = "a span";
    private const string Next = "a span behind";

    /// <summary>Binds the condition.</summary>
    public BoundExpression Bind(DaysInSyntax syntax, Scope scope)
    {
        (ExpressionSyntax from, ExpressionSyntax to) = MembershipBinder.Unwrap(syntax.Days) is RangeSyntax { From: ExpressionSyntax first, To: ExpressionSyntax last } ? (first, last) : (syntax.Days, syntax.Days);

        // Each is bound again where it stands: a mistake of it is told once.
        if (expressions.BindDate(from, scope) is BoundError || (!ReferenceEquals(from, to) && expressions.BindDate(to, scope) is BoundError) || !HasDays(syntax, scope))
        {
            return new BoundError(context.Place(syntax));
        }

        Written written = new(syntax.Span, syntax.Kind, from, to);
        ExpressionSyntax condition = (syntax.Quantifier, syntax.IsOutside) switch
        {
            (Quantifier.Every, false) => written.AllIn(),
            (Quantifier.Any, true) => written.Not(written.AllIn()),
            (Quantifier.No, true) => written.AllIn(),
            (Quantifier.Any, false) => written.SomeIn(Quantifier.Any),
            _ => written.SomeIn(Quantifier.No),
        };
        return expressions.BindCondition(condition, scope);
    }

    private bool HasDays(DaysInSyntax syntax, Scope scope)
    {
        BoundSource source = expressions.Sources.BindSource(syntax.Kind, scope, out _);
        if (source.Variable.Type.Kind != TypeKind.Thing || source.Alternatives.IsEmpty)
        {
            return false;
        }

        foreach (BoundAlternative alternative in source.Alternatives)
        {
            if (FieldSymbols.Find(alternative.Kind, "from")?.Type.Kind != TypeKind.Date || FieldSymbols.Find(alternative.Kind, "through")?.Type.Kind != TypeKind.Date)
            {
                context.Diagnostics.Report(TypeDiagnostics.Unexpected(context.Place(syntax.Kind), source.Variable.Type, "a kind of things with a first and a last day, as an authorization or the spans of a fact,"));
                return false;
            }
        }

        return true;
    }

    /// <summary>The conditions as they would be written.</summary>
    private readonly record struct Written(TextSpan Place, KindSyntax Kind, ExpressionSyntax From, ExpressionSyntax To)
    {
        public ExpressionSyntax Not(ExpressionSyntax condition) => new NotSyntax(Place, new ParenthesizedSyntax(Place, condition));

        // One holds them all; or one holds the first, and behind each that ends within the range another goes on.
        public ExpressionSyntax AllIn() => Both(
            BinaryOperator.Or,
            Each(Quantifier.Any, Span, Both(BinaryOperator.And, Holds(Span, From), Compare(To, BinaryOperator.LessOrEqual, EndOf(Span)))),
            Both(
                BinaryOperator.And,
                Each(Quantifier.Any, Span, Holds(Span, From)),
                Each(
                    Quantifier.No,
                    Span,
                    Both(
                        BinaryOperator.And,
                        Both(BinaryOperator.And, Compare(EndOf(Span), BinaryOperator.GreaterOrEqual, From), Compare(EndOf(Span), BinaryOperator.Less, To)),
                        Each(Quantifier.No, Next, Holds(Next, DayAfter(EndOf(Span))))))));

        public ExpressionSyntax SomeIn(Quantifier quantifier) =>
            Each(quantifier, Span, new OverlapsSyntax(Place, new RangeSyntax(Place, From, To), new RangeSyntax(Place, Field(Span, "from"), EndOf(Span))));

        private QuantifiedSyntax Each(Quantifier quantifier, string name, ExpressionSyntax body)
        {
            KindAlternativeSyntax last = Kind.Alternatives[^1];
            ImmutableArray<KindAlternativeSyntax> named = Kind.Alternatives.SetItem(Kind.Alternatives.Length - 1, last with { Words = last.Words.Add(new NameSyntax(Place, name)) });
            return new QuantifiedSyntax(Place, quantifier, Kind with { Alternatives = named }, body);
        }

        private InSyntax Holds(string name, ExpressionSyntax day) => new(Place, day, IsNegated: false, new RangeSyntax(Place, Field(name, "from"), EndOf(name)));

        private BinarySyntax DayAfter(ExpressionSyntax day) =>
            new(Place, BinaryOperator.Add, Place, day, new QuantitySyntax(Place, new AtomSyntax(Place, "1"), new NameSyntax(Place, "day")));

        private MemberSyntax EndOf(string name) => Field(name, "through");

        private MemberSyntax Field(string name, string field) => new(Place, new NameExpressionSyntax(Place, name), new NameSyntax(Place, field));

        private BinarySyntax Compare(ExpressionSyntax left, BinaryOperator sign, ExpressionSyntax right) => Both(sign, left, right);

        private BinarySyntax Both(BinaryOperator sign, ExpressionSyntax left, ExpressionSyntax right) => new(Place, sign, Place, left, right);
    }
}

using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Binding;

/// <summary>Ages, edges of calendar periods, samples.</summary>
internal sealed class DateBinder(BindingContext context, ExpressionBinder expressions)
{
    public BoundExpression BindSample(SampleSyntax sample, Scope scope)
    {
        BoundExpression by = context.Expect(expressions.BindValue(sample.By, scope, LanguageType.Text), TypeKind.Text, "a text, as claim.id", sample);
        bool fits = int.TryParse(sample.Part.Text, out int part) & int.TryParse(sample.Whole.Text, out int whole) && whole > 0 && part >= 0 && part <= whole;
        return by is BoundError ? by
            : fits ? new BoundSample(context.Place(sample), part, whole, by)
            : context.Report(TypeDiagnostics.NotANumber(context.Place(sample.Whole), sample.Whole.Text, LanguageType.Number), sample);
    }

    public BoundExpression BindAge(OfSyntax of, Scope scope)
    {
        BoundExpression person = context.Expect(expressions.BindValue(of.Argument, scope), TypeKind.Thing, "the patient", of);
        if (person is BoundError || of.On is null)
        {
            return person is BoundError ? person : context.Report(CodeDiagnostics.NoDate(context.Place(of)) with { Seen = "An age is that of a day, and none is named.", Help = $"Write '{context.Source.Slice(of.Span)} on v.date'." }, of);
        }

        SourceSpan place = context.Place(of);
        BoundExpression birth = expressions.Members.MemberOf(person, new NameSyntax(of.Argument.Span, "birth"), place);
        BoundExpression on = expressions.BindDate(of.On, scope);
        return birth is BoundError || on is BoundError ? new BoundError(place) : new BoundAge(place, birth, on);
    }

    public BoundExpression BindPeriodEdge(PeriodEdgeSyntax edge, Scope scope)
    {
        BoundExpression date = expressions.BindDate(edge.Date, scope);
        BoundExpression? start = edge.Start is null ? null : expressions.BindDate(edge.Start, scope);
        return date is BoundError || start is BoundError ? new BoundError(context.Place(edge)) : new BoundPeriodEdge(context.Place(edge), edge.Period, edge.IsLast, date, start);
    }
}

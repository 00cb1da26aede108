using System.Collections.Immutable;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Binding;

/// <content>Look-ups, quantifiers, aggregates, orders, runs, samples and ages.</content>
internal sealed partial class ExpressionBinder
{
    private BoundExpression BindAtName(AtNameSyntax at)
    {
        if (_ownParameters.TryGetValue(at.Name, out ParameterSymbol? parameter) || _symbols.Parameters.TryGetValue(at.Name, out parameter))
        {
            BoundParameter general = new(Place(at), parameter);
            return ScopedParameters.TryGetValue(at.Name, out ImmutableArray<ScopedParameter> scoped)
                ? new BoundChoice(
                    parameter.Type, Place(at), [.. scoped.Select(one => new BoundBranch(new BoundParameter(Place(at), one.Value), one.Scope)), new BoundBranch(general, null)])
                : general;
        }

        if (_symbols.Tables.ContainsKey(at.Name))
        {
            return Report(TypeDiagnostics.Unexpected(Place(at), $"the table @{at.Name}", $"one value, as 'COLUMN of @{at.Name} for KEY',"), at);
        }

        if (_symbols.CodeSets.ContainsKey(at.Name))
        {
            return Report(TypeDiagnostics.Unexpected(Place(at), $"the code set @{at.Name}", "one value"), at);
        }

        return Report(NameDiagnostics.UnknownAtName(Place(at), at.Name, _ownParameters.Keys.Concat(_symbols.AtNames)), at);
    }

    private TableSymbol? TableOf(AtNameSyntax at)
    {
        if (_symbols.Tables.TryGetValue(at.Name, out TableSymbol? table))
        {
            return table;
        }

        _diagnostics.Report(NameDiagnostics.UnknownAtName(Place(at), at.Name, _symbols.Tables.Keys));
        return null;
    }

    private BoundRow? Row(AtNameSyntax at, ExpressionSyntax key, ExpressionSyntax? on, Scope scope, SyntaxNode syntax)
    {
        if (TableOf(at) is not TableSymbol table)
        {
            return null;
        }

        ImmutableArray<ExpressionSyntax> parts = key is TupleSyntax tuple ? tuple.Values : [key];
        ImmutableArray<BoundExpression>.Builder keys = ImmutableArray.CreateBuilder<BoundExpression>();
        for (int i = 0; i < parts.Length; i++)
        {
            BoundExpression bound = BindValue(parts[i], scope, i < table.KeyCount ? table.Columns[i].Type : null);
            if (bound is BoundError)
            {
                return null;
            }

            keys.AddRange(PartsOf(bound));
        }

        return Row(table, at, keys.ToImmutable(), on is null ? null : BindDate(on, scope), syntax);
    }

    private BoundRow? Row(TableSymbol table, AtNameSyntax at, ImmutableArray<BoundExpression> keys, BoundExpression? on, SyntaxNode syntax)
    {
        if (keys.Length != table.KeyCount)
        {
            _diagnostics.Report(CodeDiagnostics.KeyCount(
                Place(at), table.Name, string.Join(", ", table.Columns.Take(table.KeyCount).Select(c => c.Name)), keys.Length));
            return null;
        }

        for (int i = 0; i < keys.Length; i++)
        {
            if (!AreComparable(keys[i].Type, table.Columns[i].Type))
            {
                _diagnostics.Report(TypeDiagnostics.CannotCompare(Place(syntax), keys[i].Type, table.Columns[i].Type));
                return null;
            }
        }

        return new BoundRow(Place(syntax), table, keys, on ?? DateFor(keys, syntax));
    }

    private BoundExpression BindRowCondition(RowSyntax row, Scope scope)
    {
        BoundRow? bound = Row(row.Table, row.Key, row.On, scope, row);
        if (bound is null)
        {
            if (row.Variable is NameSyntax unknown)
            {
                scope.AddMistake(unknown.Text, new BoundError(Place(row)));
            }

            return new BoundError(Place(row));
        }

        if (row.Variable is NameSyntax variable)
        {
            scope.AddRow(variable.Text, bound);
        }

        return new BoundIsFound(Place(row), bound);
    }

    private BoundExpression BindLookup(LookupSyntax lookup, Scope scope)
    {
        BoundRow? row = Row(lookup.Table, lookup.Key, lookup.On, scope, lookup);
        if (row is null)
        {
            return new BoundError(Place(lookup));
        }

        ColumnSymbol? column = row.Table.FindColumn(lookup.Column.Text);
        return column is null
            ? Report(NameDiagnostics.UnknownColumn(Place(lookup.Column), row.Table.Name, lookup.Column.Text, row.Table.Columns.Select(c => c.Name)), lookup)
            : new BoundColumn(Place(lookup), row, column);
    }

    /// <summary>The date of the first thing that values name; the claim's where they name only the claim.</summary>
    private BoundExpression DateFor(IEnumerable<BoundExpression> values, SyntaxNode syntax)
    {
        BoundExpression? root = null;
        foreach (BoundExpression value in values)
        {
            BoundExpression? found = RootThing.Of(value);
            if (found is BoundVariable)
            {
                return new BoundDateOf(Place(syntax), found);
            }

            root ??= found;
        }

        return new BoundDateOf(Place(syntax), root ?? new BoundClaim(Place(syntax)));
    }

    private BoundExpression BindQuantified(QuantifiedSyntax quantified, Scope scope)
    {
        BoundSource source = BindSource(quantified.Kind, scope, out Scope inner);
        BoundExpression? body = quantified.Body is null ? null : BindCondition(quantified.Body, inner);
        return new BoundQuantified(Place(quantified), quantified.Quantifier, source, body);
    }

    private BoundExpression BindCountOf(OfSyntax of, Scope scope)
    {
        BoundExpression list = BindValue(of.Argument, scope);
        if (list.Type.Kind == TypeKind.Error)
        {
            return new BoundError(Place(of));
        }

        return list.Type.Kind == TypeKind.CodeList ? new BoundCodeCount(Place(of), list) : new BoundCount(Place(of), SourceOfList(list, scope, of, null));
    }

    private BoundExpression BindSum(SumSyntax sum, Scope scope)
    {
        BoundSource source;
        BoundExpression value;
        if (sum.Over is KindSyntax over)
        {
            source = BindSource(over, scope, out Scope inner);
            value = BindValue(sum.Value, inner, LanguageType.Number);
        }
        else if (sum.Value is OfSyntax of)
        {
            BoundExpression list = BindValue(of.Argument, scope);
            if (list.Type.Kind == TypeKind.Error)
            {
                return new BoundError(Place(sum));
            }

            source = SourceOfList(list, scope, of, null);
            value = NameOf(of.Name, new BoundVariable(Place(of), source.Variable), of, LanguageType.Number);
        }
        else
        {
            return Report(TypeDiagnostics.Unexpected(Place(sum), LanguageType.Number, "'sum of VALUE of g' or 'sum of VALUE over KIND'"), sum);
        }

        return value.Type.IsNumeric ? new BoundSum(value.Type, Place(sum), source, value)
            : value is BoundError ? value : Report(TypeDiagnostics.Unexpected(Place(sum), value.Type, "a number"), sum);
    }

    private static LanguageType ThingOf(BoundSource source) => source.Variable.Type;

    private BoundExpression BindFirst(FirstSyntax first, Scope scope)
    {
        BoundExpression list = BindValue(first.List, scope);
        if (list.Type.Kind == TypeKind.Error)
        {
            return new BoundError(Place(first));
        }

        BoundSource source = SourceOfList(list, scope, first, null);
        BoundVariable thing = new(Place(first), source.Variable);
        ImmutableArray<BoundOrderKey>.Builder keys = ImmutableArray.CreateBuilder<BoundOrderKey>();
        foreach (OrderKeySyntax key in first.Keys)
        {
            BoundExpression value = Ordered(KeyValue(key.Value, thing, scope), key.Value);
            if (value is BoundError)
            {
                return value;
            }

            keys.Add(new BoundOrderKey(value, key.IsDescending));
        }

        return new BoundFirst(ThingOf(source), Place(first), source, first.IsLast, keys.ToImmutable());
    }

    /// <summary>A key by its name alone: a field or a definition of the thing; or a whole expression.</summary>
    private BoundExpression KeyValue(ExpressionSyntax syntax, BoundVariable thing, Scope scope) => syntax switch
    {
        NameExpressionSyntax name => NameOf(new NameSyntax(name.Span, name.Name), thing, name, null),
        MemberSyntax { Receiver: NameExpressionSyntax receiver } member when scope.Find(receiver.Name) is null && receiver.Name != "claim" =>
            KeyValue(receiver, thing, scope) is { Type.Kind: not TypeKind.Error } head ? MemberOf(head, member.Name, Place(member)) : new BoundError(Place(member)),
        _ => BindValue(syntax, scope),
    };

    private BoundExpression BindRun(RunSyntax run, Scope scope)
    {
        BoundSource source = BindSource(run.Kind, scope, out Scope inner);
        BoundVariable thing = new(Place(run), source.Variable);
        BoundExpression by = Ordered(KeyValue(run.By, thing, inner), run.By);
        VariableSymbol previous = _slots.New("previous", Place(run), source.Variable.Type);
        inner.Add(previous);
        BoundExpression broken = BindCondition(run.Broken, inner);
        return by is BoundError || broken is BoundError
            ? new BoundError(Place(run))
            : new BoundRun(LanguageType.ListOf(source.Variable.Type.Things), Place(run), source, by, previous, broken);
    }

    private BoundExpression BindSample(SampleSyntax sample, Scope scope)
    {
        BoundExpression by = Expect(BindValue(sample.By, scope, LanguageType.Text), TypeKind.Text, "a text, as claim.id", sample);
        bool fits = int.TryParse(sample.Part.Text, out int part) & int.TryParse(sample.Whole.Text, out int whole) && whole > 0 && part >= 0 && part <= whole;
        return by is BoundError ? by
            : fits ? new BoundSample(Place(sample), part, whole, by)
            : Report(TypeDiagnostics.NotANumber(Place(sample.Whole), sample.Whole.Text, LanguageType.Number), sample);
    }

    private BoundExpression BindAge(OfSyntax of, Scope scope)
    {
        BoundExpression person = Expect(BindValue(of.Argument, scope), TypeKind.Thing, "the patient", of);
        if (person is BoundError || of.On is null)
        {
            return person is BoundError ? person : Report(CodeDiagnostics.NoDate(Place(of)), of);
        }

        SourceSpan place = Place(of);
        BoundExpression birth = MemberOf(person, new NameSyntax(of.Argument.Span, "birth"), place);
        BoundExpression on = BindDate(of.On, scope);
        return birth is BoundError || on is BoundError ? new BoundError(place) : new BoundAge(place, birth, on);
    }

    private BoundExpression BindPeriodEdge(PeriodEdgeSyntax edge, Scope scope)
    {
        BoundExpression date = BindDate(edge.Date, scope);
        BoundExpression? start = edge.Start is null ? null : BindDate(edge.Start, scope);
        return date is BoundError || start is BoundError ? new BoundError(Place(edge)) : new BoundPeriodEdge(Place(edge), edge.Period, edge.IsLast, date, start);
    }
}

using System.Collections.Immutable;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;

namespace EditEngine.Compiler.Binding;

/// <summary>Parameters, and rows of tables.</summary>
internal sealed class LookupBinder(BindingContext context, ExpressionBinder expressions)
{
    public BoundExpression BindAtName(AtNameSyntax at)
    {
        if (context.Parameters.TryGetValue(at.Name, out ParameterSymbol? parameter) || context.Symbols.Parameters.TryGetValue(at.Name, out parameter))
        {
            BoundParameter general = new(context.Place(at), parameter);
            return context.ScopedParameters.TryGetValue(at.Name, out ImmutableArray<ScopedParameter> scoped)
                ? new BoundChoice(
                    parameter.Type, context.Place(at), [.. scoped.Select(one => new BoundBranch(new BoundParameter(context.Place(at), one.Value), one.Scope)), new BoundBranch(general, null)])
                : general;
        }

        if (context.Symbols.Tables.ContainsKey(at.Name))
        {
            return context.Report(TypeDiagnostics.Unexpected(context.Place(at), $"the table @{at.Name}", $"one value, as 'COLUMN of @{at.Name} for KEY',"), at);
        }

        if (context.Symbols.CodeSets.ContainsKey(at.Name))
        {
            return context.Report(TypeDiagnostics.Unexpected(context.Place(at), $"the code set @{at.Name}", "one value"), at);
        }

        return context.Report(NameDiagnostics.UnknownAtName(context.Place(at), at.Name, context.Parameters.Keys.Concat(context.Symbols.AtNames)), at);
    }

    public TableSymbol? TableOf(AtNameSyntax at)
    {
        if (context.Symbols.Tables.TryGetValue(at.Name, out TableSymbol? table))
        {
            return table;
        }

        context.Diagnostics.Report(NameDiagnostics.UnknownAtName(context.Place(at), at.Name, context.Symbols.Tables.Keys));
        return null;
    }

    public BoundRow? Row(AtNameSyntax at, ExpressionSyntax key, ExpressionSyntax? on, Scope scope, SyntaxNode syntax)
    {
        if (TableOf(at) is not TableSymbol table)
        {
            return null;
        }

        ImmutableArray<ExpressionSyntax> parts = key is TupleSyntax tuple ? tuple.Values : [key];
        ImmutableArray<BoundExpression>.Builder keys = ImmutableArray.CreateBuilder<BoundExpression>();
        for (int i = 0; i < parts.Length; i++)
        {
            BoundExpression bound = expressions.BindValue(parts[i], scope, i < table.KeyCount ? table.Columns[i].Type : null);
            if (bound is BoundError)
            {
                return null;
            }

            keys.AddRange(ComparisonBinder.PartsOf(bound));
        }

        return Row(table, at, keys.ToImmutable(), on is null ? null : expressions.BindDate(on, scope), syntax);
    }

    public BoundRow? Row(TableSymbol table, AtNameSyntax at, ImmutableArray<BoundExpression> keys, BoundExpression? on, SyntaxNode syntax)
    {
        if (keys.Length != table.KeyCount)
        {
            context.Diagnostics.Report(CodeDiagnostics.KeyCount(
                context.Place(at), table.Name, string.Join(", ", table.Columns.Take(table.KeyCount).Select(c => c.Name)), keys.Length));
            return null;
        }

        for (int i = 0; i < keys.Length; i++)
        {
            if (!TypeRules.AreComparable(keys[i].Type, table.Columns[i].Type))
            {
                context.Diagnostics.Report(TypeDiagnostics.CannotCompare(context.Place(syntax), keys[i].Type, table.Columns[i].Type));
                return null;
            }
        }

        // A part that there never is, of a thing that is of no kind behind a condition, is none of the column's values.
        keys = [.. keys.Select((key, i) => key is BoundConstant { Type.Kind: TypeKind.Error } never ? never with { Type = table.Columns[i].Type } : key)];
        return new BoundRow(context.Place(syntax), table, keys, on ?? DateFor(keys, syntax));
    }

    public BoundExpression BindRowCondition(RowSyntax row, Scope scope)
    {
        BoundRow? bound = Row(row.Table, row.Key, row.On, scope, row);
        if (bound is null)
        {
            if (row.Variable is NameSyntax unknown)
            {
                scope.AddMistake(unknown.Text, new BoundError(context.Place(row)));
            }

            return new BoundError(context.Place(row));
        }

        if (row.Variable is NameSyntax variable)
        {
            scope.AddRow(variable.Text, bound);
        }

        return new BoundIsFound(context.Place(row), bound);
    }

    public BoundExpression BindLookup(LookupSyntax lookup, Scope scope)
    {
        BoundRow? row = Row(lookup.Table, lookup.Key, lookup.On, scope, lookup);
        if (row is null)
        {
            return new BoundError(context.Place(lookup));
        }

        ColumnSymbol? column = row.Table.FindColumn(lookup.Column.Text);
        return column is null
            ? context.Report(NameDiagnostics.UnknownColumn(context.Place(lookup.Column), row.Table.Name, lookup.Column.Text, row.Table.Columns.Select(c => c.Name)), lookup)
            : new BoundColumn(context.Place(lookup), row, column);
    }

    /// <summary>The date of the first thing that values name; the claim's where they name only the claim.</summary>
    public BoundExpression DateFor(IEnumerable<BoundExpression> values, SyntaxNode syntax)
    {
        BoundExpression? root = null;
        foreach (BoundExpression value in values)
        {
            BoundExpression? found = RootReceiver.Of(value);
            if (found is BoundVariable)
            {
                return new BoundDateOf(context.Place(syntax), found);
            }

            root ??= found;
        }

        return new BoundDateOf(context.Place(syntax), root ?? new BoundClaim(context.Place(syntax)));
    }
}

using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;

namespace EditEngine.Compiler.Binding;

/// <summary>Two overrides of equal rank for scopes that meet, with values that differ: no one could say which holds.</summary>
internal static class ScopeConflicts
{
    /// <summary>Reports each pair, with values of a claim for which both hold.</summary>
    public static void Check(IReadOnlyList<(OverrideSyntax Change, SourceText Source)> overrides, DiagnosticBag diagnostics)
    {
        for (int i = 0; i < overrides.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                (OverrideSyntax first, SourceText source) = overrides[i];
                OverrideSyntax second = overrides[j].Change;
                bool compete = first.Scope is not null && second.Scope is not null && first.Parameter.Text == second.Parameter.Text
                    && ScopeNames.RankOf(first.Scope) == ScopeNames.RankOf(second.Scope)
                    && TextOf(overrides[i]) != TextOf(overrides[j]);
                if (compete && Meeting(first.Scope!, second.Scope!) is string claim) // Both have scopes.
                {
                    diagnostics.Report(PackDiagnostics.ScopesMeet(source.PlaceOf(first.Span), first.Edit.Text, first.Parameter.Text, overrides[j].Source.PlaceOf(second.Span), claim));
                }
            }
        }
    }

    private static string TextOf((OverrideSyntax Change, SourceText Source) one) =>
        string.Join(',', one.Change.Values.Select(value => one.Source.Slice(value.Span)));

    /// <summary>Values for which both scopes hold; null where there are none.</summary>
    private static string? Meeting(ExpressionSyntax left, ExpressionSyntax right)
    {
        Dictionary<string, HashSet<string>> allowed = new(StringComparer.Ordinal);
        if (!Collect(left, allowed) || !Collect(right, allowed))
        {
            // What is no plain list of values may well meet: say so without an example.
            return "some claim";
        }

        return allowed.Values.Any(values => values.Count == 0)
            ? null
            : string.Join(", ", allowed.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} = \"{pair.Value.Order(StringComparer.Ordinal).First()}\""));
    }

    private static bool Collect(ExpressionSyntax scope, Dictionary<string, HashSet<string>> allowed)
    {
        switch (scope)
        {
            case ParenthesizedSyntax inner:
                return Collect(inner.Inner, allowed);
            case BinarySyntax { Operator: BinaryOperator.And } and:
                return Collect(and.Left, allowed) && Collect(and.Right, allowed);
            case BinarySyntax { Operator: BinaryOperator.Equal, Left: NameExpressionSyntax name } equal when ValueOf(equal.Right) is string value:
                Narrow(name.Name, [value]);
                return true;
            case InSyntax { IsNegated: false, Value: NameExpressionSyntax name, Set: SetSyntax set } when !set.Items.Any(item => item.IsPrefix):
                Narrow(name.Name, set.Items.Select(item => item.Text));
                return true;
            default:
                return false;
        }

        void Narrow(string name, IEnumerable<string> values)
        {
            if (allowed.TryGetValue(name, out HashSet<string>? known))
            {
                known.IntersectWith(values);
            }
            else
            {
                allowed[name] = [.. values];
            }
        }
    }

    private static string? ValueOf(ExpressionSyntax value) => value switch
    {
        TextLiteralSyntax text => text.Value,
        NameExpressionSyntax name => name.Name,
        AtomSyntax atom => atom.Text,
        _ => null,
    };
}

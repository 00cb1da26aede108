using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Lowering;
using EditEngine.Compiler.Syntax;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Packs;

/// <summary>
/// Holds a pack's edits to the cost that it allows (<c>limit cost N</c>), on the largest claim that it states; where it states none, remarks
/// its own edits that are not ordinary.
/// </summary>
internal static class CostLimit
{
    /// <summary>An error for each edit past the limit, and for each limit that there is not.</summary>
    public static IEnumerable<Diagnostic> Check(PackSources sources, BoundPack pack, ImmutableArray<LoweredEdit> lowered)
    {
        ClaimMaxima maxima = ClaimMaxima.Default;
        BigInteger? limit = null;
        List<Diagnostic> unknown = [];
        foreach (PlacedDeclaration part in sources.Chain.SelectMany(files => files.Trees).SelectMany(tree => tree.BesideEdits))
        {
            if (part.Syntax is LimitSyntax syntax)
            {
                bool isNumber = BigInteger.TryParse(syntax.Value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out BigInteger number);
                switch (syntax.Name.Text)
                {
                    case "cost" when isNumber:
                        limit = number;
                        break;
                    case "lines" when isNumber && number <= int.MaxValue:
                        maxima = maxima with { Lines = (int)number };
                        break;
                    case "history" when isNumber && number <= int.MaxValue:
                        maxima = maxima with { History = (int)number };
                        break;
                    case "rows" when isNumber && number <= int.MaxValue:
                        maxima = maxima with { Rows = (int)number };
                        break;
                    default:
                        unknown.Add(CostDiagnostics.UnknownLimit(part.Source.PlaceOf(syntax.Span), syntax.Name.Text, syntax.Value.Text));
                        break;
                }
            }
        }

        return unknown.Concat(limit is BigInteger allowed
            ? pack.Edits.Select((edit, i) => (edit.Place, Cost: lowered[i].CostOn(maxima))).Where(one => one.Cost.Steps > allowed)
                .Select(one => CostDiagnostics.TooDear(one.Place, one.Cost.Edit, one.Cost.Steps, one.Cost.Formula, allowed))
            : pack.Edits.Select((edit, i) => (Edit: edit, Lowered: lowered[i])).Where(one => one.Edit.PackName == pack.Name)
                .Select(one => (one.Edit.Place, Cost: one.Lowered.CostOn(ClaimMaxima.Ordinary))).Where(one => one.Cost.Steps > EditCost.Much)
                .Select(one => CostDiagnostics.Much(
                    one.Place, one.Cost.Edit, one.Cost.Steps, ClaimMaxima.Ordinary.Lines, ClaimMaxima.Ordinary.History, one.Cost.Why, EditCost.Much)));
    }
}

using EditEngine.Compiler.Diagnostics;

namespace EditEngine.Compiler.Binding;

/// <summary>
/// Tells of definitions that become too large or too deep once those that they use are written out, each at the first that does, before any
/// is written out: twenty that each use the one before twice are a million.
/// </summary>
internal static class DefinitionSizes
{
    public static void Check(DefinitionGraph graph, PackSymbols symbols, DiagnosticBag diagnostics)
    {
        Dictionary<string, Size> sizes = new(StringComparer.Ordinal);
        foreach (DefinitionNode node in graph.FromUsedToUser())
        {
            bool isKind = symbols.Kinds.ContainsKey(node.Name);
            Size size = new(node.Nodes, node.Height, 1);
            bool usesTooLarge = false;
            foreach (DefinitionUse use in node.Uses)
            {
                usesTooLarge |= symbols.TooLarge.Contains(use.Name);
                if (sizes.TryGetValue(use.Name, out Size used)) // Else it leads back here, and that is told.
                {
                    // What a kind is made of stands beside its own conditions; all else stands inside.
                    bool isBeside = isKind && use.Level == 0 && symbols.Kinds.ContainsKey(use.Name);
                    size = new Size(
                        size.Nodes + used.Nodes,
                        Math.Max(size.Height, used.Height + (isBeside ? 0 : use.Level + 2)),
                        Math.Max(size.Chain, used.Chain + 1));
                }
            }

            sizes[node.Name] = size;
            bool isTooLarge = size.Nodes > Expansion.MostNodes;
            if (!isTooLarge && size.Height <= Expansion.MostDepth && size.Chain <= Expansion.MostKinds && !usesTooLarge)
            {
                continue;
            }

            symbols.TooLarge.Add(node.Name);
            if (!usesTooLarge)
            {
                diagnostics.Report(isTooLarge
                    ? SizeDiagnostics.TooLarge(node.Place, $"'{node.Name}'", Expansion.MostNodes)
                    : SizeDiagnostics.TooDeep(node.Place, $"'{node.Name}'", size.Chain > Expansion.MostKinds ? Expansion.MostKinds : Expansion.MostDepth));
            }
        }
    }

    private readonly record struct Size(double Nodes, int Height, int Chain);
}

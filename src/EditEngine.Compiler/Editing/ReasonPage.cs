using System.Text;
using EditEngine.Compiler.Symbols;

namespace EditEngine.Compiler.Editing;

/// <summary>What is said of reason keys.</summary>
internal static class ReasonPage
{
    /// <summary>What a key gives.</summary>
    public static string Summary(ReasonSymbol reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return $"{reason.GroupCode} {reason.Carc}{(reason.Rarc.IsEmpty ? "" : " remark " + string.Join(", ", reason.Rarc))}";
    }

    /// <summary>The page, in Markdown: each map that gives the key.</summary>
    public static string Of(IEnumerable<ReasonSymbol> reasons)
    {
        ArgumentNullException.ThrowIfNull(reasons);
        StringBuilder page = new();
        foreach (ReasonSymbol reason in reasons)
        {
            page.Append(page.Length == 0 ? $"**{reason.Name}**: a reason key\n\n" : "").Append("- ").Append(Summary(reason)).Append(", ").Append(DayText.Of(reason.FromDay, reason.ThroughDay));
            page.Append(reason.LineOfBusiness.IsEmpty ? "" : $", for {string.Join(", ", reason.LineOfBusiness)}").Append('\n');
        }

        return page.ToString();
    }
}

using EditEngine.Claims;

namespace EditEngine.Formats.X12;

/// <summary>The loops of one claim form.</summary>
internal sealed class LoopTable
{
    private readonly HashSet<uint> _triggers;

    public LoopTable(ClaimType type, IEnumerable<LoopRule> rules)
    {
        Type = type;
        Rules = [.. rules];
        for (int i = 0; i < Rules.Length; i++)
        {
            LoopRule rule = Rules[i];
            rule.Index = i;
            rule.Children = [.. Rules.Where(other => other != rule && other.Within.Contains(rule.Id))];
        }

        foreach (LoopRule rule in Rules)
        {
            rule.Descendants = [.. Below(rule).Distinct()];
        }

        _triggers = [.. Rules.Select(rule => rule.Trigger)];
    }

    public ClaimType Type { get; }

    public LoopRule[] Rules { get; }

    /// <summary>The transaction itself.</summary>
    public LoopRule Root => Rules[0];

    /// <summary>The table of a version, or null where it is of no form that is read.</summary>
    public static LoopTable? Of(ReadOnlySpan<byte> version)
    {
        if (!version.StartsWith("005010X22"u8) || version.Length is not (10 or 12))
        {
            return null;
        }

        if (version.Length == 12 && !(version[10] == 'A' && version[11] is >= (byte)'1' and <= (byte)'3'))
        {
            return null;
        }

        return version[9] switch
        {
            (byte)'2' => LoopTables.Professional,
            (byte)'3' => LoopTables.Institutional,
            (byte)'4' => LoopTables.Dental,
            _ => null,
        };
    }

    /// <summary>True where a segment of this id opens some loop.</summary>
    public bool CanOpen(uint tag) => _triggers.Contains(tag);

    /// <summary>The first rule of a role.</summary>
    public LoopRule Find(Role role) => Array.Find(Rules, rule => rule.Role == role)!; // each table has every role that is asked for

    /// <summary>The first loop that a rule can stand in; null for the transaction.</summary>
    public LoopRule? ParentOf(LoopRule rule) => Array.Find(Rules, other => rule != other && rule.Within.Contains(other.Id));

    private static IEnumerable<LoopRule> Below(LoopRule rule) => rule.Children.Concat(rule.Children.SelectMany(Below));
}

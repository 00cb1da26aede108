using System.Globalization;

namespace EditEngine.Conformance;

/// <summary>One row of a truth table.</summary>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="Expression">A condition or a value.</param>
/// <param name="Given">Name of the claim.</param>
/// <param name="Is">true, false, unknown; of a value: the value, missing, none. After a colon: fields that are missing.</param>
/// <param name="IsOfValue">The expression is a value.</param>
internal sealed record TruthRow(int Line, string Expression, string Given, string Is, bool IsOfValue)
{
    /// <summary>The id of its edits begins so.</summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"ROW-{Line}");

    /// <summary>Edits that fire, do not fire or are not evaluated where the row is right: their ids, clauses and what a test expects of them.</summary>
    public IEnumerable<(string Id, string Clauses, string Expected)> Edits()
    {
        string[] parts = Is.Split(": ");
        string fields = parts.Length == 2 ? " missing " + parts[1] : "";
        if (!IsOfValue)
        {
            return [(Id, $"  when {Expression}\n", Expected(Id, parts[0], fields))];
        }

        string let = $"  let x = {Expression}\n";

        // What is absent is either missing, and not even known to be equal to itself, or none, and equal to itself.
        return parts[0] switch
        {
            "missing" => [(Id, let + "  when x is missing\n", Expected(Id, "true", "")), (Id + "-SELF", let + "  when x = x\n", Expected(Id + "-SELF", "unknown", fields))],
            "none" => [(Id, let + "  when x is missing\n", Expected(Id, "true", "")), (Id + "-SELF", let + "  when x = x\n", Expected(Id + "-SELF", "true", ""))],
            _ => [(Id, $"{let}  when x = {Is}\n", Expected(Id, "true", "")), (Id + "-SELF", let + "  when x is present\n", Expected(Id + "-SELF", "true", ""))],
        };
    }

    private static string Expected(string id, string truth, string fields) => truth switch
    {
        "true" => $"line 1 reviewed by {id}",
        "false" => $"nothing from {id}",
        "unknown" => $"line 1 not evaluated by {id}{fields}",
        _ => throw new FormatException($"'{truth}' is none of true, false and unknown."),
    };
}

namespace EditEngine.Tests.Packs;

/// <summary>Rules in which one form stands inside itself, or leads on to itself, so many times.</summary>
internal static class DeepRules
{
    /// <summary>Forms within one clause: what opens, the innermost, what closes.</summary>
    private static readonly Dictionary<string, (string Open, string Inner, string Close)> Nested = new(StringComparer.Ordinal)
    {
        ["parentheses"] = ("(", "v.units > 1", ")"),
        ["value in parentheses"] = ("(", "v.units", ")"),
        ["sum in parentheses"] = ("(v.units + ", "v.units", ")"),
        ["product in parentheses"] = ("(2 * ", "v.units", ")"),
        ["minus"] = ("- (", "v.units", ")"),
        ["not"] = ("not ", "v.units > 1", ""),
        ["not in parentheses"] = ("not (", "v.units > 1", ")"),
        ["or in parentheses"] = ("(v.units > 9 or ", "v.units > 1", ")"),
        ["and"] = ("v.units > 1 and ", "v.units > 1", ""),
        ["or"] = ("v.units > 1 or ", "v.units > 1", ""),
        ["and of kinds"] = ("v is line and ", "v is line", ""),
        ["plus"] = ("v.units + ", "v.units", ""),
        ["or else"] = ("v.units or else ", "v.units", ""),
        ["of"] = ("self of ", "v.units", ""),
        ["argument"] = ("double of (", "v.units", ")"),
        ["member"] = ("", "v.claim", ".claim"),
        ["quantifier"] = ("any line x has (x.units > 0 and ", "v.units > 1", ")"),
        ["count"] = ("count of line x where (0 < ", "v.units", ")"),
        ["sum over"] = ("sum of v.units over line x where (0 < ", "v.units", ")"),
        ["least"] = ("least of (1, ", "v.units", ")"),
        ["open"] = ("(", "v.units", ""),
        ["brace"] = ("{", "v.units", "}"),
        ["rounded"] = ("(", "v.units", " rounded up to 1)"),
        ["days"] = ("(days from v.date to v.date) + (", "v.units", ")"),
    };

    /// <summary>Forms of a definition that uses the one before it, <c>PREV</c>; the first is <c>v.units</c>.</summary>
    private static readonly Dictionary<string, string> Chained = new(StringComparer.Ordinal)
    {
        ["definition"] = "PREV of x",
        ["definition of a sum"] = "1 + (2 * (PREV of x))",
        ["definition of a choice"] = "1 if x.units > 300, otherwise PREV of x",
        ["definition of a count"] = "count of line l where (PREV of l > 1)",
        ["definition of or else"] = "PREV of x or else 1",
        ["definition used twice"] = "PREV of x + PREV of x",
        ["definition of least"] = "least of (5, PREV of x)",
        ["definition of a rounding"] = "(PREV of x) rounded up to 1",
    };

    public static IEnumerable<string> Forms => Nested.Keys.Concat(Chained.Keys).Concat(["condition", "relation", "kind", "kind twice", "is kind", "any kind", "let", "let twice", "set", "message"]);

    public static string Make(string form, int depth)
    {
        if (Nested.TryGetValue(form, out (string Open, string Inner, string Close) nested))
        {
            string value = Repeat(nested.Open, depth) + nested.Inner + Repeat(nested.Close, depth);
            bool isCondition = nested.Inner.Contains('>', StringComparison.Ordinal) || form == "and of kinds";
            return Pack("define self of x : x\ndefine double of x : x + x\n", "line v", "", isCondition ? value : $"{value} > 1");
        }

        if (Chained.TryGetValue(form, out string? body))
        {
            return Pack(Chain(depth, "of x : ", "x.units", body), "line v", "", $"{Name(depth)} of v > 1");
        }

        return form switch
        {
            "condition" => Pack(Chain(depth, "of x : ", "x.units > 2", "x.units > 100 or (x.units > 0 and PREV of x)"), "line v", "", $"{Name(depth)} of v"),
            "relation" => Pack(Chain(depth, "of x and y : ", "x.units = y.units", "x has same PREV as y"), "line v, line w", "", $"v has same {Name(depth)} as w"),
            "kind" => Pack(Chain(depth, "x : ", "line where x.units > 1", "PREV where x.units > 1"), $"{Name(depth)} v", "", "v.units > 1"),
            "kind twice" => Pack(Chain(depth, "x : ", "line where x.units > 1", "PREV or PREV"), $"{Name(depth)} v", "", "v.units > 1"),
            "is kind" => Pack(Chain(depth, "x : ", "line where x.units > 1", "line where x is PREV or x is PREV"), $"{Name(depth)} v", "", "v.units > 1"),
            "any kind" => Pack(Chain(depth, "x : ", "line where x.units > 1", "line where any PREV"), $"{Name(depth)} v", "", "v.units > 1"),
            "let" => Pack("", "line v", Lets(depth, "PREV"), $"{Name(depth)} > 1"),
            "let twice" => Pack("", "line v", Lets(depth, "PREV + PREV"), $"{Name(depth)} > 1"),
            "set" => Pack(
                string.Concat(Enumerable.Range(0, depth + 1).Select(i => $"codes @{Name(i)} : procedure = {(i == 0 ? "{ 99213 }" : $"@{Name(i - 1)} + {{ {10_000 + (i % 80_000)} }}")}\n")),
                "line v", "", $"v.procedure in @{Name(depth)}"),
            _ => Pack("", "line v", "", "v.units > 1", $"  message   \"{{{Repeat("(", depth)}v.units{Repeat(")", depth)}}}\"\n"),
        };
    }

    private static string Chain(int depth, string head, string first, string next) =>
        string.Concat(Enumerable.Range(0, depth + 1).Select(i => $"define {Name(i)} {head}{(i == 0 ? first : next.Replace("PREV", Name(i - 1), StringComparison.Ordinal))}\n"));

    private static string Lets(int depth, string next) =>
        string.Concat(Enumerable.Range(0, depth + 1).Select(i => $"  let       {Name(i)} = {(i == 0 ? "v.units" : next.Replace("PREV", Name(i - 1), StringComparison.Ordinal))}\n"));

    // Names are of letters alone: one with a digit may be a code.
    private static string Name(int number) => "d_" + string.Concat(number.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(digit => (char)('a' + digit - '0')));

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static string Pack(string declarations, string each, string lets, string when, string message = "") => $"""
        pack deep version "1"
        dates by date of service
        {declarations}
        edit X "x"
          for each  {each}
        {lets}  when      {when}
          then      review v
        {message}  test "a claim"
            claim professional
              line 1: 99213 x3 on 2026-01-01
            expect nothing from Y on line 1
        end
        edit Y "y"
          for each  line v
          when      v.units > 1000
          then      review v
        end
        """;
}

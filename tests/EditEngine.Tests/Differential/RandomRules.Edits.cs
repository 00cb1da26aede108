using System.Globalization;

namespace EditEngine.Tests.Differential;

/// <content>Edits: what they run over, their cases and what they do.</content>
internal sealed partial class RandomRules
{
    private void Edit()
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"R{++_edits}");
        int shape = _random.Next(_edits == 1 ? 10 : 11); // Others ask whether R1 denied, so it does not rest on a suggestion.
        bool isRetro = shape == 9;
        _text.Append(CultureInfo.InvariantCulture, $"\nedit {id} \"edit {id}\"{(isRetro ? "  retro" : "")}\n");
        string phase = _edits < 3 ? "intake" : Pick("intake", "bundling", "final");
        Line($"phase {phase}");
        Line(Chance(0.3) ? $"effective {Day()} .." : Chance(0.3) ? $"effective .. {Day()}  by {Pick("date of service", "discharge", "claim.through")}" : "");
        Line(Chance(0.1) ? $"monitor from {Day()}" : "");
        Line($"cite \"manual {id}\"");
        Line(Chance(0.2) ? $"precedence {Number(1, 3)}" : "");
        Line(Chance(0.15) && phase != "final" ? "on fire skip phases final" : "");
        Line($"parameter @limit : units = {Number(1, 3)}, {Number(1, 6)} from {Day()}");
        Line(Chance(0.15) ? $"for {Pick("state in { OH, MI }", "line_of_business = \"medicaid\"", "product = \"HMO\"")}" : "");
        string kind = Pick("", "professional ", "professional or institutional ");
        switch (shape)
        {
            case 0 or 1:
                Line($"for each {kind}line v{Where("v")}");
                Cases(id, phase, ["v"], "v", "v");
                break;
            case 2 or 3:
                Line($"for each {kind}line v, {Pick("other line or counted x", "earlier line x", "counted x", "other marked x", "line or history line x")}{(Chance(0.7) ? "  with same " + Pick("doctor", "date", "clinic", "date, same doctor", "procedure", "near") : "")}");
                Cases(id, phase, ["v", "x"], "v", "v");
                break;
            case 4:
                Line($"for each {kind}line v, prior x of v{(Chance(0.4) ? "  with same procedure" : "")}");
                Cases(id, phase, ["v", "x"], "v", "v");
                break;
            case 5 when Chance(0.3):
                Line($"for each v of group g of {Pick("line", "once")} by {Pick("date", "doctor", "procedure, date", "place, date")}");
                Cases(id, phase, ["v"], "v", "v");
                break;
            case 6 when Chance(0.3):
                Line($"for each {Pick("coded", "placed", "seen")} g, group h of line by {Pick("date", "procedure, date")} where {Group("h", 1)}");
                Cases(id, phase, [], "every line of g", "g");
                break;
            case 5 or 6:
                Line($"for each group g of {Pick("marked", "daily", "line", "line or counted")} by {Pick("procedure, date", "date", "doctor", "procedure, date, doctor", "place", "class")}{(Chance(0.4) ? $" where {Group("g", 1)}" : "")}");
                Cases(id, phase, [], "every line of g", "g");
                break;
            case 7:
                Line($"for each {kind}claim");
                Cases(id, phase, [], "claim", "claim");
                break;
            case 8:
                Line($"for each diagnosis d{(Chance(0.5) ? " where d.role = principal" : "")}");
                Cases(id, phase, ["d"], "d", "d");
                break;
            case 9:
                Line($"for each {kind}line v, {Pick("counted", "history line")} x{(Chance(0.7) ? "  with same " + Pick("doctor", "date", "procedure") : "")}");
                Cases(id, phase, ["v", "x"], "x", "history");
                break;
            default:
                Line($"for each suggestion s{(Chance(0.3) ? " where s.code is on claim" : "")}");
                Cases(id, phase, ["s"], "s", "s");
                break;
        }

        _text.Append("end\n");
    }

    private void Line(string clause)
    {
        if (clause.Length > 0)
        {
            _text.Append("  ").Append(clause).Append('\n');
        }
    }

    private string Where(string name) => Chance(0.4) ? " where " + Item(name, 1) : "";

    private void Cases(string id, string phase, string[] names, string target, string shape)
    {
        bool hasLet = names.Contains("v") && Chance(0.4);
        if (hasLet)
        {
            Line($"let total = {Units("v", 1)}");
            Line($"let start = {Date("v", 1)}");
        }

        int cases = Chance(0.6) ? 1 : 2 + _random.Next(2);
        for (int i = 0; i < cases; i++)
        {
            if (i > 0)
            {
                Line("otherwise");
            }

            if (i == 0 || i < cases - 1 || Chance(0.7))
            {
                Line("when " + Condition(names, shape, phase, 2) + (hasLet && Chance(0.5) ? Pick(" and total >= 1", " and start <= claim.received") : ""));
            }

            if (Chance(0.4))
            {
                Line($"unless {Condition(names, shape, phase, 1)} because \"reason {i}\"{(Chance(0.3) ? " until " + Day() : "")}");
            }

            // A line alone has no target that the other cases could share.
            bool isAlone = cases == 1 && shape == "v" && Chance(0.1);
            Line("then " + (isAlone ? AddedLine() : Action(target, shape)));
            Line(!isAlone && shape == "v" && Chance(0.1) ? "also " + AddedLine() : "");
            if (Chance(0.3))
            {
                Line("message " + Message(names, id));
            }
        }
    }

    private string Action(string target, string shape) => shape switch
    {
        "s" => Pick($"pend {target} queue \"q\"", $"review {target}"),
        "history" => Pick($"recoup {target} reason TWO", $"warn {target}", $"inform {target}"),
        "d" => Pick($"return {target} reason TWO", $"deny {target} reason ONE", $"warn {target}"),
        "claim" => Pick("deny claim reason ONE", "pend claim queue \"q\"", "review claim queue \"r\"", "warn claim", "reject claim reason TWO"),
        "g" => Pick($"deny {target} reason ONE", $"pend {target} queue \"g\"", $"reduce {target} to {Number(10, 90)}%  reason TWO", $"warn {target}", $"deny {target} reason ONE overridable where (sum of units of g) > 2"),
        _ => Pick(
            $"deny {target} reason ONE", $"deny {target} reason TWO overridable", $"return {target} reason TWO", $"pend {target} queue \"q\"", $"review {target}", $"warn {target}",
            $"reduce {target} to @limit reason ONE", $"reduce {target} to {Number(10, 90)}% reason ONE", $"reduce {target} to share of @classes for v.procedure or else 25% reason TWO",
            $"reduce {target} to ({Units("v", 1)}) * 1 unit rounded down to 1 reason ONE", $"replace v.procedure with {Pick(Procedures)} reason ONE"),
    };

    private string AddedLine() => $"add line {Pick("v.procedure", "G0008")} with modifier 50, units 1 pay 150% supports v";

    private string Message(string[] names, string id)
    {
        string values = names.Contains("v") ? Pick("{v.procedure} on {v.date} for {v.charge}", "{v.units} of {v.rendering.npi}, {v.modifiers}", "line {v.number}: {v.units / 3}, {v.date + 1 month}") : "{claim.id} received {claim.received}, {claim.total_charge}";
        return $"\"{id}: {values}.\"";
    }
}

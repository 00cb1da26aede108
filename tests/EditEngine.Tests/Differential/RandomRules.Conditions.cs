namespace EditEngine.Tests.Differential;

/// <content>Conditions and values by type.</content>
internal sealed partial class RandomRules
{
    private string Condition(string[] names, string shape, string phase, int depth)
    {
        if (depth > 0 && Chance(0.45))
        {
            string left = Condition(names, shape, phase, depth - 1), right = Condition(names, shape, phase, depth - 1);
            return Pick($"({left} and {right})", $"({left} or {right})", $"not ({left} and {right})", $"({left} or {right})");
        }

        string condition = shape switch
        {
            _ when Chance(0.15) => ClaimCondition(),
            "g" => Group("g", 1),
            "claim" => Chance(0.5) ? ClaimCondition() : Quantified(null),
            "d" => Pick("d.code in @dx", "d.role = principal", "d.poa = Y", "d.code in { E11*, J02.0 }", "d.poa is missing"),
            "s" => Pick("s.confidence < 0.8", "s.code is on claim", "no supporting e of s", "s.reviewer is missing", "s.reviewed_at < s.changed_at or else s.suggested_at", "s.decision = accepted", "s.system = CPT", "any evidence e of s has (e.temporality = current)", "s.code in claim.diagnoses"),
            _ when names.Contains("x") && Chance(0.5) => Pair("v", "x"),
            _ => Item(names[_random.Next(names.Length)], 1),
        };
        return phase != "intake" && names.Contains("v") && Chance(0.2) ? Pick("v is payable", "v is not payable", "v is denied by R1", condition) : condition;
    }

    private string ClaimCondition() => Pick(
        "claim.contract = \"C-1\"", "claim has condition 51", "claim.frequency = 7", "claim.bill_type in { 11* }", "claim.received > claim.through + " + Period(), "claim.visits >= 2",
        "claim.gold", "sample 1 in 2 by claim.id", "sample 3 in 10 by patient.member", "age of patient on claim.from >= " + Number(1, 20), "claim.processed >= " + Day(), "patient.sex = F", "claim has no attachment OB",
        "full calendar months from claim.from to claim.received >= 1", "days from claim.from to claim.through in 0 .. 3", "claim.total_charge > $100", "claim.rendering.specialty in { 11, 93 }",
        "any certificate c of claim.billing has (c.kind in { ppm, waiver } and claim.from in c.from .. c.through)", "claim.drg is missing", "claim.original_decision is present", "claim.accident <> auto",
        "any authorization a has (a.approved > a.used)", "count of diagnosis z >= 2", "any procedure p has (p.date = claim.admission)");

    /// <summary>A condition on one line or history line.</summary>
    private string Item(string x, int depth)
    {
        string other = Name("y");
        return _random.Next(depth > 0 ? 27 : 17) switch
        {
            0 => $"{x}.procedure in {Pick("@few", "@more", "@both", "@listed", "@classes", $"{{ {Some(Procedures)} }}")}",
            1 => $"{x}.procedure = {Pick(Procedures)}",
            2 => $"{x} has {Pick("modifier 25", "no modifier in @mods", "modifier in { LT, RT }", "exactly 1 modifier in @mods", "more than 1 modifier", "at least 1 modifier outside @mods", "no modifier outside { 25, 59 }")}",
            3 => $"{x}.units {Pick(">", ">=", "<", "<>", "=")} {Pick("1", "2", "1.5")}",
            4 => $"{x}.date in {Day()} .. {Day()}",
            5 => $"class of {x} {Pick("=", "<>")} {Pick("visit", "minor", "drug", "other")}",
            6 => $"{x}.charge > ceiling of @classes for {x}.procedure",
            7 => $"{x}.place = {Pick("11", "21")}",
            8 => $"{x}.rendering.specialty in {{ 11, 93 }}",
            9 => $"{x} has {Pick("diagnosis", "no diagnosis")} in {Pick("@dx", "{ E11*, I10 }")}",
            10 => $"{x}.units <= most of @classes for {x}.procedure on claim.received",
            11 => Pick($"{x} is line", $"{x}.tooth is missing", $"{x}.emergency is present", $"{x}.rendering.npi = {x}.billing.npi", $"{x}.ndc.quantity > 1", $"{x}.unit_basis = MJ"),
            12 => $"age of patient on {x}.date {Pick(">=", "<")} {Number(1, 30)}",
            13 => $"{x}.date + gap of {x} > claim.received",
            14 => $"{x}.units / {x}.days > {Pick("1", "0.5")}",
            15 => $"{Pick("any", "every", "no")} day of {x}.date{Pick("", $" .. {x}.through")} is in {Pick("any", "no")} {Pick("cover", "authorization", "certificate of claim.billing")}",
            16 => $"{Pick("any", "no", "every")} cover {other} has ({Pick($"{x}.date in {other}.from .. {other}.through", $"{other}.value = \"a\"", $"days from {other}.through to {x}.date > {Number(0, 9)}", $"any cover {other}z has ({other}z.from = {other}.through + 1 day)")})",
            17 => $"{Pick("any", "no")} {Pick("counted", "other line", "either", "marked")} {other} has ({Pair(x, other)})",
            18 => $"any entry {other} of {x} has ({other}.indicator {Pick("= 1", "in { 0, 1 }", "> 0")})",
            19 => $"{Units(x, 1)} {Pick(">", "<=", "=")} {Number(0, 5)}",
            20 => $"count of either {other} where ({Pair(x, other)}) >= {Number(1, 3)}",
            21 => $"{x}.date <= {Date(x, 1)}",
            22 => $"row in @classes for {x}.procedure",
            23 => $"every line {other} has ({Item(other, 0)})",
            24 => $"(sum of had of {other} over prior {other} of {x}) > {Number(0, 3)}",
            25 => $"count of {Pick("spell", "streak")} of {x} {Pick(">", "<=", "=")} {Number(0, 3)}",
            _ => $"({Item(x, 0)} or {Item(x, 0)})",
        };
    }

    private string Pair(string v, string x)
    {
        string pair = _random.Next(15) switch
        {
            0 => $"{x}.procedure = {v}.procedure",
            1 => $"{v}.date in {x}.date {Pick("- 1 day", "+ 1 day")} .. {x}.date + {Period()}",
            2 => $"{x} has same {Pick("doctor", "clinic", "date", "procedure")} as {v}",
            3 => $"{x}.date .. {x}.through overlaps {v}.date .. {v}.through",
            4 => $"{v} shares a diagnosis with {x}",
            5 => $"row in @pairs for ({v}.procedure, {x}.procedure)",
            6 => $"{x} is near of {v}",
            7 => $"days from {x}.date to {v}.date {Pick("<= 30", "in 0 .. 10", "> 0")}",
            8 when Chance(0.5) => $"{x}.date in {Pick("calendar month", "calendar quarter", "calendar year")} of {v}.date",
            9 when Chance(0.5) => $"{v}.date in benefit year of {x}.date from {Pick("2024-07-01", "2024-02-29", "claim.received")}",
            8 => $"full calendar months from {x}.date to {v}.date {Pick("< 2", ">= 1")}",
            9 => $"{v}.date < {x}.date + gap of {v}",
            10 => $"{x}.rendering.npi <> {v}.rendering.npi",
            11 => $"{x}.date {Pick("+", "-")} {Period()} {Pick("<", "<=", ">", ">=", "=")} {v}.date",
            12 => $"{x}.date {Pick("<", "<=", ">", ">=", "=")} {Pick("claim.admission", "claim.discharge", "claim.through", Date(v, 0))} {Pick("+", "-")} {Period()}",
            13 => $"not ({x}.date in {v}.date - {Period()} .. {Pick("claim.received", $"{v}.date", $"{v}.through")} or {x}.date = claim.admission)",
            _ => $"{v}.charge {Pick("=", "<=")} {x}.charge * {Pick("1", "50%", "2")}",
        };
        return Chance(0.3) ? $"({pair} and {Item(x, 0)})" : pair;
    }

    private string Group(string g, int depth)
    {
        string other = Name("m");
        return _random.Next(8) switch
        {
            0 => $"count of {g} {Pick(">", ">=", "=")} {Number(1, 3)}",
            1 => $"sum of units of {g} > {Pick("1", "2", "3.5")}",
            2 => $"sum of charge of {g} >= ${Number(50, 400)}",
            3 => $"any {other} of {g} has {Pick("modifier 25", "no modifier in @mods")}",
            4 => $"every {other} of {g} has ({Item(other, 0)})",
            5 => $"(sum of had of {g}) - 1 > {Number(0, 4)}",
            6 => $"{Pick("any", "every")} {other} of {g} has ({other} {Pick("=", "<>")} {Pick("first", "last")} of {g} by ({Pick("date", "charge descending", "units descending")}, number) {Pick("and", "or")} {Item(other, 0)})",
            _ => $"(first of {g} by ({Pick("date", "charge descending", "units")}, number)).procedure {Pick("in @few", "= 99213")}",
        };
    }

    private string Quantified(string? v)
    {
        string x = Name("q");
        string condition = Item(x, 0);
        return v is null ? $"{Pick("any", "no", "every")} {Pick("line", "counted", "marked", "either")} {x} has ({condition})" : condition;
    }

    private string Period() => Pick("10 days", "1 month", "3 months", "90 days", "1 year", "2 weeks");

    private string Units(string x, int depth)
    {
        string other = Name("u");
        return _random.Next(depth > 0 ? 10 : 3) switch
        {
            0 => $"{x}.units",
            1 => $"(most of @classes for {x}.procedure or else 2)",
            2 => $"{x}.days",
            3 => $"(sum of {other}.units over {Pick("line", "counted", "either")} {other} where ({Pair(x, other)}))",
            4 => $"(count of counted {other} where ({Pair(x, other)}))",
            5 => $"(greatest of ({Units(x, 0)}, {Units(x, 0)}))",
            6 => $"({Units(x, 0)} * {Pick("2", "0.5")} + 1)",
            7 => $"({Units(x, 0)} / {Pick("3", $"{x}.days")} rounded {Pick("half up", "up", "down")} to {Pick("1", "0.5", "3")})",
            8 => $"({Units(x, 0)} / {x}.days - {Pick("1", "1.5")})",
            _ => $"(chosen of {x})",
        };
    }

    private string Date(string x, int depth) => _random.Next(6) switch
    {
        0 => $"{x}.date",
        1 => $"({x}.through + {Period()})",
        2 => $"({x}.date - {Pick("1 day", "1 month", "30 days")})",
        3 => "(claim.original_decision or else claim.received)",
        4 => $"(start of {x})",
        _ => depth > 0 ? $"(least of ({Date(x, 0)}, {Date(x, 0)}))" : $"{x}.through",
    };
}

using System.Collections.Frozen;
using System.Collections.Immutable;

namespace EditEngine.Compiler.Diagnostics;

/// <summary>A word of the trade or of another language, and what stands for it here.</summary>
/// <param name="Said">The word, and others of the same meaning, between blanks; letter case does not count.</param>
/// <param name="Origin">Whose word it is.</param>
/// <param name="Names">Names of the language that are meant, between blanks, the likeliest first: what of them fits at the place is offered.</param>
/// <param name="Written">How it is written here.</param>
/// <param name="Call">How it is written where it stands as a function: {0}, {1}, {2} are its arguments, {last} and {before} the last two, {all SIGN} all of them joined.</param>
internal sealed record TradeWord(string Said, string Origin, string Names, string Written, string? Call = null);

/// <summary>
/// What analysts write who know the trade, SQL or a spreadsheet. Messages offer what is meant, and the page docs/words.md lists it.
/// </summary>
internal static class TradeWords
{
    public const string Trade = "the trade";
    public const string Sql = "SQL";
    public const string Excel = "spreadsheets";
    public const string Speech = "common speech";

    /// <summary>Every word, in the order of the page.</summary>
    public static readonly ImmutableArray<TradeWord> All =
    [
        new("pos place_of_service facility_type", Trade, "place at", "v.place = 11"),
        new("cpt hcpcs cdt proc proc_code procedure_code px service svc code", Trade, "procedure CPT HCPCS CDT code", "v.procedure = 99213"),
        new("dx diag diags icd icd10 icd_10 dx_code diagnosis_code", Trade, "diagnosis diagnoses for", "v has diagnosis in { E11.9 }"),
        new("pdx principal_diagnosis primary_diagnosis", Trade, "role", "any diagnosis d has (d.role = principal and d.code = E11.9)"),
        new("mod mods modif", Trade, "modifier modifiers", "v has modifier 25"),
        new("qty quantity units_billed", Trade, "units quantity", "v.units > 2"),
        new("rev rev_code revenue_code revcode", Trade, "revenue", "v.revenue = 0450"),
        new("dos date_of_service service_date svc_date from_date fdos", Trade, "date from", "v.date"),
        new("tdos to_date thru through_date", Trade, "through", "v.through"),
        new("dob birthdate birth_date date_of_birth birthday", Trade, "birth", "patient.birth"),
        new("age", Trade, "", "age of patient on v.date < 18"),
        new("gender", Trade, "sex", "patient.sex = F"),
        new("female woman", Trade, "F", "patient.sex = F"),
        new("male man", Trade, "M", "patient.sex = M"),
        new("npi provider_npi", Trade, "", "v.rendering.npi"),
        new("provider doctor physician rendering_provider servicing", Trade, "rendering billing", "v.rendering.npi"),
        new("billing_provider", Trade, "billing", "v.billing.npi"),
        new("tin ein taxid tax", Trade, "tax_id", "v.billing.tax_id"),
        new("spec speciality provider_specialty", Trade, "specialty taxonomy", "v.rendering.specialty"),
        new("billed billed_amount charges charged amount price cost amt", Trade, "charge total_charge amount", "v.charge > $100"),
        new("paid paid_amt allowed", Trade, "paid_amount other_paid", "h.paid_amount"),
        new("tob type_of_bill billtype", Trade, "bill_type", "claim.bill_type = 111"),
        new("lob", Trade, "line_of_business", "claim.line_of_business = \"medicaid\""),
        new("ms-drg msdrg", Trade, "drg", "claim.drg = 470"),
        new("auth prior_auth authorization_number", Trade, "prior_authorization authorization", "any authorization a has (a.procedure = v.procedure)"),
        new("clia", Trade, "clia_number", "claim.clia_number"),
        new("member member_id subscriber patient_id memberid", Trade, "member", "patient.member"),
        new("patient pt", Trade, "patient", "patient.sex = F"),
        new("claim_line service_line detail claimline", Trade, "line", "for each line v"),
        new("claims encounter header", Trade, "claim", "for each claim c"),
        new("prior_claim previous past history_claim hist", Trade, "history", "for each line v, history line h"),
        new("dispense_qty ndc_code drug", Trade, "ndc", "v.ndc.code"),
        new("tooth_number teeth", Trade, "tooth", "v.tooth in { 1-16 }"),
        new("surf surface", Trade, "surfaces", "v.surfaces"),
        new("admit admit_date admission_date", Trade, "admission", "claim.admission"),
        new("discharge_date", Trade, "discharge", "claim.discharge"),
        new("dispo patient_status", Trade, "discharge_status", "claim.discharge_status = 01"),
        new("line_number linenumber line_no", Trade, "number", "v.number"),
        new("deny_code denial_code carc rarc", Trade, "", "reason KEY' and, under reasons, 'KEY = CO 97"),
        new("denied denial disallow decline", Trade, "deny", "then deny v  reason BUNDLED"),
        new("flag alert notify note", Trade, "review inform", "then inform v  message \"…\""),
        new("hold suspend suspended route", Trade, "pend", "then pend v  queue \"…\""),
        new("cutback cut cap", Trade, "reduce", "then reduce v to 50%  reason UNITS"),
        new("recode swap", Trade, "replace", "then replace v.procedure with 99212"),
        new("recover takeback offset", Trade, "recoup", "then recoup h  reason BUNDLED"),
        new("like matches regex startswith starts begins contains_text", Sql, "", "v.procedure in { 992* }"),
        new("between", Sql, "", "v.units in 1 .. 5' or 'v.procedure in { 99202-99215 }"),
        new("case switch decode choose ifs", Sql, "", "let x = 2 if v.place = 11, otherwise 4", "{1} if {0}, otherwise {last}"),
        new("null isnull nil", Sql, "missing", "v.place is missing", "{0} is missing"),
        new("blank empty isblank void", Excel, "missing", "v.place is missing", "{0} is missing"),
        new("notnull exists_value filled", Sql, "present", "v.place is present", "{0} is present"),
        new("coalesce nvl ifnull iferror ifna", Sql, "", "v.place or else 11", "{0} or else {1}"),
        new("exists", Sql, "", "any line x has (x.procedure = 99213)"),
        new("distinct unique", Sql, "", "for each group g of line by procedure"),
        new("select from_table join", Sql, "", "for each line v, other line x with same date"),
        new("group_by groupby", Sql, "", "for each group g of line by procedure, date"),
        new("true", Sql, "yes", "v is emergency"),
        new("false", Sql, "no", "v is not emergency"),
        new("getdate sysdate current_date today now", Excel, "", "claim.received", "claim.received"),
        new("datediff datedif days_between", Excel, "", "days from h.date to v.date <= 30", "days from {before} to {last}"),
        new("dateadd edate", Excel, "", "v.date + 30 days"),
        new("and", Excel, "", "v.units > 2 and v.place = 11", "{all and}"),
        new("or", Excel, "", "v.units > 2 or v.place = 11", "{all or}"),
        new("if iif", Excel, "", "let x = 2 if v.place = 11, otherwise 4", "{1} if {0}, otherwise {2}"),
        new("sum sumif total", Excel, "", "sum of x.charge over line x"),
        new("count countif counta", Excel, "", "count of line x where (x.procedure = 99213)", "count of {0}"),
        new("max", Excel, "", "greatest of (v.units, 4)", "greatest of ({all ,})"),
        new("min", Excel, "", "least of (v.units, 4)", "least of ({all ,})"),
        new("round", Excel, "", "v.charge / 3 rounded half up to $0.01", "{0} rounded half up to $0.01"),
        new("roundup ceiling ceil", Excel, "", "v.charge / 3 rounded up to $0.01", "{0} rounded up to $0.01"),
        new("rounddown floor trunc int", Excel, "", "v.charge / 3 rounded down to $0.01", "{0} rounded down to $0.01"),
        new("vlookup xlookup lookup index hlookup", Excel, "", "most of @limits for v.procedure"),
        new("left substring substr mid right", Excel, "", "v.procedure in { 992* }"),
        new("upper lower trim ucase lcase", Excel, "", "v.procedure = 99213", "{0}"),
        new("not_in notin", Sql, "", "v.procedure not in { 99213 }"),
        new("percent pct", Speech, "", "50%"),
        new("dollars dollar usd", Speech, "", "$50"),
        new("but unless_when except_when", Speech, "", "unless v.place = 23 because \"…\""),
        new("within", Speech, "", "v.date in h.date - 30 days .. h.date + 30 days"),
    ];

    private static readonly FrozenDictionary<string, TradeWord> BySaid =
        All.SelectMany(row => row.Said.Split(' ').Select(said => (Plain(said), row))).DistinctBy(pair => pair.Item1).ToFrozenDictionary(pair => pair.Item1, pair => pair.row, StringComparer.Ordinal);

    /// <summary>What stands for a word; null where nothing is known of it.</summary>
    public static TradeWord? Find(string word) => BySaid.GetValueOrDefault(Plain(word));

    /// <summary>A call of it as it is written here; null where that is not known, or the arguments are too few.</summary>
    public static string? Called(TradeWord word, IReadOnlyList<string> arguments)
    {
        if (word.Call is not { } call || arguments.Count == 0)
        {
            return null;
        }

        foreach (string sign in new[] { "and", "or", "," })
        {
            call = call.Replace($"{{all {sign}}}", string.Join(sign == "," ? ", " : $" {sign} ", arguments), StringComparison.Ordinal);
        }

        for (int i = 0; i < arguments.Count; i++)
        {
            call = call.Replace($"{{{i}}}", arguments[i], StringComparison.Ordinal);
        }

        call = call.Replace("{last}", arguments[^1], StringComparison.Ordinal);
        call = arguments.Count > 1 ? call.Replace("{before}", arguments[^2], StringComparison.Ordinal) : call;
        return call.Contains('{', StringComparison.Ordinal) && !arguments.Any(argument => argument.Contains('{', StringComparison.Ordinal)) ? null : call;
    }

    private static string Plain(string word) =>
        word.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
}

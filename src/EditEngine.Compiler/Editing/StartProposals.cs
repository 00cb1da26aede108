using EditEngine.Compiler.Syntax;

namespace EditEngine.Compiler.Editing;

/// <summary>Words that begin a line: clauses in an edit, declarations elsewhere.</summary>
internal static class StartProposals
{
    private static readonly (string Word, string Template, string Says)[] Clauses =
    [
        ("phase", "phase     ${1:main}", "the phase that it runs in"),
        ("effective", "effective ${1:2025-01-01} ..  by date of service", "its days"),
        ("cite", "cite      \"$1\"", "the policy it rests on"),
        ("owner", "owner     \"$1\"", "who answers for it"),
        ("tags", "tags      $1", "words to find it by"),
        ("deprecated", "deprecated since ${1:2025-01-01} use ${2:EDIT}", "another edit takes its place"),
        ("parameter", "parameter @${1:name} = $2", "a dated constant of the edit"),
        ("monitor", "monitor", "it watches only"),
        ("precedence", "precedence ${1:100}", "among equal actions the smaller wins"),
        ("for", "for       ", "limits the edit to some claims"),
        ("for each", "for each  ${1:line v}", "what it looks at"),
        ("let", "let       ${1:name} = $2", "a name for a value"),
        ("when", "when      ", "when it speaks"),
        ("and", "and       ", "a further condition"),
        ("unless", "unless    ${1:condition}  because \"$2\"", "what excuses it"),
        ("then", "then      ", "what happens"),
        ("also", "also      ", "a second outcome"),
        ("otherwise", "otherwise when $1", "the next case"),
        ("message", "message   \"$1\"", "what is said"),
        ("test", "test \"${1:title}\"\n    claim ${2:professional}\n      line 1: ${3:99213} on ${4:2025-03-04}\n    expect ${5:clean}", "a claim, and what must be decided"),
        ("end", "end", "ends the edit"),
    ];

    private static readonly (string Word, string Template, string Says)[] Declarations =
    [
        ("edit", "edit ${1:ID} \"${2:title}\"\n  for each  ${3:line v}\n  when      ${4:condition}\n  then      ${5:review v}\nend", "an edit"),
        ("codes", "codes @${1:name} : ${2:procedure} = { $3 }", "a code set"),
        ("table", "table @${1:name}\n  key ${2:code} : ${3:procedure}\n  ${4:value} : ${5:units}\n  | ${2:code} | ${4:value} |\n  | $6 | $7 |", "a table"),
        ("define", "define ${1:name} of ${2:x} : $3", "a name for a kind, a value or a relation"),
        ("reasons", "reasons\n  ${1:KEY} = CO ${2:97}", "what reason keys give"),
        ("parameter", "parameter @${1:name} = $2", "a dated constant"),
        ("fact", "fact ${1:name} : ${2:number}", "what the payer knows beside the claim"),
        ("claim", "claim \"${1:title}\"\n  claim ${2:professional}\n    line 1: ${3:99213} on ${4:2025-03-04}", "a claim that tests of any edit take over"),
        ("phases", "phases ${1:screen}, ${2:payment}", "the phases in their order"),
        ("dates", "dates by date of service", "the date by which edits are in effect"),
        ("limit", "limit ${1:cost} ${2:20000000}", "what an edit may cost"),
        ("pack", "pack ${1:name} version \"${2:1}\"", "what the pack is called"),
        ("disable", "disable ${1:EDIT}  because \"$2\"", "an edit of the base is not wanted"),
        ("override", "override ${1:EDIT} set @${2:parameter} = $3", "a parameter of a base edit"),
        ("extend", "extend ${1:EDIT} with\n  unless ${2:condition}  because \"$3\"", "an exception to a base edit"),
        ("replace edit", "replace edit ${1:ID} \"${2:title}\"\n  for each  ${3:line v}\n  when      ${4:condition}\n  then      ${5:review v}\nend", "a base edit anew"),
    ];

    /// <summary>The words that may begin the line of a place.</summary>
    public static IEnumerable<Proposal> Of(CursorPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return place.Part?.Declaration.Syntax switch
        {
            EditSyntax => Made(Clauses),
            ExtendSyntax => Made(Clauses.Where(clause => clause.Word is "unless" or "and")).Concat(Made(Declarations)),
            _ => Made(Declarations),
        };
    }

    private static IEnumerable<Proposal> Made(IEnumerable<(string Word, string Template, string Says)> rows) =>
        rows.Select(row => new Proposal(row.Word, ProposalKind.Keyword, row.Says) { Text = row.Template, IsTemplate = true });
}

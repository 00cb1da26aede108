using EditEngine.Compiler.Syntax;
using EditEngine.Diagnostics;
using Xunit;

namespace EditEngine.Tests.Syntax;

/// <summary>Typical slips in one edit that stands between two good ones: one diagnostic each, at its place, and the neighbours whole.</summary>
public sealed class MistakeTests
{
    private const string Before = "codes @minor : CPT = { 11102, 17110 }\n\nedit BEFORE \"Good\"\n  for each  line v\n  when      v.units > 1\n  then      deny v  reason UNITS\nend\n\n";

    private const string After = "\nedit AFTER \"Good\"\n  for each  line v\n  when      v.units > 1\n  then      deny v  reason UNITS\nend\n";

    private const string Middle = """
        edit EM-25 "Visit needs modifier 25"
          effective 2025-01-01 ..  by date of service
          cite      "RP-114"
          for each  professional line v, other line x  with same practitioner, same date
          when      v.procedure in { 99211, 99212 }
          and       x.procedure in { 11102, 17110 }
          and       (v.place = 11 or v.place = 22)
          unless    v.rendering.specialty in { 05, 93 }  because "anesthesia"
          then      deny v  reason BUNDLED
          message   "{v.procedure} is included."

          test "denied"
            claim professional
              line 1: 99213 on 2025-03-04
            expect line 1 denied by EM-25
        end

        """;

    /// <summary>What is written instead of what, the diagnostic's id, the text it points at, a part of its message, and the fixed text.</summary>
    public static TheoryData<string, string, string, string, string, string?> Mistakes => new()
    {
        { "then      deny", "deny", "EDIT0121", "deny", "needs 'then'", "then " },
        { "  then      deny v  reason BUNDLED\n", "", "EDIT0140", "EM-25", "not what happens", null },
        { "when  ", "whne  ", "EDIT0119", "whne", "'when'", "when" },
        { "  when  ", "  When  ", "EDIT0120", "When", "'when'", "when" },
        { "  when  ", "  if    ", "EDIT0119", "if", "'when'", "when" },
        { "unless", "except", "EDIT0119", "except", "'unless'", "unless" },
        { "then      deny v  reason BUNDLED", "then      deny v  reason BUNDLED\n  else\n  then      warn v", "EDIT0119", "else", "'otherwise'", "otherwise" },
        { "then      deny v  reason BUNDLED", "then      deny v  reason BUNDLED\n  warn x", "EDIT0122", "warn", "needs 'also'", "also " },
        { "  because \"anesthesia\"", "", "EDIT0112", "", "needs its reason", " because \"…\"" },
        { "{ 99211, 99212 }", "{ 99211 99212 }", "EDIT0135", "99212", "between '99211' and '99212'", "," },
        { "{ 99211, 99212 }", "{ 99211\t99212 }", "EDIT0135", "99212", "between '99211' and '99212'", "," },
        { "{ 99211, 99212 }", "{ 99211, 99212, }", "EDIT0136", ",", "Nothing follows", "" },
        { "{ 11102, 17110 }", "{ 11102, 17110", "EDIT0132", "", "line 14, column 28 is not closed", " }" },
        { "v.place = 22)", "v.place = 22", "EDIT0132", "", "'(' of line 15, column 13", ")" },
        { "v.place = 22)", "v.place = 22))", "EDIT0133", ")", "closes nothing", "" },
        { "{ 99211, 99212 }", "{ 99211, 99212 )", "EDIT0134", ")", "'{' has opened", "}" },
        { "{ 99211, 99212 }", "( 99211, 99212 )", "EDIT0102", "( 99211, 99212 )", "braces", "{ 99211, 99212 }" },
        { "v.place = 11", "v.place == 11", "EDIT0123", "==", "'='", "=" },
        { "v.place = 11", "v.place => 11", "EDIT0123", "=>", "'>='", ">=" },
        { "v.place = 11", "v.place equals 11", "EDIT0145", "equals", "'='", "=" },
        { "v.place = 11", "v.units greater than 11", "EDIT0145", "greater than", "'>'", ">" },
        { "v.procedure in", "v.procedure inn", "EDIT0145", "inn", "'in'", "in" },
        { "v.procedure in", "v.procedure", "EDIT0118", "{", "in {", "in {" },
        { "end\n", "", "EDIT0116", "", "EM-25 has no 'end'", "\nend" },
        { "(v.place = 11 or v.place = 22)", "v.place = 11 or v.place = 22", "EDIT0107", "or", "parentheses", null },
        { "x.procedure in { 11102, 17110 }", "x.procedure = 11102 or 11721", "EDIT0147", "11721", "x.procedure in { 11102, 11721 }", null },
        { "\"RP-114\"", "\u201CRP-114\u201D", "EDIT0124", "\u201CRP-114\u201D", "straight", "\"RP-114\"" },
        { "\"RP-114\"", "\"RP-114", "EDIT0125", "\"", "not closed", "\"" },
        { "{ 99211, 99212 }", "{ 99211\u201399212 }", "EDIT0126", "99211\u201399212", "plain hyphen", "99211-99212" },
        { "deny v  reason", "v  reason", "EDIT0144", "v", "Outcomes are", null },
        { "deny v", "dney v", "EDIT0144", "dney", "'deny'", "deny" },
        { "2025-01-01", "1/1/2025", "EDIT0127", "1/1/2025", "2025-01-01", "2025-01-01" },
        { "2025-01-01", "2025-1-1", "EDIT0127", "2025-1-1", "2025-01-01", "2025-01-01" },
        { "2025-01-01", "2025-02-30", "EDIT0101", "2025-02-30", "not a day", null },
        { "for each  prof", "for  prof", "EDIT0148", "for", "'for each'", "for each" },
        { "for each  prof", "for eahc  prof", "EDIT0118", "eahc", "'each'", "each" },
        { "  cite      \"RP-114\"\n  for each", "  for each", "", "", "", null },
        { "  then      deny v", "  effective 2024-01-01 ..\n  then      deny v", "EDIT0142", "effective", "stands after 'unless'", null },
        { "  and       x", "  when      x", "EDIT0143", "when", "'and'", null },
        { "  for each  professional line v, other line x  with same practitioner, same date\n", "", "EDIT0141", "", "looks at", null },
        { "reason BUNDLED", "reason BUNDLED;", "EDIT0123", ";", "not used", "" },
        { "reason BUNDLED", "reason BUNDLED reason OTHER", "EDIT0108", "reason OTHER", "twice", null },
        { "reason BUNDLED", "reason BUNDLED pay 50%", "EDIT0109", "pay 50%", "add line", null },
        { "reason BUNDLED", "raeson BUNDLED", "EDIT0118", "raeson", "'reason'", "reason" },
        { "reason BUNDLED", "BUNDLED", "EDIT0118", "BUNDLED", "'reason BUNDLED'", "reason BUNDLED" },
        { " \"Visit needs modifier 25\"", "", "EDIT0113", "", "no title", " \"…\"" },
        { "end\n", "end now\n", "EDIT0149", "now", "alone on its line", null },
        { "end\n", "end\nwhen v.units > 1\n", "EDIT0117", "when", "outside", null },
        { "v.place = 11", "v.date > x.date + 60days", "EDIT0128", "60days", "60 days", "60 days" },
        { "v.place = 11", "v.place = é", "EDIT0130", "é", "no word or sign", null },
        { "v.place = 11", "v.place =", "EDIT0118", "or", "a value", null },
        { "v.place = 11", "v.place and 11", "EDIT0147", "11", "no condition", null },
        { "because \"anesthesia\"", "because anesthesia", "EDIT0118", "anesthesia", "a text in quotes", null },
        { "with same", "with", "EDIT0118", "practitioner", "'same practitioner'", "same practitioner" },
        { "test \"denied\"", "test each m in { 1 }", "EDIT0111", "test each m in { 1 }", "no title", null },
        { "v.place = 11", "v.charge in { $1,250 }", "EDIT0129", "$1,250", "one amount", null },
        { "v.place = 11", "v.place\u00A0= 11", "EDIT0131", "\u00A0", "pasted", " " },
        { "when      v", "let       c = 1 if v.a, 2\n  when      v", "EDIT0104", "2", "'otherwise'", "otherwise " },
        { "when      v", "let       c = 1 if v.a, otherwise 2, 3 if v.b\n  when      v", "EDIT0103", "otherwise", "not the last", null },
        { "when      v", "let       c = 1, 2 if v.a, otherwise 3\n  when      v", "EDIT0105", "1", "no condition", null },
        { "v.place = 11", "sum of units of g + 1 > 2", "EDIT0106", "sum of units of g + 1", "parentheses", null },
        { "then      deny v  reason BUNDLED", "then      add line 99213 with units 2, modfier 50", "EDIT0110", "modfier", "'modifier'", null },
        { "deny v  reason BUNDLED", "deny v  reason", "EDIT0146", "", "after 'reason'", null },
        { "deny v  reason BUNDLED", "", "EDIT0146", "", "after 'then'", null },
        { "cite      \"RP-114\"", "cite      RP-114", "EDIT0118", "RP-114", "a text in quotes", null },
        { "then      deny v", "deny then v", "EDIT0121", "deny then", "'then deny'", "then deny" },
        { "when      v", "when      then v", "EDIT0118", "then", "a value", "" },
        { "and       x", "the and x", "EDIT0145", "the", "'and' or 'or'", null },
        { "edit EM-25", "edti EM-25", "EDIT0119", "edti", "'edit'", "edit" },
        { "edit EM-25", "Edit EM-25", "EDIT0120", "Edit", "'edit'", "edit" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void One_mistake_gives_one_diagnostic_at_its_place(string old, string now, string id, string at, string part, string? fix)
    {
        Assert.Contains(old, Middle, StringComparison.Ordinal);
        int place = Middle.IndexOf(old, StringComparison.Ordinal);
        string text = Before + Middle[..place] + now + Middle[(place + old.Length)..] + After;
        SyntaxTree tree = SyntaxSamples.Parse(text);
        Diagnostic[] found = [.. tree.Diagnostics];

        string all = string.Join('\n', found.Select(diagnostic => $"{diagnostic} [{Pointed(tree, diagnostic)}] fix: {diagnostic.Fix?.NewText}"));
        Assert.True(id.Length == 0 ? found.Length == 0 : found.Length == 1 && found[0].Id == id, all);
        if (found.Length > 0)
        {
            Assert.Contains(part, found[0].Message, StringComparison.Ordinal);
            Assert.True(at == Pointed(tree, found[0]), all);
            Assert.True(fix == found[0].Fix?.NewText, all);
        }

        AssertNeighbours(tree, id is not ("" or "EDIT0117" or "EDIT0149") && found[0].Severity == Severity.Error);
    }

    [Theory]
    [InlineData("extend E01 with\n  unless a because \"b\"\n  when c", "EDIT0150")]
    [InlineData("table @t key a : CPT\n  | a |\n  | 1", "EDIT0114")]
    [InlineData("table @t key a : CPT\n  | a |\n  1 |", "EDIT0114")]
    [InlineData("table @t key a : CPT, b : CPT\n  | a | b |\n  | 1 |", "EDIT0115")]
    [InlineData("disable E01", "EDIT0112")]
    [InlineData("define x v line", "EDIT0118")]
    [InlineData("codes @x = { 1 }", "EDIT0118")]
    [InlineData("codes x : CPT = { 1 }", "EDIT0157")]
    [InlineData("reasons\n  A = CO 16\n  B = CO", "EDIT0146")]
    [InlineData("defien x v : line", "EDIT0119")]
    [InlineData("Codes @x : CPT = { 1 }", "EDIT0120")]
    [InlineData("phases a, b,", "EDIT0136")]
    [InlineData("hello world", "EDIT0117")]
    public void A_mistake_in_a_declaration_gives_one_diagnostic(string text, string id)
    {
        SyntaxTree tree = SyntaxSamples.Parse($"{text}\n\n{After}");
        Assert.Equal([id], tree.Diagnostics.Select(found => found.Id));
        Assert.False(tree.Declarations.OfType<EditSyntax>().Single().HasErrors);
    }

    private static void AssertNeighbours(SyntaxTree tree, bool isBroken)
    {
        EditSyntax[] edits = [.. tree.Declarations.OfType<EditSyntax>()];
        Assert.Equal(["BEFORE", "EM-25", "AFTER"], edits.Select(edit => edit.Id.Text));
        Assert.Equal([false, isBroken, false], edits.Select(edit => edit.HasErrors));
        Assert.Equal(3, edits[0].Clauses.Length);
        Assert.Equal(TreeText.Of(edits[0].Clauses), TreeText.Of(edits[2].Clauses));
    }

    private static string Pointed(SyntaxTree tree, Diagnostic diagnostic)
    {
        SourceSpan place = (SourceSpan)diagnostic.Place!;
        return tree.Source.Text.Substring(place.Start, place.Length);
    }
}

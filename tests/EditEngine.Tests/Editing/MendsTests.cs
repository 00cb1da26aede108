using EditEngine.Compiler.Editing;
using EditEngine.Compiler.Text;
using Xunit;

namespace EditEngine.Tests.Editing;

/// <summary>Mends, help with phrases and words shown.</summary>
public sealed class MendsTests
{
    [Theory]
    [InlineData("for each line v\nwhen v.proc‸dure = 11721\nthen review v", "Write 'procedure'", "v.procedure = 11721")]
    [InlineData("for each lien‸ v\nwhen v.units > 2\nthen review v", "Write 'line'", "for each line v")]
    [InlineData("for each line v\nwhen v.units > vaul‸e of @limits for v.procedure\nthen review v", "Write 'value'", "value of @limits")]
    [InlineData("for each line v\nwhen v.units > 2\nthen deny v reason UNIT‸", "Write 'UNITS'", "reason UNITS")]
    [InlineData("phase paymen‸\nfor each line v\nwhen v.units > 2\nthen review v", "Write 'payment'", "phase payment")]
    [InlineData("for each line v\nwhen v.procedure in @minr‸\nthen review v", "Write '@minor'", "in @minor")]
    [InlineData("for each line v\nwhen v.place =‸= 23\nthen review v", "Write '='", "v.place = 23")]
    [InlineData("cite “RP‸-1”\nfor each line v\nwhen v.units > 2\nthen review v", "Write straight quotes", "cite \"RP-1\"")]
    [InlineData("effective 2025-02-01 .. 2025‸-01-01\nfor each line v\nwhen v.units > 2\nthen review v", "Put the dates in order", "effective 2025-01-01 .. 2025-02-01")]
    [InlineData("for each line v\nwhen v.date in 2025-02-01‸ .. 2025-01-01\nthen review v", "Put the dates in order", "in 2025-01-01 .. 2025-02-01")]
    [InlineData("for each line v\nwhen v.unit‸s > 2\nthen review v", "Add a citation", "edit X \"x\"\n  cite      \"\"\n  for each")]
    [InlineData("effective 2025-01-01 ..\nfor each line v\nwhen v.unit‸s > 2\nthen review v", "Add a citation", "effective 2025-01-01 ..\n  cite      \"\"\n  for each")]
    [InlineData("for each line v\nwhen v.units > 2\nthen review v\ntest \"t\"\n  claim profesional‸\n  line 1: 99213 on 2025-03-04\n  expect clean", "Write 'professional'", "claim professional")]
    [InlineData("for each line v\nwhen v.units > 2\nthen review v\ntest \"t\"\n  claim professional\n  line 1: 99213 on 2025-03-04\n  expect line 1 reviewed by OTHR‸", "Write 'OTHER'", "reviewed by OTHER")]
    public void A_mend_is_a_change_of_the_text(string clauses, string title, string expected)
    {
        MarkedPack pack = MarkedPack.OfClauses(clauses);
        Mend mend = Mends.At(pack.Pack, pack.File, new TextSpan(pack.Offset, 0)).First(one => one.Title == title);
        Assert.Contains(expected, pack.Changed(pack.File, mend.Changes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_end_is_added()
    {
        MarkedPack pack = MarkedPack.Of("edit X \"x\"\n  cite \"c\"\n  for each line v\n  when v.units > 2\n  then review v‸\n");
        Mend mend = Assert.Single(Mends.At(pack.Pack, pack.File, new TextSpan(pack.Offset, 0)));
        Assert.EndsWith("then review v\nend\n", pack.Changed(pack.File, mend.Changes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("for each line v, counted h\nwhen days from ‸", "days from a to b", 0)]
    [InlineData("for each line v, counted h\nwhen days from h.date to v.‸", "days from a to b", 1)]
    [InlineData("for each line v\nwhen age of patient on v.da‸te < 18\nthen review v", "age of patient on date", 0)]
    [InlineData("for each line v\nwhen row r in @limits for ‸", "row r in @table for key on date", 2)]
    [InlineData("for each line v\nwhen v.units > 2 and count of counted h where (‸", "count of history line h where (condition)", 1)]
    [InlineData("for each line v, counted h\nwhen h.date in benefit year of v.date from ‸", "benefit year of date from start", 1)]
    public void The_phrase_and_its_part(string clauses, string label, int part)
    {
        MarkedPack pack = MarkedPack.OfClauses(clauses);
        WrittenPhrase? found = PhraseHelp.At(pack.Pack, pack.File, pack.Offset);
        Assert.Equal((label, part), (found?.Label, found?.Active));
        Assert.Equal(found!.Phrase.Parts.Length, found.Parts.Length);
    }

    [Theory]
    [InlineData("for each line v\nwhen v.units ‸> 2\nthen review v")]
    [InlineData("for each line v, counted h\nwhen days from h.date to v.date > 3 and v.un‸its > 2\nthen review v")]
    public void Outside_of_phrases_there_is_none(string clauses)
    {
        MarkedPack pack = MarkedPack.OfClauses(clauses);
        Assert.Null(PhraseHelp.At(pack.Pack, pack.File, pack.Offset));
    }

    [Theory]
    [InlineData("for each line v, counted h\nwhen v.date in h.date + 1 day .. h.date + 90 days‸\nthen review v", "90 days, both ends counted")]
    [InlineData("for each line v, counted h\nwhen v.date in h.date - 2 weeks .. h.date‸\nthen review v", "15 days, both ends counted")]
    [InlineData("for each line v, counted h\nwhen v.date in h.date + 9 days .. h.date + 1 day‸\nthen review v", "no day: it ends before it begins")]
    [InlineData("for each line v\nwhen v.procedure in @minor‸\nthen review v", "3 codes")]
    [InlineData("for each line v\nwhen row r in @limits‸ for v.procedure\nthen review v", "2 rows")]
    public void Words_are_shown_behind_windows_sets_and_tables(string clauses, string expected)
    {
        MarkedPack pack = MarkedPack.OfClauses(clauses);
        Assert.Equal([(pack.Offset, expected)], InlayHints.Of(pack.Pack, pack.File, new TextSpan(0, pack.TextOf(pack.File).Length)).Where(hint => hint.At == pack.Offset).Select(hint => (hint.At, hint.Text)));
    }
}
